"""The base in force: what the IRIs of our things begin with where no base is given.

A base that was chosen for a while stands before the setting, which stands before the project's own.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from contextvars import ContextVar

DEFAULT_BASE = "https://w3id.org/rapporteur/"
BASE_SETTING = "RAPPORTEUR_BASE"
"""Environment variable that changes the base of every IRI under ``id/``."""
_CHOSEN: ContextVar[str] = ContextVar("base", default="")


def base_in_force() -> str:
    """The base that was chosen, else that of the setting, else the project's."""
    return _CHOSEN.get() or os.environ.get(BASE_SETTING) or DEFAULT_BASE


@contextlib.contextmanager
def chosen_base(base: str) -> Iterator[None]:
    """Let a base stand before the setting meanwhile.

    >>> with chosen_base("https://data.example/"):
    ...     base_in_force()
    'https://data.example/'
    """
    token = _CHOSEN.set(base)
    try:
        yield
    finally:
        _CHOSEN.reset(token)
