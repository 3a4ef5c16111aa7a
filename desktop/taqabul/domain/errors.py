"""The errors people can do something about. Anything else that is raised is a bug.

AppError
+-- UnreadableFile     the input is not a text we can read
+-- UnsupportedFormat  no reader or writer for this kind of file
+-- CannotWrite        the output could not be written; what was there before still is
+-- LibraryError       the library file cannot be opened or written
|   +-- NewerLibrary   a newer version of the program wrote it
|   +-- LibraryLocked  the library is encrypted, and its password not known
|   +-- ServerRefused  the server lets nobody in this way
|   +-- ServerGone     the server does not answer
|   +-- NotAllowed     the role in a team does not include it
+-- EditConflict       somebody changed the same thing meanwhile
+-- InvalidEdit        the verb cannot be applied here
+-- InvalidInput       an option or a gold file makes no sense
+-- AlignerStopped     the aligner's process ended before it was done
"""


class AppError(Exception):
    """A problem told in one sentence (``message``) with one on what to do (``hint``)."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class UnreadableFile(AppError):
    """The input is not a text we can read."""


class UnsupportedFormat(AppError):
    """No reader or writer for this kind of file."""


class CannotWrite(AppError):
    """The output could not be written; what was there before still is."""


class LibraryError(AppError):
    """The library file cannot be opened or written."""


class NewerLibrary(LibraryError):
    """A newer version of the program wrote the library."""


class ServerRefused(LibraryError):
    """The server lets nobody in this way; ``needs_password`` tells whether a password may change that."""

    def __init__(self, message: str, hint: str = "", *, needs_password: bool = False) -> None:
        super().__init__(message, hint)
        self.needs_password = needs_password


class LibraryLocked(LibraryError):
    """The library is encrypted, and its password was not given or is another."""

    needs_password = True


class ServerGone(LibraryError):
    """The server does not answer: it may have saved the step under way, or not."""


class NotAllowed(LibraryError):
    """The role that somebody has in a library on a server does not include this; nothing was changed."""


class EditConflict(AppError):
    """Somebody changed the same thing meanwhile; nothing was written. ``by`` names them where that is known."""

    def __init__(self, message: str, hint: str = "", by: tuple[str, ...] = ()) -> None:
        super().__init__(message, hint)
        self.by = by


class InvalidEdit(AppError):
    """The verb cannot be applied here; nothing was written."""


class InvalidInput(AppError):
    """An option or a file given by the user makes no sense."""


class AlignerStopped(AppError):
    """The aligner's process ended before it was done."""


class Cancelled(Exception):
    """The person stopped the work."""
