"""Several annotators: their work brought together, compared, and decided between."""
