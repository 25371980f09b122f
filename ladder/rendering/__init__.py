"""Pages for people: the map of the ladder, drawn without a server and without a request."""
