"""Every string of the window can be translated, and English counts rightly."""

import ast
from pathlib import Path
from xml.etree import ElementTree as ET

from PySide6.QtCore import QCoreApplication, QLocale

import taqabul.ui
from taqabul import paths
from taqabul.ui.action_table import ACTIONS
from taqabul.ui.core.i18n import QT_TRANSLATE_NOOP, load_translators, plural

UI = Path(taqabul.ui.__file__).parent
MARKED = {"translate", "QT_TRANSLATE_NOOP"}


def test_the_list_for_translators_holds_every_string_of_the_code():
    listed = {
        (context.findtext("name"), message.findtext("source"))
        for context in ET.parse(paths.resources() / "i18n" / "taqabul_en.ts").iter("context")
        for message in context.iter("message")
    }
    written = {
        tuple(argument.value for argument in node.args)
        for path in UI.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call)
        and getattr(node.func, "id", "") in MARKED
        and all(isinstance(argument, ast.Constant) for argument in node.args)
    }
    assert written - listed == set(), "run resources/i18n/update.py"


def test_english_has_singular_and_plural(qapp):
    translators = load_translators(QLocale(QLocale.Language.English))
    assert translators
    for translator in translators:
        QCoreApplication.installTranslator(translator)
    try:
        pairs = QT_TRANSLATE_NOOP("MainWindow", "%n pair(s)")
        assert [plural(pairs, count) for count in (0, 1, 2)] == ["0 pairs", "1 pair", "2 pairs"]
    finally:
        for translator in translators:
            QCoreApplication.removeTranslator(translator)


def test_no_key_is_given_to_two_verbs():
    keys = [key for spec in ACTIONS for key in spec.keys]
    assert len(keys) == len(set(keys))
    assert len({spec.id for spec in ACTIONS}) == len(ACTIONS)


def test_every_icon_that_a_verb_names_is_there():
    folder = paths.resources() / "icons"
    assert [spec.icon for spec in ACTIONS if spec.icon and not (folder / f"{spec.icon}.svg").is_file()] == []
