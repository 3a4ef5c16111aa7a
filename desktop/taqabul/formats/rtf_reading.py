"""RTF's tokens become paragraphs."""

from typing import Final

import regex

from taqabul.domain.errors import UnreadableFile
from taqabul.domain.files import Block, BlockKind
from taqabul.formats.rtf_codecs import Codecs
from taqabul.formats.rtf_state import BODY_LEVEL, Into, Paragraphs, State
from taqabul.formats.rtf_tokens import Piece, Token
from taqabul.formats.rtf_words import HEADS, LIST_MARKS, READ_THOUGH_STARRED, SAID, SIGNS, SKIPPED, SYMBOLS

_DEEPEST: Final = 1000
_HEADING: Final = regex.compile(r"(?:heading \d|title|subtitle)", regex.IGNORECASE)
_ENDS: Final = {"par": None, "sect": None, "cell": BlockKind.CELL, "nestcell": BlockKind.CELL}
_SYMBOL_FONTS: Final = range(0xF000, 0xF100)


class Reading:
    """Takes tokens one after the other; what was read stands in ``body``, ``notes`` and ``heads``."""

    def __init__(self, name: str) -> None:
        self.body: list[Block] = []
        self.notes: list[Block] = []
        self.heads: list[Block] = []
        self.said = dict.fromkeys(SAID, "")
        self.deletions = False
        self._date: dict[str, int] = {}
        self._name = name
        self._codecs = Codecs()
        self._headings: set[int] = set()
        self._style_name = ""
        self._state = State(Paragraphs(self.body))
        self._stack: list[State] = []
        self._bytes: list[str] = []
        self._to_skip = 0
        self._font: int | None = None

    @property
    def created(self) -> str:
        """The day on which the document was made ("2025-03-04"); empty where it does not say so."""
        if not {"yr", "mo", "dy"} <= self._date.keys():
            return ""
        return f"{self._date['yr']:04}-{self._date['mo']:02}-{self._date['dy']:02}"

    def take(self, piece: Piece) -> None:
        """Go on by a token. Raises UnreadableFile where groups are opened without end."""
        token, text, number = piece
        if token is Token.TEXT or token is Token.BYTE:
            skipped = min(self._to_skip, len(text))
            self._to_skip -= skipped
            self._bytes.append(text[skipped:])
            return
        if self._bytes:
            self._put_bytes()
        self._to_skip = 0
        if token is Token.OPEN:
            self._open()
        elif token is Token.CLOSE:
            self._close()
        elif token is Token.SIGN:
            self._sign(text)
        else:
            starred, self._state.is_starred = self._state.is_starred, False
            self._word(text, number, is_starred=starred)

    def finish(self) -> None:
        """End what is open still."""
        self._put_bytes()
        self._state.run.end(self._kind())
        while self._stack:
            self._close()
        self._state.run.end(self._kind())

    def _open(self) -> None:
        if len(self._stack) >= _DEEPEST:
            raise UnreadableFile(
                f"“{self._name}” is damaged: its groups do not end.",
                "Save it again in the program that wrote it.",
            )
        self._stack.append(self._state)
        self._state = self._state.of_group()

    def _close(self) -> None:
        if not self._stack:
            return
        if self._stack[-1].run is not self._state.run:
            self._state.run.end(self._kind())
        self._state = self._stack.pop()

    def _sign(self, sign: str) -> None:
        if sign == "*":
            self._state.is_starred = True
        elif sign in "\r\n":
            self._end_paragraph(None)
        else:
            self._put(SYMBOLS.get(sign, ""))

    def _word(self, word: str, number: int | None, *, is_starred: bool) -> None:
        state = self._state
        if state.into is Into.NOWHERE:
            return
        if word in SKIPPED or (is_starred and word not in READ_THOUGH_STARRED):
            state.into = Into.NOWHERE
        elif state.into is Into.FONTS:
            self._font_word(word, number or 0)
        elif state.into is Into.STYLES:
            self._style_word(word, number or 0)
        elif state.into is Into.SAID:
            self._said_word(word, number or 0)
        elif not (
            self._begins_group(word) or self._is_letter(word, number) or self._of_letters(word, number)
        ):
            self._of_paragraph(word, number)

    def _begins_group(self, word: str) -> bool:
        state = self._state
        into = {"fonttbl": Into.FONTS, "stylesheet": Into.STYLES, "info": Into.SAID}.get(word)
        if into is not None:
            state.into = into
        elif word in LIST_MARKS:
            state.run.has_list_mark, state.into = True, Into.NOWHERE
        elif word in HEADS:
            state.run = Paragraphs(self.heads)
        elif word == "footnote":
            state.run = Paragraphs(self.notes, BlockKind.FOOTNOTE)
        elif word == "upr":
            state.into = Into.NOWHERE
        elif word == "shptxt":
            state.run = Paragraphs(state.run.later)
        else:
            return False
        return True

    def _is_letter(self, word: str, number: int | None) -> bool:
        if word in SIGNS:
            self._put(SIGNS[word])
        elif word == "u" and number is not None:
            self._put(_letter(number))
            self._to_skip = self._state.fallback
        else:
            return False
        return True

    def _of_letters(self, word: str, number: int | None) -> bool:
        state, is_on = self._state, number != 0
        if word == "uc":
            state.fallback = max(0, number or 0)
        elif word == "f":
            state.font = number
        elif word == "af":
            state.other_font = number
        elif word in {"rtlch", "ltrch"}:
            state.right_to_left = word == "rtlch"
        elif word == "v":
            state.hidden = is_on
        elif word == "deleted":
            state.deleted = is_on
        elif word == "plain":
            state.plain(self._font)
        elif word == "deff":
            self._font = state.font = number
        elif word in {"ansi", "mac", "pc", "pca", "ansicpg"}:
            self._codecs.set_page(word, number)
        else:
            return False
        return True

    def _of_paragraph(self, word: str, number: int | None) -> None:
        state = self._state
        if word in _ENDS:
            self._end_paragraph(_ENDS[word])
        elif word == "pard":
            state.new_paragraph()
        elif word == "s":
            state.style = number or 0
        elif word == "outlinelevel":
            state.level = number or 0
        elif word == "ls":
            state.is_item = number != 0
        elif word == "intbl":
            state.in_table = True
        elif word == "chftn" and state.run.pieces and not state.run.pieces[-1].strip():
            state.run.pieces.pop()  # LibreOffice's space before the mark of a note

    def _font_word(self, word: str, number: int) -> None:
        if word == "f":
            self._state.font = number
        elif word in {"fcharset", "cpg"} and self._state.font is not None:
            self._codecs.set_font(self._state.font, word, number)

    def _style_word(self, word: str, number: int) -> None:
        if word == "s":
            self._state.style = number
        elif word == "outlinelevel" and 0 <= number < BODY_LEVEL:
            self._headings.add(self._state.style)

    def _said_word(self, word: str, number: int) -> None:
        if word in SAID or word == "creatim":
            self._state.said = word
            self.said[word] = ""  # it is told once more where it has letters that no code page has
        elif word in {"yr", "mo", "dy"} and self._state.said == "creatim":
            self._date[word] = number
        elif word == "u" and self._state.said:
            self._put(_letter(number))
            self._to_skip = self._state.fallback

    def _put_bytes(self) -> None:
        letters = "".join(self._bytes)
        self._bytes.clear()
        if letters:
            state = self._state
            other = state.other_font if state.right_to_left else None
            self._put(self._codecs.text(letters, state.font if other is None else other))

    def _put(self, text: str) -> None:
        state = self._state
        if state.into is Into.SAID and state.said in SAID:
            self.said[state.said] += text
        elif state.into is Into.STYLES:
            self._style_name += text
            if text.endswith(";"):
                if _HEADING.fullmatch(self._style_name[:-1].strip()):
                    self._headings.add(state.style)
                self._style_name = ""
        elif state.into is Into.TEXT and not state.hidden:
            self.deletions = self.deletions or state.deleted
            state.run.pieces.append("" if state.deleted else text)

    def _end_paragraph(self, kind: BlockKind | None) -> None:
        if self._state.into is Into.TEXT:
            self._state.run.end(kind or self._kind())

    def _kind(self) -> BlockKind:
        state = self._state
        if state.in_table:
            return BlockKind.CELL
        if state.level < BODY_LEVEL or state.style in self._headings:
            return BlockKind.HEADING
        return BlockKind.LIST_ITEM if state.is_item or state.run.has_list_mark else BlockKind.PARAGRAPH


def _letter(number: int) -> str:
    """A UTF-16 unit, told as a signed number; a font of symbols' own places tell nothing."""
    code = number + 0x10000 if number < 0 else number
    return chr(code) if 0 < code < 0x10000 and code not in _SYMBOL_FONTS else ""
