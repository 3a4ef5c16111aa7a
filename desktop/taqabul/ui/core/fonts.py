"""The families texts are set in: Arabic needs one that has its letters and marks."""

from dataclasses import dataclass

from PySide6.QtGui import QFont, QFontDatabase

from taqabul.domain.language import Language

ARABIC_FAMILIES = (
    "Noto Naskh Arabic",
    "Amiri",
    "Scheherazade New",
    "Scheherazade",
    "Noto Sans Arabic",
    "Traditional Arabic",
    "Geeza Pro",
    "Segoe UI",
    "Arial",
    "DejaVu Sans",
)
ENGLISH_FAMILIES = ("Noto Sans", "Segoe UI", "SF Pro Text", "Cantarell", "Ubuntu", "DejaVu Sans")
POINTS = {Language.ARABIC: 13.5, Language.ENGLISH: 10.5}


@dataclass(frozen=True)
class TextFonts:
    """The font of each language, at the zoom in force."""

    arabic: QFont
    english: QFont

    def of(self, language: Language) -> QFont:
        """The font texts of a language are set in."""
        return self.arabic if language is Language.ARABIC else self.english


def arabic_family() -> str | None:
    """An installed family that can set Arabic; None where there is none."""
    able = QFontDatabase.families(QFontDatabase.WritingSystem.Arabic)
    for family in ARABIC_FAMILIES:
        if family in able:
            return family
    return able[0] if able else None


def english_family() -> str | None:
    """An installed family that reads well; None leaves it to the system."""
    installed = set(QFontDatabase.families())
    return next((family for family in ENGLISH_FAMILIES if family in installed), None)


def text_fonts(zoom: int) -> TextFonts:
    """The fonts of both languages at a zoom in percent."""
    families = {Language.ARABIC: arabic_family(), Language.ENGLISH: english_family()}
    made = {}
    for language, family in families.items():
        font = QFont(family) if family else QFont()
        font.setPointSizeF(POINTS[language] * zoom / 100)
        made[language] = font
    return TextFonts(made[Language.ARABIC], made[Language.ENGLISH])
