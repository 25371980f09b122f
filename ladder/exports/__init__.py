"""The ladder in the formats of other tools: the same classes, steps and months, and what each format cannot hold.

One table of classes and one of steps (``ladder_sheets``) are laid out by one module a
format; each says by what rules it changes a text (``held_text``), so that what is written
and what is listed as lost cannot differ (``losses``).
"""
