"""The stages for people: the window. The only package that knows Qt."""
