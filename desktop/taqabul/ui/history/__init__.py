"""Who did what to a bitext and when, what it changed, and the way back to an earlier version."""
