"""What files call Arabic and English."""

from typing import Final

from taqabul.domain.language import Language

_NAMES: Final = {
    **dict.fromkeys(("ar", "ara", "arb", "arabic"), Language.ARABIC),
    **dict.fromkeys(("en", "eng", "english"), Language.ENGLISH),
}


def language_of_tag(tag: str) -> Language | None:
    """The language of a tag ("ar", "ar-XX", "EN_us", "eng"), None where it is another."""
    return _NAMES.get(tag.strip().casefold().replace("_", "-").partition("-")[0])
