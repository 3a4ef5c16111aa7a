"""``python -m taqabul``, and what the installed command calls."""

import multiprocessing
import sys


def main() -> None:
    """Run the program and end with its exit code."""
    multiprocessing.freeze_support()
    try:
        # Imported here so that the aligner's own process, which loads this module again, stays light.
        from taqabul.app import main as run  # noqa: PLC0415

        sys.exit(run())
    except KeyboardInterrupt:  # before anything that could tell it better was there
        sys.exit(130)


if __name__ == "__main__":
    main()
