import pytest
from hypothesis import given
from hypothesis import strategies as st

from taqabul.text.cleaning import CleanRule, cleaned

RULE = CleanRule
ALL = frozenset(CleanRule)


@pytest.mark.parametrize(
    ("rule", "text", "clean"),
    [
        (RULE.BIDI, "\u202bبيان\u202c من\u200f", "بيان من"),
        (RULE.ZERO_WIDTH, "\ufeffبي\u200bان \u200cمن\u200d", "بيان من"),
        (RULE.ZERO_WIDTH, "می\u200cروم", "می\u200cروم"),
        (RULE.SPACES, "٣\u00a0أيار\u2009\t٢", "٣ أيار  ٢"),
        (RULE.DOUBLE_SPACES, "  بيان   من \n  القاهرة ", "بيان من\nالقاهرة"),
        (RULE.TATWEEL, "بيــان مـــُهم", "بيان مُهم"),
        (RULE.TATWEEL, "سنة ١٤١٠ هـ", "سنة ١٤١٠ هـ"),
        (RULE.PRESENTATION_FORMS, "ﻻ ﺑﻴﺎﻥ ﷲ", "لا بيان الله"),
        (RULE.PRESENTATION_FORMS, "محمد ﷺ ﴿قل﴾ ½ ﬁ", "محمد ﷺ ﴿قل﴾ ½ ﬁ"),
        (RULE.PRESENTATION_FORMS, "بﹷ", "ب\u064e"),
    ],
)
def test_each_rule_cleans_its_own_and_nothing_else(rule, text, clean):
    assert cleaned(text, {rule}) == clean
    assert cleaned(text, ALL - {rule}) != clean or text == clean or rule is RULE.DOUBLE_SPACES


def test_without_rules_nothing_changes():
    assert cleaned(" \u200fبـيان\u00a0 ", ()) == " \u200fبـيان\u00a0 "


@given(
    st.text(st.sampled_from("بيـان \u200c\u200d\u200b\u200f\u00a0\t\nﻻﷺabc\u064e"), max_size=30),
    st.sets(st.sampled_from(RULE)),
)
def test_what_is_clean_stays(text, rules):
    once = cleaned(text, rules)
    assert cleaned(once, rules) == once
