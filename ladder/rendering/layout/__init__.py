"""Where every class and step stands on the map, by arithmetic alone.

Rows go by grade or rank, columns by series, and ladders point up. Whole pixels
throughout: the same catalog gives the same map on every machine.
"""
