"""Each command of the guide does what it says, as it is written there."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import regex
from tests.server import free_port

from taqabul import paths

pytestmark = pytest.mark.long
ROOT = Path(paths.__file__).parent.parent.parent
GUIDE = ROOT / "resources" / "guides" / "batch.md"
PAIRS = {
    "harbour": ("بُني الميناء في 3 سنوات.\n\nكلّف 40 مليوناً.", "The harbour was built in 3 years.\n\nIt cost 40 million."),
    "market": ("افتُتح السوق الجديد عام 1999 وباع التجار الفواكه.", "The new market opened in 1999, and traders sold fruit."),
    "vaccine": ("أعلن الأطباء عن لقاح جديد ضد الملاريا.", "Doctors announced a new vaccine against malaria."),
}  # fmt: skip


def commands() -> str:
    blocks = regex.findall(r"```sh\n(.*?)```", GUIDE.read_text(encoding="utf-8"), regex.DOTALL)
    return "\n".join(blocks)


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A folder as the guide supposes one, and ``taqabul`` and ``dask`` on the way to commands."""
    for folder in ("texts", "bin"):
        (tmp_path / folder).mkdir()
    lines = ["ar,en,name"]
    for name, sides in PAIRS.items():
        for ending, text in zip(("ar", "en"), sides, strict=True):
            (tmp_path / "texts" / f"{name}_{ending}.txt").write_text(text, encoding="utf-8")
        lines.append(f"texts/{name}_ar.txt,texts/{name}_en.txt,{name}")
    (tmp_path / "pairs.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    for name, module in (("taqabul", "taqabul"), ("dask", "dask")):
        command = tmp_path / "bin" / name
        command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m {module} "$@"\n', encoding="utf-8")
        command.chmod(0o700)
    return tmp_path


@pytest.fixture
def shell(place: Path, environment: dict[str, str]) -> Iterator["subprocess.Popen[str]"]:
    """A shell that does all of it, and stops at what fails; what it leaves in the background ends with it."""
    port = str(free_port())  # nobody else's scheduler
    way = {"PATH": f"{place / 'bin'}:{os.environ['PATH']}"}
    with (place / "log").open("wb") as log:
        process = subprocess.Popen(
            ["sh", "-e"], stdin=subprocess.PIPE, stdout=log, stderr=log, text=True, cwd=place,
            env=environment | way, start_new_session=True,
        )  # fmt: skip
    assert process.stdin
    process.stdin.write(commands().replace("8790", port))
    process.stdin.close()
    yield process
    os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def test_each_command_runs(place: Path, shell: "subprocess.Popen[str]") -> None:
    assert shell.wait(280) == 0, (place / "log").read_text(encoding="utf-8")
    outputs = ("aligned", "sentences", "by-content", "clustered")
    assert {json.loads((place / out / "summary.json").read_bytes())["failed"] for out in outputs} == {0}
    lines = (place / "by-content" / "pairing.jsonl").read_text(encoding="utf-8").splitlines()
    listed = [json.loads(line)["name"] for line in lines]
    assert sorted(listed) == [f"{name}_ar" for name in PAIRS]
    assert (place / "key.pem").stat().st_mode & 0o077 == 0
    assert (place / "workers").stat().st_mode & 0o077 == 0
