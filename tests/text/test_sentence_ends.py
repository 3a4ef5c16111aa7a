"""Where sentences end; tests/segment says more of the rules, by the sentences they give."""

from taqabul.domain.language import Language
from taqabul.text.sentence_ends import sentence_ends


def test_an_end_is_where_the_next_sentence_may_begin() -> None:
    text = "He met Dr. Amin. (They talked.) Then he left."
    assert [text[:end].rsplit(maxsplit=1)[-1] for end in sentence_ends(text, Language.ENGLISH)] == [
        "Amin.",
        "talked.)",
        "left.",
    ]


def test_a_line_ends_a_sentence_unless_the_text_was_wrapped_there() -> None:
    text = "سار الرجل\nفي الطريق\nثم وقف"
    assert list(sentence_ends(text, Language.ARABIC)) == [10, 20]
    assert list(sentence_ends(text, Language.ARABIC, [True, False])) == [20]
