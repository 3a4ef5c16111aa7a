"""What differences, rulings and figures are called on the screen."""

from taqabul.domain.annotation import Annotation, Decision, Ruling
from taqabul.domain.labels import LabelSet
from taqabul.text.direction import isolated
from taqabul.ui.annotation.label_book import in_words
from taqabul.ui.core.i18n import QT_TRANSLATE_NOOP, say, translate
from taqabul.workflow.annotating.agreeing import Figure
from taqabul.workflow.annotating.comparing import Difference

DIFFERENCES = {
    Difference.NONE: QT_TRANSLATE_NOOP("Adjudication", "the same"),
    Difference.ATTRIBUTES: QT_TRANSLATE_NOOP("Adjudication", "other values"),
    Difference.EXTENT: QT_TRANSLATE_NOOP("Adjudication", "other words"),
    Difference.LABEL: QT_TRANSLATE_NOOP("Adjudication", "another label"),
    Difference.LEFT_ONLY: QT_TRANSLATE_NOOP("Adjudication", "left only"),
    Difference.RIGHT_ONLY: QT_TRANSLATE_NOOP("Adjudication", "right only"),
}
RULINGS = {
    Ruling.LEFT: QT_TRANSLATE_NOOP("Adjudication", "left"),
    Ruling.RIGHT: QT_TRANSLATE_NOOP("Adjudication", "right"),
    Ruling.BOTH: QT_TRANSLATE_NOOP("Adjudication", "both"),
    Ruling.EDITED: QT_TRANSLATE_NOOP("Adjudication", "something else"),
    Ruling.NEITHER: QT_TRANSLATE_NOOP("Adjudication", "neither"),
}


def label_name(sets: dict[str, LabelSet], annotation: Annotation) -> str:
    """The name of an annotation's label, its key where the set does not know it."""
    found = sets[annotation.label_set].label(annotation.label) if annotation.label_set in sets else None
    return in_words(found.name, annotation.label) if found else annotation.label


def quote(annotation: Annotation) -> str:
    """What an annotation lies on."""
    if annotation.link is not None:
        return translate("Adjudication", "the whole pair")
    return " … ".join(span.quote or "‸" for span in annotation.spans)


def figure_text(figure: Figure) -> str:
    """A figure with its interval."""
    if figure.value is None:
        return "–"
    around = "" if figure.low is None or figure.high is None else f"  [{figure.low:z.2f}, {figure.high:z.2f}]"
    return f"{figure.value:z.2f}{around}"


def difference_text(difference: Difference) -> str:
    """A difference in a word or two."""
    return say(DIFFERENCES[difference])


def why_text(decision: Decision | None) -> str:
    """Who decided a case and why, or that one may say why."""
    if decision is None:
        return translate("Adjudication", "Why (if you like)")
    if not decision.reason:
        told = translate("Adjudication", "Decided by {who}, who gave no reason")
        return told.format(who=isolated(decision.by))
    told = translate("Adjudication", "Decided by {who}: {why}")
    return told.format(who=isolated(decision.by), why=isolated(decision.reason))
