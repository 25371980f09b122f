"""The HTML reports: a class, a person's progress, the ladders between two classes, the whole catalog."""
