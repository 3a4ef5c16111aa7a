"""The aligner in a process of its own."""

import os
import signal

import pytest

from taqabul.domain.errors import AlignerStopped, Cancelled
from taqabul.domain.options import AlignOptions, EngineChoice
from taqabul.workflow import compute

LEXICAL = AlignOptions(engine=EngineChoice.LEXICAL)
SOURCE = [["في عام 1990 وقعت الحرب."], ["بلغ العدد 350 شخصا."]]
TARGET = [["The war broke out in 1990."], ["The number was 350 persons."]]


@pytest.fixture(autouse=True)
def _stopped():
    yield
    compute.stop()


def test_the_other_process_finds_what_this_one_finds():
    seen = []
    found = compute.propose_in_process(SOURCE, TARGET, LEXICAL, lambda *state: seen.append(state))
    assert found == compute.propose(SOURCE, TARGET, LEXICAL)
    assert seen


def test_the_process_stays_warm_between_calls():
    compute.propose_in_process(SOURCE, TARGET, LEXICAL)
    first = compute._warm[0].process.pid
    compute.propose_in_process(SOURCE, TARGET, LEXICAL)
    assert compute._warm[0].process.pid == first


def test_cancelling_stops_the_process_and_the_next_call_works():
    def cancel(done, total):
        raise Cancelled

    with pytest.raises(Cancelled):
        compute.propose_in_process(SOURCE, TARGET, LEXICAL, cancel)
    assert compute._warm == []
    assert compute.propose_in_process(SOURCE, TARGET, LEXICAL).paragraphs


def test_a_process_that_dies_is_an_error_and_no_hang():
    def kill(done, total):
        os.kill(compute._warm[0].process.pid, signal.SIGKILL)

    with pytest.raises(AlignerStopped, match="-9"):
        compute.propose_in_process(SOURCE * 50, TARGET * 50, LEXICAL, kill)
    assert compute.propose_in_process(SOURCE, TARGET, LEXICAL).paragraphs


def test_a_bug_over_there_is_told_here():
    with pytest.raises(RuntimeError, match="Traceback"):
        compute.propose_in_process(None, TARGET, LEXICAL)
    assert compute.propose_in_process(SOURCE, TARGET, LEXICAL).paragraphs
