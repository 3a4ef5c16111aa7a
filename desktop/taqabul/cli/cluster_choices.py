"""Where much work is done: options of ``batch``."""

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Final
from urllib.parse import urlsplit

import typer

from taqabul.batch.cluster import LOCAL, ClusterChoice, Tls
from taqabul.cli.terminal import say
from taqabul.domain.errors import InvalidInput

_TLS: Final = "--tls-ca, --tls-cert, --tls-key"
_HERE: Final = frozenset({"localhost", "127.0.0.1", "::1"})


@dataclass(frozen=True)
class ClusterChoices:
    """Where the work is done, as it is said on the command line."""

    scheduler: Annotated[
        str,
        typer.Option(
            "--scheduler", metavar="ADDRESS", help="local: this machine; tcp://… or tls://…: a Dask cluster."
        ),
    ] = LOCAL
    memory: Annotated[
        str,
        typer.Option(
            "--memory",
            metavar="SIZE",
            help="What a worker on this machine may take (2GB) before it is ended and its pair done again.",
            show_default="its share",
        ),
    ] = "auto"
    tls_ca: Annotated[
        Path | None,
        typer.Option(
            "--tls-ca", metavar="FILE", help="Who vouches for the cluster.", show_default="as Dask is set"
        ),
    ] = None
    tls_cert: Annotated[
        Path | None,
        typer.Option("--tls-cert", metavar="FILE", help="Our certificate.", show_default="as Dask is set"),
    ] = None
    tls_key: Annotated[
        Path | None, typer.Option("--tls-key", metavar="FILE", help="Our key.", show_default="as Dask is set")
    ] = None

    def choice(self, jobs: int) -> ClusterChoice:
        """The same for those who open it; says so where texts would travel unencrypted. Raises InvalidInput."""
        choice = ClusterChoice(self.scheduler, jobs, self.memory, self._tls())
        choice.check()
        address = urlsplit(self.scheduler)
        if address.scheme == "tcp" and address.hostname not in _HERE:
            say("The texts go over the network unencrypted; with a tls:// address they do not.")
        return choice

    def _tls(self) -> Tls | None:
        authority, certificate, key = self.tls_ca, self.tls_cert, self.tls_key
        if authority is None and certificate is None and key is None:
            return None
        if authority is None or certificate is None or key is None:
            raise InvalidInput("TLS needs three files.", f"Give all of {_TLS}.")
        for path in (authority, certificate, key):
            if not path.is_file():
                raise InvalidInput(f"There is no file {path}.", f"Give the files of {_TLS}.")
        return Tls(authority, certificate, key)
