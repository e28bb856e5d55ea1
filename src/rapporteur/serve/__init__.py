"""Serving: a store in, an HTTP endpoint out that is safe to open.

`make_app` gives the ASGI application, `Settings` says how it is to behave; the verb ``serve`` runs it. Every question
is answered in a worker process that can be killed; this process only reads requests and writes answers.
"""

from rapporteur.serve.app import make_app
from rapporteur.serve.settings import Settings

__all__ = ["Settings", "make_app"]
