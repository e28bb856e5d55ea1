"""The verb that searches the words of built reports."""

from __future__ import annotations

import csv as csv_writer
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from rapporteur.cli.open import AsJson
from rapporteur.cli.show import err, out, print_json, print_table, progress
from rapporteur.errors import UnusableQuery

if TYPE_CHECKING:
    from collections.abc import Callable

    from rapporteur.search import Following, Found, SearchIndex
    from rapporteur.search.meaning import Vectors

_LISTED = 8
"""Counts shown of each facet."""

Several = list[str] | None


def search(
    words: Annotated[
        str, typer.Argument(metavar="[WORDS]", help='Words, "phrases", begin*, AND, OR, NOT, ( ). None: filters alone.')
    ] = "",
    graph: Annotated[
        list[Path] | None,
        typer.Option("--graph", metavar="FOLDER|NAME.trig", help="Built graphs; those bundled in a clone if none."),
    ] = None,
    index: Annotated[
        Path | None,
        typer.Option("--index", metavar="FILE", help="Index file; with --graph it is made or brought up to date."),
    ] = None,
    store: Annotated[
        str,
        typer.Option(
            "--store",
            metavar="FOLDER|ADDRESS",
            envvar="RAPPORTEUR_STORE",
            help="Search a store or a SPARQL server instead of graphs.",
            show_default=False,
        ),
    ] = "",
    related: Annotated[str, typer.Option("--related", metavar="IRI", help="Parts most like this one.")] = "",
    meaning: Annotated[
        bool, typer.Option("--meaning", help="With --related: rank by a model of meaning too (extra: embeddings).")
    ] = False,
    report: Annotated[Several, typer.Option("--report", help="Only in this report, by symbol.")] = None,
    kind: Annotated[
        Several,
        typer.Option("--kind", help="Only paragraph, subparagraph, recommendation, note, statement or heading."),
    ] = None,
    state: Annotated[Several, typer.Option("--state", help="Only with this State in any role: code or name.")] = None,
    mentioned: Annotated[Several, typer.Option("--mentioned", help="Only where this State or body is named.")] = None,
    speaker: Annotated[Several, typer.Option("--speaker", help="Only where this State or body spoke.")] = None,
    recommender: Annotated[Several, typer.Option("--recommender", help="Only what this State recommended.")] = None,
    participant: Annotated[Several, typer.Option("--participant", help="Only where this State took part.")] = None,
    organization: Annotated[
        Several, typer.Option("--organization", help="Only with this organization in any role.")
    ] = None,
    addressee: Annotated[Several, typer.Option("--addressee", help="Only recommendations to this addressee.")] = None,
    strength: Annotated[Several, typer.Option("--strength", help="Only recommendations of this strength.")] = None,
    theme: Annotated[Several, typer.Option("--theme", help="Only recommendations under this theme.")] = None,
    provision: Annotated[
        Several, typer.Option("--provision", help="Only what cites this provision or a part of it.")
    ] = None,
    limit: Annotated[int, typer.Option("--limit", help="Hits on a page.")] = 10,
    offset: Annotated[int, typer.Option("--offset", help="Hits to pass over.")] = 0,
    facets: Annotated[bool, typer.Option("--facets", help="Count the hits by report, kind, State and so on.")] = False,
    csv: Annotated[bool, typer.Option("--csv", help="Give CSV.")] = False,
    json: AsJson = False,
) -> int:
    """Search the words of reports: best first, what was found marked; an option given twice means either."""
    from rapporteur.search import ask, ask_alike, ask_related

    filters = {
        "report": report,
        "kind": kind,
        "state": state,
        "mentioned": mentioned,
        "speaker": speaker,
        "recommender": recommender,
        "participant": participant,
        "organization": organization,
        "addressee": addressee,
        "strength": strength,
        "theme": theme,
        "provision": provision,
    }
    wanted: dict[str, Any] = {name: values for name, values in filters.items() if values}
    if related and (words or facets):
        raise UnusableQuery(
            "--related beside words or --facets.",
            where="the options",
            expected="either of the two.",
            remedy="Leave one out.",
        )
    if not (words.strip() or wanted or related):
        raise UnusableQuery(
            "Nothing to look for.",
            where="the search",
            expected="words, a filter or --related.",
            remedy='Write for example: rapporteur search "victim protection" --kind recommendation',
        )
    if meaning and not related:
        raise UnusableQuery(
            "--meaning without --related.",
            where="the options",
            expected="a part whose like is looked for.",
            remedy="Give --related IRI, or leave --meaning out.",
        )
    vectors = _vectors() if meaning else None
    page: dict[str, Any] = {"limit": limit, "offset": offset, **wanted}
    if store and not graph and index is None:
        with progress(quiet=json or csv) as step, _following(store) as following:
            page["watch"] = _telling(step)
            if related:
                found = following.related(related, meaning=vectors, **page)
            else:
                found = following.search(words, facets=facets, **page)
    else:
        with _opened(graph, index) as opened:
            if vectors is not None:
                with progress(quiet=json or csv) as step:
                    found = ask_alike(opened, related, vectors, watch=step, **page)
            else:
                found = ask_related(opened, related, **page) if related else ask(opened, words, facets=facets, **page)
    if found.stale:
        err().print(f"The index is stale ({found.stale}).", markup=False)
    for note in found.notes:
        err().print(note, markup=False)
    if json:
        print_json(found.as_json())
    elif csv:
        _print_csv(found)
    else:
        _print(found)
    return 0


def _opened(graph: list[Path] | None, index: Path | None) -> SearchIndex:
    """The index meant, up to date where graphs are named; what is made or stale is said on standard error."""
    from rapporteur.search import SearchIndex, index_graphs, staleness

    if index is not None and not graph:
        opened = SearchIndex(index)
        if stale := staleness(opened):
            err().print(
                f"The index is stale: of its graphs, {stale}. Name them with --graph to renew it.", markup=False
            )
        return opened
    if not graph:
        from rapporteur.query.load import bundled_graphs

        graph = bundled_graphs()
    with progress() as step:
        return index_graphs(graph, index, _telling(step))


def _following(store: str) -> Following:
    """The search of the store at an address."""
    from rapporteur.query.searching import search_of
    from rapporteur.store import open_store

    return search_of(open_store(store, there=True))


def _vectors() -> Vectors:
    """The vectors of the model that the extra brings."""
    from rapporteur.search.meaning import Vectors
    from rapporteur.search.minilm import MiniLM

    return Vectors(MiniLM())


def _telling(step: Callable[[str], None]) -> Callable[[str], None]:
    """What shows each step while it lasts, and leaves all but single reports on standard error."""

    def watch(message: str) -> None:
        step(message)
        if not message.startswith(("Indexing", "Reading")):
            err().print(f"{message}.", markup=False)

    return watch


def _print(found: Found) -> None:
    """Hits for people: the place, then the words, what was found in bold or between « and »."""
    from rich.text import Text

    screen = out()
    for number, hit in enumerate(found.hits, found.offset + 1):
        where = f"{number}. {hit.label}  ({hit.kind}{f', {hit.score:.2f}' if hit.score else ''})"
        screen.print(Text(where, style="bold"))
        shown = Text(hit.snippet if screen.is_terminal else hit.marked())
        for start, end in hit.marks if screen.is_terminal else ():
            shown.stylize("bold reverse", start, end)
        screen.print(shown, "\n", sep="", end="\n" if screen.is_terminal else "")
    last = found.offset + len(found.hits)
    more = f"; the next with --offset {last}" if found.hits and last < found.total else ""
    screen.print(f"{len(found.hits)} of {found.total} found{more}", markup=False)
    rows: list[tuple[str, str, str, int | None]] = []
    for name, counts in found.facets.items():
        rows += [(name, count.value, count.label, count.hits) for count in counts[:_LISTED]]
        rows += [(name, f"and {len(counts) - _LISTED} more", "", None)] if len(counts) > _LISTED else []
    if rows:
        print_table("Counts of all that was found", ("filter", "value", "name", "hits"), rows)


def _print_csv(found: Found) -> None:
    """Hits as CSV, what was found between « and »."""
    from rapporteur.search.answer import COLUMNS

    writer = csv_writer.writer(sys.stdout, lineterminator="\n")
    writer.writerow(COLUMNS)
    for hit in found.hits:
        cells = {name: getattr(hit, name) for name in COLUMNS} | {"snippet": hit.marked()}
        writer.writerow(cells.values())
