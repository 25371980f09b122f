"""The general reader: outlines of a layout that no reader of a jurisdiction knows.

It reads only what labels and well-known headings say (``headings.yaml``). What it does
not know stays unread; it takes nothing for a fact that is not labelled as one.
``reader`` is the door; ``lines`` and ``parts`` find the headings, ``labels`` the values
beside labels, ``qualifications`` what is asked.
"""
