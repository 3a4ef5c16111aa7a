"""Which schema this program writes. Apart from the migrations, which are only loaded when needed."""

HEAD = "0014"
"""The last step in ``migrations/versions``."""
