"""What tests of readers ask of a file: its pairs, and that damage ends well."""

from pathlib import Path

from hypothesis import strategies as st

from taqabul.domain.errors import AppError
from taqabul.domain.files import BitextFile
from taqabul.formats.registry import read_file


def pairs(file: BitextFile) -> list[tuple[str, str]]:
    """The texts of its links, several of one side joined by "+"."""
    return [
        (
            "+".join(file.source[k].text for k in link.source),
            "+".join(file.target[k].text for k in link.target),
        )
        for link in file.links
    ]


@st.composite
def damaged(draw, whole: bytes) -> bytes:
    """A file with some bytes cut out of it, and others put there."""
    at = draw(st.integers(0, len(whole)))
    cut = draw(st.integers(0, 40))
    return whole[:at] + draw(st.binary(max_size=12)) + whole[at + cut :]


def ends_well(path: Path, content: bytes) -> bool:
    """Whether such a file is read, or refused with a word on what to do."""
    path.write_bytes(content)
    try:
        return bool(read_file(path).text)
    except AppError as error:
        return bool(error.hint)
