"""Guidelines as Markdown: what the set's makers wrote, then each label with its meaning and an example."""

import re
from collections.abc import Iterator

from taqabul.domain.labels import Label, LabelSet, RelationType, Words
from taqabul.domain.language import Language

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~])")
_LABELS = {Language.ENGLISH: "Labels", Language.ARABIC: "التسميات"}
_RELATIONS = {Language.ENGLISH: "Relations", Language.ARABIC: "العلاقات"}
_EXAMPLE = {Language.ENGLISH: "Example:", Language.ARABIC: "مثال:"}


def guidelines_markdown(label_set: LabelSet, language: Language) -> str:
    """All of it in one language; words that a set has in the other language only are given in that one."""
    return "\n\n".join(_blocks(label_set, language))


def in_language(words: Words, language: Language) -> str:
    """Words in one language, or in the other where they are in that one only."""
    first, second = words.english, words.arabic
    return (second or first) if language is Language.ARABIC else (first or second)


def _blocks(label_set: LabelSet, language: Language) -> Iterator[str]:
    guidelines = in_language(label_set.guidelines, language)
    yield guidelines or f"# {_plain(in_language(label_set.name, language))}"
    if not guidelines:
        yield _plain(in_language(label_set.description, language))
    offered = [one for one in label_set.labels if not one.deprecated]
    if offered:
        yield f"## {_LABELS[language]}"
    for label in offered:
        yield _told(label, language, f" ({label.shortcut.upper()})" if label.shortcut else "", label.example)
    ties = [one for one in label_set.relations if not one.deprecated]
    if ties:
        yield f"## {_RELATIONS[language]}"
    for tie in ties:
        yield _told(tie, language, "", Words())


def _told(word: Label | RelationType, language: Language, key: str, example: Words) -> str:
    parts = [f"**{_plain(in_language(word.name, language))}**{key}"]
    definition, shown = in_language(word.definition, language), in_language(example, language)
    if definition:
        parts.append(_plain(definition))
    if shown:
        parts.append(f"*{_EXAMPLE[language]}* {_plain(shown)}")
    return " — ".join(parts[:2]) + ("  \n" + parts[2] if len(parts) > 2 else "")


def _plain(text: str) -> str:
    """Words that are no Markdown."""
    return _SPECIAL.sub(r"\\\1", text)
