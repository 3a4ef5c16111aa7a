"""Modules that are loaded when somebody first wants what they draw: their libraries take long to load."""

from importlib import import_module

_loaded: set[str] = set()


def load(name: str) -> None:
    """Load a module, in whatever thread; no Qt object may be made by that."""
    import_module(name)
    _loaded.add(name)


def is_loaded(name: str) -> bool:
    """Whether it is there as a whole, so that nobody would have to wait for it."""
    return name in _loaded
