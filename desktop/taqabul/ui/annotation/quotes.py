"""The words of a mark as they are told, also where there are none."""

from taqabul.domain.annotation import Span
from taqabul.ui.core.i18n import translate


def quoted(quote: str) -> str:
    """The words of a stretch, or that nothing stands there."""
    short = quote if len(quote) <= 200 else f"{quote[:200]}…"
    return f"“{short}”" if quote else translate("Annotation", "‸ (between two words)")


def in_place(span: Span) -> str:
    """The words of a stretch; a place between two words by those two, with the paragraph's edge as a dash."""
    before, after = span.prefix.split(), span.suffix.split()
    if span.quote or not (before or after):
        return quoted(span.quote)
    return f"“{before[-1] if before else '–'} ‸ {after[0] if after else '–'}”"
