"""What the strip below the rows says while annotating: what is offered, chosen or begun."""

from html import escape

from taqabul.ui.annotation.marker import Marker
from taqabul.ui.annotation.offers import Offers
from taqabul.ui.annotation.tying import Tying
from taqabul.ui.core.i18n import translate


def news(remark: str, offers: Offers, marker: Marker, tying: Tying) -> str:
    """As HTML, after a ``remark``; where there is nothing to tell, what the keys do."""
    parts = [escape(remark)] if remark else []
    parts += [offers.words()] if offers.words() else []
    chosen = marker.mark_chosen()
    if chosen is not None:
        name = escape(marker.book.name(chosen))
        said = translate("LabelStrip", "Chosen: <b>{label}</b> (Enter fills in, Del deletes)")
        if offers.offer is not None:  # whose Enter is
            said = translate("LabelStrip", "Chosen: <b>{label}</b> (Del deletes)")
        parts.append(said.format(label=name))
    if tying.start is not None:
        name = escape(marker.book.name(tying.start))
        parts.append(
            translate("LabelStrip", "A relation begins at <b>{label}</b>; F8 ends it").format(label=name)
        )
    return "  ·  ".join(parts) or translate(
        "LabelStrip", "Annotating: arrows go word by word, a key gives its label, Esc leaves."
    )
