"""The stages as functions over a library: the one door through which data changes."""
