"""How the translator of a bitext writes names: learned from the pairs in which a name was found in Arabic."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from taqabul.domain.ids import LinkId

_OFTEN: Final = 2
"""Pairs in which a name is not spelt out before that is taken for the translator's way with it."""
_MOSTLY: Final = 0.6


class Met(NamedTuple):
    """A name met in a pair: as its key, and the keys of the Arabic words that may stand for it; none where it is alone.

    ``spelt`` are those that sound like it.
    """

    name: str
    forms: frozenset[str]
    spelt: frozenset[str]


@dataclass(frozen=True)
class Habits:
    """Which Arabic words stand for a name, and in which pairs.

    ``alone`` are the pairs in which nothing does; ``strangers`` the Arabic words that mostly stand for names, with these.
    """

    forms: Mapping[str, Mapping[str, frozenset[LinkId]]] = field(default_factory=dict)
    alone: Mapping[str, frozenset[LinkId]] = field(default_factory=dict)
    strangers: Mapping[str, frozenset[str]] = field(default_factory=dict)

    def is_rendered(self, name: str) -> bool:
        """Whether the translator does not spell a name out, time and again."""
        alone = len(self.alone.get(name, ()))
        return alone >= _OFTEN and alone >= len(self._matched(name, None))

    def elsewhere(self, name: str, link: LinkId, words: frozenset[str]) -> tuple[float, float, float]:
        """What other pairs tell of a name.

        In how many it is found, 0 to 1; 1 where a word that stands for it there is among ``words``, -1 where none is; in
        what share of them nothing stands for it.
        """
        matched, alone = self._matched(name, link), self.alone.get(name, frozenset()) - {link}
        if not matched and not alone:
            return 0.0, 0.0, 0.0
        here = any(form in words for form, links in self.forms.get(name, {}).items() if links - {link})
        known = min(len(matched), 3) / 3
        return known, (1.0 if here else -1.0) * bool(matched), len(alone) / (len(alone) + len(matched))

    def is_stranger(self, form: str, link: LinkId, names: frozenset[str]) -> bool:
        """Whether an Arabic word stands elsewhere for names of which none is among ``names``."""
        others = self.strangers.get(form)
        if not others or others & names:
            return False
        return any(self.forms[name][form] - {link} for name in others)

    def _matched(self, name: str, without: LinkId | None) -> set[LinkId]:
        return {link for links in self.forms.get(name, {}).values() for link in links} - {without}


def habits_of(met: Iterable[tuple[LinkId, Iterable[Met], Iterable[str]]]) -> Habits:
    """What pairs teach: each with its names, and the keys of all its Arabic words."""
    forms: dict[str, dict[str, set[LinkId]]] = defaultdict(lambda: defaultdict(set))
    alone: dict[str, set[LinkId]] = defaultdict(set)
    standing: dict[str, set[str]] = defaultdict(set)
    links: dict[str, set[LinkId]] = defaultdict(set)
    seen = Counter[str]()
    for link, names, words in met:
        seen.update(set(words))
        for one in names:
            for form in one.forms:
                forms[one.name][form].add(link)
            for form in one.spelt:
                standing[form].add(one.name)
                links[form].add(link)
            if not one.forms:
                alone[one.name].add(link)
    return Habits(
        {
            name: {form: frozenset(where) for form, where in written.items()}
            for name, written in forms.items()
        },
        {name: frozenset(where) for name, where in alone.items()},
        {
            form: frozenset(names)
            for form, names in standing.items()
            if len(links[form]) >= _MOSTLY * seen[form]
        },
    )
