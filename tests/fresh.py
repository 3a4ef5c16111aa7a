"""New library files, quickly: the schema is made once a run, then copied."""

import atexit
import functools
import shutil
import tempfile
from pathlib import Path

from taqabul.storage.ciphering import password_of, rewrite
from taqabul.workflow.library import Library, open_library


def new_library(path: str | Path, author: str) -> Library:
    """A library of ``author`` at ``path``, new where there is none: as ``open_library`` makes it; or on a server."""
    if isinstance(path, Path) and not path.exists():
        password = password_of(path)
        if password is None:
            shutil.copy(_made_once(), path)
        else:
            rewrite(_made_once(), path, password)
    return open_library(path, author)


@functools.cache
def _made_once() -> Path:
    folder = Path(tempfile.mkdtemp(prefix="taqabul-tests-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    path = folder / "library.db"
    open_library(path, "nobody").close()
    return path
