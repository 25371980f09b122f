"""Bytes of a document to its text: plain text, HTML, DOCX and PDF, within limits."""
