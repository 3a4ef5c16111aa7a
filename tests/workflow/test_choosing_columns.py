"""The columns of a table, for a person to choose from."""

from taqabul.domain.language import Language
from taqabul.domain.options import ColumnRole, ImportOptions
from taqabul.workflow.choosing_columns import table_columns
from taqabul.workflow.doctoring import Examination

ROWS = (
    ("no", "النص", "Draft", "Final"),
    ("1", "وصل الوفد أمس.", "The delegation came.", "The delegation arrived yesterday."),
    ("2", "عاد المعلم.", "The teacher returned.", "The teacher came back."),
)


def test_columns_are_named_and_others_may_be_chosen(tmp_path):
    path = tmp_path / "pairs.csv"
    path.write_text("\n".join(",".join(row) for row in ROWS), encoding="utf-8")
    examination = Examination([path])
    found = examination.look().table
    assert found.samples == ("no", "النص", "Draft", "Final")
    assert found.places[ColumnRole.ARABIC] == 1
    for column, text in ((3, "The delegation came."), (4, "The delegation arrived yesterday.")):
        options = ImportOptions(columns=((ColumnRole.ENGLISH, str(column)),))
        diagnosis = examination.look(options)
        assert diagnosis.table.places[ColumnRole.ENGLISH] == column - 1
        assert text in [one.text for one in diagnosis.passages[Language.ENGLISH]]


def test_a_column_that_is_not_there_leaves_the_choice(tmp_path):
    path = tmp_path / "pairs.csv"
    path.write_text("\n".join(",".join(row) for row in ROWS), encoding="utf-8")
    options = ImportOptions(columns=((ColumnRole.ENGLISH, "9"),))
    diagnosis = Examination([path]).look(options)
    assert diagnosis.problem is not None
    assert len(diagnosis.table.samples) == 4


def test_a_text_is_no_table(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("بيان، من القاهرة", encoding="utf-8")
    assert table_columns(path, ImportOptions()) is None
    assert table_columns(tmp_path / "none.csv", ImportOptions()) is None


def test_it_is_asked_where_other_columns_could_be_meant_until_they_are_chosen(tmp_path):
    path = tmp_path / "pairs.csv"
    path.write_text("\n".join(",".join(row) for row in ROWS), encoding="utf-8")
    examination = Examination([path])
    assert examination.look().asks
    assert not examination.look(ImportOptions(columns=((ColumnRole.ENGLISH, "4"),))).asks
    path.write_text("\n".join(",".join(row[1:3]) for row in ROWS), encoding="utf-8")
    assert not Examination([path]).look().asks
