"""Text that was misread is turned back; sound text stays to the letter."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from taqabul.text.mojibake import mended, misread_as

ARABIC = "افتتح الوزير المؤتمر في القاهرة، وقال إن العمل سيبدأ في ٣ أيار — «قريبًا جدًّا»."
WESTERN = "It’s the café’s “naïve” façade — déjà vu."


def as_read(text, codec):
    """UTF-8 as a program reads it that takes bytes its code page lacks for the characters of their numbers."""
    made = ""
    for byte in text.encode():
        try:
            made += bytes([byte]).decode(codec)
        except UnicodeDecodeError:
            made += chr(byte)
    return made


@pytest.mark.parametrize("codec", ["cp1256", "cp1252", "latin-1"])
@pytest.mark.parametrize("text", [ARABIC, WESTERN])
def test_what_was_misread_is_turned_back(text, codec):
    if codec == "cp1252" or text is ARABIC:
        assert misread_as(as_read(text, codec))
    assert mended(as_read(text, codec)) in {text, as_read(text, codec)}
    assert mended(as_read(f"{ARABIC}\n{ARABIC}", codec)) == f"{ARABIC}\n{ARABIC}"


def test_what_was_misread_twice_is_turned_back():
    assert mended(as_read(as_read(ARABIC, "cp1252"), "cp1252")) == ARABIC


def test_what_cannot_be_turned_back_stays_and_the_rest_is_mended():
    assert mended(as_read(ARABIC, "cp1256") + " ط§ط") == ARABIC + " ط§ط"


@pytest.mark.parametrize("text", [ARABIC, WESTERN, "plain", "", "ط§ only once", "Ã© twice Ã©"])
def test_sound_text_stays(text):
    assert misread_as(text) is None
    assert mended(text) == text


def test_arabic_that_was_read_as_western_is_turned_back():
    misread = ARABIC.replace("٣", "3").encode("cp1256").decode("cp1252")
    assert misread.startswith("ÇÝÊÊÍ ÇáæÒíÑ")
    assert mended(misread) == ARABIC.replace("٣", "3")
    assert mended(f"{misread}\nThe café is naïve.") == ARABIC.replace("٣", "3") + "\nThe café is naïve."


@pytest.mark.parametrize(
    "text",
    [
        "Où êtes-vous né, là où l’été a été créé ? À Çà et là.",
        "Größe für Straße, Übermüdung, weiß öä üß",
        "øåæ åøæ æøå øæ åæ Åøæ",
    ],
)
def test_western_text_stays(text):
    assert mended(text) == text


@given(st.text())
def test_lines_stay_lines(text):
    assert mended(text).count("\n") == text.count("\n")
