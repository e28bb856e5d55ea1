"""Answers: what was found, or why not, → an HTTP response.

A refusal is ``application/problem+json`` (RFC 9457) with the four parts of every error of the house as members beside
``title`` and ``status``, or plain text for who asks for text.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import AsyncIterator, Mapping
from http import HTTPStatus
from pathlib import Path
from typing import BinaryIO

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

from rapporteur.errors import RapporteurError, UnusableStore
from rapporteur.serve.jobs import Answer, Refusal
from rapporteur.serve.negotiation import preferred

LEFT = 499
"""What is noted of a request whose client hung up (the status that nginx logs); nobody is there to be told."""

_CHUNK = 2**18


def refusal_of(error: RapporteurError, status: int = 400) -> Refusal:
    """The refusal that says what an error says, except where files of this machine lie; 503 where the store is broken.

    >>> fault = UnusableStore("It is damaged.", where="/srv/store", expected="a store.", remedy="Load it anew.")
    >>> refusal_of(fault).status, refusal_of(fault).where
    (503, 'the store')
    """
    if isinstance(error, UnusableStore):
        return Refusal(503, error.seen, "the store", error.expected, "Tell who runs the server.", {"Retry-After": "30"})
    where = "the query" if Path(error.where).is_absolute() else error.where
    return Refusal(status, error.seen, where, error.expected, error.remedy)


def refuse(request: Request, refusal: Refusal) -> Response:
    """A refusal as an HTTP response, in the form the client prefers."""
    headers = {"Cache-Control": "no-store", "Vary": "Accept", **refusal.headers}
    title = HTTPStatus(refusal.status).phrase if refusal.status != LEFT else "Client Closed Request"
    form = preferred(request.headers.get("accept", ""), ("application/problem+json", "application/json", "text/plain"))
    if form == "text/plain":
        text = (
            f"{refusal.status} {title}\n\n{refusal.seen}\n"
            f"Where: {refusal.where}\nExpected: {refusal.expected}\nTo do: {refusal.remedy}\n"
        )
        return Response(text, refusal.status, headers, "text/plain")
    problem = {
        "type": "about:blank",
        "title": title,
        "status": refusal.status,
        "detail": refusal.seen,
        "seen": refusal.seen,
        "where": refusal.where,
        "expected": refusal.expected,
        "to_do": refusal.remedy,
    }
    body = json.dumps(problem, ensure_ascii=False, indent=2) + "\n"
    return Response(body, refusal.status, headers, "application/problem+json")


def etag(state: str, *parts: str) -> str:
    """A weak ETag: the same for the same request of a store in the same state."""
    said = "\n".join([state, *parts])
    return f'W/"{hashlib.sha256(said.encode("utf-8", "surrogatepass")).hexdigest()[:32]}"'


def is_fresh(request: Request, tag: str) -> bool:
    """Whether ``If-None-Match`` says that the client has this already (RFC 9110, section 13.1.2: weak comparison)."""
    given = request.headers.get("if-none-match", "")
    bare = tag.removeprefix("W/")
    return given.strip() == "*" or any(part.strip().removeprefix("W/") == bare for part in given.split(","))


def not_modified(tag: str) -> Response:
    """The answer to a client that has it already."""
    return Response(None, 304, {"ETag": tag, "Cache-Control": "no-cache", "Vary": "Accept"})


def respond(answer: Answer, tag: str = "", headers: Mapping[str, str] | None = None) -> Response:
    """An answer as an HTTP response; it says whether it was cut, and removes the file it comes from."""
    said = {"Vary": "Accept", "Cache-Control": "no-cache" if tag else "no-store", **(headers or {})}
    if tag:
        said["ETag"] = tag
    if answer.cut:
        said["Rapporteur-Cut"] = f"{answer.cut}; rows={answer.rows}"
        said["Link"] = '</limits#cut>; rel="describedby"; title="This answer was cut"'
    said["Server-Timing"] = f"query;dur={answer.seconds * 1000:.1f}"
    if isinstance(answer.body, bytes):
        return Response(answer.body, 200, said, answer.media_type)
    said["Content-Length"] = str(answer.body.stat().st_size)
    file = answer.body.open("rb")
    answer.body.unlink()  # at once, so that it is gone whatever becomes of the client
    return StreamingResponse(_chunks(file), 200, said, answer.media_type)


async def _chunks(file: BinaryIO) -> AsyncIterator[bytes]:
    """A file piece by piece."""
    with file:
        while chunk := await run_in_threadpool(file.read, _CHUNK):
            yield chunk
