"""One suite over all readers of documents: files that other programs wrote, whole and broken."""

from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.formats.mutations import mutated

from taqabul.domain.errors import UnreadableFile
from taqabul.domain.files import Aside
from taqabul.formats.registry import READERS, read_file

FILES = Path(__file__).parent / "files"
SAMPLES = sorted(path for path in FILES.glob("document.*") if path.suffix in READERS)
"""The same text in several formats, by LibreOffice: ``soffice --headless --convert-to docx document.fodt``."""

ALL = sorted(path for path in FILES.iterdir() if path.suffix in READERS)

every_file = pytest.mark.parametrize("sample", ALL, ids=lambda path: path.name)
every_sample = pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.suffix)


def refusal(path):
    """What is said of a file that cannot be read."""
    with pytest.raises(UnreadableFile) as caught:
        read_file(path)
    assert path.name in caught.value.message
    assert caught.value.hint
    return caught.value.message


def read_or_refused(path):
    """A file's text, or what to do where there is none; anything else that is raised is a bug."""
    try:
        return read_file(path).text
    except UnreadableFile as error:
        return error.hint


@every_sample
def test_all_readers_find_the_same_text(sample):
    file = read_file(sample)
    body = [block.text for block in file.blocks if block.aside is None]
    assert body[0] == "بَيَانٌ صَحَفِيٌّ"
    assert "\n\n".join(block.text for block in file.blocks) == file.text
    assert "The minister said: “yes” quite firmly." in file.text
    assert "Words in a box" in body
    assert "hidden" not in file.text
    assert "deleted" not in file.text
    for whole in (
        "First point",
        "نقطةٌ ثانية",
        "Inner bullet",
        "See the page and the rest.",
        "Haifa Zangana",
        "النهاية.",
    ):
        assert whole in body
    assert file.metadata.title == "بيان — Statement"
    assert len(file.sha256) == 64


@every_sample
def test_vowel_signs_emoji_digits_and_direction_marks_stay(sample):
    assert "قالَ الوزيرُ: «نعم» ٣٫٥٪ \u200f(COVID-19)\u200e 👩\u200d👩\u200d👧." in read_file(
        sample
    ).text.split("\n\n")


@every_sample
def test_notes_stand_after_the_text_and_headers_are_asides(sample):
    blocks = read_file(sample).blocks
    texts = [block.text for block in blocks]
    assert texts.index("حاشيةٌ أولى.") > texts.index("النهاية.")
    assert texts.index("An endnote.") > texts.index("حاشيةٌ أولى.")
    assert all(block.aside is Aside.RUNNING_HEAD for block in blocks if "Draft" in block.text)


@every_file
def test_a_file_that_was_cut_is_read_in_part_or_refused(sample, tmp_path):
    data = sample.read_bytes()
    for share in range(1, 10):
        path = tmp_path / f"cut-{share}{sample.suffix}"
        path.write_bytes(data[: len(data) * share // 10])
        assert read_or_refused(path)


@every_file
@given(seed=st.integers(0, 2**32))
@settings(deadline=None, max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_file_that_was_changed_by_chance_is_read_or_refused(sample, tmp_path, seed):
    path = tmp_path / f"changed{sample.suffix}"
    path.write_bytes(mutated(sample.read_bytes(), Random(seed)))
    assert read_or_refused(path)


@every_file
def test_a_large_file_is_refused_before_it_is_read(sample, tmp_path):
    path = tmp_path / f"large{sample.suffix}"
    with path.open("wb") as out:
        out.truncate(1024**3)
    assert "too large" in refusal(path)
