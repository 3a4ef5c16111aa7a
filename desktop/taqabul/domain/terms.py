"""Terms of a term base."""

from dataclasses import dataclass

from taqabul.domain.language import Language


@dataclass(frozen=True, slots=True)
class Term:
    """A notion and its words: any of ``arabic`` is to be said for any of ``english`` and the other way round.

    Words in ``not_arabic`` and ``not_english`` shall not be used for it.
    """

    arabic: tuple[str, ...] = ()
    english: tuple[str, ...] = ()
    not_arabic: tuple[str, ...] = ()
    not_english: tuple[str, ...] = ()

    def wanted(self, language: Language) -> tuple[str, ...]:
        """What it is called in a language."""
        return self.arabic if language is Language.ARABIC else self.english

    def forbidden(self, language: Language) -> tuple[str, ...]:
        """What it shall not be called in a language."""
        return self.not_arabic if language is Language.ARABIC else self.not_english
