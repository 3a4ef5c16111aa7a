"""A file's text becomes paragraphs of two languages, and paragraphs become sentences."""
