"""Career ladders of public service, read exactly from class specifications.

The package answers one question: by arithmetic on what a profile declares, from
which month are the minimum qualifications of a class met, by which route, and on
which conditions that only a person can decide?
"""

__version__ = "0.1.0"
