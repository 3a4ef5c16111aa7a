"""The alignment map of a bitext: what is like what, and how its links run through it."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from taqabul.align.encoder import find_encoder
from taqabul.align.overview import similarity_table
from taqabul.domain.bitext import Link, LinkStatus
from taqabul.domain.chains import longest_chain
from taqabul.domain.ids import BitextId, ParagraphId
from taqabul.domain.options import AlignOptions, Progress, no_progress
from taqabul.formats.alignment_map import CELLS, AlignmentMap, MapLink, check_picture, write_map
from taqabul.storage.links import link_ids, read_links
from taqabul.workflow.library import Library
from taqabul.workflow.projects import bitext_in, bitext_summary
from taqabul.workflow.proposals import paragraphs_of, sentence_texts
from taqabul.workflow.remembering import LibraryVectors

__all__ = ["check_picture", "draw_map", "heat_of", "map_of"]

_LAST_LATIN = 0x24F


def draw_map(
    library: Library,
    bitext: BitextId,
    out: Path,
    options: AlignOptions | None = None,
    progress: Progress = no_progress,
) -> None:
    """Draw the alignment map of a bitext into a PNG or SVG file.

    ``progress`` hears how many texts are encoded. Raises UnsupportedFormat, CannotWrite, InvalidInput.
    """
    check_picture(out)
    write_map(out, map_of(library, bitext, options or AlignOptions(), progress))


def map_of(library: Library, bitext: BitextId, options: AlignOptions, progress: Progress) -> AlignmentMap:
    """What the map of a bitext shows: similarity, or confidence where there is no encoder."""
    with library.database.read() as transaction:
        record = bitext_in(transaction, bitext)
        sides = [paragraphs_of(transaction, document) for document in (record.source, record.target)]
        ids = link_ids(transaction, bitext)
        links = [link for link in read_links(transaction, ids).values() if _counts(link)]
    summary = bitext_summary(library, bitext)
    numbers = [{one.id: number for number, one in enumerate(side, start=1)} for side in sides]
    encoder = find_encoder(options)
    if encoder is None:
        heat, heat_name = _confidence_table(links, numbers), "confidence of the link"
    else:
        texts = (sentence_texts(sides[0]), sentence_texts(sides[1]))
        store = LibraryVectors(library)
        heat = similarity_table(*texts, encoder, CELLS, progress, store, options.jobs)
        heat_name = "similarity of meaning"
    languages = (summary.source_language.name, summary.target_language.name)
    return AlignmentMap(
        _written_from_left(summary.title) or f"Bitext {bitext}",
        (languages[0].capitalize(), languages[1].capitalize()),
        (len(sides[0]), len(sides[1])),
        heat,
        heat_name,
        _placed(links, numbers),
        (
            [numbers[0][id_] for link in links if not link.target for id_ in link.source],
            [numbers[1][id_] for link in links if not link.source for id_ in link.target],
        ),
    )


def heat_of(
    library: Library, bitext: BitextId, progress: Progress = no_progress
) -> NDArray[np.float32] | None:
    """How alike source paragraphs (rows) are to target paragraphs (columns) in meaning, as on the map.

    None where there is no encoder. Remembered vectors are used; what was edited since is encoded.
    """
    encoder = find_encoder(AlignOptions())
    if encoder is None:
        return None
    with library.database.read() as transaction:
        record = bitext_in(transaction, bitext)
        sides = [paragraphs_of(transaction, document) for document in (record.source, record.target)]
    texts = (sentence_texts(sides[0]), sentence_texts(sides[1]))
    return similarity_table(*texts, encoder, CELLS, progress, LibraryVectors(library))


def _counts(link: Link) -> bool:
    return link.status is not LinkStatus.REJECTED


Numbers = Sequence[Mapping[ParagraphId, int]]


def _placed(links: Sequence[Link], numbers: Numbers) -> list[MapLink]:
    """The two-sided links in the order of the source; those off the longest chain cross."""
    places = sorted(
        (tuple(numbers[0][id_] for id_ in link.source), tuple(numbers[1][id_] for id_ in link.target))
        for link in links
        if not link.is_one_sided
    )
    in_order = set(longest_chain([target[0] for _, target in places]))
    return [MapLink(*place, crossing=row not in in_order) for row, place in enumerate(places)]


def _confidence_table(links: Sequence[Link], numbers: Numbers) -> NDArray[np.float32]:
    """The greatest confidence in each cell; a link that a person made is sure."""
    sizes = [len(side) for side in numbers]
    table = np.zeros([min(size, CELLS) for size in sizes], dtype=np.float32)
    for link in links:
        confidence = 1.0 if link.confidence is None else link.confidence
        for source in link.source:
            for target in link.target:
                cell = tuple(
                    (number - 1) * cells // size
                    for number, cells, size in zip(
                        (numbers[0][source], numbers[1][target]), table.shape, sizes, strict=True
                    )
                )
                table[cell] = max(table[cell], confidence)
    return table


def _written_from_left(title: str) -> str:
    """The title in brief, or nothing where it holds letters that the map cannot show."""
    words = " ".join(title.split())
    if not words.isprintable() or any(ord(letter) > _LAST_LATIN for letter in words):
        return ""
    return words if len(words) <= 80 else f"{words[:79]}-"
