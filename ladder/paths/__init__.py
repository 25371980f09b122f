"""Ladders from a held class to a target, and their time to eligibility."""
