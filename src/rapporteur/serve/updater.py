"""The updater: a process of its own that makes one update and ends, so that it can be killed at any moment.

It gets the update as JSON on standard input and says as JSON on standard output what it did, or why not. The walls of a
worker stand about it too: it can open no connection.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

from rapporteur.errors import RapporteurError, UnusableStore
from rapporteur.query.grammar import where_update_stops
from rapporteur.query.updates import BrokenUpdate, graphs_changed
from rapporteur.serve.answers import refusal_of
from rapporteur.serve.jobs import Refusal
from rapporteur.serve.walls import limit_memory, limit_time, raise_walls
from rapporteur.serve.worker import with_caret
from rapporteur.store import SyntaxRefused, open_store
from rapporteur.store.amending import amend, reading_stops
from rapporteur.store.embedded import EmbeddedStore

COMMAND = "from rapporteur.serve.updater import main; main()"


def main() -> None:
    """Make the update that standard input tells of, unless who asked for it has ended meanwhile."""
    raise_walls()
    asked = json.load(sys.stdin)
    if asked.pop("parent", os.getppid()) != os.getppid():  # ended before the wall of that name stood
        return
    seconds, memory = asked.pop("seconds"), asked.pop("memory")

    def limit() -> None:
        limit_memory(memory)
        limit_time(seconds)

    json.dump(done(**asked, limit=limit), sys.stdout)


def done(store: str, text: str, base: str, limit: Callable[[], None]) -> dict[str, Any]:
    """What was changed, graph by graph, or a refusal.

    :param limit: holds this process to its time and memory from now on; called when the store is open.
    """
    sys.setrecursionlimit(4000)
    try:
        opened = open_store(Path(store), there=True)
        if not isinstance(opened, EmbeddedStore):
            raise TypeError("only a store in a folder can be updated")
        known = frozenset(entry.graph for entry in opened.entries() if not entry.shared)
        opened.release()
        limit()
        changed = amend(opened, text, graphs_changed(text, known, base), base)
    except UnusableStore as fault:
        if fault.seen.startswith("Another process is writing"):
            return {"refusal": asdict(busy())}
        told = refusal_of(fault)
        return {"refusal": asdict(replace(told, seen=told.seen.replace(store.rstrip("/"), "the store")))}
    except BrokenUpdate as fault:
        return {"refusal": asdict(_broken(text, reading_stops(text), refusal_of(fault)))}
    except RapporteurError as fault:
        return {"refusal": asdict(refusal_of(fault))}
    except SyntaxRefused as fault:
        return {"refusal": asdict(_broken(text, str(fault)))}
    except MemoryError:
        needed = "an update that can be made in the memory of a query"
        told = Refusal(507, "The update needs more memory.", "the update", f"{needed}.", "Change less at once.")
        return {"refusal": asdict(told)}
    return {"changed": [asdict(one) for one in changed]}


def _broken(text: str, engine_says: str, otherwise: Refusal | None = None) -> Refusal:
    """The refusal of what is no update, with the line and a caret; ``otherwise`` where the engine finds no fault."""
    if (stop := where_update_stops(text)) is not None:
        before = text[: stop[0]].split("\n")
        engine_says = f"error at {len(before)}:{len(before[-1]) + 1}: {stop[1]}"
    if not engine_says and otherwise is not None:
        return otherwise
    return Refusal(
        400,
        f"It is no SPARQL 1.1 Update: {with_caret(text, engine_says)}",
        "the update",
        "SPARQL 1.1 Update.",
        "Mend it at that place. Nothing was changed.",
    )


def busy() -> Refusal:
    """The refusal of who comes while another writes."""
    return Refusal(
        503,
        "Another process is writing, `rapporteur store` or an update.",
        "the store",
        "one writer at a time.",
        "Send it again in 5 seconds. Nothing was changed.",
        {"Retry-After": "5"},
    )
