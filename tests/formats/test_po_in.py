"""PO files come in, with contexts, forms of the plural and doubts."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.formats.told import damaged, ends_well, pairs
from translate.storage.pypo import pofile

from taqabul.domain.bitext import LinkStatus
from taqabul.domain.errors import UnreadableFile
from taqabul.formats.registry import read_file

HEAD = 'msgid ""\nmsgstr ""\n"Language: ar\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n"Plural-Forms: nplurals=3; plural=n%3;\\n"\n\n'
BODY = """# somebody's word
#. the program's
msgctxt "menu"
msgid "File"
msgstr "ملف"

#, fuzzy
msgid "Open the file"
msgstr "افتح"

msgid "%d file"
msgid_plural "%d files"
msgstr[0] "لا ملفات"
msgstr[1] "ملف واحد"
msgstr[2] "ملفان"

msgid "Not yet"
msgstr ""

#~ msgid "old"
#~ msgstr "قديم"
"""


@pytest.fixture
def read(tmp_path):
    def reading(content: str | bytes):
        path = tmp_path / "ar.po"
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return read_file(path)

    return reading


def test_messages_are_pairs(read):
    file = read(HEAD + BODY)
    assert pairs(file) == [
        ("ملف", "File"),
        ("افتح", "Open the file"),
        ("لا ملفات+ملف واحد+ملفان", "%d file+%d files"),
        ("", "Not yet"),
    ]
    assert file.links[0].notes == ("msgctxt: menu", "somebody's word", "the program's")
    assert [link.status for link in file.links[:2]] == [LinkStatus.PROPOSED, LinkStatus.NEEDS_REVIEW]


def test_a_translation_from_arabic_is_turned(read):
    assert pairs(read(HEAD.replace(": ar", ": en") + 'msgid "ملف"\nmsgstr "File"\n')) == [("ملف", "File")]


def test_what_translate_toolkit_wrote_is_read(tmp_path):
    store = pofile()
    store.updateheader(add=True, Content_Type="text/plain; charset=UTF-8", Language="ar")
    unit = store.addsourceunit('He said "yes"\n& left')
    unit.target = "قال «نعم»\nوذهب"
    unit.addnote("who?")
    path = tmp_path / "a.po"
    path.write_bytes(bytes(store))
    file = read_file(path)
    assert pairs(file) == [("قال «نعم»\nوذهب", 'He said "yes"\n& left')]
    assert file.links[0].notes == ("who?",)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("nothing of the kind", "not understood"),
        (HEAD, "no Arabic text"),
        (HEAD + 'msgid "a', "not understood"),
        (b"PK\x03\x04", "not a PO file"),
        (b"", "empty"),
        (b'msgid "a"\nmsgstr "\xff\xfe"', "not understood"),
    ],
)
def test_what_is_none_is_refused_in_words(read, content, words):
    with pytest.raises(UnreadableFile, match=words) as caught:
        read(content)
    assert caught.value.hint


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
@given(data=st.data())
def test_a_damaged_file_is_read_or_refused(tmp_path, data):
    assert ends_well(tmp_path / "a.po", data.draw(damaged((HEAD + BODY).encode())))
