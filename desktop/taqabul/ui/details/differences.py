"""How what changed between two versions of a text looks."""

from taqabul.ui.core.theme import Colours


def marked(kind: str, body: str, colours: Colours) -> str:
    """A stretch, as HTML, in HTML: what went struck through, what came underlined."""
    if kind == "removed":
        return f"<span style='color:{colours.deleted.name()}; text-decoration:line-through'>{body}</span>"
    if kind == "added":
        return f"<span style='color:{colours.inserted.name()}; text-decoration:underline'>{body}</span>"
    return body
