"""A worker: one process that opens the store for reading and answers one job after the other, until it is killed.

Jobs come over a socket as a line of JSON, answers go back as a line of JSON and as many bytes as it says; a long answer
goes into a file that the parent names. The walls stand before the engine is opened.
"""

from __future__ import annotations

import importlib
import io
import json
import os
import re
import resource
import signal
import socket
import sys
import time
from collections.abc import Sequence
from dataclasses import asdict
from functools import lru_cache
from pathlib import Path
from typing import Any

from rapporteur.errors import RapporteurError
from rapporteur.query.grammar import where_reading_stops
from rapporteur.query.outside import clauses_of
from rapporteur.serve.answers import refusal_of
from rapporteur.serve.jobs import Written
from rapporteur.serve.negotiation import preferred_form
from rapporteur.serve.walls import limit_memory, limit_time, raise_walls
from rapporteur.store import SyntaxRefused, open_store
from rapporteur.store.embedded import EmbeddedStore
from rapporteur.store.evaluating import Caps, Evaluated, Scope, evaluate, graph_of, shown_graphs
from rapporteur.store.folder import damaged

INLINE = 2**20
"""Bytes up to which an answer comes over the socket; a longer one waits in a file, in nobody's memory."""

READ_AGAIN = 2**12
"""Characters of a broken query that is read once more to tell its fault, which takes up to 50 milliseconds."""


_SENTENCE = re.compile(r"(?<![\w'\"])[A-Z]\w+(?: [\w*]+){2,}(?=, |$)")
"""What the engine says in a sentence, among all that it would have taken at a place."""


def work(channel: socket.socket, store: str, memory: int) -> None:
    """Answer until the other end is closed.

    :param store: folder of the store.
    :param memory: bytes that it may have beside what it has when the store is open.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent is told of Ctrl-C, and ends its workers itself
    walls = raise_walls()
    sys.setrecursionlimit(4000)
    opened = open_store(Path(store))
    if not isinstance(opened, EmbeddedStore):
        raise TypeError("only a store in a folder can be served")
    wire = channel.makefile("rwb")
    opened.state()  # so that it is open
    memory_held = limit_memory(memory)
    _send(wire, {"pid": os.getpid(), "walls": [*walls, "memory"] if memory_held else walls})
    while line := wire.readline():
        job = json.loads(line)
        header, body = _answer(opened, job)
        header["rss"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        if len(body) > INLINE:
            Path(job["file"]).write_bytes(body)
            _send(wire, {**header, "in_file": True, "length": 0})
        else:
            _send(wire, {**header, "length": len(body)}, body)


def _send(wire: io.BufferedRWPair, header: dict[str, Any], body: bytes = b"") -> None:
    wire.write(json.dumps(header).encode() + b"\n" + body)
    wire.flush()


def _answer(store: EmbeddedStore, job: dict[str, Any]) -> tuple[dict[str, Any], bytes]:
    """The header and the body that go back."""
    if job["task"] == "release":
        store.release()
        return {}, b""
    limit_time(job["seconds"])
    begun = time.perf_counter()
    try:
        with store.steady():
            state = store.state()
            if job["task"] == "call":
                header, body = _call(store, job)
            else:
                header, body = _evaluated(_evaluate(store, job), job)
    except RapporteurError as fault:
        return {"refusal": asdict(refusal_of(fault))}, b""
    except SyntaxRefused as fault:
        return _no_sparql(job["text"], str(fault)), b""
    except MemoryError:
        return _refused(*TOO_MUCH_MEMORY), b""
    except (OSError, RuntimeError, ValueError) as fault:
        said = (str(fault).splitlines() or ["no reason given"])[0][:300]
        if isinstance(fault, OSError) or said.startswith("Corruption"):
            return {"refusal": asdict(refusal_of(damaged(Path(store.address), "a file cannot be read.")))}, b""
        return _refused(
            400,
            f"The engine cannot evaluate this: {said}",
            "the query",
            "a query that can be evaluated here.",
            "Change the query.",
        ), b""
    return {**header, "state": state, "took": time.perf_counter() - begun}, body


def _call(store: EmbeddedStore, job: dict[str, Any]) -> tuple[dict[str, Any], bytes]:
    """What a function of this room returns."""
    module, _, name = job["function"].partition(":")
    found = getattr(importlib.import_module(f"rapporteur.serve.{module}"), name)(store, **job["arguments"])
    if not isinstance(found, Written):
        rows = len(found) if isinstance(found, list) else 0
        found = Written(json.dumps(found, ensure_ascii=False).encode(), "application/json", rows)
    if not found.media_type:
        return _refused(*not_acceptable("triples", job["arguments"].get("accept", ""))), b""
    if len(found.body) > job["size"]:
        return _refused(*too_long(job["size"])), b""
    return {"media_type": found.media_type, "rows": found.rows, "cut": ""}, found.body


def _evaluate(store: EmbeddedStore, job: dict[str, Any]) -> Evaluated:
    """The answer of the engine to a query, or a graph."""
    caps = Caps(job["rows"], job["size"], job["note"])

    def choose(offered: Sequence[str]) -> str:
        return preferred_form(job["accept"], offered)

    if job["task"] == "graph":
        return graph_of(store, job["name"], caps, choose)
    shown = _shown(store, store.state())
    own = clauses_of(job["text"], frozenset(shown), job["base"])
    default, named = job["default_graphs"], job["named_graphs"]
    if default is None and named is None:
        asked = own.default or own.named
        looks = "graph" in job["text"].casefold() or "\\" in job["text"]  # else thirty thousand names are in vain
        scope = Scope(own.default, own.named) if asked else Scope(None, shown if looks else ())
    else:  # SPARQL 1.1 Protocol, 2.1.4: the dataset of the request, not of the query
        scope = Scope(tuple(default or ()), tuple(named or ()))
    return evaluate(store, job["text"], scope, caps, choose, job["base"])


@lru_cache(maxsize=1)
def _shown(store: EmbeddedStore, state: str) -> tuple[str, ...]:
    """The graphs that a query may see, read once for each state of the store."""
    return shown_graphs(store)


def _evaluated(found: Evaluated, job: dict[str, Any]) -> tuple[dict[str, Any], bytes]:
    if not found.media_type:
        return {**_refused(*not_acceptable(found.form, job["accept"])), "form": found.form}, b""
    if found.cut and not found.says_so and not job["lenient"]:
        return _refused(*cut_unsaid(found, job)), b""
    return {"media_type": found.media_type, "rows": found.rows, "cut": found.cut, "form": found.form}, found.body


TOO_MUCH_MEMORY = (
    507,
    "The query needed more memory than a query may have.",
    "the query",
    "a query whose intermediate rows fit.",
    "Ask for less at once: name the report, filter earlier, or add a LIMIT.",
)


def too_long(size: int) -> tuple[int, str, str, str, str]:
    """The refusal of an answer that is no table that could be cut."""
    return 403, f"The answer is longer than {size} bytes.", "the answer", "a shorter one.", "Ask in pages, or for less."


def not_acceptable(form: str, accept: str) -> tuple[int, str, str, str, str]:
    """The refusal of a client that takes no format in which such an answer can be written."""
    from rapporteur.store.evaluating import ROWS, TRIPLES

    offered = ", ".join(TRIPLES if form == "triples" else ROWS)
    return (
        406,
        f"None of the formats is accepted by {accept!r}.",
        "the header Accept",
        f"one of {offered}.",
        ("Ask for one of these."),
    )


def cut_unsaid(found: Evaluated, job: dict[str, Any]) -> tuple[int, str, str, str, str]:
    """The refusal of an answer that would be cut in a format that has no room to say so."""
    cap = f"{job['rows']} rows" if found.cut == "rows" else f"{job['size']} bytes"
    return (
        403,
        f"The answer is longer than {cap}, and {found.media_type} has no room to say that it was cut.",
        "the answer",
        "an answer that fits, or a client that knows that it may be cut.",
        "Ask in pages with ORDER BY, LIMIT and OFFSET; or send the header Prefer: handling=lenient to get what fits, "
        "with a header Rapporteur-Cut.",
    )


def _no_sparql(text: str, engine_says: str) -> dict[str, Any]:
    """The refusal of a broken query, with the same place and words as on the command line where it is not too long."""
    if len(text) <= READ_AGAIN and (stop := where_reading_stops(text)) is not None:
        before = text[: stop[0]].split("\n")
        engine_says = f"error at {len(before)}:{len(before[-1]) + 1}: {stop[1]}"
    return _refused(
        400,
        f"The query is no SPARQL: {with_caret(text, engine_says)}",
        "the query",
        "a query in SPARQL 1.1.",
        "Mend the query at that place.",
    )


def with_caret(text: str, engine_says: str) -> str:
    """The engine's words, the line they are about, and a caret under the place.

    >>> print(with_caret("SELECT * {", "error at 1:11: expected }"))
    line 1, column 11: expected }
      SELECT * {
                ^
    """
    head, _, said = engine_says.partition(": ")
    place = head.removeprefix("error at ").split(":")
    if not head.startswith("error at ") or len(place) != 2 or not all(part.isdigit() for part in place):
        return engine_says.splitlines()[0][:300]
    line, column = int(place[0]), int(place[1])
    told = _SENTENCE.search(said)
    said = told[0] if told else said.splitlines()[0][:300] if said else "not expected"
    lines = text.splitlines() or [""]
    shown = lines[min(line, len(lines)) - 1].replace("\t", " ")
    from_ = max(0, column - 100)
    return f"line {line}, column {column}: {said}\n  {shown[from_ : from_ + 160]}\n  {' ' * (column - 1 - from_)}^"


def _refused(status: int, seen: str, where: str, expected: str, remedy: str) -> dict[str, Any]:
    return {"refusal": {"status": status, "seen": seen, "where": where, "expected": expected, "remedy": remedy}}
