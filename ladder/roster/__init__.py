"""Many people at once: read from a planner's own export, counted against every class."""
