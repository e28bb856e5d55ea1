"""Jobs: what a worker can be asked, and what comes back. Values only, so that they can cross to another process."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class Sparql:
    """A query of somebody's own, of any form.

    :ivar accept: the client's header, or one media type; the worker chooses when it knows the form of the query.
    :ivar default_graphs: IRIs of the default graph, ``named_graphs`` of the others, as the request gives them; None and
        None for the union of all and every graph. They must be known to be in the store.
    :ivar lenient: whether the client knows that an answer may be cut (``Prefer: handling=lenient``).
    :ivar base: IRI against which the relative ones of the query are read: the address it was sent to.
    """

    text: str
    accept: str = ""
    default_graphs: tuple[str, ...] | None = None
    named_graphs: tuple[str, ...] | None = None
    lenient: bool = False
    base: str = ""


@dataclass(frozen=True, slots=True)
class OneGraph:
    """The triples of one graph; "" is the default graph, the union of all."""

    name: str
    accept: str = ""
    lenient: bool = False


@dataclass(frozen=True, slots=True)
class Call:
    """A function of this room, called in a worker as ``function(store, **arguments)``.

    :ivar function: ``"catalogue:rows"`` is the function ``rows`` of ``rapporteur.serve.catalogue``. What it returns is
        a value for JSON, or `Written`. A `RapporteurError` it raises becomes a `Refusal` with status 400.
    :ivar arguments: values that JSON can hold.
    """

    function: str
    arguments: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Written:
    """What a called function has written itself.

    :ivar media_type: "" where the client takes none of the formats; it is then told so.
    """

    body: bytes
    media_type: str
    rows: int = 0


Job = Sparql | OneGraph | Call


@dataclass(frozen=True, slots=True)
class Answer:
    """What a worker found, whole: no byte of an answer is sent before all of it is there.

    :ivar body: bytes, or the file in which a long answer waits; who sends it removes it (`answers.respond` does).
    :ivar rows: in it; triples where it is a graph.
    :ivar cut: "" where it is all; else "rows" or "size", the cap that was reached.
    :ivar state: of the store it was found in (`Store.state`), for the ETag.
    :ivar seconds: that finding it took.
    """

    body: bytes | Path
    media_type: str
    rows: int
    state: str
    cut: str = ""
    seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why there is no answer, in the four parts of every error of the house.

    :ivar status: of HTTP.
    :ivar headers: such as ``Retry-After``.
    """

    status: int
    seen: str
    where: str
    expected: str
    remedy: str
    headers: Mapping[str, str] = field(default_factory=dict)
