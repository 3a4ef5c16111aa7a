"""How well finding by meaning and finding by likeness answer, and what their thresholds are worth; run by hand.

    python tests/benchmarks/bench_finding.py GOLD.jsonl… [--each N] [--least]

The plain documents of each gold file become a bitext of a library in a temporary folder. Asked are: by meaning,
whole paragraphs of one language and runs of four to six words of them, sought in the other language; and
nonsense, made of words that do not exist and of words of the text thrown together. By likeness, names (capitals in
the middle of a sentence, never in small letters, no word of CLDR's lists) sought in the other script; words with a
slip of the keyboard; and the cities of CLDR's time zones in both directions, sought among each other. An answer is
right if it is in the paragraph that faces the one asked from (the same one for slips, the same city).

Printed for each: how many questions were answered right at once and among the first ten, and how many wrong answers
a question got. ``--least`` prints this for several thresholds (the ones in force are those of the program).
"""

import argparse
import random
import tempfile
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import accumulate, pairwise
from pathlib import Path

import regex
from name_lists import lists

from taqabul.domain.bitext import Alignment, ProposedLink
from taqabul.domain.files import TextFile
from taqabul.domain.ids import BitextId, ParagraphId
from taqabul.domain.language import Language
from taqabul.domain.search import Kind, Query, Where
from taqabul.segment.sentences import split_sentences
from taqabul.text.exonyms import exonyms_in
from taqabul.workflow.aligning import create_bitext
from taqabul.workflow.evaluating import read_gold
from taqabul.workflow.intake import SegmentedText, keep
from taqabul.workflow.library import Library, open_library
from taqabul.workflow.rows import iter_rows
from taqabul.workflow.searching import find, fuzzy, meaning

WORD = regex.compile(r"\p{L}[\p{L}\p{M}']*")
NAME = regex.compile(r"(?<=[\p{Ll},] )\p{Lu}\p{Ll}{3,}(?: \p{Lu}\p{Ll}{3,})?")
LETTERS = {Language.ARABIC: "ابتثجحدرسشعفقكلمنهوي", Language.ENGLISH: "abcdefghilmnoprstuwy"}
MEANINGS = (0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55)
NAMES = (0.66, 0.7, 0.74, 0.78, 0.82, 0.86)


@dataclass
class Held:
    """A bitext by its texts: what stands on each side, and which paragraphs face each."""

    library: Library
    id: BitextId
    texts: dict[ParagraphId, tuple[Where, str]] = field(default_factory=dict)
    facing: dict[ParagraphId, set[ParagraphId]] = field(default_factory=dict)

    def side(self, where: Where) -> list[tuple[ParagraphId, str]]:
        """The texts of a side."""
        return [(id_, text) for id_, (of, text) in self.texts.items() if of is where]


Question = tuple[Query, set[ParagraphId]]
"""What is asked, and the paragraphs that answer it."""


def held(library: Library, pairs: Iterable[tuple[str, str]]) -> Held:
    """A bitext of such lines."""
    sides = list(zip(*pairs, strict=True))
    of, sizes = [], []
    for language, lines in zip((Language.ARABIC, Language.ENGLISH), sides, strict=True):
        cut = [(text, split_sentences(text, language)) for text in lines]
        file = TextFile("gold.txt", "\n\n".join(lines), "utf-8", f"{hash(lines):064x}"[-64:])
        with library.database.write() as transaction:
            of += keep(transaction, file, [SegmentedText(language, "gold", cut)])
        sizes.append([0, *accumulate(len(spans) for _, spans in cut)])
    links = tuple(ProposedLink((n,), (n,), 0.9) for n in range(len(sides[0])))
    inside = tuple(
        ProposedLink(tuple(range(*ours)), tuple(range(*theirs)), 0.9)
        for ours, theirs in zip(pairwise(sizes[0]), pairwise(sizes[1]), strict=True)
    )
    made = Held(library, create_bitext(library, of[0], of[1], Alignment(links, inside, "gold")))
    for row in iter_rows(library, made.id):
        ours, theirs = {one.id for one in row.source}, {one.id for one in row.target}
        made.texts |= {one.id: (Where.SOURCE, one.text) for one in row.source}
        made.texts |= {one.id: (Where.TARGET, one.text) for one in row.target}
        made.facing |= dict.fromkeys(ours, theirs) | dict.fromkeys(theirs, ours)
    return made


def gold_pairs(path: Path) -> list[tuple[str, str]]:
    """What faces each other in the plain documents of a file, each text once."""
    found = {}
    for document in read_gold(path):
        if document.variant == "plain":
            for link in document.links:
                ours = " ".join(document.source[i] for i in link.source)
                theirs = " ".join(document.target[j] for j in link.target)
                if ours.strip() and theirs.strip():
                    found.setdefault(ours, theirs)
    return list({theirs: (ours, theirs) for ours, theirs in found.items()}.values())


def across(held: Held, chance: random.Random, each: int, *, pieces: bool) -> Iterator[Question]:
    """Paragraphs, or runs of words of them, to be sought in the other language."""
    for where, other in ((Where.TARGET, Where.SOURCE), (Where.SOURCE, Where.TARGET)):
        for id_, text in chance.sample(held.side(where), min(each, len(held.side(where)))):
            words = text.split()
            if pieces and len(words) < 8:
                continue
            size = chance.randint(4, 6)
            start = chance.randint(0, max(0, len(words) - size))
            asked = " ".join(words[start : start + size]) if pieces else text
            yield Query(asked, Kind.MEANING, other), held.facing[id_]


def nonsense(held: Held, chance: random.Random, each: int, *, words: bool) -> Iterator[Question]:
    """What nobody said: no answer is right."""
    english = [word for _, text in held.side(Where.TARGET) for word in WORD.findall(text)]
    for _ in range(each):
        made = ["".join(chance.choices(LETTERS[Language.ENGLISH], k=chance.randint(4, 8))) for _ in range(4)]
        asked = chance.sample(english, 5) if words else made
        yield Query(" ".join(asked), Kind.MEANING, Where.SOURCE), set()


def names(held: Held, chance: random.Random, each: int) -> Iterator[Question]:
    """English names; the right answers face paragraphs that hold them."""
    english = held.side(Where.TARGET)
    small = {word for _, text in english for word in WORD.findall(text) if word.islower()}
    where = defaultdict(set)
    for id_, text in english:
        for name in NAME.findall(text):
            if not exonyms_in(name) and not {part.lower() for part in name.split()} & small:
                where[name].add(id_)
    for name in chance.sample(sorted(where), min(each, len(where))):
        holders = {id_ for id_, text in english if name in text}
        yield Query(name, Kind.FUZZY, Where.SOURCE), {other for id_ in holders for other in held.facing[id_]}


def slips(held: Held, chance: random.Random, each: int) -> Iterator[Question]:
    """Words of five letters and more with one slip; the right answers hold the word."""
    for where, language in ((Where.SOURCE, Language.ARABIC), (Where.TARGET, Language.ENGLISH)):
        counts = Counter(word for _, text in held.side(where) for word in set(WORD.findall(text)))
        known = sorted(word for word, count in counts.items() if len(word) > 5 and count < 20)
        for word in chance.sample(known, min(each, len(known))):
            at = chance.randint(1, len(word) - 2)
            letter = chance.choice(LETTERS[language])
            slip = chance.choice(
                (
                    word[:at] + word[at + 1 :],
                    word[:at] + letter + word[at:],
                    word[:at] + word[at + 1] + word[at] + word[at + 2 :],
                )
            )
            right = {id_ for id_, text in held.side(where) if word in WORD.findall(text)}
            yield Query(slip, Kind.FUZZY, where), right


def cities(held: Held, chance: random.Random, each: int) -> Iterator[Question]:
    """Cities, sought among the cities in the other script."""
    for where, other in ((Where.TARGET, Where.SOURCE), (Where.SOURCE, Where.TARGET)):
        for id_, name in chance.sample(held.side(where), min(each, len(held.side(where)))):
            yield Query(name, Kind.FUZZY, other), held.facing[id_]


@dataclass
class Answers:
    """What came of some questions at one threshold."""

    asked: int = 0
    first: int = 0
    ten: int = 0
    wrong: int = 0
    nothing: int = 0

    def take(
        self, answers: list[tuple[ParagraphId | None, float]], right: set[ParagraphId], least: float
    ) -> None:
        """Count the answers with at least such a score."""
        order = list(dict.fromkeys(id_ for id_, score in answers if score >= least))
        self.asked += 1
        self.first += bool(order) and order[0] in right
        self.ten += any(id_ in right for id_ in order[:10])
        self.wrong += sum(id_ not in right for id_ in order)
        self.nothing += not order

    def __str__(self) -> str:
        shares = [f"{count / max(self.asked, 1):8.3f}" for count in (self.first, self.ten)]
        return f"{self.asked:6}{''.join(shares)}{self.wrong / max(self.asked, 1):9.1f}{self.nothing / max(self.asked, 1):9.3f}"


def measured(name: str, held: Held, questions: Iterable[Question], least: tuple[float, ...]) -> None:
    """Ask and print."""
    found = {one: Answers() for one in least}
    for query, right in questions:
        hits = find(held.library, query, held.id).hits
        for one in least:
            found[one].take([(hit.paragraph, hit.score) for hit in hits], right, one)
    for one, answers in found.items():
        print(f"{name:44}{one or '':>6}{answers}", flush=True)


def main() -> None:
    """Build, ask, print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("gold", type=Path, nargs="+")
    parser.add_argument("--each", type=int, default=150, help="questions of each sort")
    parser.add_argument("--least", action="store_true", help="for several thresholds")
    given = parser.parse_args()
    if given.least:
        meaning._LEAST, fuzzy._ALONE, fuzzy._TOGETHER = MEANINGS[0], NAMES[0], NAMES[0]
    by_meaning, by_likeness = (MEANINGS, NAMES) if given.least else ((0.0,), (0.0,))
    print(f"{'':44}{'least':>6}{'asked':>6}{'first':>8}{'ten':>8}{'wrong':>9}{'nothing':>9}")
    with tempfile.TemporaryDirectory() as folder:
        sources: list[tuple[str, Callable[[], list[tuple[str, str]]]]] = [
            (path.stem, lambda path=path: gold_pairs(path)) for path in given.gold
        ]
        for title, pairs in sources:
            library = open_library(Path(folder) / f"{title}.db")
            texts, chance = held(library, pairs()), random.Random(11)
            print(f"{title}: {len(texts.texts)} paragraphs")
            for pieces, said in ((False, "paragraphs"), (True, "4-6 words")):
                asked = across(texts, chance, given.each // 2, pieces=pieces)
                measured(f"{title}: meaning, {said}", texts, asked, by_meaning)
            for words, said in ((False, "no words"), (True, "words thrown together")):
                measured(
                    f"{title}: {said}",
                    texts,
                    nonsense(texts, chance, given.each // 2, words=words),
                    by_meaning,
                )
            measured(f"{title}: names", texts, names(texts, chance, given.each), by_likeness)
            measured(f"{title}: slips", texts, slips(texts, chance, given.each // 2), by_likeness)
            library.close()
        library = open_library(Path(folder) / "cities.db")
        texts = held(library, lists()["cities"])
        measured("cities", texts, cities(texts, random.Random(11), given.each // 2), by_likeness)
        library.close()


if __name__ == "__main__":
    main()
