"""What RTF's control words mean to a reader of text."""

from typing import Final

SIGNS: Final = {
    "tab": "\t", "line": "\n", "softline": "\n", "page": "\n", "column": "\n", "emdash": "\u2014", "endash": "\u2013",
    "emspace": "\u2003", "enspace": "\u2002", "qmspace": "\u2005", "bullet": "\u2022", "lquote": "\u2018",
    "rquote": "\u2019", "ldblquote": "\u201c", "rdblquote": "\u201d", "ltrmark": "\u200e", "rtlmark": "\u200f",
    "zwj": "\u200d", "zwnj": "\u200c", "zwbo": "\u200b", "zwnbo": "\u2060",
}  # fmt: skip
"""Words that stand for characters."""

SYMBOLS: Final = {"~": "\u00a0", "-": "\u00ad", "_": "\u2011", "\\": "\\", "{": "{", "}": "}", "\t": "\t"}
"""Signs after a backslash that do."""

SKIPPED: Final = frozenset(
    [
        "aftncn",
        "aftnsep",
        "aftnsepc",
        "annotation",
        "atnauthor",
        "atndate",
        "atnid",
        "atnref",
        "atrfend",
        "atrfstart",
        "bkmkend",
        "bkmkstart",
        "blipuid",
        "category",
        "colorschememapping",
        "colortbl",
        "company",
        "datafield",
        "datastore",
        "defchp",
        "defpap",
        "do",
        "docvar",
        "falt",
        "fldinst",
        "fname",
        "formfield",
        "ftncn",
        "ftnsep",
        "ftnsepc",
        "generator",
        "hlinkbase",
        "keywords",
        "latentstyles",
        "listoverridetable",
        "listpicture",
        "listtable",
        "manager",
        "nesttableprops",
        "nonshppict",
        "objalias",
        "objclass",
        "objdata",
        "objname",
        "oldcprops",
        "oldpprops",
        "panose",
        "password",
        "passwordhash",
        "pgptbl",
        "picprop",
        "pict",
        "pn",
        "pnseclvl",
        "protusertbl",
        "revtbl",
        "rsidtbl",
        "rxe",
        "shprslt",
        "sn",
        "sp",
        "subject",
        "sv",
        "tc",
        "template",
        "themedata",
        "userprops",
        "wgrffmtfilter",
        "xe",
        "xmlnstbl",
    ]
)
"""Groups that hold no text of the document."""

READ_THOUGH_STARRED: Final = frozenset(
    {"footnote", "shpinst", "ud", "header", "footer", "listtext", "pntext"}
)
"""Groups marked as ones that old readers may skip, which hold text all the same, or tell what it is."""

HEADS: Final = frozenset(
    {"header", "headerl", "headerr", "headerf", "footer", "footerl", "footerr", "footerf"}
)
LIST_MARKS: Final = frozenset({"listtext", "pntext"})
SAID: Final = frozenset({"title", "author"})
"""What the group of information tells, in groups of its own."""
