"""``taqabul import``, and what ``taqabul export`` says of annotations."""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from taqabul.cli.choices import AsJson, LibraryFile, copy_daily, existing
from taqabul.cli.terminal import put_json, say
from taqabul.domain.ids import BitextId
from taqabul.workflow.annotating.from_files import FromFile, bring_in_file
from taqabul.workflow.annotating.taking_out import TakenOut, check_annotation_output, take_out
from taqabul.workflow.library import Library


def import_annotations(
    files: Annotated[
        list[Path],
        typer.Argument(
            metavar="FILE...",
            help="Taqabul's JSON, Web Annotations (.jsonld), or brat's files (.zip, or .ann with its .txt).",
        ),
    ],
    bitext: Annotated[int, typer.Option("--bitext", metavar="ID", help="The id that taqabul list shows.")],
    *,
    library: LibraryFile = None,
    as_json: AsJson = False,
) -> None:
    """Bring annotations of files into a bitext: found by position and quote; again changes nothing."""
    with existing(library) as opened_library:
        copy_daily(opened_library)
        done = []
        for file in files:
            done.append(bring_in_file(opened_library, BitextId(bitext), file))
            for line in told_of(done[-1]):
                say(line)
    if as_json:
        put_json({"bitext": bitext, "imports": [_brought_as_object(one) for one in done]})


def told_of(brought: FromFile) -> list[str]:
    """What came of an import, in lines."""
    kinds = (
        "annotations new",
        "changed",
        "the same",
        "kept as they are here",
        "without a place, kept as orphans",
    )
    numbers = (brought.new, brought.changed, brought.same, brought.kept, brought.lost)
    others = (("relations", brought.relations), ("notes", brought.notes), ("claims", brought.claims))
    parts = [f"{number} {kind}" for number, kind in zip(numbers, kinds, strict=True) if number]
    parts += [f"{number} {kind}" for kind, number in others if number]
    return [f"{brought.path.name}: {', '.join(parts) or 'nothing'}", *(f"  {one}" for one in brought.remarks)]


def check_annotations(outputs: Sequence[Path], format_: str | None) -> None:
    """Raise UnsupportedFormat or CannotWrite where writing is known to fail, before any work."""
    for out in outputs:
        check_annotation_output(out, format_)


def write_annotations(
    library: Library, bitext: BitextId, outputs: Sequence[Path], format_: str | None
) -> list[TakenOut]:
    """Write the annotations into every file; say before what is lost, and after what went where."""
    done = []
    for out in outputs:
        done.append(take_out(library, bitext, out, format_, _say_losses))
        one = done[-1]
        say(f"Written: {one.path} ({one.annotations} annotations, {one.format})")
        if one.replaced_characters:
            say(f"  {one.replaced_characters} characters were replaced: the format cannot hold them.")
    return done


def taken_as_object(taken: TakenOut) -> dict[str, object]:
    """What was written, as JSON holds it."""
    return {
        "path": str(taken.path),
        "format": taken.format,
        "annotations": taken.annotations,
        "losses": list(taken.losses),
        "replaced_characters": taken.replaced_characters,
    }


def _say_losses(losses: Sequence[str]) -> None:
    for line in losses:
        say(f"  {line}")


def _brought_as_object(brought: FromFile) -> dict[str, object]:
    names = ("new", "changed", "same", "kept", "lost", "relations", "notes", "claims")
    return {
        "path": str(brought.path),
        **{name: getattr(brought, name) for name in names},
        "remarks": list(brought.remarks),
    }
