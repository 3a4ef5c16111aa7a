"""What is fed to readers: samples of each kind of file, and the reader that takes them."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from io import BytesIO
from pathlib import Path

from tests.formats.annotations.sample import annotated
from tests.formats.test_bilingual_tables import odt, page, word

from taqabul import paths
from taqabul.batch.manifest import read_manifest
from taqabul.domain.errors import UnreadableFile
from taqabul.domain.options import ImportOptions
from taqabul.formats import label_sets, moses_in, standoff_in, table_in
from taqabul.formats.annotations.reading import read_annotations
from taqabul.formats.annotations.registry import WRITERS
from taqabul.formats.pdf_worker import Refusal, extract
from taqabul.formats.registry import read_file
from taqabul.formats.term_bases import read_terms

FILES = Path(__file__).parents[1] / "formats" / "files"
SEEDS = Path(__file__).parents[2] / "seeds"

Sample = dict[str, bytes]
"""Files by their names; the first is the one that is changed most often."""


@dataclass(frozen=True, slots=True)
class Kind:
    """Makes samples, for which a folder is given, and reads the files of one; what it gives is true where it read."""

    samples: Callable[[Path], list[Sample]]
    read: Callable[[list[Path]], object]


def document(ending: str) -> Kind:
    """Documents and bilingual files of an ending; beside links lie the texts that they name."""
    beside = {one.name: one.read_bytes() for one in FILES.glob("links.*.xml")} if ending == ".xml" else {}
    samples = [
        {f"changed{ending}": one.read_bytes()} | beside
        for one in sorted(FILES.glob(f"*{ending}"))
        if one.name not in beside
    ]
    return Kind(lambda _: samples, _read_document)


def _read_document(files: list[Path]) -> object:
    return read_file(files[0]).text


def _read_pdf(files: list[Path]) -> object:
    """In this process: one of its own for each input would take hours."""
    found = extract(files[0])
    if isinstance(found, Refusal):
        raise UnreadableFile(found, found)
    return found


def _pdf(folder: Path) -> list[Sample]:
    """Pages drawn by Qt, which needs QT_QPA_PLATFORM=offscreen."""
    from PySide6.QtGui import QGuiApplication
    from tests.formats.pdf_files import draw, print_html

    application = QGuiApplication([])
    draw(folder / "one.pdf", [[(72, 72, "A line of text."), (500, 90, "سطر من النص")]])
    noted = "<p>A paragraph of text.<sup>1</sup><p dir=rtl>فقرة من النص<p style='font-size:8pt'>1 A note."
    print_html(folder / "two.pdf", f"<h1>Title</h1>{noted}")
    application.quit()
    return [{"changed.pdf": (folder / name).read_bytes()} for name in ("one.pdf", "two.pdf")]


def _plain(_: Path) -> list[Sample]:
    text = "\n".join(one.read_text(encoding="utf-8")[:3000] for one in sorted(SEEDS.glob("*.txt"))[:2])
    forms = ("utf-8", "utf-8-sig", "utf-16", "cp1256", "iso-8859-6")
    return [{"changed.txt": text.encode(form, errors="replace")} for form in forms]


def _tables(_: Path) -> list[Sample]:
    rows = [["النص", "Text"], ["وصل الوفد إلى القاهرة.", "The delegation reached Cairo."], ["نعم.", "Yes."]]
    return [
        {f"changed{ending}": make(rows, "عنوان", "The end.")}
        for ending, make in ((".docx", word), (".odt", odt), (".html", page))
    ]


def _saved_pages(_: Path) -> list[Sample]:
    whole = MIMEMultipart("related")
    for text in (FILES / "news.html", FILES / "saved.html"):
        whole.attach(MIMEText(text.read_text(encoding="utf-8"), "html", "utf-8"))
    quoted = (
        b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x\nContent-Type: text/html; charset=utf-8\n"
        b"Content-Transfer-Encoding: quoted-printable\n\n<html><body><p>=D9=86=D8=B5 text</p></body></html>\n--x--\n"
    )
    return [{"changed.mhtml": whole.as_bytes()}, {"changed.mhtml": quoted}]


_ARABIC = "السطر الأول\nالسطر الثاني\nالسطر الثالث\n".encode()
_ENGLISH = b"line one\nline two\nline three\nline four\n"


def _aligned(*alignments: str) -> Callable[[Path], list[Sample]]:
    return lambda _: [
        {"links.txt": one.encode(), "ar.txt": _ARABIC, "en.txt": _ENGLISH} for one in alignments
    ]


def _read_aligned(files: list[Path]) -> object:
    links, *texts = files
    return standoff_in.read((texts[0], texts[1]), links, ImportOptions(), either_order=True)


def _read_moses(files: list[Path]) -> object:
    two = moses_in.two_of(files)
    assert two is not None
    # Where the lines are not equally many, the texts are aligned.
    return moses_in.read(*two, ImportOptions()) or "two texts"


def _annotations(ending: str) -> Callable[[Path], list[Sample]]:
    def written(_: Path) -> list[Sample]:
        out = BytesIO()
        WRITERS[ending].write(annotated(), out)
        return [{f"changed.{ending.rpartition('.')[2]}": out.getvalue()}]

    return written


_TBX = (
    '<tbx xmlns="urn:iso:std:iso:30042:ed-2"><text><body><conceptEntry><langSec xml:lang="ar"><termSec><term>لاجئ</term>'
    '</termSec></langSec><langSec xml:lang="en-GB"><termSec><term>refugee</term></termSec><termSec><term>migrant</term>'
    '<termNote type="administrativeStatus">supersededTerm-admn-sts</termNote></termSec></langSec></conceptEntry></body></text></tbx>'
)
_TERMS = "en,ar,not_en\nrefugee|asylum seeker,لاجئ,migrant\nhuman rights,حقوق الإنسان,\n"


def _read_label_set(files: list[Path]) -> object:
    return label_sets.read(files[0].read_bytes(), files[0].name)


def _label_sets(_: Path) -> list[Sample]:
    return [
        {"set.json": one.read_bytes()} for one in sorted((paths.resources() / "labelsets").glob("*.json"))
    ]


def _manifests(ending: str) -> Callable[[Path], list[Sample]]:
    rows = [("a.txt", "b.txt", "first"), ("c.txt", "d.txt", "ثانٍ")]
    mark = "\t" if ending == ".tsv" else ","
    table = "\n".join(mark.join(row) for row in (("ar", "en", "name"), *rows)).encode()
    lines = "\n".join(json.dumps({"ar": ar, "en": en, "name": name}) for ar, en, name in rows).encode()
    return lambda _: [{f"list{ending}": lines if ending == ".jsonl" else table}]


def _read_manifest(files: list[Path]) -> object:
    manifest = read_manifest(files[0])
    return list(manifest.listed())


def _columns(files: list[Path]) -> object:
    return table_in.look(files[0], ImportOptions())


KINDS = {
    ".pdf": Kind(_pdf, _read_pdf),
    ".txt": Kind(_plain, _read_document),
    ".mhtml": Kind(_saved_pages, _read_document),
    "bilingual-tables": Kind(_tables, _read_document),
    "columns": Kind(
        lambda _: [{one.name: one.read_bytes()} for one in sorted(FILES.glob("pairs.[ctx]s[vx]*"))], _columns
    ),
    "hunalign": Kind(_aligned("0\t0\t1.2\n1\t2\t0.3\n1\t3\t-0.3\n3\t4\t0\n"), _read_aligned),
    "beads": Kind(
        _aligned("[0]:[0, 1]:0.31\n[]:[2]:0\n[1,2]:[3]:0.5\n", "([0], [0, 1])\n([], [2])\n([1, 2], [3])\n"),
        _read_aligned,
    ),
    "moses": Kind(lambda _: [{"text.ar": _ARABIC, "text.en": _ENGLISH[:-10]}], _read_moses),
    "brat": Kind(_annotations(".brat.zip"), lambda files: read_annotations(files[0])),
    "web-annotation": Kind(_annotations(".jsonld"), lambda files: read_annotations(files[0])),
    "annotations": Kind(_annotations(".json"), lambda files: read_annotations(files[0])),
    "tbx": Kind(lambda _: [{"terms.tbx": _TBX.encode()}], lambda files: read_terms(files[0])),
    "terms": Kind(lambda _: [{"terms.csv": _TERMS.encode()}], lambda files: read_terms(files[0])),
    "label-set": Kind(_label_sets, _read_label_set),
    "manifest-csv": Kind(_manifests(".csv"), _read_manifest),
    "manifest-jsonl": Kind(_manifests(".jsonl"), _read_manifest),
}
"""Kinds that more than an ending tells."""
