"""How fast: start-up, best plans, loading, growth. Run by ``make bench``."""
