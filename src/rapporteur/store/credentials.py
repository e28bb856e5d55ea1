"""Credentials: a server's address in, who one is there out of the environment or a file; never from the command line.

Looked for in this order: the settings ``RAPPORTEUR_STORE_USER`` and ``RAPPORTEUR_STORE_PASSWORD``; the file that
``RAPPORTEUR_STORE_NETRC`` names; ``~/.netrc``. Nothing here is ever printed or written.
"""

from __future__ import annotations

import netrc
import os
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from rapporteur.errors import UnusableStore

USER, PASSWORD, FILE = "RAPPORTEUR_STORE_USER", "RAPPORTEUR_STORE_PASSWORD", "RAPPORTEUR_STORE_NETRC"


@dataclass(frozen=True, slots=True)
class Credentials:
    """Who one is; the password shows in no message."""

    user: str
    password: str = field(repr=False)


def credentials_for(address: str) -> Credentials | None:
    """The credentials for the host of ``address``, None where there are none.

    :raises UnusableStore: if the address itself holds a password, or the file cannot be read.
    """
    parts = urlsplit(address)
    if "@" in parts.netloc:
        raise UnusableStore(
            "An address with a user's name or password in it.",
            where=f"{parts.scheme}://…@{parts.hostname}",
            expected="an address alone: what stands on a command line, others can read.",
            remedy=f"Set {USER} and {PASSWORD}, or write the host into ~/.netrc.",
        )
    if os.environ.get(USER):
        return Credentials(os.environ[USER], os.environ.get(PASSWORD, ""))
    named = os.environ.get(FILE)
    file = Path(named) if named else Path.home() / ".netrc"
    if not named and not file.is_file():
        return None
    try:
        found = netrc.netrc(file).authenticators(parts.hostname or "")
    except (OSError, netrc.NetrcParseError) as fault:
        reason = fault.strerror if isinstance(fault, OSError) else f"line {fault.lineno}: {fault.msg}"
        raise UnusableStore(
            f"The file of credentials cannot be read: {reason}.",
            where=str(file),
            expected="lines `machine HOST login USER password PASSWORD`, readable by their owner only.",
            remedy=f"Mend the file, or set {USER} and {PASSWORD}.",
        ) from fault
    return Credentials(found[0], found[2] or "") if found else None
