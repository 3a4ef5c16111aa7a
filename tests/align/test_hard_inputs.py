"""Texts that are not as one would wish: each picture says what must come out all the same.

In a picture A are the source's paragraphs and B the target's, "A1 | B1" is a link.
"""

import re
from collections.abc import Sequence

import pytest

from taqabul.align.encoder import Encoder
from taqabul.align.engine import align
from taqabul.domain.bitext import Alignment, ProposedLink, misplaced
from taqabul.domain.language import Language
from taqabul.segment.sentences import split_sentences

Pairs = list[tuple[str, str]]

VOCALISED = [
    "القَمَرُ يَدُورُ حَوْلَ الأَرْضِ مَرَّةً كُلَّ سَبْعَةٍ وَعِشْرِينَ يَوْمًا.",
    "تُغَطِّي البِحَارُ مُعْظَمَ سَطْحِ الكَوْكَبِ وَتُؤَثِّرُ فِي مُنَاخِهِ.",
    "يَخْبِزُ أَهْلُ القَرْيَةِ الخُبْزَ فِي الصَّبَاحِ البَاكِرِ.",
    "افْتَتَحَتِ الحُكُومَةُ مَدْرَسَةً جَدِيدَةً لِلْبَنَاتِ فِي المَدِينَةِ.",
    "نَصَحَ الطَّبِيبُ المَرِيضَ بِالرَّاحَةِ وَشُرْبِ المَاءِ.",
    "عَزَفَتِ الفِرْقَةُ المُوسِيقِيَّةُ لَحْنًا قَدِيمًا أَمَامَ الجُمْهُورِ.",
]
VERSES = [
    ("ٱلۡحَمۡدُ لِلَّهِ رَبِّ ٱلۡعَٰلَمِينَ ۝٢", "Praise belongs to God, the Lord of all the worlds,"),
    ("ٱلرَّحۡمَٰنِ ٱلرَّحِيمِ ۝٣", "the Merciful, the Giver of mercy,"),
    (
        "ذَٰلِكَ ٱلۡكِتَٰبُ لَا رَيۡبَۛ فِيهِۛ هُدٗى لِّلۡمُتَّقِينَ ۝٢",
        "This is the Book in which there is no doubt, a guide for those who fear God,",
    ),
    (
        "ٱلَّذِينَ يُؤۡمِنُونَ بِٱلۡغَيۡبِ وَيُقِيمُونَ ٱلصَّلَوٰةَ وَمِمَّا رَزَقۡنَٰهُمۡ يُنفِقُونَ ۝٣",
        "who believe in the unseen, keep up the prayer, and give out of what We have provided for them.",
    ),
    (
        "يَٰٓأَيُّهَا ٱلنَّاسُ ٱعۡبُدُواْ رَبَّكُمُ ٱلَّذِي خَلَقَكُمۡ وَٱلَّذِينَ مِن قَبۡلِكُمۡ ۝٢١",
        "O people, worship your Lord, who created you and those before you.",
    ),
    (
        "ٱلَّذِي جَعَلَ لَكُمُ ٱلۡأَرۡضَ فِرَٰشٗا وَٱلسَّمَآءَ بِنَآءٗ ۝٢٢",
        "It is He who spread out the earth for you and built the sky.",
    ),
]


def alone(texts: Sequence[str]) -> list[list[str]]:
    """Each text a paragraph of one sentence."""
    return [[text] for text in texts]


def straight(links: Sequence[ProposedLink], count: int) -> bool:
    """Whether each segment faces the one of the same number."""
    return [(k.source, k.target) for k in links] == [((n,), (n,)) for n in range(count)]


def links_of(alignment: Alignment) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    return [(link.source, link.target) for link in alignment.paragraphs]


def test_vowel_signs_change_nothing(true_pairs: Pairs, real_encoder: Encoder) -> None:
    """The same Arabic with and without its vowel signs: link for link, figure for figure the same."""
    bare, english = alone([a for a, _ in true_pairs[:6]]), alone([e for _, e in true_pairs[1:6]])
    vocalised = align(alone(VOCALISED), english, encoder=real_encoder)
    assert vocalised == align(bare, english, encoder=real_encoder)
    assert links_of(vocalised) == [((0,), ()), *(((n + 1,), (n,)) for n in range(5))]


def test_quran_orthography_is_read(real_encoder: Encoder) -> None:
    """Verses in the spelling of the Quran, with pause marks and verse numbers, one left out in English."""
    arabic, english = [verse for verse, _ in VERSES], [text for _, text in VERSES]
    found = align(alone(arabic), alone(english[:2] + english[3:]), encoder=real_encoder)
    assert links_of(found) == [
        ((0,), (0,)), ((1,), (1,)), ((2,), ()), ((3,), (2,)), ((4,), (3,)), ((5,), (4,))
    ]  # fmt: skip
    assert min(link.confidence for link in found.paragraphs if link.target) > 0.6


def test_verses_run_together_are_parted_at_their_numbers(real_encoder: Encoder) -> None:
    """A whole passage in one paragraph: its verse numbers cut it, and each verse finds its translation."""
    passage = " ".join(verse.replace("۝", "﴿") + "﴾" for verse, _ in VERSES[2:])
    verses = [passage[a:b] for a, b in split_sentences(passage, Language.ARABIC)]
    found = align([verses], alone([text for _, text in VERSES[2:]]), encoder=real_encoder)
    assert links_of(found) == [((0,), (0, 1, 2, 3))]
    assert straight(found.sentences, 4)


@pytest.mark.parametrize(
    ("was", "becomes"),
    [
        ("ا", "ـا"),
        ("يك", "یک"),
        ("أإآ", "ااا"),
        ("ي", "ى"),
        ("ة", "ه"),
        (" ", " \u200f"),
        (" ", "\u200c "),
        (".", ""),
    ],
    ids=["tatweel", "Persian letters", "no hamza", "ya without dots", "ta marbuta as ha",
         "direction marks", "joiners", "no full stop"],
)  # fmt: skip
def test_other_spellings_are_the_same_text(
    was: str, becomes: str, true_pairs: Pairs, real_encoder: Encoder
) -> None:
    """One habit of spelling all through the Arabic, and two paragraphs that only one side has."""
    table = dict(zip(was, becomes, strict=True)) if len(was) == len(becomes) else {was: becomes}
    arabic = ["".join(table.get(letter, letter) for letter in a) for a, _ in true_pairs[:12]]
    english = [e for _, e in true_pairs[:12]]
    found = align(alone(arabic[:4] + arabic[5:]), alone(english[:8] + english[9:]), encoder=real_encoder)
    expected = [((n - (n > 4),) if n != 4 else (), (n - (n > 8),) if n != 8 else ()) for n in range(12)]
    assert links_of(found) == expected


@pytest.mark.parametrize("digits", ["٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹", "0123456789"])
def test_digits_of_any_kind_are_numbers(digits: str, real_encoder: Encoder) -> None:
    """Rows that differ in their numbers only, one of them missing: Arabic, Persian and European digits."""
    years = [1951, 1967, 1973, 1982, 2003, 2011]
    table = str.maketrans("0123456789", digits)
    arabic = [f"بلغ عدد السكان في عام {year} نحو {year * 3}.".translate(table) for year in years]
    english = [f"In {year} the population was about {year * 3}." for year in years if year != 1973]
    found = align(alone(arabic), alone(english), encoder=real_encoder)
    assert links_of(found) == [
        ((0,), (0,)), ((1,), (1,)), ((2,), ()), ((3,), (2,)), ((4,), (3,)), ((5,), (4,))
    ]  # fmt: skip
    assert all(link.evidence.numbers == 1.0 for link in found.paragraphs if link.target)


def test_a_text_in_capitals_is_read(true_pairs: Pairs, real_encoder: Encoder) -> None:
    """All of the English in capitals, one paragraph of it missing."""
    english = [e.upper() for _, e in true_pairs[:12]]
    found = align(
        alone([a for a, _ in true_pairs[:12]]), alone(english[:6] + english[7:]), encoder=real_encoder
    )
    assert links_of(found) == [((n,), (n - (n > 6),) if n != 6 else ()) for n in range(12)]


def test_numbered_lists_are_linked_by_what_they_say(true_pairs: Pairs, real_encoder: Encoder) -> None:
    """Lists whose numbers disagree, since one item was left out and the rest counted anew."""
    arabic = [f"{'١٢٣٤٥٦٧٨٩'[n]}- {a}" for n, (a, _) in enumerate(true_pairs[:9])]
    kept = [e for n, (_, e) in enumerate(true_pairs[:9]) if n != 3]
    found = align(
        alone(arabic), alone([f"{n}. {e}" for n, e in enumerate(kept, start=1)]), encoder=real_encoder
    )
    assert links_of(found) == [((n,), (n - (n > 3),) if n != 3 else ()) for n in range(9)]


def without_marks(texts: Sequence[str]) -> str:
    return " ".join(text.rstrip(".") for text in texts)


def test_one_long_run_on_each_side_is_one_link(true_pairs: Pairs, real_encoder: Encoder) -> None:
    """Two talks written down without a mark: nothing to cut at, and nothing lost."""
    arabic, english = ([without_marks(side)] for side in zip(*true_pairs, strict=True))
    found = align([arabic], [english], encoder=real_encoder)
    assert links_of(found) == [((0,), (0,))]
    assert found.paragraphs[0].confidence > 0.9


@pytest.mark.parametrize("endless", [0, 1])
def test_one_long_run_on_one_side_takes_in_the_other(
    endless: int, true_pairs: Pairs, real_encoder: Encoder
) -> None:
    """A talk written down without a mark facing a paragraph a sentence: all but a few belong to it."""
    sides = [alone(side) for side in zip(*true_pairs, strict=True)]
    sides[endless] = [[without_marks([text for [text] in sides[endless]])]]
    found = align(*sides, encoder=real_encoder)
    joined = max(found.paragraphs, key=lambda link: len(link.source) + len(link.target))
    assert len(joined.source) + len(joined.target) >= 30
    assert joined.confidence > 0.4


@pytest.mark.parametrize("whole", [0, 1])
def test_one_paragraph_facing_five_hundred_is_linked_sentence_by_sentence(
    whole: int, true_pairs: Pairs, real_encoder: Encoder
) -> None:
    """All in one paragraph on one side, a paragraph a sentence on the other: one link, 500 inside it."""
    twice = [(true_pairs[n % 30], true_pairs[(n // 30 + n + 1) % 30]) for n in range(500)]
    texts = [(f"{a[:-1]}، ثم {b}", f"{x[:-1]}, and then {y}") for (a, x), (b, y) in twice]
    sides = [alone(side) for side in zip(*texts, strict=True)]
    sides[whole] = [[text for [text] in sides[whole]]]
    found = align(*sides, encoder=real_encoder)
    assert len(found.paragraphs) == 1
    assert straight(found.sentences, 500)


@pytest.mark.parametrize("language", [0, 1])
def test_a_text_faces_itself_one_to_one(language: int, true_pairs: Pairs, real_encoder: Encoder) -> None:
    """The same document on both sides, in either language: each paragraph faces itself, and it is said."""
    texts = alone([pair[language] for pair in true_pairs] * 2)
    found = align(texts, texts, encoder=real_encoder)
    assert straight(found.paragraphs, 60)
    assert found.remarks == ("Both sides hold the same text.",)


def test_two_versions_in_one_language_are_linked(true_pairs: Pairs, real_encoder: Encoder) -> None:
    """English on both sides, one of them revised and shortened."""
    old = [e for _, e in true_pairs[:12]]
    new = [e.replace("The", "That").replace("the ", "this ") for e in old]
    found = align(alone(old), alone(new[:5] + new[6:]), encoder=real_encoder)
    assert links_of(found) == [((n,), (n - (n > 5),) if n != 5 else ()) for n in range(12)]


def test_unrelated_texts_say_so_in_one_line(true_pairs: Pairs, real_encoder: Encoder) -> None:
    """Nothing on one side translates anything on the other: no confidence, and a line that says so."""
    found = align(
        alone([a for a, _ in true_pairs[:15]]), alone([e for _, e in true_pairs[15:]]), encoder=real_encoder
    )
    assert found.remarks == ("These texts do not look like translations of each other: no link is sure.",)
    assert max(link.confidence for link in found.paragraphs) < 0.9


def test_a_few_sure_links_among_strangers_are_counted(true_pairs: Pairs, real_encoder: Encoder) -> None:
    """One paragraph in fifteen is a translation: it is found, and the rest is doubted in one line."""
    english = [true_pairs[7 if n == 7 else 15 + n][1] for n in range(15)]
    found = align(alone([a for a, _ in true_pairs[:15]]), alone(english), encoder=real_encoder)
    [remark] = found.remarks
    assert re.search(r"not look like translations of each other: only [12] of \d+ links are sure\.$", remark)
    assert ((7,), (7,)) in links_of(found)


@pytest.mark.parametrize("count", [1, 2, 5, 30])
def test_translations_are_not_remarked_on(count: int, true_pairs: Pairs, real_encoder: Encoder) -> None:
    """Texts as they should be, short ones as well, with one paragraph missing in the longer ones."""
    english = [e for n, (_, e) in enumerate(true_pairs[:count]) if n != 4]
    arabic = [a for a, _ in true_pairs[:count]]
    assert align(alone(arabic), alone(english), encoder=real_encoder).remarks == ()


@pytest.mark.parametrize(
    ("source", "target", "remark"),
    [
        ([], [["One."]], "There is nothing to align: the source text is empty."),
        ([["واحد."]], [[" "], ["..."]], "There is nothing to align: the target text is empty."),
        ([[]], [["***"]], "There is nothing to align: both texts are empty."),
    ],
)
def test_where_there_is_nothing_to_align_it_is_said(
    source: list[list[str]], target: list[list[str]], remark: str, real_encoder: Encoder
) -> None:
    """A side without a word: a whole alignment all the same, and a line."""
    found = align(source, target, encoder=real_encoder)
    assert found.remarks == (remark,)
    assert not misplaced(found.paragraphs, len(source), len(target))


def test_paragraphs_without_words_disturb_nobody(true_pairs: Pairs, real_encoder: Encoder) -> None:
    """Empty paragraphs, rules of stars and lone numbers between those that say something."""
    (moon, moon_en), (sea, sea_en), (bread, bread_en) = true_pairs[:3]
    source = [[], [moon], ["***"], [sea], ["12"], [bread], []]
    target = [[moon_en], [], ["* * *"], [sea_en], [], ["12"], [bread_en]]
    found = links_of(align(source, target, encoder=real_encoder))
    assert {((1,), (0,)), ((3,), (3,)), ((4,), (5,)), ((5,), (6,))} <= set(found)
    assert not misplaced([ProposedLink(*link) for link in found], 7, 7)


def test_a_word_without_end_is_no_trouble(true_pairs: Pairs, real_encoder: Encoder) -> None:
    """A stretch of a hundred thousand letters without a space between ordinary paragraphs."""
    arabic, english = [a for a, _ in true_pairs[:4]], [e for _, e in true_pairs[:4]]
    found = align(
        alone([*arabic[:2], "ب" * 100_000, *arabic[2:]]), alone([*english[:2], *english[2:]]),
        encoder=real_encoder,
    )  # fmt: skip
    assert links_of(found) == [((0,), (0,)), ((1,), (1,)), ((2,), ()), ((3,), (2,)), ((4,), (3,))]


def test_marks_of_direction_are_not_read(true_pairs: Pairs, real_encoder: Encoder) -> None:
    """Embeddings, isolates and marks around every word: the same alignment as without them."""
    arabic, english = [a for a, _ in true_pairs[:6]], [e for _, e in true_pairs[1:6]]
    marked = ["\u202b" + "\u200f ".join(a.split()) + "\u202c" for a in arabic]
    isolated = ["\u2066" + "\u200e ".join(e.split()) + "\u2069" for e in english]
    assert align(alone(marked), alone(isolated), encoder=real_encoder) == align(
        alone(arabic), alone(english), encoder=real_encoder
    )
