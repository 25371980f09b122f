"""What changed between two catalogs, and what a change would do."""
