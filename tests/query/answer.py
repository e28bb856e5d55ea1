"""What a hand-counted answer is: the query, its parameters, the rows, and where in the report they were counted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from rapporteur.query.run import Value

MAIN = "CTOC/COP/WG.4/2010/6"
EARLIER = "CTOC/COP/WG.4/2009/2"
ID = "https://w3id.org/rapporteur/id/"
ANY: tuple[tuple[Value, ...], ...] = ()


@dataclass(frozen=True)
class Answer:
    """What a query must answer.

    :ivar columns: those compared.
    :ivar rows: exactly these, in this order, if ``whole``; else these are among them.
    :ivar count: how many rows there are in all, where it was counted.
    """

    query: str
    because: str
    columns: tuple[str, ...] = ()
    rows: tuple[tuple[Value, ...], ...] = ANY
    params: Mapping[str, str | int] = field(default_factory=dict)
    whole: bool = True
    count: int | None = None

    def __str__(self) -> str:
        given = ",".join(f"{name}={value}" for name, value in self.params.items())
        return f"{self.query}({given})"


def some(query: str, because: str, columns: tuple[str, ...], *rows: tuple[Value, ...], count: int | None) -> Answer:
    """An answer of ``count`` rows (None where nobody counted them all), some of which are compared."""
    return Answer(query, because, columns, rows, whole=False, count=count)
