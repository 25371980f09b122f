"""Data-quality rules: what is wrong, or likely wrong, with a catalog."""
