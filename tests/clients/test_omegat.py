"""OmegaT, in its console, translates a text with the memory that is exported. Runs where OmegaT is installed."""

import io
import os
import shutil
import subprocess
from pathlib import Path

import pytest
from tests.formats.test_writers import HEADER, ROW

from taqabul.formats.tmx import TmxWriter

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


@pytest.mark.timeout(240)
@pytest.mark.parametrize(("source", "target"), [("ar", "en"), ("en", "ar")])
@pytest.mark.parametrize("by_sentence", ["true", "false"])
def test_a_text_is_translated_with_the_exported_memory(
    tmp_path: Path, source: str, target: str, by_sentence: str
) -> None:
    project = tmp_path / "project"
    for folder in ("source", "target", "tm/auto", "glossary", "dictionary", "omegat"):
        (project / folder).mkdir(parents=True)
    description = PROJECT.format(source=source, target=target, by_sentence=by_sentence)
    (project / "omegat.project").write_text(description, "utf-8")
    sides = [list(side) for side in zip(*PAIRS, strict=True)]
    given, wanted = sides if source == "ar" else sides[::-1]
    (project / "source" / "text.utf8").write_text("\n\n".join([*given, "Nothing like it, لا شيء."]), "utf-8")
    memory = io.BytesIO()
    TmxWriter().write(
        [ROW._replace(id=str(n), source=a, target=b) for n, (a, b) in enumerate(PAIRS)], memory, HEADER
    )
    (project / "tm" / "auto" / "ours.tmx").write_bytes(memory.getvalue())
    done = subprocess.run(
        [str(OMEGAT), str(project), "--mode=console-translate", f"--config-dir={tmp_path / 'config'}"],
        capture_output=True,
        text=True,
        timeout=200,
        check=False,
        env=os.environ | {"LC_ALL": "C.UTF-8", "HOME": str(tmp_path)},
    )
    assert done.returncode == 0, done.stdout + done.stderr
    translated = (project / "target" / "text.utf8").read_text("utf-8-sig").split("\n\n")
    assert [line.strip() for line in translated] == [*wanted, "Nothing like it, لا شيء."]
