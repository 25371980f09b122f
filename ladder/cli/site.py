"""``ladder site``: a folder of linked pages."""
