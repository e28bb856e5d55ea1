"""Updating: SPARQL 1.1 Protocol, the update operation (W3C, 21 March 2013, section 2.2), for who knows the token.

Not offered unless the one who starts the server asks for it. A token comes as ``Authorization: Bearer TOKEN``, or as
the password of ``Basic`` with any user's name, for clients that know no other way. It is not taken in the clear: the
client came through a proxy on this machine that says ``X-Forwarded-Proto: https``, or, where the server is not public,
is on this machine itself. A web page of others cannot send one: its header is not among those that CORS lets through,
a browser is never asked for it, and what says that it comes from another page (``Origin``) is refused.
"""

from __future__ import annotations

import asyncio
import base64
import binascii
import hmac
import ipaddress
import json
import os
import sys

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from rapporteur.serve.answers import refuse
from rapporteur.serve.jobs import Refusal
from rapporteur.serve.service import Service
from rapporteur.serve.updater import COMMAND, busy

_FORWARDED = ("forwarded", "via", "x-forwarded-for", "x-forwarded-host", "x-real-ip")
"""Headers of which each tells that a proxy speaks for another."""

_PAUSE = 1.0
"""Seconds before a wrong token is told so."""


async def update(service: Service, request: Request, text: str, base: str) -> Response:
    """The answer to a request for an update."""
    if (refusal := await _unknown(service, request)) is not None:
        return refuse(request, refusal)
    if "\0" in text or not text.strip():
        return refuse(request, Refusal(400, "No update.", "the request", "SPARQL 1.1 Update.", "Send one."))
    if service.updating.locked():
        return refuse(request, busy())
    async with service.updating:
        found = await _made(service, text, base)
    if isinstance(found, Refusal):
        return refuse(request, found)
    service.renewal.begin()
    return JSONResponse(found, headers={"Cache-Control": "no-store"})


async def _unknown(service: Service, request: Request) -> Refusal | None:
    """Why a client may not update; None where it may."""
    if not service.settings.token:
        return not_offered()
    address = service.address(request)
    if request.scope["scheme"] != "https" and (service.settings.public or not _is_here(request)):
        return Refusal(
            403,
            "An update that came in the clear.",
            "the connection",
            "TLS, told by a proxy on the server's machine with X-Forwarded-Proto: https.",
            "Send it to the https address of the server.",
        )
    if request.headers.get("origin", address) != address:
        return Refusal(
            403,
            "An update from a page of another address.",
            "the header Origin",
            "a client of one's own.",
            "Send it with a program, or from a page of this server.",
        )
    given = _token(request.headers.get("authorization", ""))
    if given and hmac.compare_digest(given.encode(), service.settings.token.encode()):
        return None
    if given:
        await asyncio.sleep(_PAUSE)
    return Refusal(
        401,
        "An update with a token that is not the one." if given else "An update without a token.",
        "the header Authorization",
        "Bearer and the token of this server, or Basic with the token for password.",
        "Ask who runs the server for it.",
        {"WWW-Authenticate": 'Bearer realm="update"'},
    )


def not_offered() -> Refusal:
    """The refusal of an update where none is taken."""
    return Refusal(
        403,
        "An update.",
        "the request",
        "a query: this server only reads.",
        "Load, replace and remove reports with `rapporteur store`; this server notices.",
    )


def _is_here(request: Request) -> bool:
    """Whether the client is on this machine, and no proxy speaks for another."""
    if any(name in request.headers for name in _FORWARDED):
        return False
    try:
        return request.client is not None and ipaddress.ip_address(request.client.host).is_loopback
    except ValueError:
        return False


def _token(header: str) -> str:
    """The token of a header; "" where there is none."""
    kind, _, said = header.strip().partition(" ")
    if kind.lower() == "bearer":
        return said.strip()
    if kind.lower() == "basic":
        try:
            return base64.b64decode(said, validate=True).decode("utf-8").partition(":")[2]
        except (binascii.Error, UnicodeDecodeError):
            return ""
    return ""


async def _made(service: Service, text: str, base: str) -> dict[str, object] | Refusal:
    """What a process of its own makes of it, which is killed at the time limit of a query."""
    settings = service.settings
    before = service.state()
    asked = {
        "store": str(settings.store),
        "text": text,
        "base": base,
        "seconds": settings.seconds,
        "memory": settings.memory,
        "parent": os.getpid(),
    }
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-c",
        COMMAND,
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.DEVNULL,
    )
    try:
        said, _ = await asyncio.wait_for(process.communicate(json.dumps(asked).encode()), settings.seconds)
    except TimeoutError:
        said = None
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()
    if said is None:
        seen = f"The update was ended after {settings.seconds:g} seconds, the time that one may take here."
        return _ended(504, seen, service.state() == before)
    if process.returncode != 0:
        seen = "The update took its process down: it needed more memory than it may have, or is nested too deeply."
        return _ended(507, seen, service.state() == before)
    found = json.loads(said)
    return Refusal(**found["refusal"]) if "refusal" in found else found


def _ended(status: int, seen: str, as_it_was: bool) -> Refusal:
    """The refusal of an update whose process was ended, which may have been at its very end."""
    told = "Nothing was changed." if as_it_was else "The store has changed meanwhile: ask whether it was made."
    remedy = f"Change less at once, or begin the pattern with what is rare. {told}"
    return Refusal(status, seen, "the update", "one that can be made in that time and memory.", remedy)
