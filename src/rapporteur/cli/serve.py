"""The verb ``serve``: a store, or built graphs, at an address of this machine."""

from __future__ import annotations

import ipaddress
import logging
import signal
import sys
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from rapporteur.cli.show import err, progress
from rapporteur.errors import UnusableInput

if TYPE_CHECKING:
    from rapporteur.serve import Settings

_MEBIBYTE = 2**20


def serve(
    address: Annotated[
        str,
        typer.Argument(
            metavar="[FOLDER|NAME.trig]",
            envvar="RAPPORTEUR_STORE",
            help="A store, a built graph or a folder of them; the store in the user's data folder if none.",
            show_default=False,
        ),
    ] = "",
    host: Annotated[str, typer.Option("--host", help="Address of this machine to listen at.")] = "127.0.0.1",
    port: Annotated[int, typer.Option("--port", min=0, max=65535, help="Port; 0 takes one that is free.")] = 8000,
    public: Annotated[
        bool, typer.Option("--public", help="Let other machines in: listen at every address, or at --host.")
    ] = False,
    timeout: Annotated[float, typer.Option("--timeout", min=0.1, help="Seconds that a query may take.")] = 30.0,
    memory: Annotated[int, typer.Option("--memory", min=16, help="MiB of memory that a query may have.")] = 1024,
    rows: Annotated[int, typer.Option("--rows", min=1, help="Rows, or triples, of one answer.")] = 100_000,
    size: Annotated[int, typer.Option("--bytes", min=1, help="MiB of one answer.")] = 64,
    workers: Annotated[
        int,
        typer.Option("--workers", min=0, help="Processes for queries, a third of them for long ones; 0: by the cores."),
    ] = 0,
    waiting: Annotated[int, typer.Option("--waiting", min=0, help="Queries that may wait for a worker.")] = 128,
    origin: Annotated[
        list[str] | None,
        typer.Option("--origin", help="Web page that may ask from a browser; every one if not given, 'none' for none."),
    ] = None,
    pages: Annotated[
        Path | None,
        typer.Option(
            "--pages",
            metavar="FOLDER",
            help="A publication; IRIs lead a browser to its pages, else to those of the server.",
            show_default=False,
        ),
    ] = None,
    update: Annotated[
        bool,
        typer.Option(
            "--update",
            help="Take SPARQL updates from who has the token of RAPPORTEUR_SERVE_TOKEN, or of the file that "
            "RAPPORTEUR_SERVE_TOKEN_FILE names.",
        ),
    ] = False,
    log: Annotated[
        bool, typer.Option("--log", help="Write a line of JSON for each request to standard error.")
    ] = False,
) -> int:
    """Serve a store over HTTP: SPARQL, the questions, search, an editor. It only reads, unless --update is given."""
    try:
        from rapporteur.serve import Settings, make_app
        from rapporteur.serve.opening import Opening
        from rapporteur.serve.running import address_of, listen, run
        from rapporteur.serve.tokens import token_for_updates
    except ModuleNotFoundError as fault:
        raise UnusableInput(
            f"The library {fault.name} is not installed.",
            where="this installation of rapporteur",
            expected="the libraries of the extra `serve`.",
            remedy="Install them: pip install 'rapporteur[serve]'.",
        ) from fault
    from rapporteur.store import default_store

    named = address or default_store()
    if not public and not _is_of_this_machine(host):
        raise UnusableInput(
            f"The address {host}, which other machines can reach.",
            where="the option --host",
            expected="127.0.0.1, ::1 or localhost, unless --public is given.",
            remedy="Give --public too, if that is meant.",
        )
    place, is_built = Path(named), _is_built(named)
    token = token_for_updates() if update else ""
    if token and is_built:
        raise UnusableInput(
            "Updates of built graphs, which are read anew when their files change.",
            where="the option --update",
            expected="a store.",
            remedy="Load them into one first: rapporteur store load NAME.trig --store FOLDER",
        )
    with ExitStack() as stack:
        cores = Settings(place)
        settings = Settings(
            place,
            seconds=timeout,
            quick=min(cores.quick, timeout),
            memory=memory * _MEBIBYTE,
            rows=rows,
            size=size * _MEBIBYTE,
            workers=workers - workers // 3 if workers else cores.workers,
            long_workers=max(1, workers // 3) if workers else cores.long_workers,
            waiting=waiting,
            origins=() if origin == ["none"] else tuple(origin or ("*",)),
            pages=_publication(pages),
            public=public,
            token=token,
        )
        opening = Opening(place, settings, _teller(stack), lambda: signal.raise_signal(signal.SIGTERM))
        app = opening if is_built else make_app(settings)
        listening = stack.enter_context(listen("0.0.0.0" if public and host == "127.0.0.1" else host, port))
        _log(log)
        _tell(address_of(listening), named, settings)
        run(app, settings, listening)
        if opening.fault is not None:
            raise opening.fault
    return 0


def _publication(folder: Path | None) -> Path | None:
    """The folder, if it is a publication."""
    if folder is not None and not (folder / "id").is_dir():
        raise UnusableInput(
            "A folder that is no publication." if folder.is_dir() else "There is no such folder.",
            where=str(folder),
            expected="a folder made by `rapporteur publish`, which holds id/.",
            remedy="Publish the same graphs into a folder and name that one, or leave --pages out.",
        )
    return folder.resolve() if folder is not None else None


def _is_of_this_machine(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _is_built(named: str) -> bool:
    """Whether this is a built graph or a folder of them, and not a store.

    :raises UnusableInput: if it is an address.
    :raises UnusableStore: if it is no store either.
    """
    from rapporteur.store import open_store

    if named.startswith(("http://", "https://")):
        raise UnusableInput(
            "The address of a server, which answers over HTTP itself.",
            where=named,
            expected="a store in a folder, or built graphs.",
            remedy="Ask that server, or load its reports into a folder with `rapporteur store load`.",
        )
    path = Path(named)
    if path.is_file() or any(path.glob("*.trig")):
        return True
    open_store(named, there=True)
    return False


def _teller(stack: ExitStack) -> Callable[[str], None]:
    """Says how far the reading of built graphs is: a line when it begins and ends, on a terminal each file too."""
    step: Callable[[str], None] | None = None
    showing = stack.enter_context(ExitStack())

    def tell(words: str) -> None:
        nonlocal step
        if words:
            if step is None:
                err().print("Built graphs are read first; until then requests are told to come again.", markup=False)
                step = showing.enter_context(progress())
            step(words)
        elif step is not None:
            showing.close()
            err().print("All are read: questions are answered.", markup=False)

    return tell


def _log(wanted: bool) -> None:
    """Send the lines of the log to standard error, as they are."""
    if wanted:
        logger = logging.getLogger("rapporteur.serve.access")
        handler = logging.StreamHandler(sys.stderr)
        handler.setFormatter(logging.Formatter("%(message)s"))
        logger.addHandler(handler)
        logger.setLevel(logging.INFO)
        logger.propagate = False


def _tell(address: str, named: str, settings: Settings) -> None:
    """Say where it is, and what it does and does not do."""
    console = err()
    console.print(f"Serving {named} at {address} (Ctrl-C ends it)", markup=False)
    does = "It takes updates from who has the token." if settings.token else "It only reads."
    console.print(
        f"{does} A query has {settings.seconds:g} seconds, {settings.memory // _MEBIBYTE} MiB of memory and "
        f"{settings.rows} rows; {settings.workers} short and {settings.long_workers} long ones run at once, "
        f"{settings.waiting} may wait.",
        markup=False,
    )
    if settings.public:
        more = ", and takes an update only over TLS, as a proxy tells it (X-Forwarded-Proto)" if settings.token else ""
        console.print(
            "Public: every machine that reaches this one can ask, and read all that the store holds. What changes: it "
            f"listens at more than this machine's own address{more}. What does not: it "
            f"{'' if settings.token else 'only reads, '}fetches nothing, and holds every "
            "query to its limits. What is yours: a proxy in front of it for TLS, and for limits a client; "
            "/metrics and /health are open too.",
            markup=False,
        )
