"""The aligner in a process of its own."""

import multiprocessing
import os
import signal
import threading

import pytest

from taqabul.align.linking import Pairing
from taqabul.domain.errors import AlignerStopped, Cancelled, InvalidInput
from taqabul.domain.options import AlignOptions, EngineChoice
from taqabul.workflow import compute

LEXICAL = AlignOptions(engine=EngineChoice.LEXICAL)
SOURCE = [["في عام 1990 وقعت الحرب."], ["بلغ العدد 350 شخصا."]]
TARGET = [["The war broke out in 1990."], ["The number was 350 persons."]]


class Memory:
    """A store in a dictionary, which remembers how often it was told something."""

    def __init__(self):
        self.known, self.told = {}, 0

    def recall(self, encoder, texts):
        return {text: self.known[encoder, text] for text in texts if (encoder, text) in self.known}

    def keep(self, encoder, vectors):
        self.told += len(vectors)
        self.known |= {(encoder, text): vector for text, vector in vectors.items()}


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


def test_anchors_and_vectors_cross_over():
    here, there = Memory(), Memory()
    anchors = [Pairing((0,), ())]
    expected = compute.propose(SOURCE, TARGET, anchors=anchors, store=here)
    assert compute.propose_in_process(SOURCE, TARGET, anchors=anchors, store=there) == expected
    assert {(link.source, link.target) for link in expected.paragraphs} == {
        ((0,), ()),
        ((), (0,)),
        ((1,), (1,)),
    }
    assert there.known.keys() == here.known.keys()
    assert all((there.known[key] == here.known[key]).all() for key in here.known)
    assert there.told == 3
    assert compute.propose_in_process(SOURCE, TARGET, anchors=anchors, store=there) == expected
    assert there.told == 3
    assert compute.propose_in_process(SOURCE, TARGET, anchors=anchors) == expected


def test_a_store_that_fails_ends_the_call_and_the_next_one_works():
    class Broken(Memory):
        def recall(self, encoder, texts):
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        compute.propose_in_process(SOURCE, TARGET, store=Broken())
    assert compute._warm == []
    assert compute.propose_in_process(SOURCE, TARGET, LEXICAL).paragraphs


@pytest.fixture
def serve():
    """Runs here what the other process runs, while a thread asks and answers like this one."""
    before = signal.getsignal(signal.SIGINT)
    ours, theirs = multiprocessing.Pipe()

    def serving(ask):
        other = threading.Thread(target=ask, args=(ours,))
        other.start()
        compute._serve(theirs)
        other.join()

    yield serving
    signal.signal(signal.SIGINT, before)
    ours.close()
    theirs.close()


def outcome(pipe, store):
    """What comes of a job, its questions about vectors answered."""
    while True:
        match pipe.recv():
            case compute._Recall() as question:
                pipe.send(question.ask(store))
            case compute._Keep() as news:
                news.tell(store)
            case (_, _):
                pass
            case answer:
                return answer


def test_the_other_side_asks_for_vectors_and_hands_over_new_ones(serve):
    memory, answers = Memory(), []

    def ask(pipe):
        for anchors in ((), [Pairing((0,), ())], [Pairing((7,), ())]):
            pipe.send((SOURCE, TARGET, AlignOptions(), anchors))
            answers.append(outcome(pipe, memory))
        pipe.close()

    serve(ask)
    assert memory.told == 4
    assert answers[0] == compute.propose(SOURCE, TARGET)
    assert answers[1] == compute.propose(SOURCE, TARGET, anchors=[Pairing((0,), ())])
    assert "ValueError" in str(answers[2])


def test_the_other_side_ends_when_nobody_waits_any_more(serve):
    def leave(pipe):
        pipe.send((SOURCE, TARGET, AlignOptions(), ()))
        pipe.recv()
        pipe.close()

    serve(leave)


def test_a_trouble_people_can_mend_is_told_as_it_is(serve, monkeypatch):
    def troubled(*_):
        raise InvalidInput("No.", "Yes.")

    monkeypatch.setattr(compute, "propose", troubled)
    answers = []

    def ask(pipe):
        pipe.send((SOURCE, TARGET, LEXICAL, ()))
        answers.append(outcome(pipe, None))
        pipe.close()

    serve(ask)
    assert [type(answer) for answer in answers] == [InvalidInput]
