"""``ladder report``: report pages."""
