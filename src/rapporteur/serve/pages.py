"""Pages: templates and what stands in them → HTML for people, and the files that pages need.

Everything put into a template is escaped. No page but the editor needs a script, and none an outside address.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.requests import Request
from starlette.responses import FileResponse, HTMLResponse, Response
from starlette.routing import Route

from rapporteur.serve.answers import refuse
from rapporteur.serve.jobs import Refusal
from rapporteur.serve.negotiation import preferred
from rapporteur.serve.service import Service

HTML = "text/html"
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'{styles}; img-src 'self' data:; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
"""What a page of ours may load: nothing from elsewhere, and no style or script that stands in the page itself."""

_TYPES = {".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml", ".txt": "text/plain"}


def routes(service: Service) -> list[Route]:
    """The files that pages need: style, script, editor."""
    return [Route("/assets/{path:path}", asset, methods=["GET"])]


def page(
    request: Request, template: str, status: int = 200, tag: str = "", styles: Iterable[str] = (), **said: Any
) -> Response:
    """A page of ours.

    :param tag: the ETag, "" where the page is to be asked for anew each time.
    :param styles: hashes of styles that a script of the page may put into it.
    """
    root = request.scope.get("root_path", "").rstrip("/")
    text = _templates().get_template(template).render(root=root, asset=_versioned, updates=_updates(request), **said)
    headers = {"Vary": "Accept", "Cache-Control": "no-cache" if tag else "no-store"}
    headers["Content-Security-Policy"] = POLICY.format(styles="".join(f" '{one}'" for one in styles))
    return HTMLResponse(text, status, headers | ({"ETag": tag} if tag else {}))


def _updates(request: Request) -> bool:
    """Whether the application takes updates; while it is being opened it takes nothing."""
    service = getattr(getattr(request.scope.get("app"), "state", None), "service", None)
    return isinstance(service, Service) and bool(service.settings.token)


def refused(request: Request, refusal: Refusal) -> Response:
    """A refusal as a page for a browser, else as `answers.refuse` gives it."""
    if not wants_page(request):
        return refuse(request, refusal)
    answer = page(request, "problem.html", refusal.status, refusal=refusal, here="")
    answer.headers.update(refusal.headers)
    return answer


def wants_page(request: Request) -> bool:
    """Whether a browser asks: who takes HTML before every form for programs."""
    accept = request.headers.get("accept", "")
    return "text/html" in accept and preferred(accept, ("application/json", HTML)) == HTML


async def asset(request: Request) -> Response:
    """A file that a page needs."""
    name = request.path_params["path"]
    if name not in _assets():
        refusal = Refusal(
            404,
            f"No file {name!r}.",
            "the files of pages (/assets/)",
            "one that a page of this server names.",
            "Open the page anew.",
        )
        return refused(request, refusal)
    path, digest = _assets()[name]
    tag = f'"{digest}"'
    asked_by_version = request.query_params.get("v") == digest
    headers = {
        "ETag": tag,
        "Cache-Control": "public, max-age=31536000, immutable" if asked_by_version else "no-cache",
    }
    if tag in request.headers.get("if-none-match", ""):
        return Response(None, 304, headers)
    return FileResponse(path, 200, headers, _TYPES[path.suffix])


@lru_cache(maxsize=1)
def _assets() -> dict[str, tuple[Path, str]]:
    """Each file by its name below ``assets/``, with its hash."""
    folder = Path(str(files("rapporteur.serve").joinpath("assets")))
    found = sorted(path for path in folder.rglob("*") if path.suffix in _TYPES)
    return {
        path.relative_to(folder).as_posix(): (path, hashlib.sha256(path.read_bytes()).hexdigest()[:16])
        for path in found
    }


def _versioned(name: str) -> str:
    """The address of an asset below the root, which changes when the file does."""
    return f"/assets/{name}?v={_assets()[name][1]}"


@lru_cache(maxsize=1)
def _templates() -> Environment:
    return Environment(
        loader=PackageLoader("rapporteur.serve", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
