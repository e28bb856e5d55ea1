"""The application: settings in, an ASGI application out, its routes collected from the modules of this room."""

from __future__ import annotations

import contextlib
from collections.abc import AsyncIterator

from starlette.applications import Starlette

from rapporteur.serve import (
    catalogue,
    editor,
    front,
    graphs,
    health,
    pages,
    protocol,
    reference,
    resolution,
    resolver,
    searching,
    things,
)
from rapporteur.serve.headers import middleware
from rapporteur.serve.service import Service
from rapporteur.serve.settings import Settings


def make_app(settings: Settings) -> Starlette:
    """The application over one store.

    :raises UnusableStore: if there is none at ``settings.store``, or it is empty.
    """
    service = Service(settings)

    @contextlib.asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        await service.start()
        try:
            yield
        finally:
            await service.stop()

    rooms = (
        protocol,
        resolution,
        graphs,
        health,
        reference,
        catalogue,
        searching,
        things,
        resolver,
        editor,
        front,
        pages,
    )
    app = Starlette(
        routes=[route for room in rooms for route in room.routes(service)],
        middleware=middleware(settings, service.metrics),
        exception_handlers=health.handlers(),
        lifespan=lifespan,
    )
    app.state.service = service
    return app
