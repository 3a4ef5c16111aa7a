"""The window's words: every string passes through here, so that it can be translated."""

from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from taqabul import paths


class Message(NamedTuple):
    """A string that is shown later: its context and its English text."""

    context: str
    text: str


def QT_TRANSLATE_NOOP(context: str, text: str) -> Message:
    """Mark a string for translation where it is written; it is shown by ``say`` or ``plural``.

    The name is the one Qt's extraction tool looks for.
    """
    return Message(context, text)


def translate(context: str, text: str) -> str:
    """The text in the language of the interface."""
    return QCoreApplication.translate(context, text)


def say(message: Message) -> str:
    """A marked string in the language of the interface."""
    return QCoreApplication.translate(message.context, message.text)


def plural(message: Message, count: int) -> str:
    """A marked string with ``%n`` replaced by ``count``, in the right grammatical number."""
    return QCoreApplication.translate(message.context, message.text, "", count)


def load_translators(locale: QLocale) -> list[QTranslator]:
    """The translators of Qt and of Taqabul that exist for a locale; whoever installs them keeps them.

    English comes last resort and first loaded: it holds the plural forms.
    """
    own = str(paths.resources() / "i18n")
    wanted = [
        (QLocale(QLocale.Language.English), "taqabul", own),
        (locale, "qtbase", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)),
        (locale, "taqabul", own),
    ]
    translators = []
    for language, name, folder in wanted:
        translator = QTranslator()
        if translator.load(language, name, "_", folder):
            translators.append(translator)
    return translators
