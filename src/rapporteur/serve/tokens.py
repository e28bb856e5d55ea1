"""The token: the environment, or a file that it names, → the word that a client must know to send updates.

Never from the command line, which others can read, and in no message or log.
"""

from __future__ import annotations

import os
import stat
from pathlib import Path

from rapporteur.errors import UnusableInput

TOKEN, FILE = "RAPPORTEUR_SERVE_TOKEN", "RAPPORTEUR_SERVE_TOKEN_FILE"
LEAST = 20
"""Characters of a token."""

_EXPECTED = f"a token of at least {LEAST} characters, without white space, in {TOKEN} or a file that {FILE} names."
_REMEDY = "Make one: python -c 'import secrets; print(secrets.token_urlsafe())'"


def token_for_updates() -> str:
    """The token.

    :raises UnusableInput: if there is none, it is too short, or its file cannot be read or can be by others.
    """
    named = os.environ.get(FILE, "")
    where = named or f"the setting {TOKEN}"
    token = _read(Path(named)) if named else os.environ.get(TOKEN, "")
    if len(token) < LEAST or not token.isascii() or not token.isprintable() or " " in token:
        seen = "A token that is too short, or not of plain characters." if token else "No token."
        raise UnusableInput(seen, where=where, expected=_EXPECTED, remedy=_REMEDY)
    return token


def _read(file: Path) -> str:
    try:
        mode = file.stat().st_mode
        token = file.read_text("utf-8").strip()
    except (OSError, UnicodeDecodeError) as fault:
        said = getattr(fault, "strerror", None) or "it is no text"
        raise UnusableInput(
            f"The file of the token cannot be read: {said}.", where=str(file), expected=_EXPECTED, remedy=_REMEDY
        ) from fault
    if mode & (stat.S_IRWXG | stat.S_IRWXO):
        raise UnusableInput(
            "A file with the token that others may read or write.",
            where=str(file),
            expected="a file for its owner alone.",
            remedy=f"chmod 600 {file}",
        )
    return token
