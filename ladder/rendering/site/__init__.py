"""A folder of linked pages: an index, a page a class and a series, the map, a glossary, what figures mean."""
