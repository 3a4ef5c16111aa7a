"""``taqabul merge``: what others wrote on the same texts in their libraries, brought into one."""

from pathlib import Path
from typing import Annotated

import typer

from taqabul.cli.choices import AsJson, LibraryFile, existing
from taqabul.cli.terminal import ask_secretly, put_json, say
from taqabul.workflow.annotating.merging import Merged, merge_library, preview

_NAMES = {
    "annotation": "annotations",
    "relation": "relations",
    "claim": "claims",
    "note": "notes",
    "decision": "decisions",
}


def merge(
    others: Annotated[
        list[str],
        typer.Argument(
            metavar="OTHER…", help="Libraries of other people, files or addresses; they are only read."
        ),
    ],
    *,
    library: LibraryFile = None,
    take_theirs: Annotated[
        bool,
        typer.Option(
            "--take-theirs", help="Where the same thing differs, take theirs instead of keeping it."
        ),
    ] = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Only say what would come in and what differs.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Bring in what others marked and noted in the same texts; nothing twice, nothing overwritten unasked."""
    done = []
    stopped = None
    with existing(library) as ours:
        for path in others:
            merged = preview(ours, path, ask=ask_secretly)
            if not dry_run:
                differing = [one for _, brought in merged.brought for one in brought.conflicts]
                merged = merge_library(ours, path, differing if take_theirs else (), ask=ask_secretly)
            done.append(_as_object(path, merged))
            for line in _told(path, merged, dry_run=dry_run, take_theirs=take_theirs):
                say(line)
            if merged.stopped is not None:
                stopped = merged.stopped
                break
    if as_json:
        put_json({"dry_run": dry_run, "libraries": done})
    if stopped is not None:
        raise stopped


def _told(path: str, merged: Merged, *, dry_run: bool, take_theirs: bool) -> list[str]:
    counts = _counts(merged, "added")
    came = ", ".join(f"{count} {_NAMES[kind]}" for kind, count in counts.items()) or "nothing new"
    taken = sum(len(brought.taken) for _, brought in merged.brought)
    conflicts = sum(len(brought.conflicts) for _, brought in merged.brought) - taken
    lines = [f"{Path(path).name}: {came}{' would come in' if dry_run else ''}."]
    if taken:
        lines.append(f"  {taken} were taken as they are there.")
    if conflicts:
        how = "changed meanwhile, and stay as they are here: merge again to take theirs" if take_theirs else "differ, and stay as they are here (--take-theirs replaces them)"  # fmt: skip
        lines.append(f"  {conflicts} {'differ' if dry_run else how}.")
    lines += [f"  That is so in {title}." for title in merged.overtaken]
    for name, why in (
        ("orphans", "did not find their words, and are among the orphans"),
        ("homeless", "are on pairs that are not here, and left out"),
        ("waiting", "lead to annotations that are not here, and left out"),
    ):
        count = sum(len(getattr(brought, name)) for _, brought in merged.brought)
        if count:
            lines.append(f"  {count} {why}.")
    return [*lines, *(f"  {title} is not in this library, and left out." for title in merged.missing)]


def _counts(merged: Merged, name: str) -> dict[str, int]:
    """How many of each kind, over all bitexts; ``name`` is "added" or "same"."""
    found = {
        kind: sum(getattr(brought, name).get(kind, 0) for _, brought in merged.brought) for kind in _NAMES
    }
    return {kind: count for kind, count in found.items() if count}


def _as_object(path: str, merged: Merged) -> dict[str, object]:
    return {
        "path": path,
        "added": _counts(merged, "added"),
        "same": _counts(merged, "same"),
        "conflicts": [one.uid for _, brought in merged.brought for one in brought.conflicts],
        "orphans": [uid for _, brought in merged.brought for uid in brought.orphans],
        "missing": list(merged.missing),
        "changed_meanwhile": list(merged.overtaken),
        "stopped": "" if merged.stopped is None else merged.stopped.message,
    }
