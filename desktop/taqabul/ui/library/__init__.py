"""The library on the screen: shelves, what stands on them, and what can be done with it."""
