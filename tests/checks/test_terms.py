"""Terms are found with what is joined to them, and what shall not be said is found as well."""

import pytest
from tests.checks.conftest import Find

from taqabul.checks.term_base import TermBase
from taqabul.domain.terms import Term

BASE = TermBase(
    (
        Term(("اللاجئون", "لاجئ", "لاجئين"), ("refugee",), not_english=("migrant",)),
        Term(("حقوق الإنسان",), ("human rights",)),
    )
)


@pytest.mark.parametrize(
    ("arabic", "english", "said"),
    [
        ("وللاجئين حقوق", "Refugees have rights", []),
        ("وللاجئين حقوق", "Displaced people have rights", ["“وللاجئين” is not translated as “refugee”"]),
        ("بحقوق الإنسان نؤمن", "We believe in human rights", []),
        (
            "بحقوق الانسان نؤمن",
            "We believe in rights of man",
            ["“بحقوق الانسان” is not translated as “human rights”"],
        ),
        ("وصل لاجئ", "A refugee, or migrant, came", ["“migrant” shall not be used; the term is “refugee”"]),
        ("جاء الناس", "The people came", []),
    ],
)
def test_terms(find: Find, arabic: str, english: str, said: list[str]) -> None:
    assert [one.text for one in find("terms", (arabic, english), terms=BASE)] == said
