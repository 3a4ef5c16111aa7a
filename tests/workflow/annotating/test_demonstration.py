"""The demonstration in ``seeds/``: it comes into a new library whole, and goes out in every format."""

import json
import shutil
from contextlib import closing
from pathlib import Path

import pytest
from tests.fresh import new_library

from taqabul import paths
from taqabul.domain.ids import BitextId
from taqabul.domain.label_rules import faults
from taqabul.domain.options import AlignOptions, EngineChoice
from taqabul.storage.ciphering import password_of
from taqabul.workflow.aligning import align_pair
from taqabul.workflow.alone import keep_alone
from taqabul.workflow.annotating.from_files import bring_in_file
from taqabul.workflow.annotating.reading import annotated_bitext
from taqabul.workflow.annotating.taking_out import annotation_formats, losses, take_out
from taqabul.workflow.label_sets import label_sets
from taqabul.workflow.library import Library
from taqabul.workflow.reading_files import read_files

SEEDS = paths.seeds()
FILES = sorted((SEEDS / "demonstration").glob("*.annotations.json"))


def bring(library: Library) -> dict[str, BitextId]:
    """Put the five samples and their annotations into a library."""
    bitexts = {}
    for file in FILES:
        read = read_files([SEEDS / f"{file.name.removesuffix('.annotations.json')}.txt"])
        is_pair = len(read.languages) > 1
        options = AlignOptions(EngineChoice.LEXICAL)
        kept = align_pair(library, read, options) if is_pair else keep_alone(library, read)
        bitexts[file.name[:3]] = kept.bitext
        done = bring_in_file(library, kept.bitext, file)
        assert (done.lost, done.kept, done.remarks) == (0, 0, ())
        assert done.new == len(json.loads(file.read_text("utf-8"))["annotated"]["annotations"])
    return bitexts


@pytest.fixture(scope="module")
def in_file(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, BitextId]]:
    """A library file that holds them."""
    path = tmp_path_factory.mktemp("demonstration") / "library.db"
    with closing(new_library(path, "Rim")) as library:
        return path, bring(library)


@pytest.fixture
def brought(studio, in_file) -> tuple[Library, dict[str, BitextId]]:
    """A library with the five samples and their annotations."""
    place = studio.places("library.db")
    if not isinstance(place, Path) or password_of(place) is not None:
        library = studio.open("Rim")
        return library, bring(library)
    shutil.copy(in_file[0], place)
    return studio.open("Rim"), in_file[1]


def test_there_are_annotations_on_all_five_texts(brought) -> None:
    library, bitexts = brought
    numbers = {key: len(annotated_bitext(library, id_).annotations) for key, id_ in bitexts.items()}
    assert numbers.keys() == {"000", "001", "002", "003", "004"}
    assert all(numbers.values())
    assert sum(numbers.values()) >= 40


def test_the_demand_for_withdrawal_is_one_claim_in_four_texts_and_both_languages(brought) -> None:
    library, bitexts = brought
    found = set()
    for key, id_ in bitexts.items():
        whole = annotated_bitext(library, id_)
        claims = {one.id for one in whole.claims if "withdraw completely" in one.english}
        sources = {one.id for one in whole.source.paragraphs}
        for one in whole.annotations:
            if one.claim in claims:
                language = whole.source if one.spans[0].paragraph in sources else whole.target
                found.add((key, language.document.language.value))
                quote = one.spans[0].quote
                assert any(
                    word in quote for word in ("نسحاب", "إخراج", "جندي", "withdraw", "occupation forces")
                )
    assert found == {("000", "ar"), ("000", "en"), ("001", "ar"), ("003", "en"), ("004", "ar")}


def test_each_keeps_to_its_label_set(brought) -> None:
    library, bitexts = brought
    sets = label_sets(library)
    assert all(not [*faults(one)] for one in sets.values())
    for id_ in bitexts.values():
        for one in annotated_bitext(library, id_).annotations:
            label_set = sets[one.label_set]
            assert label_set.label(one.label)
            asked = {each.key: each for each in label_set.attributes_of(one.label)}
            for key, values in one.attributes:
                choices = {choice.key for choice in asked[key].choices}
                assert not choices or set(values) <= choices
            assert all(one.values(key) for key, each in asked.items() if each.required and each.when is None)


def test_ties_lead_from_text_to_text(brought) -> None:
    library, bitexts = brought
    ends = {annotated_bitext(library, id_).annotations for id_ in bitexts.values()}
    everywhere = {one.id for some in ends for one in some}
    ties = [tie for id_ in bitexts.values() for tie in annotated_bitext(library, id_).relations]
    assert {tie.source for tie in ties} | {tie.target for tie in ties} <= everywhere
    assert sum(bool(annotated_bitext(library, id_).elsewhere) for id_ in bitexts.values()) == 3


@pytest.mark.parametrize("ending", annotation_formats())
def test_it_goes_out_in_every_format(brought, tmp_path: Path, ending: str) -> None:
    library, bitexts = brought
    for key, id_ in bitexts.items():
        out = tmp_path / f"{key}{ending}"
        told = losses(library, id_, out)
        done = take_out(library, id_, out)
        assert list(done.losses) == told
        assert done.replaced_characters == 0
        assert out.stat().st_size > 0
