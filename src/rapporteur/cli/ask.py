"""The verbs that ask a built graph: ``query`` it, ``score`` it against hand annotation."""

from __future__ import annotations

import csv as csv_writer
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from rapporteur.cli.open import AsJson
from rapporteur.cli.show import err, out, print_json, print_table, progress
from rapporteur.errors import UnusableInput, UnusableQuery

if TYPE_CHECKING:
    from rapporteur.query import Allowed, Query

Graphs = Annotated[
    list[Path] | None,
    typer.Option("--graph", metavar="NAME.trig", help="Built graphs; those bundled in a clone if none."),
]


def query(
    name: Annotated[
        str, typer.Argument(metavar="[NAME]", help="A query's name or .rq file; without one, all are listed.")
    ] = "",
    param: Annotated[list[str] | None, typer.Option("--param", metavar="NAME=VALUE", help="Set a parameter.")] = None,
    graph: Graphs = None,
    store: Annotated[
        str,
        typer.Option(
            "--store",
            metavar="FOLDER|ADDRESS",
            envvar="RAPPORTEUR_STORE",
            help="Ask a store or a SPARQL server instead of graphs.",
            show_default=False,
        ),
    ] = "",
    file: Annotated[
        Path | None,
        typer.Option("--file", metavar="MY.rq", help="A query of your own; - reads it from standard input."),
    ] = None,
    limit: Annotated[int, typer.Option("--limit", metavar="ROWS", min=0, help="At most so many rows; 0 is all.")] = 0,
    offset: Annotated[int, typer.Option("--offset", metavar="ROWS", min=0, help="Leave out so many rows first.")] = 0,
    values: Annotated[
        str, typer.Option("--values", metavar="PARAMETER", help="List what a parameter can be given, and ask nothing.")
    ] = "",
    about: Annotated[
        bool, typer.Option("--about", help="Tell what the question takes and gives, and ask nothing.")
    ] = False,
    shacl: Annotated[
        Path | None,
        typer.Option("--shacl", metavar="FOLDER", help="Write all questions there as SHACL executables, for portals."),
    ] = None,
    target: Annotated[
        str, typer.Option("--target", metavar="ADDRESS", help="With --shacl: the SPARQL endpoint they are for.")
    ] = "http://127.0.0.1:8000/sparql",
    csv: Annotated[bool, typer.Option("--csv", help="Give CSV.")] = False,
    json: AsJson = False,
) -> int:
    """Ask a question of built graphs or of a store: rows as a table, JSON or CSV.

    Your own may also be an ASK (yes or no), a CONSTRUCT or a DESCRIBE (Turtle, with --json JSON-LD).
    """
    from rapporteur.query import ask, find_query, list_queries, load_dataset, nearest, read_query, values_of
    from rapporteur.query.grammar import form_of
    from rapporteur.query.reading import as_text, read_other, refuse_table
    from rapporteur.query.run import page
    from rapporteur.store import open_store

    if shacl is not None:
        return _write_shacl(shacl, target)

    if not name and file is None:
        queries = list_queries()
        if json:
            print_json(
                [
                    {
                        "name": q.name,
                        "question": q.summary,
                        "parameters": [p.name for p in q.parameters],
                        "cost": q.cost,
                    }
                    for q in queries
                ]
            )
        else:
            print_table(
                "Questions",
                ("name", "question", "parameters", "over many reports"),
                ((q.name, q.summary, ", ".join(p.name for p in q.parameters), q.cost) for q in queries),
            )
        return 0
    typed = "-" in (name, str(file))
    asked = read_query(sys.stdin.read(), "standard input") if typed else find_query(file or name)
    if about:
        return _print_about(asked, json)
    params = parameters_of(param or [])
    other = form_of(asked) != "SELECT"
    if other and (csv or limit or offset):
        raise refuse_table(asked)
    with progress(quiet=json or csv) as step:
        step("Opening the graphs")
        dataset = open_store(store, there=True) if store and not graph else load_dataset(*(graph or ()))
        step("Asking")
        if values:
            listed = values_of(dataset, asked, values)
        elif other:
            said = read_other(dataset, asked, params)
        else:
            answer = ask(dataset, page(asked, limit, offset), params)
            hint = "" if answer.rows else nearest(dataset, asked, params)
    if values:
        return _print_values(f"{asked.name}: {values}", listed, csv, json)
    if other:
        sys.stdout.write(as_text(said, json))
        return 0
    if hint:
        err().print(hint, markup=False)
    if json:
        print_json([dict(zip(answer.columns, row, strict=True)) for row in answer.rows])
    elif csv:
        writer = csv_writer.writer(sys.stdout, lineterminator="\n")
        writer.writerow(answer.columns)
        writer.writerows(answer.rows)
    else:
        print_table(asked.summary or asked.name, answer.columns, answer.rows)
        out().print(f"{len(answer.rows)} rows")
    return 0


def _print_values(title: str, listed: Sequence[Allowed], csv: bool, json: bool) -> int:
    rows = [(one.value, one.label) for one in listed]
    if json:
        print_json([{"value": value, "label": label} for value, label in rows])
    elif csv:
        csv_writer.writer(sys.stdout, lineterminator="\n").writerows([("value", "label"), *rows])
    else:
        print_table(title, ("value", "label"), rows)
        out().print(f"{len(rows)} values")
    return 0


def _print_about(asked: Query, json: bool) -> int:
    """The question in words, its parameters, and its columns with their units."""
    takes = [(p.name, p.type, p.meaning, p.default, p.example or ", ".join(p.values)) for p in asked.parameters]
    gives = [(name, meaning, asked.units.get(name, "")) for name, meaning in asked.columns.items()]
    names, parts = ("parameter", "type", "meaning", "default", "example"), ("column", "what it holds", "unit")
    if json:
        print_json(
            {
                "name": asked.name,
                "question": asked.summary,
                "description": asked.description,
                "cost": asked.cost,
                "parameters": [dict(zip(names, row, strict=True)) for row in takes],
                "columns": [dict(zip(parts, row, strict=True)) for row in gives],
            }
        )
        return 0
    for said in (asked.description, f"Over many reports: {asked.cost}." if asked.cost else ""):
        if said:
            err().print(said, markup=False)
    print_table(asked.summary or asked.name, names, takes)
    print_table("", parts, gives)
    return 0


def _write_shacl(folder: Path, target: str) -> int:
    """Write each question as a Turtle file of its own into a folder, which is made if need be."""
    from rapporteur.query import executables, list_queries

    graphs = executables(list_queries(), target)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, graph in graphs.items():
            (folder / f"{name}.ttl").write_text(graph.serialize(format="turtle"), "utf-8")
    except OSError as fault:
        raise UnusableInput(
            f"The folder cannot be written: {fault.strerror}.",
            where=str(folder),
            expected="a folder that this user may write.",
            remedy="Name another folder, or change its permissions.",
        ) from fault
    out().print(f"{len(graphs) - 1} questions and their prefixes written to {folder}", markup=False)
    return 0


def parameters_of(given: list[str]) -> dict[str, Any]:
    """Parameters as they are typed, ``NAME=VALUE`` each, by name."""
    params: dict[str, Any] = {}
    for text in given:
        name, sign, value = text.partition("=")
        if not sign or not name:
            raise UnusableQuery(
                f"A parameter reads {text!r}.",
                where="the option --param",
                expected="a name, an equals sign and a value.",
                remedy="Write for example --param theme=training.",
            )
        params[name.strip()] = value.strip()
    return params


def score(
    gold: Annotated[list[Path], typer.Argument(metavar="GOLD...", help="Folders of hand annotation.")],
    graph: Annotated[
        list[Path],
        typer.Option("--graph", metavar="NAME.trig", help="The build to score, one a folder, in their order."),
    ],
    details: Annotated[bool, typer.Option("--details", help="List what is wrong and what is missed.")] = False,
    json: AsJson = False,
) -> int:
    """Compare builds with hand annotation: precision, recall and F1 a kind of reference."""
    from rapporteur.score import score_graphs, total_of

    with progress(quiet=json) as step:
        step("Comparing")
        scored = score_graphs(gold, graph)
    several = len(scored) > 1
    tables = {**scored, "total": total_of(scored)} if several else scored
    if json:
        forms = {name: {kind: tally.as_json() for kind, tally in kinds.items()} for name, kinds in tables.items()}
        print_json(forms if several else next(iter(forms.values())))
        return 0
    titles = [f"{path.name} against {name}" for path, name in zip(graph, scored, strict=True)]
    for title, kinds in zip([*titles, "all together"], tables.values(), strict=False):
        print_table(
            title,
            ("kind", "tp", "fp", "fn", "open", "precision", "recall", "f1"),
            (
                (k, t.tp, t.fp, t.fn, t.open, f"{t.precision:.3f}", f"{t.recall:.3f}", f"{t.f1:.3f}")
                for k, t in kinds.items()
            ),
        )
    if details:
        for name, kinds in scored.items():
            place = f"{name}: " if several else ""
            for kind, tally in kinds.items():
                for row in tally.wrong:
                    out().print(f"{place}{kind}: wrong: {row}", markup=False)
                for row in tally.missed:
                    out().print(f"{place}{kind}: missed: {row}", markup=False)
    return 0
