"""Bytes of a document to its text, or to the rows of a table, whatever its kind is, within limits."""
