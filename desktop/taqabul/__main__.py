"""``python -m taqabul``, and what the installed command calls."""

import multiprocessing
import sys


def main() -> None:
    """Run the program and end with its exit code."""
    multiprocessing.freeze_support()
    # Imported here so that the aligner's own process, which loads this module again, stays light.
    from taqabul.app import main as run  # noqa: PLC0415

    sys.exit(run())


if __name__ == "__main__":
    main()
