"""Errors for people: what was seen, where, what was expected, what to do.

Raised for input that cannot be used; the command line prints the four parts and leaves with exit code 2. What can be
used but holds a fault is a `rapporteur.model.Finding` instead.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


class RapporteurError(Exception):
    """Input that cannot be used.

    :ivar seen: what was found.
    :ivar where: file, line, parameter or node.
    :ivar expected: what should have stood there.
    :ivar remedy: what to do about it.

    >>> str(RapporteurError("An empty file.", where="a.md", expected="the text of a report.", remedy="Give another."))
    'An empty file. Where: a.md. Expected: the text of a report. To do: Give another.'
    """

    def __init__(self, seen: str, *, where: str, expected: str, remedy: str) -> None:
        self.seen = seen
        self.where = where
        self.expected = expected
        self.remedy = remedy
        super().__init__(f"{seen} Where: {where}. Expected: {expected} To do: {remedy}")

    def _render_traceback_(self) -> list[str]:
        """What IPython shows in place of a traceback: the four parts, a line each."""
        parts = (f"Where: {self.where}.", f"Expected: {self.expected}", f"To do: {self.remedy}")
        return [f"{type(self).__name__}: {self.seen}", *parts]


class UnusableInput(RapporteurError):
    """A file that cannot be read as a report: missing, empty, binary, wrong encoding."""


class UnusableQuery(RapporteurError):
    """A query that cannot be run: unknown name, broken syntax, a parameter of the wrong type."""


class UnusableShapes(RapporteurError):
    """Shapes that cannot be read."""


class UnwritableOutput(RapporteurError):
    """A folder or file that cannot be written."""


@contextmanager
def unwritable(what: str, place: Path, *, remedy: str) -> Iterator[None]:
    """Within it a fault of the disk says what could not be written, and where.

    :param what: what is being written, as the first words of the sentence: "The graph".
    :param place: where it goes, for a fault that names no file.
    :raises UnwritableOutput: in place of any OSError.

    >>> with unwritable("The graph", Path("out"), remedy="Make room."):  # doctest: +ELLIPSIS
    ...     raise OSError(28, "No space left on device")
    Traceback (most recent call last):
    rapporteur.errors.UnwritableOutput: The graph cannot be written: No space left on device. Where: out. Expected: ...
    """
    try:
        yield
    except OSError as fault:
        raise UnwritableOutput(
            f"{what} cannot be written: {fault.strerror or fault}.",
            where=str(fault.filename or place),
            expected="a place in a folder that may be written, on a disk with room.",
            remedy=remedy,
        ) from fault


class UnusableStore(RapporteurError):
    """A store that cannot be opened, read or written: not ours, held by another, damaged, full, or not there."""
