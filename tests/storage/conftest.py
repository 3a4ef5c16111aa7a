"""Library files for tests that look at the file itself."""

import pytest
from tests.fresh import new_library

from taqabul.domain.bitext import Alignment, ProposedLink
from taqabul.domain.files import TextFile
from taqabul.domain.language import Language
from taqabul.workflow.aligning import create_bitext
from taqabul.workflow.intake import SegmentedText, keep


@pytest.fixture
def fill():
    """Puts a bitext of so many pairs into a library."""

    def filled(library, size=3):
        ids = []
        with library.database.write() as transaction:
            for language, letter in ((Language.ARABIC, "A"), (Language.ENGLISH, "B")):
                texts = [f"{letter}{k}" for k in range(size)]
                file = TextFile(f"{letter}.txt", "\n".join(texts), "utf-8", "0" * 64)
                text = SegmentedText(language, letter, [(one, [(0, len(one))]) for one in texts])
                ids += keep(transaction, file, [text])
        pairs = tuple(ProposedLink((k,), (k,), 0.5) for k in range(size))
        return create_bitext(library, *ids, Alignment(pairs, pairs, "filled"))

    return filled


@pytest.fixture
def library(places):
    opened = new_library(places(), "rim")
    yield opened
    opened.close()
