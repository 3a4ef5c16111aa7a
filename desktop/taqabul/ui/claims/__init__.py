"""The claims of a library: which there are, where they are said, what says the like, and when."""
