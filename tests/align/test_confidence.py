"""How sure a link is: what stands beside it counts, and a short text is no proof."""

import pytest

from taqabul.align.engine import align
from taqabul.domain.options import AlignOptions, EngineChoice

LEXICAL = AlignOptions(engine=EngineChoice.LEXICAL)
RIGHT = [
    ("يخبز أهل القرية الخبز في الصباح الباكر.", "The villagers bake bread early in the morning."),
    ("نصح الطبيب المريض بالراحة وشرب الماء.", "The doctor advised the patient to rest and drink water."),
    ("عزفت الفرقة الموسيقية لحنا قديما أمام الجمهور.", "The band played an old tune to the audience."),
    ("وصل القطار متأخرا بسبب الثلوج الكثيفة.", "The train arrived late because of heavy snow."),
    ("تبيع السيدة الزهور أمام محطة المترو.", "The lady sells flowers in front of the metro station."),
]
FOREIGN = [
    "Interest rates rose for the third time this year.",
    "Her second novel won a prize in Stockholm last winter.",
    "The team lost the final after extra time.",
    "A court fined the airline for the delays of last May.",
    "Updates are installed during the night, so that nobody waits.",
]


@pytest.mark.parametrize("options", [AlignOptions(), LEXICAL])
@pytest.mark.parametrize("size", [1, 2, 3, 5])
def test_a_few_paragraphs_of_unrelated_texts_are_never_sure(options: AlignOptions, size: int) -> None:
    found = align([[ar] for ar, _ in RIGHT[:size]], [[en] for en in FOREIGN[:size]], options)
    assert all(link.confidence < 0.9 for link in found.paragraphs)


def test_a_link_among_right_links_is_surer_than_among_strangers() -> None:
    source = [[ar] for ar, _ in RIGHT]
    among_right = align(source, [[en] for _, en in RIGHT]).paragraphs[0]
    among_strangers = align(source, [[RIGHT[0][1]], *([en] for en in FOREIGN[1:])]).paragraphs[0]
    assert (among_right.source, among_right.target) == ((0,), (0,))
    assert (among_strangers.source, among_strangers.target) == ((0,), (0,))
    assert among_strangers.confidence < among_right.confidence
    assert among_right.confidence >= 0.9
