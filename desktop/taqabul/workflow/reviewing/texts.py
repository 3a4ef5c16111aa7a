"""What paragraphs say: correct a text, take the correction back."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from difflib import SequenceMatcher

from taqabul.domain.bitext import Link
from taqabul.domain.changes import ChangeSet
from taqabul.domain.document import Paragraph, Sentence
from taqabul.domain.errors import EditConflict, InvalidEdit
from taqabul.domain.ids import BitextId, DocumentId, ParagraphId, SentenceId
from taqabul.domain.language import Direction, Language
from taqabul.segment.sentences import split_sentences
from taqabul.storage.links import links_holding
from taqabul.workflow.draft import Draft, drafting
from taqabul.workflow.library import Library
from taqabul.workflow.projects import document_in


def edit_text(
    library: Library, bitext: BitextId, paragraph: ParagraphId, text: str, *, before: str | None = None
) -> ChangeSet:
    """Correct a paragraph's text; what was imported stays recoverable.

    ``before`` is the text the person began from: with it, EditConflict is raised where the paragraph
    reads differently by now.
    """
    with drafting(library, bitext, "edit text") as draft:
        old = paragraph_of(draft, paragraph)
        if before is not None and before != old.text:
            raise EditConflict(
                "The text was changed meanwhile.", "Look at it as it is now; nothing was changed."
            )
        set_texts(draft, [(old, text)])
    return draft.changes


def restore_text(library: Library, bitext: BitextId, paragraph: ParagraphId) -> ChangeSet:
    """Give a paragraph the text it was imported with."""
    with drafting(library, bitext, "restore text") as draft:
        old = paragraph_of(draft, paragraph)
        set_texts(draft, [(old, old.imported)])
    return draft.changes


def turn(library: Library, bitext: BitextId, paragraph: ParagraphId) -> ChangeSet:
    """Let a paragraph run the other way: against its language, or with it again."""
    with drafting(library, bitext, "turn direction") as draft:
        old = paragraph_of(draft, paragraph)
        language = document_in(draft.transaction, old.document).language
        other = Direction.LTR if old.runs(language) is Direction.RTL else Direction.RTL
        draft.put_paragraph(replace(old, direction=None if other is language.direction else other))
    return draft.changes


def paragraph_of(draft: Draft, id_: ParagraphId) -> Paragraph:
    """A paragraph of the draft's bitext."""
    return paragraphs_of(draft, [id_])[0]


def paragraphs_of(draft: Draft, ids: Iterable[ParagraphId]) -> list[Paragraph]:
    """Paragraphs of the draft's bitext."""
    found = draft.paragraphs(ids)
    if any(one.document not in (draft.bitext.source, draft.bitext.target) for one in found):
        raise InvalidEdit("The paragraph is not part of this bitext.", "Choose a paragraph of this bitext.")
    return found


def set_texts(draft: Draft, texts: Iterable[tuple[Paragraph, str]]) -> None:
    """Give paragraphs other texts; sentences that are found again keep their links."""
    languages: dict[DocumentId, Language] = {}
    changed = []
    for old, text in ((old, text.strip()) for old, text in texts):
        if not text:
            raise InvalidEdit(
                "A paragraph cannot be empty.", "Merge it with its neighbour, or unlink its row."
            )
        if text == old.text:
            continue
        if old.document not in languages:
            languages[old.document] = document_in(draft.transaction, old.document).language
        spans = split_sentences(text, languages[old.document])
        draft.put_paragraph(replace(old, text=text, sentences=_followed(draft, old, text, spans)))
        changed.append(old.id)
    for row in rows_with(draft, changed):
        draft.refit(row)


def _followed(
    draft: Draft, old: Paragraph, text: str, spans: Sequence[tuple[int, int]]
) -> tuple[Sentence, ...]:
    """The new sentences; one that was there before, or stands where one was, keeps its number."""
    before = [old.sentence_text(sentence) for sentence in old.sentences]
    after = [text[start:end] for start, end in spans]
    ids: dict[int, SentenceId] = {}
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for _, old_start, old_end, new_start, new_end in matcher.get_opcodes():
        if old_end - old_start == new_end - new_start:
            for offset in range(new_end - new_start):
                ids[new_start + offset] = old.sentences[old_start + offset].id
    return tuple(
        Sentence(ids[k] if k in ids else SentenceId(draft.take("sentence")), start, end)
        for k, (start, end) in enumerate(spans)
    )


def rows_with(draft: Draft, paragraphs: Sequence[ParagraphId]) -> list[Link]:
    """The rows of all bitexts in which the paragraphs stand."""
    return draft.links_anywhere(dict.fromkeys(links_holding(draft.transaction, paragraphs).values()))
