"""The verb ``view``: draw networks of graphs, of a store or of a question's answer, or write them for others."""

from __future__ import annotations

import tempfile
import webbrowser
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from rapporteur.cli.ask import Graphs, parameters_of
from rapporteur.cli.figure import draw_figure, figures_told, refuse_beside
from rapporteur.cli.show import err, out, print_table, progress
from rapporteur.errors import UnusableInput, unwritable

if TYPE_CHECKING:
    from rapporteur.view.networks import Network, Source

PAGES, DRAWINGS, FILES = ("html", "htm"), ("png", "svg", "pdf"), ("graphml", "gexf", "json")


def view(
    source: Annotated[
        str, typer.Argument(metavar="[GRAPH|STORE|ADDRESS]", help="A NAME.trig, a store, or the address of a server.")
    ] = "",
    to: Annotated[
        Path | None,
        typer.Option(
            "--out",
            metavar="FILE",
            help="Write it: .html, .png, .svg, .pdf, .graphml, .gexf or .json. Without it, a page is opened.",
        ),
    ] = None,
    graph: Graphs = None,
    projection: Annotated[
        list[str] | None,
        typer.Option("--projection", metavar="NAME", help="Which network, see --list; several share a page."),
    ] = None,
    figure: Annotated[
        str,
        typer.Option("--figure", metavar="NAME", help="A figure instead, see --list: a chart as .html, or for paper."),
    ] = "",
    query: Annotated[
        str, typer.Option("--query", metavar="NAME|MY.rq", help="Draw the answer to a question instead.")
    ] = "",
    param: Annotated[
        list[str] | None, typer.Option("--param", metavar="NAME=VALUE", help="With --query: set a parameter.")
    ] = None,
    ends: Annotated[
        str, typer.Option("--ends", metavar="A,B", help="With --query: the two columns that a row ties together.")
    ] = "",
    report: Annotated[str, typer.Option("--report", metavar="SYMBOL", help="Only this report of several.")] = "",
    language: Annotated[str, typer.Option("--language", help="Of the names of States and bodies.")] = "",
    aggregate: Annotated[
        bool, typer.Option("--aggregate", help="Draw all of a kind under one heading as one thing.")
    ] = False,
    document: Annotated[
        str,
        typer.Option("--document", metavar="ADDRESS", help="Of the report's PDF: links open the page they stand on."),
    ] = "",
    home: Annotated[
        str, typer.Option("--home", metavar="ADDRESS", help="Where the IRIs resolve: a publication or server to link.")
    ] = "",
    keep: Annotated[
        bool,
        typer.Option("--keep-places", help="Keep where things stand beside the graph, for the same picture anywhere."),
    ] = False,
    listed: Annotated[
        bool, typer.Option("--list", help="List the networks and the figures, and draw nothing.")
    ] = False,
) -> int:
    """Draw networks of recommendations, what they cite, whom they ask, who spoke, or figures: as pages or pictures."""
    from rapporteur.view.drawing import draw_network
    from rapporteur.view.networks import aggregated, network_of_query, projection_named, read_facts
    from rapporteur.view.picture import picture

    if listed:
        return _print_list()
    if figure:
        given = {"projection": projection, "query": query, "param": param, "ends": ends, "language": language}
        refuse_beside(**given, aggregate=aggregate, document=document, home=home, **{"keep-places": keep})
        return draw_figure(figure, _source(source, graph), to, report)
    form = _form(to)
    if query and projection:
        raise _refused("Both --projection and --query.", "a network by name, or a question.", "Give one of them.")
    if (param or ends) and not query:
        raise _refused("--param or --ends without --query.", "a question they are for.", "Add --query NAME.")
    if query and (report or language):
        raise _refused(
            "--report or --language with --query.", "parameters of the question.", "Use --param report=SYMBOL."
        )
    if projection and len(projection) > 1 and form not in PAGES:
        raise _refused(
            f"{len(projection)} networks in one .{form} file.",
            "one network.",
            "Write a page (.html), or one file each.",
        )
    if keep and form in FILES:
        raise _refused(f"--keep-places with a .{form} file.", "a page or a picture.", "Write --out picture.html.")
    _refuse_addresses(form, document=document, home=home)
    makers = [projection_named(name) for name in projection or ["everything"]]
    asked = _source(source, graph)
    beside = _beside(asked, keep)
    with progress() as step:
        step("Loading the graph")
        if query:
            networks = [network_of_query(asked, query, parameters_of(param or []), _two(ends))]
        else:
            facts = read_facts(asked, report=report, language=language)
            step("Making the network")
            networks = [maker(facts) for maker in makers]
        networks = _filled(networks)
        if aggregate:
            networks = [aggregated(network) for network in networks]
        _warn(networks, form, aggregate)
        step("Drawing")
        path = to or Path(tempfile.mkdtemp(prefix="rapporteur-")) / f"{networks[0].graph['projection']}.html"
        if form in PAGES:
            picture(networks, report=document, home=home, beside=beside, keep=keep).save(path)
        elif form in DRAWINGS:
            draw_network(networks[0], beside=beside, keep=keep).save(path)
        else:
            _write(networks[0], path, form)
    for network in networks:
        things, edges = len(network), network.number_of_edges()
        said = f"{network.graph['projection']}: {things:,} things and {edges:,} links"
        out().print(f"{said} in {path}", markup=False)
    if to is None and not webbrowser.open(path.as_uri()):
        err().print(f"No browser was found; open {path} in one.", markup=False)
    return 0


def _print_list() -> int:
    from rapporteur.view.networks import PROJECTIONS

    rows = [(name, (made.__doc__ or "").strip().splitlines()[0]) for name, made in PROJECTIONS.items()]
    print_table("Networks", ("name", "what it shows"), rows)
    print_table("Figures", ("name", "what it shows"), figures_told())
    return 0


def _form(to: Path | None) -> str:
    form = to.suffix.lower().removeprefix(".") if to else "html"
    allowed = (*PAGES[:1], *DRAWINGS, *FILES)
    if to is not None and form not in (*PAGES, *DRAWINGS, *FILES):
        raise UnusableInput(
            f"The network was to be written to {to.name}.",
            where="the option --out",
            expected=f"a file name ending in {', '.join('.' + one for one in allowed)}.",
            remedy="Write --out picture.html.",
        )
    return form


def _refused(seen: str, expected: str, remedy: str) -> UnusableInput:
    return UnusableInput(seen, where="the options of view", expected=expected, remedy=remedy)


def _refuse_addresses(form: str, **addresses: str) -> None:
    """Refuse an address that no page could link, or that there is no page for."""
    for name, address in addresses.items():
        if address and form not in PAGES:
            raise _refused(f"--{name} with a .{form} file.", "a page, which links it.", "Write --out picture.html.")
        if address and not address.startswith(("https://", "http://", "file:")):
            raise _refused(
                f"--{name} {address}.", "an address that begins with https:, http: or file:.", "Give it whole."
            )


def _source(source: str, graph: list[Path] | None) -> Source:
    """What is asked: the argument, the graphs, else those bundled in a clone."""
    from rapporteur.query.load import bundled_graphs

    if source and graph:
        raise _refused(f"Both {source} and --graph.", "one place to look in.", "Give one of them.")
    if source:
        return source
    paths = graph or bundled_graphs()
    return paths[0] if len(paths) == 1 else paths


def _two(ends: str) -> Sequence[str]:
    return [name.strip() for name in ends.split(",") if name.strip()]


def _beside(asked: Source, keep: bool) -> Path | None:
    """What kept places lie beside: the graph, the folder or the store; nothing, of a server or of several graphs."""
    if isinstance(asked, str | Path) and "://" not in str(asked):
        return Path(asked).absolute()
    if keep:
        raise _refused("--keep-places of no single graph.", "one NAME.trig, folder or store.", "Name one of these.")
    return None


def _filled(networks: Sequence[Network]) -> list[Network]:
    """Those of the networks that hold something; what is said of the others goes to the error output.

    :raises UnusableInput: if none does.
    """
    empty = [network for network in networks if not len(network)]
    said = [
        f"The network {network.graph['projection']} is empty. "
        f"{(network.graph.get('notes') or ('The graph holds nothing of it.',))[0]}"
        for network in empty
    ]
    if len(empty) == len(networks):
        raise UnusableInput(
            " ".join(said),
            where=str(empty[0].graph.get("source") or "a graph without a report"),
            expected="a report that has what is asked for.",
            remedy="Choose another network: rapporteur view --list.",
        )
    for one in said:
        err().print(one, markup=False)
    return [network for network in networks if len(network)]


def _warn(networks: Sequence[Network], form: str, aggregate: bool) -> None:
    """Say what a reader should know: notes, and that a network is too large to read."""
    from rapporteur.view.picture import MOST_EDGES

    for network in networks:
        for note in network.graph.get("notes", ()):
            err().print(note, markup=False)
        edges = network.number_of_edges()
        if edges > MOST_EDGES and not aggregate and form not in FILES:
            what = "The page merges them." if form in PAGES else "All are drawn, and few can be told apart."
            err().print(
                f"{edges:,} links are more than the {MOST_EDGES:,} that stay legible. {what} "
                "--aggregate draws all of a kind under one heading as one thing.",
                markup=False,
            )


def _write(network: Network, to: Path, form: str) -> None:
    """Write a network as data for other programs."""
    from rapporteur.view.networks import as_file

    with unwritable("The network", to, remedy="Name another place."):
        to.parent.mkdir(parents=True, exist_ok=True)
        to.write_bytes(as_file(network, form))
