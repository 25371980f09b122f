"""One reader a jurisdiction: its layout, and nothing else."""
