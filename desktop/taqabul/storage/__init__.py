"""The library: SQLite through SQLModel. Nothing of the database's own leaves this package.

``database`` opens a file and gives transactions; ``tables`` says what is kept; ``documents``,
``bitexts``, ``links``, ``notes`` and ``journal`` read and write their part as the frozen records of ``domain``;
``applying`` is the one door through which an edit enters, and ``invariants`` what it must leave true.
"""
