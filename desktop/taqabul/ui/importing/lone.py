"""What is said of a text that came without its translation."""

from taqabul.domain.errors import AppError, InvalidInput
from taqabul.domain.language import Language
from taqabul.ui.core.i18n import translate


def lone_text(language: Language) -> AppError:
    """What to do about a text that nothing faces."""
    if language is Language.ARABIC:
        return InvalidInput(
            translate("Doctor", "This text is in Arabic only."),
            translate("Doctor", "Add its English version, or open it alone."),
        )
    return InvalidInput(
        translate("Doctor", "This text is in English only."),
        translate("Doctor", "Add its Arabic version, or open it alone."),
    )
