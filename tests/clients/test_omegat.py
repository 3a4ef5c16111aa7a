"""OmegaT, in its console, translates with the memory and the XLIFF that are exported. Runs where OmegaT is installed."""

import io
import os
import shutil
import subprocess
from pathlib import Path

import pytest
from tests.formats.test_writers import HEADER, ROW
from tests.formats.told import pairs

from taqabul.domain.bitext import LinkStatus
from taqabul.domain.files import BitextFile
from taqabul.formats.registry import read_file
from taqabul.formats.tmx import TmxWriter
from taqabul.formats.xliff1 import Xliff1Writer

OMEGAT = shutil.which("omegat")
pytestmark = pytest.mark.skipif(OMEGAT is None, reason="OmegaT is not installed (Debian: omegat)")

PAIRS = [
    ("اجتمع المجلس يوم الأحد، وقرّر «تأجيل» الجلسة.", 'The council met on Sunday & postponed the "session".'),
    ("وصل 35 وفداً من 12 دولة؛ أين البقية؟", "35 delegations from 12 countries came; where are the others?"),
    ("قال المتحدث باسم NATO إن الخطة < جاهزة.", "A NATO spokesman said that the plan was < ready."),
]
PROJECT = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<omegat><project version="1.0">
<source_dir>__DEFAULT__</source_dir><target_dir>__DEFAULT__</target_dir><tm_dir>__DEFAULT__</tm_dir>
<glossary_dir>__DEFAULT__</glossary_dir><glossary_file>__DEFAULT__</glossary_file><dictionary_dir>__DEFAULT__</dictionary_dir>
<source_lang>{source}</source_lang><target_lang>{target}</target_lang>
<sentence_seg>{by_sentence}</sentence_seg><support_default_translations>true</support_default_translations>
<remove_tags>false</remove_tags>
</project></omegat>
"""


def memory(pairs: list[tuple[str, str]]) -> bytes:
    out = io.BytesIO()
    TmxWriter().write(
        [ROW._replace(id=str(n), source=a, target=b) for n, (a, b) in enumerate(pairs)], out, HEADER
    )
    return out.getvalue()


def translated(folder: Path, file: Path, known: bytes, languages: tuple[str, str], by_sentence: str) -> Path:
    """What OmegaT makes of a file with a memory that it is to trust."""
    project = folder / "project"
    for one in ("source", "target", "tm/auto", "glossary", "dictionary", "omegat"):
        (project / one).mkdir(parents=True)
    source, target = languages
    description = PROJECT.format(source=source, target=target, by_sentence=by_sentence)
    (project / "omegat.project").write_text(description, "utf-8")
    shutil.copy(file, project / "source")
    (project / "tm" / "auto" / "ours.tmx").write_bytes(known)
    done = subprocess.run(
        [str(OMEGAT), str(project), "--mode=console-translate", f"--config-dir={folder / 'config'}"],
        capture_output=True,
        text=True,
        timeout=200,
        check=False,
        env=os.environ | {"LC_ALL": "C.UTF-8", "HOME": str(folder)},
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return project / "target" / file.name


@pytest.mark.timeout(240)
@pytest.mark.parametrize("languages", [("ar", "en"), ("en", "ar")])
@pytest.mark.parametrize("by_sentence", ["true", "false"])
def test_a_text_is_translated_with_the_exported_memory(
    tmp_path: Path, languages: tuple[str, str], by_sentence: str
) -> None:
    sides = [list(side) for side in zip(*PAIRS, strict=True)]
    given, wanted = sides if languages[0] == "ar" else sides[::-1]
    text = tmp_path / "text.utf8"
    text.write_text("\n\n".join([*given, "Nothing like it, لا شيء."]), "utf-8")
    made = translated(tmp_path, text, memory(PAIRS), languages, by_sentence).read_text("utf-8-sig")
    assert [line.strip() for line in made.split("\n\n")] == [*wanted, "Nothing like it, لا شيء."]


@pytest.mark.timeout(240)
@pytest.mark.parametrize("by_sentence", ["true", "false"])
def test_an_exported_xliff_comes_back_as_it_went(tmp_path: Path, by_sentence: str) -> None:
    # OmegaT 3.6, which Debian has, translates what stands in targets, so that one that is missing stays so.
    sides = [*PAIRS, ("بلا مقابل", ""), ("", "Nothing faces this.")]
    rows = [
        ROW._replace(id=str(n), source=a, target=b, status=status, notes=("see “page 3” & <4>",))
        for n, ((a, b), status) in enumerate(zip(sides, [*LinkStatus, LinkStatus.PROPOSED], strict=True))
    ]
    file = tmp_path / "ours.xlf"
    with file.open("wb") as out:
        Xliff1Writer().write(rows, out, HEADER)
    back = read_file(translated(tmp_path, file, memory([]), ("ar", "en"), by_sentence))
    assert isinstance(back, BitextFile)
    assert pairs(back) == sides
    went = read_file(file)
    assert isinstance(went, BitextFile)
    assert back.links == went.links
