"""Whole pages of the window: where work starts, and the bitext at work."""
