"""Files of a folder find their partners."""

import pytest

from taqabul.domain.errors import InvalidInput
from taqabul.domain.language import Language
from taqabul.workflow.pairing import find_pairs

ARABIC = "هذا تقرير عن المدينة وأهلها.\n\nوصل الوفد يوم الأحد."
ENGLISH = "This is a report on the city and its people.\n\nThe delegation came on Sunday."


@pytest.fixture
def folder(tmp_path):
    def made(**files):
        for name, text in files.items():
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
        return tmp_path

    return made


def names(found):
    return [tuple(one.name for one in pair.files) for pair in found.pairs]


@pytest.mark.parametrize(
    ("arabic", "english"),
    [
        (["report_ar.txt", "letter_ar.txt"], ["report_en.txt", "letter_en.txt"]),
        (["تقرير 2020.txt", "تقرير ٢٠٢١.txt"], ["report 2020.txt", "report 2021.txt"]),
        (["بغداد.txt", "بيروت.txt"], ["Baghdad.txt", "Beirut.txt"]),
        (["ar/01.txt", "ar/02.txt"], ["en/01.txt", "en/02.txt"]),
        (["Gijon statement (Arabic).txt"], ["gijon-statement-English.txt"]),
        (["ar/١.txt", "ar/2.txt", "ar/10.txt"], ["en/1.txt", "en/2.txt", "en/10.txt"]),
        (["فصل 1 - جزء 2.txt", "فصل 2 - جزء 3.txt"], ["chapter 1 part 2.txt", "chapter 2 part 3.txt"]),
    ],
)
def test_files_are_paired_by_their_names(folder, arabic, english):
    files = dict.fromkeys(arabic, ARABIC) | dict.fromkeys(english, ENGLISH)
    found = find_pairs(folder(**files))
    assert set(names(found)) == set(zip(arabic, english, strict=True))
    assert all(one.language is Language.ARABIC for one in (pair.files[0] for pair in found.pairs))


def test_a_name_with_another_number_is_another_text(folder):
    found = find_pairs(folder(**{"report 2019 ar.txt": ARABIC, "report 2020 en.txt": ENGLISH}))
    assert found.pairs == ()
    assert len(found.alone) == 2


def test_a_file_with_both_languages_is_a_pair_by_itself(folder):
    found = find_pairs(folder(**{"both.txt": f"{ARABIC}\n\n{ENGLISH}", "letter.txt": ENGLISH}))
    assert names(found) == [("both.txt",)]
    assert [one.name for one in found.alone] == ["letter.txt"]


def test_what_cannot_be_read_is_told_and_the_rest_is_found(folder):
    there = folder(**{"a_ar.txt": ARABIC, "a_en.txt": ENGLISH, "empty.txt": "", "notes.bin": "x"})
    found = find_pairs(there)
    assert names(found) == [("a_ar.txt", "a_en.txt")]
    assert ["empty.txt" in error.message for error in found.unreadable] == [True]


def test_a_folder_without_texts_is_told(tmp_path):
    with pytest.raises(InvalidInput, match="no text"):
        find_pairs(tmp_path)


def test_the_same_name_twice_goes_to_the_nearer_one(folder):
    files = {"x/report_ar.txt": ARABIC, "y/report_ar.txt": ARABIC, "x/report_en.txt": ENGLISH}
    assert names(find_pairs(folder(**files))) == [("x/report_ar.txt", "x/report_en.txt")]
