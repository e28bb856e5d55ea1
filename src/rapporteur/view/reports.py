"""Reports: what can be asked and a name → nothing if a report bears it, else a refusal that says which are there."""

from __future__ import annotations

from rapporteur.errors import UnusableQuery
from rapporteur.query import Loaded, ask
from rapporteur.store import Store

_NAMED = 5


def require_report(asked: Loaded | Store, report: str) -> None:
    """Make sure that a report is there, for an answer without rows may also mean that it holds nothing of the kind.

    :param report: its symbol or IRI.
    :raises UnusableQuery: if there is none of that name.
    """
    told = ask(asked, "network-things", {"report": report})
    kind = told.columns.index("kind")
    if any(row[kind] == "Report" for row in told.rows):
        return
    there = ask(asked, "reports")
    symbol, iri = there.columns.index("report_symbol"), there.columns.index("report")
    names = sorted({str(row[symbol] or row[iri]) for row in there.rows})
    more = f" and {len(names) - _NAMED} more" if len(names) > _NAMED else ""
    raise UnusableQuery(
        f"There is no report {report}.",
        where="what was given to draw from",
        expected=f"one of {', '.join(names[:_NAMED])}{more}."
        if names
        else "the symbol or IRI of a report that is there.",
        remedy="Name one that is there, or none to take all.",
    )
