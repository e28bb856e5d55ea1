"""Paging: a request in; which page it asks for, the addresses of its neighbours, and how a page is sent."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping
from pathlib import Path
from urllib.parse import quote, urlencode

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

from rapporteur.errors import UnusableQuery
from rapporteur.serve.asked import Page
from rapporteur.serve.jobs import Answer, Refusal
from rapporteur.serve.pages import refused

_CHUNK = 2**18


def whole(request: Request, name: str, default: int, most: int) -> int:
    """A whole number out of the address.

    :raises UnusableQuery: if it is none, more than ``most``, or there are two.
    """
    text = " and ".join(request.query_params.getlist(name))
    if not text:
        return default
    if not (text.isascii() and text.isdigit() and len(text) < 19 and int(text) <= most):
        raise UnusableQuery(
            f"The {name} {text!r}.",
            where=f"the parameter {name}",
            expected=f"a whole number from 0 to {most}, such as {name}=100.",
            remedy=f"Write it in digits, or leave {name} out.",
        )
    return int(text)


def place(request: Request) -> str:
    """What a request asks for: its path and what follows it."""
    return f"{request.scope['path']}?{request.scope['query_string'].decode('latin-1')}"


def address(request: Request, **changed: int | str) -> str:
    """The address of a request with other values in it, from its path on."""
    pairs = [(name, value) for name, value in request.query_params.multi_items() if name not in changed]
    pairs += [(name, str(value)) for name, value in changed.items()]
    return f"{quote(request.scope['path'])}?{urlencode(pairs)}"


def without(request: Request, name: str, value: str) -> str:
    """The address of a request without one of its values, on the first page."""
    pairs = [pair for pair in request.query_params.multi_items() if pair != (name, value) and pair[0] != "offset"]
    return f"{quote(request.scope['path'])}?{urlencode(pairs)}"


def links(request: Request, limit: int, offset: int, more: bool) -> dict[str, str]:
    """The ``Link`` header of a page (RFC 8288)."""
    said = []
    if more:
        said.append(f'<{address(request, limit=limit, offset=offset + limit)}>; rel="next"')
    if offset:
        said.append(f'<{address(request, limit=limit, offset=max(0, offset - limit))}>; rel="prev"')
    return {"Link": ", ".join(said)} if said else {}


async def opened(answer: Answer) -> tuple[Page, AsyncIterator[bytes] | bytes]:
    """What the first line of an answer tells, and what follows it; a file is gone once it is read."""
    if isinstance(answer.body, bytes):
        line, _, rest = answer.body.partition(b"\n")
        return Page.read(line), rest
    path: Path = answer.body
    file = await run_in_threadpool(path.open, "rb")
    path.unlink()
    told = Page.read(await run_in_threadpool(file.readline))

    async def rest_of_it() -> AsyncIterator[bytes]:
        with file:
            while chunk := await run_in_threadpool(file.read, _CHUNK):
                yield chunk

    return told, rest_of_it()


def sent(body: AsyncIterator[bytes] | bytes, headers: Mapping[str, str], form: str) -> Response:
    """An answer in a form, whole or piece by piece."""
    if isinstance(body, bytes):
        return Response(body, 200, headers, form)
    return StreamingResponse(body, 200, headers, form)


def unacceptable(request: Request, forms: tuple[str, ...]) -> Response:
    """The answer to who takes none of the forms there are."""
    return refused(
        request,
        Refusal(
            406,
            f"An Accept header {request.headers.get('accept', '')!r}.",
            request.scope["path"][:200],
            f"one of {', '.join(forms)}.",
            "Ask for one of these, or add .json or .csv to the address.",
        ),
    )
