"""Spelling: the dictionaries of this computer, and the words that people took into that of the library."""

from functools import cached_property

from taqabul.domain.language import Language
from taqabul.storage import terms as storage
from taqabul.text.dictionaries import Dictionary, dictionaries, dictionary
from taqabul.text.folding import fold_key
from taqabul.text.little_words import bare, plain
from taqabul.workflow.library import Library

__all__ = ["Spelling", "forget_word", "known_words", "take_in", "without_dictionary"]


def without_dictionary() -> tuple[Language, ...]:
    """The languages that no dictionary was found of."""
    return tuple(language for language in Language if not dictionaries(language))


def take_in(library: Library, language: Language, word: str) -> str:
    """Take a word into the dictionary of the library, as it is kept there."""
    kept = _kept(word, language)
    with library.database.write() as transaction:
        storage.keep_word(transaction, language, kept, library.author)
    return kept


def forget_word(library: Library, language: Language, word: str) -> None:
    """Take a word out of it."""
    with library.database.write() as transaction:
        storage.forget_word(transaction, language, word)


def known_words(library: Library) -> list[tuple[Language, str]]:
    """The words of the library's dictionary in the order of the alphabet."""
    with library.database.read() as transaction:
        return sorted(storage.read_words(transaction))


class Spelling:
    """What checks ask about words; dictionaries are read when the first word is asked about."""

    def __init__(self, library: Library) -> None:
        self._own = frozenset(known_words(library))

    def reads(self, language: Language) -> bool:
        """Whether there is a dictionary of a language."""
        return bool(dictionaries(language))

    def knows(self, word: str, language: Language) -> bool:
        """Whether a word is spelt right, or people took it in."""
        return (language, _kept(word, language)) in self._own or self._read[language].knows(word)

    def suggested(self, word: str, language: Language) -> tuple[str, ...]:
        """What may be meant, the likeliest first; what is but the same word spelt another way comes before others."""
        found = self._read[language].suggested(word)
        return tuple(sorted(found, key=lambda one: fold_key(one) != fold_key(word)))

    @cached_property
    def _read(self) -> dict[Language, Dictionary]:
        return {language: dictionary(dictionaries(language)) for language in Language}


def _kept(word: str, language: Language) -> str:
    return bare(plain(word)) if language is Language.ARABIC else word.casefold().replace("’", "'")
