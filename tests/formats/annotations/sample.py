"""A bitext with annotations of every kind, made by hand."""

from dataclasses import replace
from datetime import UTC, datetime
from itertools import pairwise

from taqabul.domain.annotated import AnnotatedBitext, AnnotatedText
from taqabul.domain.annotation import (
    Annotation,
    AnnotationStatus,
    Note,
    Relation,
    Span,
    attributes_from,
    span_of,
)
from taqabul.domain.bitext import Bitext, Evidence, Link, LinkStatus, SentenceLink
from taqabul.domain.claims import Claim
from taqabul.domain.document import Document, Paragraph, Sentence
from taqabul.domain.ids import (
    AnnotationId,
    BitextId,
    ClaimId,
    DocumentId,
    FileId,
    LinkId,
    NoteId,
    ParagraphId,
    RelationId,
    SentenceId,
)
from taqabul.domain.labels import (
    Attribute,
    AttributeKind,
    Choice,
    Condition,
    Label,
    LabelSet,
    Pattern,
    Place,
    Purpose,
    RelationType,
    Words,
)
from taqabul.domain.language import Direction, Language

NOW = datetime(2026, 3, 1, 12, 30, 5, 250000, tzinfo=UTC)
LATER = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)

ARABIC = (
    "قالَ الوزيرُ: «نطالب بالانسحاب الكامل» 😀 اليوم.",
    "حضر 45 مندوباً من القاهرة، ثم حضر 45 مندوباً من بغداد.\nسطرٌ ثانٍ.",
    "=توقيع 👩‍👩‍👧 المشاركين",
)
ENGLISH = (
    "The minister 😀 said: “we ask for a withdrawal” today.",
    "45 delegates from Cairo came.",
    "Then 45 delegates from Baghdad came.\nA second line.",
)

SEVERITY = Attribute(
    "severity",
    AttributeKind.CHOICE,
    Words("Severity", "الشدة"),
    choices=tuple(Choice(one, Words(one.title())) for one in ("neutral", "minor", "major", "critical")),
    required=True,
    default=("minor",),
)
CLAIMS = LabelSet(
    "claims",
    2,
    Words("Claims", "ادعاءات"),
    Purpose.CLAIMS,
    Words("What is claimed"),
    Words("# Claims\nMark *what* is claimed."),
    labels=(
        Label(
            "claim",
            Words("Claim", "ادعاء"),
            colour="#aa3377",
            shortcut="c",
            attributes=(
                Attribute(
                    "type",
                    AttributeKind.CHOICE,
                    Words("Type"),
                    choices=(Choice("demand", Words("Demand")), Choice("event", Words("Event"))),
                ),
                Attribute(
                    "topics", AttributeKind.CHOICES, Words("Topics"), choices=(Choice("war", Words("War")),)
                ),
                Attribute("verifiable", AttributeKind.FLAG, Words("Verifiable?")),
                Attribute(
                    "check_worthiness",
                    AttributeKind.NUMBER,
                    Words("Check-worthiness"),
                    when=Condition("verifiable", ("yes",)),
                ),
                Attribute("claimer", AttributeKind.PERSON, Words("Claimer")),
                Attribute("date", AttributeKind.DATE, Words("Date")),
                Attribute("wording", AttributeKind.TEXT, Words("Wording")),
            ),
        ),
    ),
    relations=(
        RelationType("weakened", Words("Weakened", "أضعف"), across=True),
        RelationType("supports", Words("Supports")),
    ),
)
ERRORS = LabelSet(
    "mqm",
    1,
    Words("MQM"),
    Purpose.ERRORS,
    labels=(
        Label("accuracy", Words("Accuracy"), attributes=(SEVERITY,), places=(Place.SPAN, Place.PAIR)),
        Label("mistranslation", Words("Mistranslation"), parent="accuracy", pattern=Pattern.WAVED),
        Label("omission", Words("Omission"), parent="accuracy", places=(Place.GAP, Place.SPAN)),
        Label("punctuation", Words("Punctuation"), attributes=(SEVERITY,), deprecated=True),
    ),
)
ENTITIES = LabelSet(
    "my.things",
    1,
    Words("Things | of mine"),
    Purpose.PLAIN,
    labels=(
        Label("person/role", Words("Person", "شخص")),
        Label("place", Words("Place", "مكان")),
        Label("claim", Words("Claim too")),
    ),
)


def _paragraph(number: int, document: int, text: str) -> Paragraph:
    cut = text.find("،") + 1 or text.find("\n") + 1
    edges = [0, cut, len(text)] if cut else [0, len(text)]
    sentences = tuple(
        Sentence(SentenceId(number * 10 + k), start, end) for k, (start, end) in enumerate(pairwise(edges))
    )
    return Paragraph(
        ParagraphId(number), DocumentId(document), number * 1024, number % 10, text, text, sentences
    )


SOURCE = tuple(_paragraph(10 + n, 1, text) for n, text in enumerate(ARABIC, start=1))
TARGET = tuple(_paragraph(20 + n, 2, text) for n, text in enumerate(ENGLISH, start=1))
BY_ID = {one.id: one for one in SOURCE + TARGET}


def at(paragraph: int, quote: str, occurrence: int = 0) -> Span:
    """The stretch of a paragraph where a quote stands."""
    text = BY_ID[ParagraphId(paragraph)].text
    start = -1
    for _ in range(occurrence + 1):
        start = text.index(quote, start + 1)
    return span_of(ParagraphId(paragraph), text, start, start + len(quote))


def gap(paragraph: int, before: str) -> Span:
    """The place right before a quote."""
    found = at(paragraph, before)
    return span_of(found.paragraph, BY_ID[found.paragraph].text, found.start, found.start)


def annotation(number: int, label_set: str, label: str, *spans: Span, **more: object) -> Annotation:
    """An annotation by Rim."""
    made = Annotation(
        AnnotationId(number),
        f"uid-{number}",
        BitextId(7),
        label_set,
        label,
        "ريم Rim",
        NOW,
        "Sami",
        LATER,
        spans=spans,
    )
    return replace(made, **more)  # type: ignore[arg-type]


ANNOTATIONS = (
    annotation(
        1,
        "claims",
        "claim",
        at(11, "نطالب بالانسحاب الكامل"),
        attributes=attributes_from(
            {
                "type": ["demand"],
                "topics": ["war", "peace talks"],
                "verifiable": ["yes"],
                "check_worthiness": ["2.5"],
                "claimer": ["الوزير"],
                "date": ["AH 1445-12"],
                "wording": ["line one\nline two\ttab"],
            }
        ),
        comment="=1+1\nسطر ثانٍ",
        status=AnnotationStatus.FINAL,
        claim=ClaimId(1),
    ),
    annotation(
        2,
        "claims",
        "claim",
        at(21, "we ask for a withdrawal"),
        attributes=attributes_from({"type": ["demand"], "verifiable": ["no"]}),
        status=AnnotationStatus.REVIEWED,
        claim=ClaimId(1),
    ),
    # Overlapping, on both sides at once, and over an emoji.
    annotation(
        3,
        "mqm",
        "mistranslation",
        at(11, "الكامل» 😀"),
        at(21, "a withdrawal"),
        attributes=attributes_from({"severity": ["major"], "correction": ["a complete withdrawal"]}),
        comment="‘complete’ is lost",
    ),
    annotation(
        4, "mqm", "omission", gap(21, "withdrawal"), attributes=attributes_from({"severity": ["minor"]})
    ),
    annotation(5, "my.things", "person/role", at(11, "الوزيرُ")),
    annotation(6, "my.things", "place", at(12, "45", 1), at(12, "بغداد")),
    annotation(7, "my.things", "place", at(12, "بغداد.\nسطرٌ")),
    annotation(8, "mqm", "accuracy", link=LinkId(2), attributes=attributes_from({"severity": ["critical"]})),
    annotation(9, "my.things", "claim", at(13, "👩‍👩‍👧")),
    annotation(10, "my.things", "place", lost=(Span(ParagraphId(23), 3, 9, "Mosul,", "from ", " came"),)),
    annotation(11, "claims", "claim", at(21, "we ask for a withdrawal")),
)
RELATIONS = (
    Relation(
        RelationId(1),
        "rel-1",
        BitextId(7),
        "claims",
        "weakened",
        AnnotationId(1),
        AnnotationId(2),
        "Rim",
        NOW,
        attributes_from({"certainty": ["0.5"]}),
    ),
    Relation(
        RelationId(2),
        "rel-2",
        BitextId(7),
        "claims",
        "supports",
        AnnotationId(1),
        AnnotationId(5),
        "Rim",
        NOW,
    ),
    Relation(
        RelationId(3),
        "rel-3",
        BitextId(7),
        "claims",
        "supports",
        AnnotationId(2),
        AnnotationId(99),
        "Rim",
        NOW,
    ),
)
NOTES = (
    Note(NoteId(1), BitextId(7), LinkId(1), "ملاحظة\nfirst", "Rim", NOW, uid="note-1"),
    Note(NoteId(2), BitextId(7), LinkId(1), "answer", "Sami", LATER, thread=NoteId(1), uid="note-2"),
    Note(
        NoteId(3),
        BitextId(7),
        None,
        "on a mark",
        "Rim",
        NOW,
        annotation=AnnotationId(1),
        resolved=True,
        uid="note-3",
    ),
    Note(NoteId(4), BitextId(7), None, "on a text", "Rim", NOW, document=DocumentId(2), uid="note-4"),
)
CLAIM = Claim(
    ClaimId(1),
    "claim-1",
    BitextId(7),
    "Rim",
    NOW,
    "Sami",
    LATER,
    arabic="المطالبة بالانسحاب الكامل",
    english="The demand for complete withdrawal",
    status=AnnotationStatus.FINAL,
    attributes=attributes_from(
        {
            "claimer": ["The minister"],
            "verdict": ["supported"],
            "date": ["2026-02-28"],
            "topic": ["war"],
            "evidence": ["https://example.org/a (2026-03-01)"],
        }
    ),
)
DRAFT_CLAIM = replace(
    CLAIM,
    id=ClaimId(2),
    uid="claim-2",
    english="=HYPERLINK(1)",
    status=AnnotationStatus.DRAFT,
    attributes=(),
)


def _link(number: int, source: tuple[int, ...], target: tuple[int, ...], status: LinkStatus) -> Link:
    sides = [tuple(ParagraphId(one) for one in side) for side in (source, target)]
    parts = [tuple(s.id for one in side for s in BY_ID[one].sentences) for side in sides]
    return Link(
        LinkId(number),
        BitextId(7),
        number * 1024,
        sides[0],
        sides[1],
        status,
        0.75 if status is LinkStatus.PROPOSED else None,
        Evidence(meaning=0.5),
        "Sami",
        LATER,
        (SentenceLink(parts[0], parts[1], 0.5, Evidence(numbers=1.0)),),
    )


LINKS = (
    _link(1, (11,), (21,), LinkStatus.CONFIRMED),
    _link(2, (12,), (22, 23), LinkStatus.PROPOSED),
    _link(3, (13,), (), LinkStatus.NEEDS_REVIEW),
)


def annotated() -> AnnotatedBitext:
    """All of it."""
    return AnnotatedBitext(
        Bitext(BitextId(7), DocumentId(1), DocumentId(2), "بيان & <statement>", NOW),
        AnnotatedText(Document(DocumentId(1), FileId(1), Language.ARABIC, "بيان", NOW), SOURCE),
        AnnotatedText(Document(DocumentId(2), FileId(1), Language.ENGLISH, "Statement", NOW), TARGET),
        LINKS,
        ANNOTATIONS,
        RELATIONS,
        NOTES,
        (CLAIM, DRAFT_CLAIM),
        {"claims": CLAIMS, "mqm": ERRORS, "my.things": ENTITIES},
        {AnnotationId(99): "uid-far"},
    )


def bare() -> AnnotatedBitext:
    """The same texts without an annotation."""
    return replace(
        annotated(), annotations=(), relations=(), notes=(), claims=(), label_sets={}, elsewhere={}
    )


def with_text(whole: AnnotatedBitext, paragraph: int, text: str) -> AnnotatedBitext:
    """The same with another text in one paragraph; annotations stay where they are."""

    def changed(side: AnnotatedText) -> AnnotatedText:
        held = tuple(
            replace(one, text=text, sentences=(), direction=Direction.LTR)
            if one.id == ParagraphId(paragraph)
            else one
            for one in side.paragraphs
        )
        return replace(side, paragraphs=held)

    return replace(whole, source=changed(whole.source), target=changed(whole.target))
