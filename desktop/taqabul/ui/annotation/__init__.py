"""Annotating in the window: labelled stretches drawn in the texts, marked by key and by mouse."""
