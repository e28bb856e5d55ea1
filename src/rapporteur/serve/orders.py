"""Orders: a job → what goes to a worker; what comes back → an answer or a refusal; and the refusals of the lanes."""

from __future__ import annotations

import hashlib
import json
from typing import Any

from rapporteur.serve.jobs import Answer, Call, Job, OneGraph, Refusal, Sparql
from rapporteur.serve.settings import Settings
from rapporteur.serve.workers import Reply

NOTE = "urn:rapporteur:cut"
"""What a cut answer links to in its head, where it has one: an IRI that does not depend on the address of a server."""


def order_of(job: Job, settings: Settings) -> dict[str, Any]:
    """What a worker is told."""
    caps = {"seconds": settings.seconds, "rows": settings.rows, "size": settings.size, "note": NOTE}
    match job:
        case Sparql():
            return {
                **caps,
                "task": "sparql",
                "text": job.text,
                "base": job.base,
                "accept": job.accept,
                "lenient": job.lenient,
                "default_graphs": job.default_graphs,
                "named_graphs": job.named_graphs,
            }
        case OneGraph():
            return {**caps, "task": "graph", "name": job.name, "accept": job.accept, "lenient": job.lenient}
        case Call():
            return {**caps, "task": "call", "function": job.function, "arguments": dict(job.arguments)}


def key_of(job: Job) -> str:
    """The same for the same work, whatever the form of its answer."""
    match job:
        case Sparql():
            work: list[Any] = [job.text, job.default_graphs, job.named_graphs]
        case OneGraph():
            work = [job.name]
        case Call():
            work = [job.function, dict(job.arguments)]
    return hashlib.sha256(json.dumps(work, sort_keys=True).encode()).hexdigest()


def read_reply(reply: Reply) -> Answer | Refusal:
    """What a worker said."""
    said = reply.header
    if "refusal" in said:
        return Refusal(**said["refusal"])
    return Answer(reply.body, said["media_type"], said["rows"], said["state"], said["cut"], said["took"])


def too_busy(waiting: int, places: int) -> Refusal:
    """The refusal of who cannot even wait."""
    seconds = str(min(30, 1 + waiting // (8 * places)))
    return Refusal(
        503,
        "The server is busy, and as many queries wait already as may.",
        "the queue",
        "a moment with less to do.",
        f"Ask again in {seconds} seconds.",
        {"Retry-After": seconds},
    )


def too_slow(seconds: float) -> Refusal:
    """The refusal of a query that was ended at its time limit."""
    return Refusal(
        504,
        f"The query was ended after {seconds:g} seconds, the time that a query may take here.",
        "the query",
        "a query that is answered in that time.",
        "Ask for less at once: name the report, begin with what is rare, or add a LIMIT.",
    )


def ended_by_itself() -> Refusal:
    """The refusal of a query at which a worker broke: it had no memory left, or was nested beyond all measure."""
    return Refusal(
        507,
        "The query took its worker down: it needed more memory than a query may have, or is nested too deeply.",
        "the query",
        "a query that can be evaluated in the memory of a worker.",
        "Ask for less at once, or write it flatter.",
    )
