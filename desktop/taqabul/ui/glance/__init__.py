"""All of a bitext at once: the minimap beside its rows, and the overview page."""
