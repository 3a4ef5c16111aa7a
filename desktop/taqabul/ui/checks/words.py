"""What checks, severities and findings are called in the window, and which error of MQM a finding is."""

from typing import Final

from taqabul.domain.language import Side
from taqabul.text.direction import isolated
from taqabul.ui.core.i18n import QT_TRANSLATE_NOOP, Message, say, translate
from taqabul.workflow.checking import Found, Severity

CONTEXT: Final = "Checks"

SEVERITIES: Final[dict[Severity, Message]] = {
    Severity.ERROR: QT_TRANSLATE_NOOP("Checks", "Error"),
    Severity.WARNING: QT_TRANSLATE_NOOP("Checks", "Warning"),
    Severity.HINT: QT_TRANSLATE_NOOP("Checks", "Hint"),
}
CHECKS: Final[dict[str, Message]] = {
    "omission": QT_TRANSLATE_NOOP("Checks", "Omissions and additions"),
    "numbers": QT_TRANSLATE_NOOP("Checks", "Numbers and dates"),
    "units": QT_TRANSLATE_NOOP("Checks", "Units and percentages"),
    "names": QT_TRANSLATE_NOOP("Checks", "Names"),
    "untranslated": QT_TRANSLATE_NOOP("Checks", "Untranslated text"),
    "terms": QT_TRANSLATE_NOOP("Checks", "Terminology"),
    "consistency": QT_TRANSLATE_NOOP("Checks", "One text, several translations"),
    "merging": QT_TRANSLATE_NOOP("Checks", "Several texts, one translation"),
    "scripts": QT_TRANSLATE_NOOP("Checks", "Letters of other scripts"),
    "questions": QT_TRANSLATE_NOOP("Checks", "Questions"),
    "brackets": QT_TRANSLATE_NOOP("Checks", "Brackets"),
    "quotes": QT_TRANSLATE_NOOP("Checks", "Quotes"),
    "doubled": QT_TRANSLATE_NOOP("Checks", "Doubled words"),
    "marks": QT_TRANSLATE_NOOP("Checks", "Marks of the other script"),
    "spaces": QT_TRANSLATE_NOOP("Checks", "Spaces"),
    "unseen": QT_TRANSLATE_NOOP("Checks", "Unseen characters"),
    "digits": QT_TRANSLATE_NOOP("Checks", "Two kinds of digits"),
    "spelling": QT_TRANSLATE_NOOP("Checks", "Spelling"),
    "tatweel": QT_TRANSLATE_NOOP("Checks", "Tatweel"),
}
FINDINGS: Final = (
    QT_TRANSLATE_NOOP("Checks", "“{}” faces “{}”"),
    QT_TRANSLATE_NOOP("Checks", "“{}” is not said on the other side"),
    QT_TRANSLATE_NOOP("Checks", "“{}” is no percentage on the other side"),
    QT_TRANSLATE_NOOP("Checks", "“{}” is without its currency on the other side"),
    QT_TRANSLATE_NOOP("Checks", "Nothing faces this text"),
    QT_TRANSLATE_NOOP("Checks", "This sentence seems to be missing on the other side"),
    QT_TRANSLATE_NOOP("Checks", "Much shorter than its source promises: something may be missing"),
    QT_TRANSLATE_NOOP("Checks", "Much longer than its source promises: something may have been added"),
    QT_TRANSLATE_NOOP("Checks", "Nothing seems to stand for the name “{}”"),
    QT_TRANSLATE_NOOP("Checks", "Both sides are the same"),
    QT_TRANSLATE_NOOP("Checks", "“{}” is not translated"),
    QT_TRANSLATE_NOOP("Checks", "“{}” is not translated as “{}”"),
    QT_TRANSLATE_NOOP("Checks", "“{}” shall not be used; the term is “{}”"),
    QT_TRANSLATE_NOOP("Checks", "“{}” is of another script"),
    QT_TRANSLATE_NOOP("Checks", "The same text is translated elsewhere as “{}”"),
    QT_TRANSLATE_NOOP("Checks", "The same translation stands elsewhere for “{}”"),
    QT_TRANSLATE_NOOP("Checks", "“{}” belongs to the other script"),
    QT_TRANSLATE_NOOP("Checks", "A question on one side only"),
    QT_TRANSLATE_NOOP("Checks", "“{}” has no partner"),
    QT_TRANSLATE_NOOP("Checks", "“{}” twice"),
    QT_TRANSLATE_NOOP("Checks", "No dictionary knows “{}”"),
    QT_TRANSLATE_NOOP("Checks", "No dictionary knows “{}”; it knows “{}”"),
    QT_TRANSLATE_NOOP("Checks", "Several spaces"),
    QT_TRANSLATE_NOOP("Checks", "A space before a mark"),
    QT_TRANSLATE_NOOP("Checks", "No space after the mark"),
    QT_TRANSLATE_NOOP("Checks", "Tatweel inside a word"),
    QT_TRANSLATE_NOOP("Checks", "Unseen characters: {}"),
    QT_TRANSLATE_NOOP("Checks", "Two kinds of digits in one number"),
    QT_TRANSLATE_NOOP("Checks", "Two kinds of digits in one text"),
)
"""What checks say; they know nothing of the window."""

SPELLING: Final = "spelling"
LABEL_SET: Final = "mqm-core"
_LABELS: Final = {
    "names": "mistranslation",
    "numbers": "mistranslation",
    "units": "mistranslation",
    "untranslated": "untranslated",
    "terms": "wrong-term",
    "consistency": "term-inconsistency",
    "merging": "term-inconsistency",
    "scripts": "character-encoding",
    "unseen": "character-encoding",
    "questions": "punctuation",
    "brackets": "punctuation",
    "quotes": "punctuation",
    "marks": "punctuation",
    "spaces": "punctuation",
    "doubled": "grammar",
    "digits": "number-format",
    "spelling": "spelling",
    "tatweel": "spelling",
}


def message_of(found: Found) -> str:
    """A finding in the language of the window; what it quotes runs its own way."""
    return translate(CONTEXT, found.message).format(*map(isolated, found.values))


def check_name(check: str) -> str:
    """A check in the language of the window."""
    return say(CHECKS[check])


def error_of(found: Found) -> tuple[str, str]:
    """The label of MQM Core that a finding is, and the error's severity there."""
    severity = "major" if found.severity is Severity.ERROR else "minor"
    if found.check == "omission":
        return (
            "addition" if found.side(Side.TARGET) and not found.side(Side.SOURCE) else "omission"
        ), severity
    return _LABELS[found.check], severity
