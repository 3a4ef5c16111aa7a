"""What says the like of a claim, across languages and documents."""

import pytest

from taqabul.domain.claims import Claim
from taqabul.workflow.annotating import claims, likeness
from taqabul.workflow.annotating.claim_list import Mention
from taqabul.workflow.annotating.similar import Passage, similar

PAIRS = (
    ("ندعو إلى انسحاب كامل لجميع القوات.", "We call for the complete withdrawal of all forces."),
    ("الطقس جميل في باريس اليوم.", "The weather in Paris is nice today."),
)
OTHER = (
    ("يجب أن ترحل كل القوات عن البلاد.", "All troops have to leave the country."),
    ("اشترى الولد كتابا جديدا.", "The boy bought a new book."),
)


@pytest.fixture
def asked(write):
    """A claim in one bitext; in another a mention of none, and a claim about something else."""
    bitext = write(*PAIRS)
    other = write(*OTHER, library=bitext.library)
    id_ = claims.new_claim(bitext.library, [bitext.mark("complete withdrawal of all forces")]).claims[0]
    loose = other.mark("All troops have to leave the country")
    far = claims.new_claim(other.library, [other.mark("The boy bought a new book")]).claims[0]
    return bitext, other, id_, loose, far


def test_mentions_and_passages_that_say_the_like_come_first(asked):
    bitext, other, id_, loose, far = asked
    found = similar(bitext.library, id_)
    assert [one.rating.score for one in found] == sorted((one.rating.score for one in found), reverse=True)
    texts = [one.text for one in found]
    assert PAIRS[0][0] in texts
    assert OTHER[0][0] in texts
    mention = next(one for one in found if isinstance(one.subject, Mention))
    assert mention.subject.annotation.id == loose
    passage = next(one for one in found if one.text == OTHER[0][0])
    assert isinstance(passage.subject, Passage)
    assert passage.subject.bitext == other.id
    assert passage.rating.score == pytest.approx(
        (passage.rating.meaning + passage.rating.words) / 2, abs=2e-4
    )
    ranks = {one.text: place for place, one in enumerate(found)}
    assert all(ranks.get(text, 999) > ranks[PAIRS[0][0]] for text in (*PAIRS[1], *OTHER[1]))
    assert all(not isinstance(one.subject, Claim) or one.subject.id == far for one in found)


def test_words_in_which_the_claim_is_marked_are_not_proposed(asked):
    bitext, _, id_, _, _ = asked
    assert PAIRS[0][1] not in [one.text for one in similar(bitext.library, id_)]


def test_another_claim_is_found_by_its_mentions(asked):
    bitext, _, id_, loose, _ = asked
    twin = claims.new_claim(bitext.library, [loose], english="x").claims[0]
    found = [one.subject for one in similar(bitext.library, id_, passages=False)]
    assert twin in [one.id for one in found if isinstance(one, Claim)]


def test_without_an_encoder_words_are_left(asked, monkeypatch):
    bitext, _, id_, _, _ = asked
    monkeypatch.setattr("taqabul.align.encoder.find_encoder", lambda _options: None)
    rated = likeness.Likeness(bitext.library, ["complete withdrawal of all forces"])
    (same, far) = rated.rate(["the withdrawal of all the forces", "انسحاب القوات"])
    assert (same.meaning, same.score, far.score) == (None, same.words, 0.0)
    assert not rated.has_meaning
    assert all(not isinstance(one.subject, Passage) for one in similar(bitext.library, id_))


def test_a_claim_without_words_is_like_nothing(write):
    bitext = write(*PAIRS)
    mark = bitext.mark("Paris")
    id_ = claims.new_claim(bitext.library, [mark], english="", arabic="").claims[0]
    claims.release(bitext.library, [mark])
    assert similar(bitext.library, id_) == []
