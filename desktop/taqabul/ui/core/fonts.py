"""The fonts texts are set in: Arabic needs one that has its letters and marks, and the program brings one."""

from dataclasses import dataclass

from PySide6.QtGui import QFont, QFontDatabase

from taqabul import paths
from taqabul.domain.language import Language
from taqabul.ui.core.settings import Settings

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
OWN_FAMILY = "Noto Naskh Arabic"


@dataclass(frozen=True)
class TextFonts:
    """The font of each language, at the zoom in force, and how far its lines stand apart (1 is as the font says)."""

    arabic: QFont
    english: QFont
    arabic_spacing: float = 1.0
    english_spacing: float = 1.0

    def of(self, language: Language) -> QFont:
        """The font texts of a language are set in."""
        return self.arabic if language is Language.ARABIC else self.english

    def heading(self, language: Language) -> QFont:
        """The font headings of a language are set in: a little heavier."""
        font = QFont(self.of(language))
        font.setWeight(QFont.Weight.DemiBold)
        return font

    def spacing(self, language: Language) -> float:
        """How far the lines of a language stand apart."""
        return self.arabic_spacing if language is Language.ARABIC else self.english_spacing


def load_own_fonts() -> None:
    """Make the program's own Arabic font known, where the system has none of that name."""
    if OWN_FAMILY not in QFontDatabase.families():
        for file in sorted((paths.resources() / "fonts").glob("*.ttf")):
            QFontDatabase.addApplicationFont(str(file))


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


def text_fonts(zoom: int, chosen: Settings | None = None) -> TextFonts:
    """The fonts of both languages at a zoom in percent: those chosen, or the usual ones."""
    chosen = chosen or Settings()
    arabic = _font(chosen.arabic_family or arabic_family(), chosen.arabic_points * zoom / 100)
    english = _font(chosen.english_family or english_family(), chosen.english_points * zoom / 100)
    return TextFonts(arabic, english, chosen.arabic_spacing / 100, chosen.english_spacing / 100)


def _font(family: str | None, points: float) -> QFont:
    font = QFont(family) if family else QFont()
    font.setPointSizeF(max(4.0, points))
    return font
