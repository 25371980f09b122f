"""Every sentence about records, steps and answers, once: parts with their sources, which every door paints."""
