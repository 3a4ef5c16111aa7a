"""Label sets in the window: changing them, their versions, their guidelines beside the work."""
