"""``taqabul doctor``: what the program finds on this machine."""

from dataclasses import asdict

from taqabul.cli.choices import AsJson, LibraryFile
from taqabul.cli.terminal import ask_secretly, put_json, put_table, say
from taqabul.workflow.health import diagnose


def doctor(library: LibraryFile = None, as_json: AsJson = False) -> None:
    """Show versions, display, fonts, encoder, processors and the library's health."""
    facts = diagnose(library, ask_secretly)
    if as_json:
        put_json([asdict(fact) for fact in facts])
        return
    rows = [("ok" if fact.ok else "!", fact.name, fact.value, fact.hint) for fact in facts]
    put_table(("", "what", "found", "to do"), rows)
    wanting = sum(not fact.ok for fact in facts)
    say(f"{wanting} of {len(facts)} need attention." if wanting else "All is well.")
