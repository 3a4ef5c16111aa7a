"""What the checks found, beside the rows."""
