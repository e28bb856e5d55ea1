"""Where a figure's rows come from: a frame, a graph, a store or an address in, the rows of one question out.

A frame is taken as it is. Anything else is asked the question, and which reports and meetings it holds, so that the
figure can say what it was drawn from.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol, TypeAlias, Union

from rapporteur.errors import RapporteurError
from rapporteur.query import Collection, Loaded, Rows, ask, load_dataset, open_collection, union_of
from rapporteur.store import Store
from rapporteur.view.reports import require_report

if TYPE_CHECKING:
    import pandas


class HasDataset(Protocol):
    """A build: anything with the dataset it holds."""

    @property
    def dataset(self) -> Loaded: ...


Source: TypeAlias = Union["pandas.DataFrame", Loaded, HasDataset, Collection, Store, str, Path, Sequence[Path]]
"""What every figure takes: the answer to its question as a frame; what `load_dataset`, `rapporteur.open` or a build
gives; a store; the path of a ``NAME.trig``, of several, of a folder of them, of a store; or the address of a server."""


@dataclass(frozen=True, slots=True)
class Asked:
    """The rows that a figure is drawn from.

    :ivar rows: the answer, a mapping from column to value a row; what is unbound is None.
    :ivar query: the name of the question.
    :ivar about: which reports, in words; "" if that was not asked.
    """

    rows: tuple[Mapping[str, Any], ...]
    query: str
    about: str

    @property
    def words(self) -> str:
        """The line on a figure that says what it was drawn from."""
        return f"{self.about + '; ' if self.about else ''}Rapporteur, query {self.query}"


@dataclass(frozen=True, slots=True)
class Told:
    """What is said on a figure and of it, on paper and on a screen alike.

    :ivar title: what it shows.
    :ivar counts: of what there is how much on it.
    :ivar source: what it was drawn from.
    :ivar alternative: what a reader who does not see it should be told.
    :ivar notes: sentences that stand under it.
    :ivar nothing: why there is nothing to draw; "" where there is.
    """

    title: str
    counts: str
    source: str
    alternative: str
    notes: tuple[str, ...] = ()
    nothing: str = ""


def told_nothing(title: str, source: str, because: str) -> Told:
    """What is said where there is nothing to draw."""
    return Told(title, "Nothing to show.", source, f"{title}. Nothing to show: {because}", (), because)


def require_matplotlib() -> None:
    """Refuse to draw for paper without the library that does.

    :raises RapporteurError: if it is not there.
    """
    if find_spec("matplotlib") is None:
        raise RapporteurError(
            "matplotlib is not installed.",
            where="a figure",
            expected="the extra that draws figures.",
            remedy="Install it: pip install 'rapporteur[notebook]'.",
        )


def rows_of(source: Source, query: str, columns: tuple[str, ...], report: str = "") -> Asked:
    """The rows of ``query`` that ``source`` answers or is.

    :param columns: the columns that the figure is drawn from.
    :param report: symbol or IRI of one report; without it, all that are there.
    :raises RapporteurError: if a frame lacks a column, or comes together with a report.
    :raises UnusableQuery: if there is no such report.
    :raises UnusableStore: if the path or address holds nothing that can be asked.
    """
    import pandas

    if isinstance(source, pandas.DataFrame):
        return _given(source, query, columns, report)
    asked = _askable(source)
    answer = ask(asked, query, {"report": report} if report else None)
    if report and not answer.rows:
        require_report(asked, report)
    rows = tuple(dict(zip(answer.columns, row, strict=True)) for row in answer.rows)
    return Asked(rows, query, _about(ask(asked, "reports"), report))


def _askable(source: Any) -> Loaded | Store:
    """The graph or store behind whatever was given, which is no frame.

    :raises RapporteurError: if nothing can be asked of it.
    """
    if isinstance(source, str | Path):
        return open_collection(source).store
    if isinstance(source, list | tuple):
        return union_of(load_dataset(*source))
    if isinstance(source, Collection):
        return source.store
    graph = source.dataset if hasattr(source, "dataset") else source
    if isinstance(graph, Loaded):
        return union_of(graph)
    if not callable(getattr(graph, "select", None)):
        raise RapporteurError(
            f"Nothing can be asked of a {type(source).__name__}.",
            where="a figure",
            expected="a frame, a graph, a build, a store, a path or an address.",
            remedy="Give rapporteur.open(PATH), or the path itself.",
        )
    store: Store = graph
    return store


def _given(frame: pandas.DataFrame, query: str, columns: tuple[str, ...], report: str) -> Asked:
    """A frame that was asked for before."""
    missing = [column for column in columns if column not in frame.columns]
    if missing:
        raise RapporteurError(
            f"The frame has no column {missing[0]}.",
            where="a figure",
            expected=f"the answer to the query {query}.",
            remedy=f'Give run_query(dataset, "{query}"), or the dataset, store or path itself.',
        )
    if report:
        raise RapporteurError(
            f"A frame, and the report {report}.",
            where="a figure",
            expected="a frame that was asked of that report, or a source that can be asked.",
            remedy=f'Give run_query(dataset, "{query}", {{"report": "{report}"}}).',
        )
    rows = tuple(
        {str(name): value if is_there(value) else None for name, value in row.items()}
        for row in frame.to_dict("records")
    )
    symbols = sorted({str(row["report_symbol"]) for row in rows if row.get("report_symbol")})
    about = symbols[0] if len(symbols) == 1 else f"{len(symbols)} reports" if symbols else ""
    return Asked(rows, query, about)


def _about(reports: Rows, report: str) -> str:
    """Which reports were asked, with the days of the meeting: "AB/2031/2, meeting of 3 to 5 May 2031"."""
    rows = [dict(zip(reports.columns, row, strict=True)) for row in reports.rows]
    if report:
        rows = [row for row in rows if report in (row["report_symbol"], row["report"])]
        if len(rows) != 1:
            return report
    symbols = list(dict.fromkeys(row["report_symbol"] or row["title"] or row["report"] for row in rows))
    days = sorted(str(row[day]) for row in rows for day in ("starts", "ends") if row[day])
    if len(symbols) != 1:
        years = sorted({day[:4] for day in days})
        span = "" if not years else f", meetings of {years[0]}" + (f" to {years[-1]}" if len(years) > 1 else "")
        return f"{len(symbols)} reports{span}"
    return f"{symbols[0]}, meeting of {span_of(days[0], days[-1])}" if days else str(symbols[0])


def is_there(value: object) -> bool:
    """Is the cell of a frame filled? What is unbound comes as None, NaN, NaT or NA, by the kind of frame."""
    import pandas

    return value is not None and value is not pandas.NA and value is not pandas.NaT and value == value


def span_of(first: str, last: str) -> str:
    """Two days in ISO form, in words.

    >>> span_of("2031-05-03", "2031-05-05"), span_of("2031-05-30", "2031-06-02"), span_of("2031-05-03", "2031-05-03")
    ('3 to 5 May 2031', '30 May to 2 June 2031', '3 May 2031')
    """
    start, end = date.fromisoformat(first), date.fromisoformat(last)
    if start == end:
        return _day(end)
    if start.year != end.year:
        return f"{_day(start)} to {_day(end)}"
    if start.month != end.month:
        return f"{start.day} {MONTHS[start.month - 1]} to {_day(end)}"
    return f"{start.day} to {_day(end)}"


MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
"""Months in English, whatever the locale of the machine."""


def _day(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"
