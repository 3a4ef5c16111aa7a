"""PO, the files of translated programs: each message is a pair."""

import hashlib
from io import BytesIO
from pathlib import Path
from typing import Final

from taqabul.domain.bitext import LinkStatus
from taqabul.domain.errors import UnreadableFile
from taqabul.domain.files import BitextFile
from taqabul.domain.options import ImportOptions
from taqabul.formats.given_pairs import GivenPair, arabic_first, as_bitext
from taqabul.formats.raw import kind_of, read_bytes

_HINT: Final = "Choose a .po file, or save it again in the program that wrote it."


def read(path: Path, options: ImportOptions) -> BitextFile:
    """Read the messages and their translations; obsolete ones are left out. Raises UnreadableFile.

    A message with plural forms is one pair, each form a segment of it.
    """
    from babel.messages.pofile import read_po  # noqa: PLC0415 - slow to load, and most files are none

    data = read_bytes(path)
    kind = kind_of(data)
    if kind is not None:
        raise UnreadableFile(f"“{path.name}” is {kind}, not a PO file.", _HINT)
    try:
        catalog = read_po(
            BytesIO(data.removeprefix(b"\xef\xbb\xbf")),
            charset=options.encoding,
            ignore_obsolete=True,
            abort_invalid=True,
        )
    except Exception as error:
        raise UnreadableFile(f"“{path.name}” is not understood as PO: {error}.", _HINT) from error
    pairs = []
    for message in catalog:
        if not message.id:
            continue
        ours, theirs = _forms(message.id), _forms(message.string)
        context = (f"msgctxt: {message.context}",) if message.context else ()
        pairs.append(
            GivenPair(
                "\n".join(ours),
                "\n".join(theirs),
                LinkStatus.NEEDS_REVIEW if message.fuzzy else LinkStatus.PROPOSED,
                None,
                (*context, *message.user_comments, *message.auto_comments),
                source_ids=_places(ours),
                target_ids=_places(theirs),
            )
        )
    return as_bitext(
        path.name,
        hashlib.sha256(data).hexdigest(),
        arabic_first(pairs),
        encoding=catalog.charset or "utf-8",
    )


def _forms(text: object) -> list[str]:
    """The forms of a message or of its translation, without those that are empty."""
    forms = text if isinstance(text, tuple | list) else [text]
    return [str(form) for form in forms if form]


def _places(forms: list[str]) -> tuple[str, ...]:
    """One a form where there are several: then each is a segment."""
    return ("",) * len(forms) if len(forms) > 1 else ()
