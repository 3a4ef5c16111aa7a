"""Terms and words that people keep for checks: rows to records and back."""

from collections.abc import Iterable
from datetime import UTC, datetime

from sqlalchemy import delete, insert, select

from taqabul.domain.ids import ProjectId
from taqabul.domain.language import Language
from taqabul.domain.terms import Term
from taqabul.storage.database import Transaction
from taqabul.storage.dialects import insert_or_update
from taqabul.storage.tables import known_word, term

_OF_ALL = 0
_BETWEEN = "|"


def read_terms(transaction: Transaction, project: ProjectId | None) -> list[Term]:
    """The terms of a project, or those of the whole library, by their Arabic words."""
    of = term.c
    query = select(of.arabic, of.english, of.not_arabic, of.not_english)
    query = query.where(of.project_id == (project or _OF_ALL)).order_by(of.arabic, of.english)
    return [
        Term(*(tuple(filter(None, cell.split(_BETWEEN))) for cell in row))
        for row in transaction.connection.execute(query)
    ]


def replace_terms(transaction: Transaction, project: ProjectId | None, terms: Iterable[Term]) -> None:
    """Keep these terms for a project, or the whole library, and no others."""
    place = project or _OF_ALL
    transaction.connection.execute(delete(term).where(term.c.project_id == place))
    rows = {
        (cells[0], cells[1]): dict(
            zip(
                ("project_id", "arabic", "english", "not_arabic", "not_english"), (place, *cells), strict=True
            )
        )
        for one in terms
        for cells in [
            [_BETWEEN.join(words) for words in (one.arabic, one.english, one.not_arabic, one.not_english)]
        ]
    }
    if rows:
        transaction.connection.execute(insert(term), list(rows.values()))


def read_words(transaction: Transaction) -> set[tuple[Language, str]]:
    """The words that people took into the dictionary."""
    rows = transaction.connection.execute(select(known_word.c.language, known_word.c.word))
    return {(Language(language), str(word)) for language, word in rows}


def keep_word(transaction: Transaction, language: Language, word: str, author: str) -> None:
    """Take a word into the dictionary."""
    row = {"language": language.value, "word": word, "author": author, "at": datetime.now(UTC)}
    insert_or_update(transaction, known_word, [row], [])


def forget_word(transaction: Transaction, language: Language, word: str) -> None:
    """Take a word out of it."""
    of = known_word.c
    transaction.connection.execute(delete(known_word).where(of.language == language.value, of.word == word))
