"""Each command of the guide to teams does what it says, as it is written there, on a server with passwords and TLS."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import regex
from tests.server import Cluster, free_port, programs

from taqabul import paths

pytestmark = pytest.mark.long
ROOT = Path(paths.__file__).parent.parent.parent
GUIDE = ROOT / "resources" / "guides" / "team.md"
PASSWORD = "correct horse 12"
TEXTS = {
    "harbour_ar": "بُني الميناء في 3 سنوات.\n\nكلّف 40 مليوناً.",
    "harbour_en": "The harbour was built in 3 years.\n\nIt cost 40 million.",
}
SUDO = """#!/bin/sh
shift 2
export PGHOST={folder} PGPORT={port} PGUSER=owner PGDATABASE=postgres
unset PGPASSWORD
if [ "$(id -u)" = 0 ]; then exec runuser -u postgres -- "$@"; else exec "$@"; fi
"""


@pytest.fixture
def port() -> int:
    return free_port()


@pytest.fixture
def guided(port: int) -> Iterator[Cluster]:
    """A server that is reached by its socket, and through the network with a password."""
    if programs() is None:
        pytest.skip("PostgreSQL is not installed (packaging/postgresql installs it)")
    made = Cluster({"listen_addresses": "127.0.0.1", "port": str(port)}, trusts_network=False)
    yield made
    made.remove()


@pytest.fixture
def place(tmp_path: Path, guided: Cluster, port: int) -> Path:
    """A folder as the guide supposes one, and what it calls on the way to commands."""
    for folder in ("texts", "bin", "home"):
        (tmp_path / folder).mkdir()
    for name, text in TEXTS.items():
        (tmp_path / "texts" / f"{name}.txt").write_text(text, encoding="utf-8")
    commands = {
        "taqabul": f'#!/bin/sh\nexec "{sys.executable}" -m taqabul "$@"\n',
        "sudo": SUDO.format(folder=guided.folder, port=port),
    }
    for name, content in commands.items():
        (tmp_path / "bin" / name).write_text(content, encoding="utf-8")
        (tmp_path / "bin" / name).chmod(0o755)
    return tmp_path


def test_each_command_runs(place: Path, port: int) -> None:
    told = GUIDE.read_text(encoding="utf-8").replace("@localhost/", f"@localhost:{port}/")
    environment = os.environ | {
        "PATH": f"{place / 'bin'}:{programs()}:{os.environ['PATH']}",
        "PYTHONPATH": str(ROOT / "desktop"),
        "HOME": str(place / "home"),
        "PGPASSWORD": PASSWORD,
        "PYTHON_KEYRING_BACKEND": "keyring.backends.null.Keyring",
    }
    environment.pop("TAQABUL_LIBRARY", None)
    kept: list[str] = []
    printed = ""
    for block in regex.findall(r"```sh\n(.*?)```", told, regex.DOTALL):
        done = subprocess.run(
            ["sh", "-ec", "\n".join([*kept, block])],
            input=f"{PASSWORD}\n{PASSWORD}\n",
            capture_output=True,
            text=True,
            cwd=place,
            env=environment,
            start_new_session=True,  # without a terminal to ask at
            timeout=200,
            check=False,
        )
        assert done.returncode == 0, f"{block}\n{done.stdout}\n{done.stderr}"
        kept += [line for line in block.splitlines() if line.startswith("export ")]
        printed += done.stdout + done.stderr
    assert "rim\tannotator" in printed
    assert "1-2\t2030-01-31\tnames of places" in printed
    assert "0 steps came in, 0 let go, 0 open" in printed
    assert (place / "texts.dump").stat().st_size > 1000
