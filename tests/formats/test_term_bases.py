"""Term bases from tables and TBX."""

from pathlib import Path

import pytest

from taqabul.domain.errors import UnreadableFile
from taqabul.domain.terms import Term
from taqabul.formats.term_bases import read_terms


def written(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_a_table_says_what_to_say_and_what_not(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        "terms.csv",
        "en,ar,not_en\nrefugee|asylum seeker,لاجئ,migrant\nhuman rights,حقوق الإنسان,\n,,\n",
    )
    assert read_terms(path) == (
        Term(("لاجئ",), ("refugee", "asylum seeker"), (), ("migrant",)),
        Term(("حقوق الإنسان",), ("human rights",)),
    )


@pytest.mark.parametrize(
    ("entry", "group", "section", "status"),
    [
        (
            "termEntry",
            "langSet",
            "tig",
            '<termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote>',
        ),
        (
            "conceptEntry",
            "langSec",
            "termSec",
            '<termNote type="administrativeStatus">supersededTerm-admn-sts</termNote>',
        ),
    ],
)
def test_tbx_of_both_dialects(tmp_path: Path, entry: str, group: str, section: str, status: str) -> None:
    body = (
        f'<{entry}><{group} xml:lang="ar"><{section}><term>لاجئ</term></{section}></{group}>'
        f'<{group} xml:lang="en-GB"><{section}><term>refugee</term></{section}>'
        f"<{section}><term>migrant</term>{status}</{section}></{group}></{entry}>"
    )
    path = written(
        tmp_path,
        "terms.tbx",
        f'<tbx xmlns="urn:iso:std:iso:30042:ed-2"><text><body>{body}</body></text></tbx>',
    )
    assert read_terms(path) == (Term(("لاجئ",), ("refugee",), (), ("migrant",)),)


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("terms.csv", "one,two\nلاجئ,refugee\n", "which column is Arabic"),
        ("terms.csv", "ar,en\n,\n", "holds no terms"),
        ("terms.tbx", "<tbx><text>", "not well-formed"),
        ("terms.tbx", '<!DOCTYPE x [<!ENTITY a "b">]><tbx>&a;</tbx>', "declares entities"),
    ],
)
def test_what_is_no_term_base_is_told(tmp_path: Path, name: str, text: str, told: str) -> None:
    with pytest.raises(UnreadableFile, match=told):
        read_terms(written(tmp_path, name, text))
