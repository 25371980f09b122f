"""A second look at what was read: each word that asks must be accounted for by the record, however it was read.

Nothing here knows the grammar. The text of the qualifications is compared with the finished record: its amounts, the
words that ask and those that change a meaning, and how what is asked is joined. What the record does not account for
leaves it partial (decision 0043).
"""
