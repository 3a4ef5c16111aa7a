"""Pairs of a gold file, and errors planted in them: numbers, names, sentences, words left untranslated."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import regex

from taqabul.checks.name_words import NO_NAMES, sounds_like
from taqabul.checks.records import Pair, Span
from taqabul.checks.units import english_units, quantities
from taqabul.domain.ids import LinkId
from taqabul.domain.language import Language
from taqabul.segment.sentences import split_sentences
from taqabul.text.exonyms import exonyms_in
from taqabul.text.folding import fold_key
from taqabul.text.little_words import LITTLE_WORDS
from taqabul.text.numbers import numbers_in
from taqabul.text.tokens import words
from taqabul.workflow.evaluating import read_gold

DIGITS = {
    one: "0123456789٠١٢٣٤٥٦٧٨٩"[k // 10 * 10 : k // 10 * 10 + 10]
    for k, one in enumerate("0123456789٠١٢٣٤٥٦٧٨٩")
}
NAME = regex.compile(r"\p{Lu}\p{Ll}{2,}")
ENDING = regex.compile(r"[.!?؟:;؛]+\s*$")
MIDDLE = regex.compile(r"[\p{Ll}\p{N},]['’]?s? $")


def made(link: int, source: str, target: str) -> Pair:
    """A pair of two texts, cut into sentences as the program does it."""
    sides = ((source, Language.ARABIC), (target, Language.ENGLISH))
    ours, theirs = (
        tuple(span for span in split_sentences(text, language) if text[slice(*span)].strip())
        for text, language in sides
    )
    return Pair(LinkId(link), source, target, sentences=(ours, theirs))


def gold_pairs(path: Path, half: int | None = None, limit: int | None = None) -> list[tuple[str, Pair]]:
    """The pairs of a file's plain documents, or of every other document, with the document's name."""
    plain = [one for one in read_gold(path) if one.variant == "plain"]
    kept = [one for k, one in enumerate(plain) if half is None or k % 2 == half]
    found = []
    for document in kept:
        for link in document.links:
            source = "\n".join(document.source[i] for i in link.source)
            target = "\n".join(document.target[j] for j in link.target)
            found.append((document.id, made(len(found) + 1, source, target)))
    return found[:limit]


class Planter:
    """Plants errors in pairs of one file; what it takes instead comes from other pairs of the file."""

    def __init__(self, pairs: Sequence[tuple[str, Pair]], seed: int = 1) -> None:
        self.pairs = pairs
        self.chance = random.Random(seed)
        self.small = NO_NAMES | {
            pair.target[a:b].lower()
            for _, pair in pairs
            for a, b in words(pair.target)
            if pair.target[a].islower()
        }
        self.names = [(k, *found) for k, (_, pair) in enumerate(pairs) for found in self.names_of(pair)]

    def names_of(self, pair: Pair) -> Iterator[tuple[Span, Span]]:
        """The names of a pair that are spelt out on both sides: in Arabic, in English."""
        known = set(exonyms_in(pair.source))
        for a, b in words(pair.target):
            name = pair.target[a:b]
            if not NAME.fullmatch(name) or name.lower() in self.small or not MIDDLE.search(pair.target[:a]):
                continue
            found = [(sounds_like(pair.source[c:d], name), (c, d)) for c, d in words(pair.source)]
            sound, span = max(found, default=(0.0, (0, 0)))
            if sound > 0.75 or known & set(exonyms_in(name)):
                yield span if sound > 0.75 else (0, 0), (a, b)

    def number(self, pair: Pair) -> Pair | None:
        """Another digit in a number of either side."""
        sides = ["source", "target"]
        self.chance.shuffle(sides)
        for side in sides:
            text = getattr(pair, side)
            found = [
                one for one in numbers_in(text)
                if one.kind != "list" and regex.search(r"\d", text[one.start : one.end]) and one.value > 2
            ]  # fmt: skip
            if found:
                one = self.chance.choice(found)
                places = [k for k in range(one.start, one.end) if text[k] in DIGITS]
                place = self.chance.choice(places)
                new = self.chance.choice(
                    [d for d in DIGITS[text[place]] if d != text[place] and d not in "0٠"]
                )
                return self._with(pair, side, text[:place] + new + text[place + 1 :])
        return None

    def unit(self, pair: Pair) -> Pair | None:
        """Another unit of the same kind in the place of one on the English side, or a percentage without its sign."""
        ours = {(one.figure, one.unit) for one in quantities(pair.source)}
        found = [one for one in quantities(pair.target) if one.unit and (one.figure, one.unit) in ours]
        if not found:
            return None
        one = self.chance.choice(found)
        text = pair.target[slice(*one.span)]
        others = [
            word for word, unit in english_units().items() if unit[0] == one.unit[0] and unit != one.unit
        ]
        if text[0] in "$€¥":
            wrong = self.chance.choice([sign for sign in ("$", "€", "¥", "") if sign != text[0]]) + text[1:]
        elif others and text[-1].isalpha():
            wrong = regex.sub(r"\p{L}+$", self.chance.choice(others), text)
        else:
            wrong = regex.sub(r"\s*(?:%|per ?cent)\s*", "", text)
        return self._with(pair, "target", pair.target[: one.span[0]] + wrong + pair.target[one.span[1] :])

    def name(self, pair: Pair) -> Pair | None:
        """Another name in the place of one, on either side."""
        found = list(self.names_of(pair))
        if not found:
            return None
        arabic, english = self.chance.choice(found)
        for _ in range(50):
            other, their_arabic, their_english = self.chance.choice(self.names)
            theirs = self.pairs[other][1]
            name = theirs.target[slice(*their_english)]
            old = pair.target[slice(*english)]
            if name in pair.target or set(exonyms_in(name)) & set(exonyms_in(old)):
                continue
            if max((sounds_like(pair.source[a:b], name) for a, b in words(pair.source)), default=0) > 0.75:
                continue
            if self.chance.random() < 0.5 and their_arabic[1] and arabic[1]:
                new = theirs.source[slice(*their_arabic)]
                text = pair.source[: arabic[0]] + new + pair.source[arabic[1] :]
                return self._with(pair, "source", text)
            return self._with(pair, "target", pair.target[: english[0]] + name + pair.target[english[1] :])
        return None

    def sentence(self, place: int) -> Pair | None:
        """A sentence dropped from a pair, or from one made of it and its neighbour as two paragraphs of a link are."""
        name, pair = self.pairs[place]
        ours, theirs = pair.sentences
        if not (len(ours) == len(theirs) > 1):
            if place + 1 >= len(self.pairs) or self.pairs[place + 1][0] != name:
                return None
            after = self.pairs[place + 1][1]
            one_each = [
                len(ours) == len(theirs) == 1,
                len(after.sentences[0]) == len(after.sentences[1]) == 1,
            ]
            if not all(one_each):
                return None
            side = self.chance.choice(("source", "target"))
            kept = self.chance.choice((pair, after))
            both = made(pair.link, f"{pair.source}\n{after.source}", f"{pair.target}\n{after.target}")
            return self._with(both, side, getattr(kept, side))
        side = self.chance.choice((0, 1))
        text = (pair.source, pair.target)[side]
        start, end = self.chance.choice(pair.sentences[side])
        return self._with(pair, ("source", "target")[side], f"{text[:start]} {text[end:]}".strip())

    def joined(self, place: int) -> Pair | None:
        """Two pairs as one, where one side has a comma in the place of the first's end: nothing is wrong with that."""
        name, pair = self.pairs[place]
        if place + 1 >= len(self.pairs) or self.pairs[place + 1][0] != name:
            return None
        after = self.pairs[place + 1][1]
        ends = [ENDING.sub("", pair.source), ENDING.sub("", pair.target)]
        if self.chance.random() < 0.5:
            return made(pair.link, f"{ends[0]}، {after.source}", f"{pair.target} {after.target}")
        return made(pair.link, f"{pair.source} {after.source}", f"{ends[1]}, {after.target}")

    def untranslated(self, pair: Pair) -> Pair | None:
        """One to three words of the English side in the place of as many Arabic ones."""
        theirs = [
            (a, b) for a, b in words(pair.target)
            if pair.target[a:b].islower() and b - a > 3 and fold_key(pair.target[a:b]) not in LITTLE_WORDS
        ]  # fmt: skip
        ours = words(pair.source)
        count = self.chance.choice((1, 2, 3))
        if not theirs or len(ours) < count + 2:
            return None
        at = self.chance.randrange(len(theirs))
        left = " ".join(pair.target[a:b] for a, b in theirs[at : at + count])
        place = self.chance.randrange(len(ours) - count)
        text = pair.source[: ours[place][0]] + left + pair.source[ours[place + count - 1][1] :]
        return self._with(pair, "source", text)

    def _with(self, pair: Pair, side: str, text: str) -> Pair:
        changed = replace(pair, **{side: text})
        return made(pair.link, changed.source, changed.target)
