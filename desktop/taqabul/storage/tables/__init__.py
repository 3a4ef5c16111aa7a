"""What a library keeps, table by table. Text positions are code points, times are UTC.

Foreign keys are checked when a transaction ends, so that an edit may take records out and put others
in, in any order. Numbers given once are never given again (``Counter``): an undone edit brings back
the very records it took.
"""

from sqlalchemy import BigInteger, Integer, Table

from taqabul.storage.tables import acts, library, marks, pairs, team, texts  # noqa: F401  (they fill the metadata)
from taqabul.storage.tables.row import Row as Row

for _any in Row.metadata.tables.values():
    for _column in _any.c:
        if isinstance(_column.type, Integer):  # 64 bits wide, as SQLite's are
            _column.type = Integer().with_variant(BigInteger(), "postgresql")


def _table(name: str) -> Table:
    return Row.metadata.tables[name]


library_info = _table("library_info")
counter = _table("counter")
text_file = _table("text_file")
document = _table("document")
paragraph = _table("paragraph")
sentence = _table("sentence")
bitext = _table("bitext")
link = _table("link")
link_member = _table("link_member")
sentence_link = _table("sentence_link")
sentence_member = _table("sentence_member")
note = _table("note")
annotation = _table("annotation")
annotation_span = _table("annotation_span")
relation = _table("relation")
claim = _table("claim")
decision = _table("decision")
project = _table("project")
placement = _table("placement")
tag = _table("tag")
binned_document = _table("binned_document")
journal = _table("journal")
journal_base = _table("journal_base")
journal_base_part = _table("journal_base_part")
vector = _table("vector")
saved_filter = _table("saved_filter")
suppression = _table("suppression")
term = _table("term")
known_word = _table("known_word")
visit = _table("visit")
label_set = _table("label_set")
checkout = _table("checkout")
checkout_bitext = _table("checkout_bitext")
checkout_line = _table("checkout_line")
checkout_number = _table("checkout_number")
assignment = _table("assignment")
