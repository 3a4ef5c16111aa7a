"""What the program says about itself."""

from html import escape
from importlib import metadata

from PySide6.QtCore import qVersion

from taqabul.ui.core.i18n import translate


def about_text(location: str) -> str:
    """Name, version, licence, and where the library is."""
    words = translate(
        "About",
        "<h3>Taqabul {version}</h3><p>Aligns, reviews and annotates Arabic texts and their English versions "
        "side by side.</p><p>Free software under the GNU General Public License, version 3 or later. "
        "Qt {qt}.</p><p>Library: {library}</p>",
    )
    return words.format(version=escape(version()), qt=qVersion(), library=escape(location))


def version() -> str:
    """The program's version; "0" in a checkout that was never installed."""
    try:
        return metadata.version("taqabul")
    except metadata.PackageNotFoundError:
        return "0"
