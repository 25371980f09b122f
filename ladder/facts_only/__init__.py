"""Records that carry facts alone: no words of a document but titles and names."""
