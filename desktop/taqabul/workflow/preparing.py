"""A file as it was read becomes texts: mended, told apart by language, cut, without what is left out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from taqabul.domain.errors import InvalidInput, UnreadableFile
from taqabul.domain.files import Aside, BitextFile, Block, BlockKind, TextFile
from taqabul.domain.language import Language
from taqabul.domain.options import ImportOptions, ParagraphRule
from taqabul.segment.languages import split_languages
from taqabul.segment.paragraphs import split_paragraphs
from taqabul.segment.sentences import split_sentences
from taqabul.text.direction import language_of
from taqabul.workflow import ready
from taqabul.workflow.intake import SegmentedText
from taqabul.workflow.mending import mended_block, mended_file, told
from taqabul.workflow.page_parts import described, find_parts, parts_told

NAMES: Final = {Language.ARABIC: "Arabic", Language.ENGLISH: "English"}
_OF_PAPER: Final = {None, Aside.RUNNING_HEAD, Aside.PAGE_NUMBER}
"""What readers mark that know nothing of web pages."""

Blocks = Mapping[Language, Sequence[Block]]


@dataclass(frozen=True, slots=True)
class Piece:
    """A paragraph of a file, unmended, and whether it is taken in; ``guessed`` where it looks like no part of the text, and the file says nothing of it."""

    block: Block
    kept: bool
    guessed: bool = False


@dataclass(frozen=True, slots=True)
class PreparedFile:
    """A file read and cut, not kept yet. ``sides`` are all its paragraphs by language, ``texts`` what is kept."""

    file: TextFile | BitextFile
    sides: Mapping[Language, Sequence[Piece]]
    texts: list[SegmentedText]
    rule_used: ParagraphRule | None
    layout: str
    findings: list[str]

    @property
    def kept(self) -> dict[Language, list[Block]]:
        """The paragraphs that are taken in, by language, unmended."""
        return {one: [piece.block for piece in pieces if piece.kept] for one, pieces in self.sides.items()}


def prepared(file: TextFile | BitextFile, options: ImportOptions, *, alone: bool) -> PreparedFile:
    """A file ready to be kept; ``alone`` where it may hold both languages, else it is one of two.

    Raises UnreadableFile where there is no text in either language, InvalidInput where it does not fit beside another.
    """
    if isinstance(file, BitextFile):
        if not alone:
            raise InvalidInput(f"{file.name} holds both texts already.", "Open it by itself.")
        return _both_texts(file, options)
    return _told_apart(file, options) if alone else _whole(file, options)


def _pieces(file: TextFile | BitextFile, blocks: Sequence[Block], options: ImportOptions) -> list[Piece]:
    """Which blocks are taken in.

    What a format tells to be no part of the text goes unless wanted, what merely looks so stays unless unwanted. A
    text of which nothing would be left stays whole.
    """
    if isinstance(file, BitextFile):
        return [Piece(block, kept=True) for block in blocks]
    left = {True: options.leave_out, False: options.leave_out | (frozenset(Aside) - options.keep)}
    marked = [(one, one.aside is not own.aside) for own, one in zip(blocks, _marked(blocks), strict=True)]
    pieces = [Piece(block, block.aside not in left[guessed], guessed) for block, guessed in marked]
    nothing = not any(piece.kept for piece in pieces)
    return [replace(piece, kept=True) for piece in pieces] if nothing else pieces


def _both_texts(file: BitextFile, options: ImportOptions) -> PreparedFile:
    """A file that says itself what faces what: each of its blocks is a paragraph."""
    ready.check(file)
    mended = mended_file(file, options.repairs)
    sides = {Language.ARABIC: mended.source, Language.ENGLISH: mended.target}
    says = f"{file.name} says itself what faces what, in {len(file.links):,} pairs."
    return _made(file, {one: side for one, side in sides.items() if side}, None, "ready", options, [says])


def _told_apart(file: TextFile, options: ImportOptions) -> PreparedFile:
    """One file, which may hold both languages."""
    mended = mended_file(file, options.repairs)
    split = split_languages(mended.text, options.paragraphs, mended.blocks, options.keep, options.languages)
    sides = {language: blocks for language, blocks in split.blocks.items() if blocks}
    if not sides:
        raise _no_text(file)
    findings = [*split.findings]
    if len(sides) == 1:
        (language,) = sides
        findings.append(f"{file.name} is in {NAMES[language]} only: there is nothing to align it with.")
    return _made(file, sides, split.rule_used, split.layout, options, findings)


def _whole(file: TextFile, options: ImportOptions) -> PreparedFile:
    """One of two files: all of it is in the language of most of its letters."""
    mended = mended_file(file, options.repairs)
    language = language_of(mended.text)
    if language is None:
        raise _no_text(file)
    split = split_paragraphs(mended.text, options.paragraphs, mended.blocks)
    findings = [f"{file.name} is in {NAMES[language]}, {len(split.blocks)} paragraphs."]
    return _made(file, {language: split.blocks}, split.rule_used, "single", options, findings)


def _marked(blocks: Sequence[Block]) -> Sequence[Block]:
    """Blocks with what looks like part of a page marked; a reader that knows pages has done so itself."""
    judged = any(block.aside not in _OF_PAPER for block in blocks)
    if judged or any(block.kind is BlockKind.SUBTITLE for block in blocks):
        return blocks
    return [block if block.aside else one for block, one in zip(blocks, find_parts(blocks), strict=True)]


def _made(
    file: TextFile | BitextFile,
    blocks: Blocks,
    rule: ParagraphRule | None,
    layout: str,
    options: ImportOptions,
    findings: Sequence[str],
) -> PreparedFile:
    sides = {language: _pieces(file, some, options) for language, some in blocks.items()}
    kept = {language: [one.block for one in pieces if one.kept] for language, pieces in sides.items()}
    texts = [_segmented(file, language, some, options) for language, some in kept.items()]
    about = [*file.findings, *told(file, kept, options.repairs)]
    named = [[f"{file.name}: {one}" for one in some] for some in (about, _parts_told(sides))]
    return PreparedFile(file, sides, texts, rule, layout, [*named[0], *findings, *named[1]])


def _parts_told(sides: Mapping[Language, Sequence[Piece]]) -> list[str]:
    """What looks like part of a page; of what the file itself says so, its reader has told."""
    marked = [one for pieces in sides.values() for one in pieces if one.guessed]
    return parts_told(*([one.block.aside for one in marked if one.kept is kept] for kept in (True, False)))


def _segmented(
    file: TextFile | BitextFile, language: Language, blocks: Sequence[Block], options: ImportOptions
) -> SegmentedText:
    chosen = options.metadata.get(language)
    metadata = chosen or described(file.metadata, blocks)
    texts = [mended_block(block.text, options.repairs) for block in blocks]
    return SegmentedText(
        language,
        options.title or metadata.title or Path(file.name).stem,
        [(text, split_sentences(text, language)) for text in texts],
        [block.kind for block in blocks],
        metadata,
        chosen=chosen is not None,
    )


def _no_text(file: TextFile) -> UnreadableFile:
    return UnreadableFile(
        f"There is no Arabic or English text in {file.name}.", "Choose another file, or name its encoding."
    )
