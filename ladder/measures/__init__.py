"""What is measured of the whole ladder, and of one person before it: values that know nothing of pages."""
