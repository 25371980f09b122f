"""The written grammar of requirement sentences: printed words to a tree, and the tree to words."""
