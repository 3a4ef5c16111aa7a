"""Two texts and links that name their segments become a bitext, or it is said which link is wrong."""

from collections.abc import Sequence
from dataclasses import dataclass

from taqabul.domain.bitext import LinkStatus
from taqabul.domain.errors import InvalidInput
from taqabul.domain.files import BitextFile
from taqabul.domain.language import Language
from taqabul.formats.given_pairs import GivenPair, as_bitext, turned
from taqabul.text.direction import language_of


@dataclass(frozen=True, slots=True)
class NamedLink:
    """A link by the numbers (from 0) of its segments. ``place`` says where it stands ("line 7")."""

    place: str
    source: tuple[int, ...]
    target: tuple[int, ...]
    status: LinkStatus = LinkStatus.PROPOSED

    @property
    def sides(self) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """The segments of both texts."""
        return self.source, self.target


def unnamed(links: Sequence[NamedLink], texts: tuple[Sequence[str], Sequence[str]]) -> list[NamedLink]:
    """Links of their own for the segments with text that no link names."""
    named = [{segment for link in links for segment in link.sides[side]} for side in (0, 1)]
    ours = [k for k, text in enumerate(texts[0]) if k not in named[0] and text.strip()]
    theirs = [k for k, text in enumerate(texts[1]) if k not in named[1] and text.strip()]
    return [*(NamedLink("", (k,), ()) for k in ours), *(NamedLink("", (), (k,)) for k in theirs)]


def faults(links: Sequence[NamedLink], sizes: tuple[int, int], names: tuple[str, str]) -> list[str]:
    """What is wrong with links to texts of so many segments, a sentence each; segments are counted from 0."""
    found = []
    for side in (0, 1):
        taken: dict[int, str] = {}
        for link in links:
            for segment in link.sides[side]:
                if not 0 <= segment < sizes[side]:
                    found.append(
                        f"{link.place} names segment {segment} of {names[side]}, which has {sizes[side]:,} (counted from 0)."
                    )
                elif segment in taken:
                    found.append(
                        f"{link.place} names segment {segment} of {names[side]}, which {taken[segment]} names already."
                    )
                taken.setdefault(segment, link.place)
    return found


def linked(
    name: str,
    sha256: str,
    texts: tuple[Sequence[str], Sequence[str]],
    links: Sequence[NamedLink],
    names: tuple[str, str],
    findings: Sequence[str] = (),
) -> BitextFile:
    """Two texts in their segments, in either order of languages, with their links; what no link names faces nothing.

    ``name`` and ``sha256`` are those of what holds the links, ``names`` those of the texts. Raises
    InvalidInput with the place of the fault, UnreadableFile where the texts are not Arabic and English.
    """
    wrong = faults(links, (len(texts[0]), len(texts[1])), names)
    if wrong:
        more = f" {len(wrong) - 1:,} more faults." if len(wrong) > 1 else ""
        raise InvalidInput(
            f"“{name}” does not fit the texts: {wrong[0]}{more}",
            "Choose the very texts that were aligned, in the same order, or align them anew.",
        )
    languages = [language_of("\n".join(side)) for side in texts]
    if languages[0] is not None and languages[0] is languages[1]:
        word = languages[0].name.capitalize()
        raise InvalidInput(f"Both texts are in {word}.", "Choose an Arabic text and its English version.")
    alone = unnamed(links, texts)
    pairs = [_pair(link, texts) for link in (*links, *alone)]
    if languages[0] is Language.ENGLISH or languages[1] is Language.ARABIC:
        pairs = [turned(pair) for pair in pairs]
    told = (f"{len(alone):,} segments are in no link, and face nothing.",) if alone else ()
    return as_bitext(name, sha256, pairs, findings=(*findings, *told))


def _pair(link: NamedLink, texts: tuple[Sequence[str], Sequence[str]]) -> GivenPair:
    """The texts of a link, a line a segment; a segment without text is none."""
    found = [
        [(str(k), line) for k in members if (line := " ".join(side[k].split()))]
        for members, side in zip(link.sides, texts, strict=True)
    ]
    lines = ["\n".join(line for _, line in side) for side in found]
    ids = [tuple(id_ for id_, _ in side) for side in found]
    return GivenPair(lines[0], lines[1], link.status, source_ids=ids[0], target_ids=ids[1])
