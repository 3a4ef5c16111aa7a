"""What is like a claim, in words: what it is, where it stands, and of what its score is made."""

from collections.abc import Mapping

from taqabul.domain.claims import Claim
from taqabul.domain.ids import BitextId
from taqabul.domain.language import Language
from taqabul.text.direction import isolated, language_of
from taqabul.ui.claims.mention_rows import place_of
from taqabul.ui.core.i18n import translate
from taqabul.ui.search.snippets import Snippet
from taqabul.workflow.annotating.claim_list import Mention
from taqabul.workflow.annotating.likeness import Rating
from taqabul.workflow.annotating.similar import Similar


def kind_of(one: Similar, titles: Mapping[BitextId, str]) -> str:
    """What it is, and on a line of its own what a claim is known by, or where anything else stands."""
    if isinstance(one.subject, Claim):
        kind, where = translate("Claims", "Another claim"), one.name
    elif isinstance(one.subject, Mention):
        kind, where = translate("Claims", "Mention of no claim"), place_of(one.subject)
    else:
        kind, where = translate("Claims", "Not marked yet"), titles.get(one.subject.bitext, "")
    return f"{kind}\n{isolated(where)}"


def words_of(one: Similar) -> Snippet:
    """What it says."""
    return Snippet(one.text, language_of(one.text) or Language.ENGLISH)


def parts_of(rating: Rating) -> str:
    """The score and its parts; both are shares of one."""
    meaning = "–" if rating.meaning is None else f"{rating.meaning:.2f}"
    return translate("Claims", "{score} (meaning {meaning}, words {words})").format(
        score=f"{rating.score:.2f}", meaning=meaning, words=f"{rating.words:.2f}"
    )
