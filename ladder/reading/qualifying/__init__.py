"""Statements and their trees to the minimum qualifications of a record.

Every conjunct is kept: words that the grammar could not read become a requirement that
a person must judge (code ``UNREAD``), so that no route is easier than the document
says; the record is then partial.
"""
