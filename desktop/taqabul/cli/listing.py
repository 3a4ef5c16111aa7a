"""``taqabul list``: the bitexts of a library."""

from dataclasses import asdict

from taqabul.cli.choices import AsJson, LibraryFile, existing
from taqabul.cli.terminal import put_json, put_table, say
from taqabul.domain.document import Document
from taqabul.workflow.projects import BitextSummary, list_bitexts, list_documents

_HEADINGS = ("id", "title", "source", "target", "links", "confirmed", "made", "engine")


def list_library(library: LibraryFile = None, as_json: AsJson = False) -> None:
    """List the bitexts of the library: id, title, paragraphs, links, how many are confirmed."""
    with existing(library) as opened_library:
        bitexts = list_bitexts(opened_library)
        documents = {one.id: one for one in list_documents(opened_library)} if as_json else {}
        location = opened_library.location
    if as_json:
        listed = [
            _as_object(one)
            | {
                "source": _about(documents[one.source]),
                "target": _about(documents[one.target]),
            }
            for one in bitexts
        ]
        put_json({"library": str(location), "bitexts": listed})
        return
    put_table(_HEADINGS, map(_cells, bitexts))
    say(f"Library: {location}")


def _cells(bitext: BitextSummary) -> tuple[str, ...]:
    return (
        str(bitext.id),
        bitext.title,
        f"{bitext.source_paragraphs} {bitext.source_language}",
        f"{bitext.target_paragraphs} {bitext.target_language}",
        str(bitext.links),
        str(bitext.confirmed),
        f"{bitext.created_at:%Y-%m-%d %H:%M}",
        bitext.engine,
    )


def _about(document: Document) -> dict[str, object]:
    return {"document": document.id, **asdict(document.metadata)}


def _as_object(bitext: BitextSummary) -> dict[str, object]:
    return {
        "id": bitext.id,
        "title": bitext.title,
        "source_language": bitext.source_language,
        "target_language": bitext.target_language,
        "source_paragraphs": bitext.source_paragraphs,
        "target_paragraphs": bitext.target_paragraphs,
        "links": bitext.links,
        "confirmed": bitext.confirmed,
        "created_at": bitext.created_at.isoformat(),
        "engine": bitext.engine,
    }
