"""Figures about what people wrote: how well they agree."""
