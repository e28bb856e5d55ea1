"""Running: an application and an address → a server that runs until it is told to stop. Knows uvicorn."""

from __future__ import annotations

import asyncio
import contextlib
import resource
import signal
import socket
from collections.abc import Iterator
from types import FrameType

import uvicorn
from starlette.types import ASGIApp
from uvicorn.protocols.http.h11_impl import H11Protocol

from rapporteur.errors import UnusableInput
from rapporteur.serve.settings import Settings

_READING = 60.0
"""Seconds in which a client must take something of its answer, once it has taken none."""

_HEADERS = 2**16
"""Bytes of the headers of a request, its address among them."""


def run(app: ASGIApp, settings: Settings, listening: socket.socket) -> None:
    """Serve on a socket until a signal comes."""
    _have_room(settings.connections)
    config = uvicorn.Config(
        app,
        loop="asyncio",
        http=_patient(settings.patience),
        ws="none",
        lifespan="on",
        log_level="warning",
        access_log=False,
        server_header=False,
        h11_max_incomplete_event_size=_HEADERS,
        limit_concurrency=settings.connections,
        backlog=1024,
        timeout_keep_alive=30,
        timeout_graceful_shutdown=5,
    )
    _Server(config).run(sockets=[listening])


class _Server(uvicorn.Server):
    """A server that ends in good order, however often it is told to."""

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Let signals end the server, and nothing else."""
        before = {sign: signal.signal(sign, self.handle_exit) for sign in (signal.SIGINT, signal.SIGTERM)}
        try:
            yield
        finally:
            for sign, handler in before.items():
                signal.signal(sign, handler)

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        """Begin to end; open requests have a moment left."""
        self.should_exit = True


def listen(host: str, port: int) -> socket.socket:
    """A socket at this address; port 0 takes any that is free.

    :raises UnusableInput: if there is none to be had.
    """
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        listening = socket.socket(family, kind, protocol)
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind(address)
    except OSError as fault:
        raise UnusableInput(
            f"The address {host}:{port} cannot be had: {fault.strerror or fault}.",
            where="the options --host and --port",
            expected="an address of this machine, and a port that nobody uses.",
            remedy="Give another --port; 0 takes one that is free.",
        ) from fault
    listening.set_inheritable(False)
    return listening


def _have_room(connections: int) -> None:
    """Let this process have as many files open as it has connections, where the system allows it."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = 2 * connections + 256
    if soft != resource.RLIM_INFINITY and soft < wanted:
        most = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
        resource.setrlimit(resource.RLIMIT_NOFILE, (most, hard))


def _patient(seconds: float) -> type[H11Protocol]:
    """A protocol that hangs up on who does not send the headers of a request in so many seconds, or does not read."""

    class Patient(H11Protocol):
        """One connection."""

        def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
            super().connection_made(transport)
            self._waiting = self.loop.call_later(seconds, self._hang_up)
            self._stalled: asyncio.TimerHandle | None = None

        def connection_lost(self, exc: Exception | None) -> None:
            self._waiting.cancel()
            super().connection_lost(exc)
            if self._stalled is not None:
                self._stalled.cancel()

        def data_received(self, data: bytes) -> None:
            before = self.cycle
            super().data_received(data)
            if self.cycle is not before:
                self._waiting.cancel()
            elif self.cycle is None or self.cycle.response_complete:
                self._begin()

        def on_response_complete(self) -> None:
            super().on_response_complete()
            self._waiting.cancel()

        def pause_writing(self) -> None:
            super().pause_writing()
            self._stalled = self.loop.call_later(_READING, self.transport.abort)

        def resume_writing(self) -> None:
            super().resume_writing()
            if self._stalled is not None:
                self._stalled.cancel()

        def _begin(self) -> None:
            """A request has begun, and its headers are not all there."""
            if self._waiting.cancelled():
                self._waiting = self.loop.call_later(seconds, self._hang_up)

        def _hang_up(self) -> None:
            if (self.cycle is None or self.cycle.response_complete) and not self.transport.is_closing():
                self.transport.close()

    return Patient


def address_of(listening: socket.socket) -> str:
    """The address of a socket as a browser takes it."""
    host, port = listening.getsockname()[:2]
    shown = f"[{host}]" if ":" in host else host
    return f"http://{shown}:{port}"
