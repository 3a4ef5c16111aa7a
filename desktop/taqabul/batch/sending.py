"""A pair's files as they are on the disk, on their way to a worker."""

import hashlib
import json
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from taqabul.batch.manifest import ListedPair
from taqabul.batch.work import Failure, FileBytes, Job


def read_pair(listed: ListedPair) -> tuple[dict[str, Any], Job | Failure]:
    """A pair's files on their way to a worker; or why they cannot be read. Its rows are as old as the newer file."""
    digests: list[str | None] = []
    files: list[FileBytes] = []
    folders: dict[Path, int] = {}
    newest = 0
    failure = None
    for path in listed.paths:
        try:
            content = path.read_bytes()
            newest = max(newest, int(path.stat().st_mtime))
        except OSError as error:
            digests.append(None)
            failure = failure or Failure(
                f"{path.name} cannot be read: {error.strerror}.",
                "Restore it, or take the pair out of the list.",
            )
            continue
        digests.append(hashlib.sha256(content).hexdigest())
        files.append(FileBytes(path.name, folders.setdefault(path.parent, len(folders)), content))
    at = datetime.fromtimestamp(newest, UTC)
    about = {"name": listed.name, "files": list(listed.files), "sha256": digests, "at": at.isoformat()}
    return about, failure or Job(listed.number, listed.name, tuple(files), at)


def digest_of(digests: Iterable[str | None]) -> bytes:
    """All digests of a pair in few bytes: there may be a million of them."""
    return hashlib.sha256(json.dumps(list(digests)).encode()).digest()[:12]
