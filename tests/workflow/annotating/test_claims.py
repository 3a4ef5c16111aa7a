"""Claims and their mentions."""

import pytest

from taqabul.domain.annotation import AnnotationStatus, attributes_from
from taqabul.domain.errors import EditConflict, InvalidEdit
from taqabul.workflow import history, shelving
from taqabul.workflow.annotating import claims
from taqabul.workflow.annotating.claim_list import ClaimFilter, claim, list_claims, mentions_of
from taqabul.workflow.annotating.marking import Given, unmark
from taqabul.workflow.annotating.relating import relate

PAIRS = (
    ("طالب الوزير بانسحاب كامل.", "The minister demanded a complete withdrawal."),
    ("وقال إن الحرب انتهت.", "He said that the war was over."),
)
GIVEN = Given(
    "claims", "claim", attributes_from({"claimer": ["الوزير"], "type": ["demand"], "stance": ["x"]})
)


@pytest.fixture
def bitext(write):
    return write(*PAIRS)


def begun(bitext, *mentions, **texts):
    return claims.new_claim(bitext.library, mentions, **texts).claims[0]


def test_a_claim_begins_with_the_words_of_its_mention_and_of_what_is_tied_to_it(bitext, do):
    ours, theirs = bitext.mark("انسحاب كامل", given=GIVEN), bitext.mark("complete withdrawal")
    relate(bitext.library, bitext.id, ours, theirs, "claims", "same")
    changes = do(bitext.drawn, lambda library, _id: claims.new_claim(library, [ours]))
    made = claim(bitext.library, changes.claims[0])
    assert (made.arabic, made.english, made.bitext) == ("انسحاب كامل", "complete withdrawal", bitext.id)
    assert made.attributes == (("type", ("demand",)),)
    assert [one.annotation.id for one in mentions_of(bitext.library, made.id)] == [ours, theirs]
    assert bitext.all()[0].claim == made.id


def test_a_counterpart_is_gathered_along_unless_it_is_of_another_claim(bitext, do):
    id_ = begun(bitext, bitext.mark("war"))
    ours, theirs = bitext.mark("انسحاب كامل"), bitext.mark("complete withdrawal")
    relate(bitext.library, bitext.id, ours, theirs, "claims", "same")
    other = bitext.mark("The minister", given=Given("claims", "claimer"))
    relate(bitext.library, bitext.id, ours, other, "claims", "same")
    do(bitext.drawn, lambda library, _id: claims.gather(library, id_, [theirs]))
    assert [one.annotation.id for one in mentions_of(bitext.library, id_)][1:] == [ours, theirs]
    claims.release(bitext.library, [theirs])
    elsewhere = begun(bitext, theirs)
    assert [one.annotation.id for one in mentions_of(bitext.library, elsewhere)] == [theirs]


def test_a_claim_without_words_is_known_by_its_first_mention(bitext):
    id_ = begun(bitext, bitext.mark("complete withdrawal"), bitext.mark("war"))
    assert list_claims(bitext.library)[0].name == "complete withdrawal"
    claims.set_claim(bitext.library, id_, english="", arabic="")
    assert list_claims(bitext.library)[0].name == "complete withdrawal"
    assert list_claims(bitext.library, ClaimFilter(text="war"))[0].quote == "complete withdrawal"


def test_plain_words_go_before_the_words_marked(bitext):
    said = attributes_from({"normalised_english": ["They should leave."]})
    one = bitext.mark("complete withdrawal", given=Given("claims", "claim", said))
    made = claim(bitext.library, begun(bitext, one, arabic=" عليهم  الرحيل "))
    assert (made.arabic, made.english) == ("عليهم الرحيل", "They should leave.")


def test_mentions_are_gathered_across_bitexts_and_released(bitext, write, do):
    other = write(("نص", "They want all troops to leave."), library=bitext.library)
    first, far = bitext.mark("complete withdrawal"), other.mark("all troops to leave")
    id_ = begun(bitext, first)
    do(other.drawn, lambda library, _id: claims.gather(library, id_, [far]))
    found = mentions_of(bitext.library, id_)
    assert [one.row.target[0].text for one in found] == [PAIRS[0][1], "They want all troops to leave."]
    assert found[1].title == "drawn"
    assert list_claims(bitext.library)[0].bitexts == (bitext.id, other.id)
    do(other.drawn, lambda library, _id: claims.release(library, [far]))
    assert len(mentions_of(bitext.library, id_)) == 1


def test_words_that_nobody_marked_are_marked_and_gathered_in_one_step(bitext, do):
    id_ = begun(bitext, bitext.mark("complete withdrawal"))
    passage = [bitext.find("بانسحاب كامل")]
    do(bitext.drawn, lambda library, of: claims.gather_passage(library, id_, of, passage, GIVEN))
    assert [one.claim for one in bitext.all()] == [id_, id_]


def test_claims_are_merged_and_parted(bitext, do):
    one, two, three = bitext.mark("انسحاب كامل", given=GIVEN), bitext.mark("withdrawal"), bitext.mark("war")
    first, second = begun(bitext, two), begun(bitext, one, three)
    do(bitext.drawn, lambda library, _id: claims.merge_claims(library, first, [second]))
    (brief,) = list_claims(bitext.library)
    assert (brief.claim.id, brief.mentions, brief.claim.arabic) == (first, 3, "انسحاب كامل")
    assert brief.claim.attributes == (("type", ("demand",)),)
    changes = do(bitext.drawn, lambda library, _id: claims.split_claim(library, first, [three]))
    assert len(changes.claims) == 1
    assert [(one.claim.english, one.mentions) for one in list_claims(bitext.library)] == [
        ("withdrawal", 2),
        ("war", 1),
    ]
    with pytest.raises(InvalidEdit):
        claims.split_claim(bitext.library, first, [one, two])
    with pytest.raises(InvalidEdit):
        claims.split_claim(bitext.library, first, [three])
    with pytest.raises(InvalidEdit):
        claims.merge_claims(bitext.library, first, [first])


def test_what_is_said_of_a_claim_changes(bitext, do):
    id_ = begun(bitext, bitext.mark("withdrawal"))
    values = attributes_from({"verdict": ["true"]})

    def change(library, _id, **named):
        return claims.set_claim(library, id_, **named)

    do(bitext.drawn, change, english="All must  leave.", attributes=values)
    do(bitext.drawn, change, status=AnnotationStatus.REVIEWED)
    now = claim(bitext.library, id_)
    assert (now.english, now.attributes, now.status) == ("All must leave.", values, AnnotationStatus.REVIEWED)
    assert change(bitext.library, None, status=AnnotationStatus.REVIEWED).journal is None


def test_a_claim_taken_away_leaves_its_mentions(bitext, do):
    id_ = begun(bitext, bitext.mark("withdrawal"))
    do(bitext.drawn, lambda library, _id: claims.delete_claim(library, id_))
    assert (list_claims(bitext.library), bitext.quotes()) == ([], ["withdrawal"])
    for verb in (claims.delete_claim, lambda library, claim: claims.gather(library, claim, [1])):
        with pytest.raises(EditConflict):
            verb(bitext.library, id_)
    with pytest.raises(EditConflict):
        claim(bitext.library, id_)


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (ClaimFilter(), ["withdrawal", "war"]),
        (ClaimFilter(text="WITHDRAW"), ["withdrawal"]),
        (ClaimFilter(text="الوزِير"), ["withdrawal"]),
        (ClaimFilter(text="انتهت"), ["war"]),
        (ClaimFilter(claimer="وزير"), ["withdrawal"]),
        (ClaimFilter(statuses=frozenset({AnnotationStatus.FINAL})), ["war"]),
        (ClaimFilter(attributes=(("type", "demand"),)), ["withdrawal"]),
        (ClaimFilter(attributes=(("type", "demand"), ("type", "legal"))), []),
        (ClaimFilter(bitext=999), []),
    ],
)
def test_claims_are_filtered(bitext, wanted, found):
    begun(bitext, bitext.mark("withdrawal", given=GIVEN), arabic="")
    over = begun(bitext, bitext.mark("war"), arabic="الحرب انتهت")
    claims.set_claim(bitext.library, over, status=AnnotationStatus.FINAL)
    assert [one.claim.english for one in list_claims(bitext.library, wanted)] == found


def test_a_claim_outlives_the_bitext_it_began_in_where_it_has_other_mentions(bitext, write):
    other = write(("نص", "They want all troops to leave."), library=bitext.library)
    gathered = begun(bitext, bitext.mark("withdrawal"))
    alone = begun(bitext, bitext.mark("war"))
    claims.gather(bitext.library, gathered, [other.mark("troops")])
    shelving.bin_bitexts(bitext.library, [bitext.id])
    assert [(one.claim.id, one.mentions) for one in list_claims(bitext.library)] == [(gathered, 1)]
    shelving.empty_bin(bitext.library)
    (brief,) = list_claims(bitext.library)
    assert (brief.claim.id, brief.claim.bitext, brief.mentions) == (gathered, other.id, 1)
    with pytest.raises(EditConflict):
        claim(bitext.library, alone)


def test_a_mention_taken_away_is_no_mention_any_more(bitext):
    mark = bitext.mark("withdrawal")
    id_ = begun(bitext, mark)
    unmark(bitext.library, bitext.id, [mark])
    assert list_claims(bitext.library)[0].mentions == 0
    history.undo(bitext.library, bitext.id)
    assert mentions_of(bitext.library, id_)[0].annotation.id == mark
