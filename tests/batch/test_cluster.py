"""Real schedulers and workers, each a process of its own, killed in the middle of the work."""

import json
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil
import pytest
from distributed import Security
from tests.batch.conftest import Corpus, contents, run

from taqabul.batch.cluster import ClusterChoice, Tls
from taqabul.domain.errors import InvalidInput

pytestmark = pytest.mark.long

PAIRS = 40
Start = Callable[..., "subprocess.Popen[bytes]"]


@pytest.fixture
def many(tmp_path: Path) -> Corpus:
    """Forty pairs, one of which cannot be read."""
    folder = tmp_path / "corpus"
    folder.mkdir()
    made = Corpus(folder)
    for number in range(PAIRS):
        made.add(number)
    (folder / "011.ar.txt").unlink()
    return made


@pytest.fixture
def start(tmp_path: Path, environment: dict[str, str]) -> Iterator[Start]:
    """Starts Python as a process of its own; ends what is left of it after the test."""
    started = []

    def begin(*words: object) -> "subprocess.Popen[bytes]":
        with (tmp_path / f"log{len(started)}").open("wb") as log:
            command = [sys.executable, "-m", *map(str, words)]
            started.append(subprocess.Popen(command, env=environment, stdout=log, stderr=log, cwd=tmp_path))
        return started[-1]

    yield begin
    for process in started:
        for one in family(process):
            one.kill()
        process.wait()


def family(process: "subprocess.Popen[bytes]") -> list[psutil.Process]:
    if process.poll() is not None:
        return []
    parent = psutil.Process(process.pid)
    return [*parent.children(recursive=True), parent]


def wait_for(condition: Callable[[], object], process: "subprocess.Popen[bytes] | None" = None) -> None:
    end = time.monotonic() + 200
    while not condition() and (process is None or process.poll() is None):
        assert time.monotonic() < end
        time.sleep(0.01)


def read(path: Path) -> bytes:
    """What is in a file that another process makes or takes away meanwhile."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return b""


def whole(path: Path) -> bool:
    """Whether a file of JSON is written to its end: it is there before anything is in it."""
    try:
        return bool(json.loads(read(path)))
    except ValueError:
        return False


def done_in(out: Path) -> int:
    """Pairs that are on the disk, in the record or beside it; for a moment some are in both."""
    said = b"".join(map(read, [out / "done.jsonl", *(out / ".work").glob("*")]))
    return len(set(re.findall(rb'"name": "(pair & \d+)"', said)))


def a_worker_of(process: "subprocess.Popen[bytes]") -> psutil.Process:
    """A process that aligns: the others of the family watch over semaphores."""
    workers = [one for one in family(process)[:-1] if "spawn_main" in " ".join(one.cmdline())]
    return workers[-1]


def batch(many: Corpus, out: Path, *words: object) -> list[object]:
    options = ("--engine", "lexical", "--one-sided", "--pairs-a-file", 6)
    return ["taqabul", "batch", many.manifest, "-o", out, *options, *words]


def test_workers_here_may_end_and_the_program_too(many: Corpus, tmp_path: Path, start: Start) -> None:
    run(many, tmp_path / "plain", pairs_a_file=6)
    out = tmp_path / "out"
    first = start(*batch(many, out, "--jobs", 2))
    wait_for(lambda: done_in(out) >= 3, first)
    a_worker_of(first).kill()
    wait_for(lambda: done_in(out) >= 9, first)
    first.send_signal(signal.SIGKILL)
    first.wait()
    before = done_in(out)
    second = start(*batch(many, out, "--jobs", 3, "--json"))
    assert second.wait(200) == 1, (tmp_path / "log1").read_text()
    assert contents(out) == contents(tmp_path / "plain")
    said = json.loads("{" + (tmp_path / "log1").read_text().partition("{")[2])
    assert (said["pairs"], said["failed"]) == (PAIRS, 1)
    assert said["this_run"]["pairs"] <= PAIRS - before


def test_a_cluster_with_certificates_does_the_same_and_may_lose_a_worker(
    many: Corpus, tmp_path: Path, start: Start
) -> None:
    run(many, tmp_path / "plain", pairs_a_file=6)
    keys = Security.temporary().get_tls_config_for_role("client")
    files = {name: tmp_path / f"{name}.pem" for name in ("ca_file", "cert", "key")}
    for name, path in files.items():
        path.write_text(keys[name])
    tls = [word for flag, name in (("ca-file", "ca_file"), ("cert", "cert"), ("key", "key"))
           for word in (f"--tls-{flag}", files[name])]  # fmt: skip
    told = tmp_path / "scheduler.json"
    start("distributed.cli.dask_scheduler", "--protocol", "tls", "--host", "127.0.0.1", "--port", 0,
          "--no-dashboard", "--scheduler-file", told, *tls)  # fmt: skip
    wait_for(lambda: whole(told))
    address = json.loads(told.read_text())["address"]
    workers = [
        start("distributed.cli.dask_worker", address, "--no-nanny", "--no-dashboard", "--nthreads", 1, *tls)
        for _ in range(2)
    ]
    out = tmp_path / "out"
    ours = ["--tls-ca", files["ca_file"], "--tls-cert", files["cert"], "--tls-key", files["key"]]
    driver = start(*batch(many, out, "--scheduler", address, *ours))
    wait_for(lambda: done_in(out) >= 5, driver)
    workers[0].kill()
    assert driver.wait(200) == 1, (tmp_path / "log3").read_text()
    assert contents(out) == contents(tmp_path / "plain")


def test_a_cluster_that_all_workers_leave_is_waited_for_and_the_person_told(
    many: Corpus, tmp_path: Path, start: Start
) -> None:
    run(many, tmp_path / "plain", pairs_a_file=6)
    told = tmp_path / "scheduler.json"
    start("distributed.cli.dask_scheduler", "--host", "127.0.0.1", "--port", 0, "--no-dashboard",
          "--scheduler-file", told)  # fmt: skip
    wait_for(lambda: whole(told))
    address = json.loads(told.read_text())["address"]
    out = tmp_path / "out"
    driver = start(*batch(many, out, "--scheduler", address, "--json"))
    said = tmp_path / "log1"
    nobody, somebody = f"dask worker {address}\n".encode(), b"the work goes on.\n"

    def worker() -> "subprocess.Popen[bytes]":
        return start("distributed.cli.dask_worker", address, "--no-nanny", "--no-dashboard", "--nthreads", 1)

    wait_for(lambda: read(said).count(nobody) == 1, driver)
    first = worker()
    wait_for(lambda: done_in(out) >= 5, driver)
    first.kill()
    first.wait()
    wait_for(lambda: read(said).count(nobody) == 2, driver)
    assert driver.poll() is None
    worker()
    assert driver.wait(200) == 1, said.read_text()
    assert read(said).count(nobody) == read(said).count(somebody) == read(said).count(b"Ctrl+C") == 2
    assert contents(out) == contents(tmp_path / "plain")


@pytest.mark.parametrize(
    ("choice", "told"),
    [
        (ClusterChoice("here"), "is no address"),
        (ClusterChoice("http://host:80"), "is no address"),
        (ClusterChoice("tcp://host:80", tls=Tls(Path("a"), Path("b"), Path("c"))), "for tls://"),
    ],
)
def test_what_makes_no_sense_is_refused(choice: ClusterChoice, told: str) -> None:
    with pytest.raises(InvalidInput, match=told):
        choice.check()
