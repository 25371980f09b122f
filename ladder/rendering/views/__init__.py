"""Display-ready records without markup: what a page says, in plain words with sources."""
