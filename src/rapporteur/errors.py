"""Errors for people: what was seen, where, what was expected, what to do.

Raised for input that cannot be used; the command line prints the four parts and leaves with exit code 2. What can be
used but holds a fault is a `rapporteur.model.Finding` instead.
"""

from __future__ import annotations


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


class UnusableStore(RapporteurError):
    """A store that cannot be opened, read or written: not ours, held by another, damaged, full, or not there."""
