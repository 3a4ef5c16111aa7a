"""The library: SQLite through SQLModel. Nothing of the database's own leaves this package."""
