"""Documents to class specifications: every fact with its source, nothing dropped, nothing guessed."""
