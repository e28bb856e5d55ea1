"""``%%sparql``: does a cell answer as a reader expects, point to what is wrong, and complete the vocabulary?"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pandas
import pytest
from IPython.core.interactiveshell import InteractiveShell
from traitlets.config import Config

import rapporteur
from rapporteur.errors import UnusableQuery, UnusableStore
from rapporteur.notebook.answer import Answer
from rapporteur.notebook.completion import fitting, fragment_of, strange
from rapporteur.query import Collection

GRAPH = Path(__file__).parents[2] / "graphs" / "CTOC-COP-WG.4-2010-6.trig"


@pytest.fixture(scope="module")
def reports() -> Collection:
    return rapporteur.open(GRAPH)


@pytest.fixture
def shell(reports: Collection) -> Iterator[InteractiveShell]:
    """An IPython with the extension loaded and one collection open, which keeps no history."""
    made = InteractiveShell.instance(config=Config({"HistoryManager": {"enabled": False}}))
    made.run_cell("%load_ext rapporteur.notebook", silent=True)
    made.user_ns["reports"] = reports
    yield made
    made.run_cell("%unload_ext rapporteur.notebook", silent=True)
    InteractiveShell.clear_instance()


def answer_of(shell: InteractiveShell, cell: str) -> object:
    """What the cell gives; the error it raises is raised."""
    ran = shell.run_cell(cell)
    ran.raise_error()
    return ran.result


def test_a_select_gives_a_frame_that_is_shown_well(shell: InteractiveShell) -> None:
    """Are prefixes there, is the answer a frame under the name asked for, few rows shown and the rest told?"""
    frame = answer_of(
        shell,
        "%%sparql --as units --rows 2\n"
        "SELECT ?number ?text WHERE { ?unit a rap:Recommendation ; rap:number ?number ; rap:text ?text }",
    )
    assert isinstance(frame, Answer) and len(frame) == 77 and shell.user_ns["units"] is frame
    shown = frame._repr_html_()
    assert shown.count("<tr>") == 3 and "77 rows, of which the first 2 are shown." in shown
    assert repr(frame).endswith("77 rows, of which the first 2 are shown.")
    assert type(frame[frame["number"] == "12.1"]) is pandas.DataFrame


def test_a_short_address_is_taken_as_an_answer_shows_it(shell: InteractiveShell) -> None:
    """Does <state/NAM> mean the State, in an ASK and in a CONSTRUCT, whose triples are kept as a graph?"""
    assert answer_of(shell, "%%sparql\nASK { <state/NAM> a rap:State }") is True
    cell = "%%sparql --as said\nCONSTRUCT { <state/NAM> rap:iso3 ?code } WHERE { <state/NAM> rap:iso3 ?code }"
    assert answer_of(shell, cell) is None
    assert len(shell.user_ns["said"]) == 1


def test_a_path_is_asked_too(shell: InteractiveShell) -> None:
    """Does the line take the path of a graph, and say what is not there?"""
    assert answer_of(shell, f"%%sparql '{GRAPH}'\nASK {{ ?one a rap:Report }}") is True
    with pytest.raises(UnusableStore, match="nowhere"):
        answer_of(shell, "%%sparql nowhere\nASK { ?one a rap:Report }")


def test_a_fault_is_shown_at_its_place(shell: InteractiveShell, capsys: pytest.CaptureFixture[str]) -> None:
    """Does an error name the line of the cell, point with a caret, and come without a traceback?"""
    with pytest.raises(UnusableQuery, match="line 3"):
        answer_of(shell, "%%sparql\nSELECT ?number WHERE {\n  ?unit rapp:number ?number\n}")
    said = capsys.readouterr().out
    assert "  ?unit rapp:number ?number\n          ^" in said and "To do: Declare the prefix." in said
    assert "Traceback" not in said


@pytest.mark.parametrize(
    ("cell", "words"),
    [
        ("%%sparql\nSELECT ?unit WHERE { ?unit a rap:Recommendation", "a brace is not closed"),
        ("%%sparql --rows many\nASK { ?s ?p ?o }", "invalid int value"),
        ("%%sparql 'reports\nASK { ?s ?p ?o }", "No closing quotation"),
        ("%%sparql --row 3\nASK { ?s ?p ?o }", "unrecognized arguments"),
        ("%%sparql\nSELECT ?s WHERE { SERVICE <http://elsewhere> { ?s ?p ?o } }", "fetches from elsewhere"),
        ("%%sparql\nINSERT DATA { <a> <b> <c> }", "INSERT"),
    ],
)
def test_what_cannot_be_asked_is_refused(shell: InteractiveShell, cell: str, words: str) -> None:
    """Is each of these an error of ours that says what was seen?"""
    with pytest.raises(UnusableQuery, match=words):
        answer_of(shell, cell)


def test_whom_to_ask_is_never_guessed(shell: InteractiveShell, reports: Collection) -> None:
    """With two collections, or none, is it said which variable to name?"""
    shell.user_ns["others"] = Collection(reports.store)
    with pytest.raises(UnusableQuery, match="one of others, reports"):
        answer_of(shell, "%%sparql\nASK { ?s ?p ?o }")
    assert answer_of(shell, "%%sparql others\nASK { ?s ?p ?o }") is True
    del shell.user_ns["others"], shell.user_ns["reports"]
    with pytest.raises(UnusableQuery, match="nothing to ask yet"):
        answer_of(shell, "%%sparql\nASK { ?s ?p ?o }")


def test_an_empty_answer_says_which_term_is_none(shell: InteractiveShell, capsys: pytest.CaptureFixture[str]) -> None:
    """Is a misspelt term told where nothing was found, and is nothing told where the terms are right?"""
    answer_of(shell, "%%sparql\nSELECT ?unit WHERE { ?unit a rap:Recomendation }")
    assert "There is no rap:Recomendation; there is rap:Recommendation." in capsys.readouterr().out
    assert strange("# rap:nothing\n?unit rap:number ?n ; rdfs:label 'rap:nothing' , <rap:none>") == []


def completions(shell: InteractiveShell, cell: str) -> list[str]:
    """What the Tab key offers at the end of a cell, each as the cell would then end."""
    from IPython.core.completer import provisionalcompleter

    with provisionalcompleter():
        return [cell[: one.start] + one.text for one in shell.Completer.completions(cell, len(cell))]


def test_the_tab_key_completes_the_vocabulary(shell: InteractiveShell) -> None:
    """In a cell of ours, are terms, variables and words completed, and nothing of Python; elsewhere nothing of ours?"""
    start = "%%sparql\nSELECT ?unit WHERE {\n  ?unit "
    assert completions(shell, f"{start}rap:addr") == [f"{start}rap:addressee"]
    assert completions(shell, f"{start}a rap:Rec") == [f"{start}a rap:Recommendation"]
    assert completions(shell, f"{start}rap:cites ?un") == [f"{start}rap:cites ?unit"]
    assert completions(shell, "%%sparql\nsel") == ["%%sparql\nSELECT"]
    assert not [text for text in completions(shell, f"{start}rap:addr") if "import" in text]
    assert completions(shell, "rap:addr") == []
    answer_of(shell, "%unload_ext rapporteur.notebook")
    assert completions(shell, "%%sparql\nSELECT ?unit WHERE { ?unit rap:addr") == []


@pytest.mark.parametrize(
    ("before", "fragment", "offered"),
    [
        ("?unit rap:cites/rdfs:la", "rdfs:la", "rdfs:label"),
        ("?unit a ", "", "rap:Recommendation"),
        ("?unit rdf:type sk", "sk", "skos:Concept"),
        ("FILTER(LAN", "LAN", "LANG"),
        ("PREFIX sko", "sko", "skos:"),
    ],
)
def test_what_is_being_written_is_seen(before: str, fragment: str, offered: str) -> None:
    """Is the end of a query taken as one name, and is what fits there among what is offered?"""
    assert fragment_of(before) == fragment
    assert offered in [text for text, _ in fitting(fragment, before, before)]


def test_every_error_of_ours_is_told_in_four_lines() -> None:
    """Does IPython get the four parts of an error, not a traceback, wherever in a notebook it is raised?"""
    error = UnusableQuery("A blot.", where="line 2", expected="a word.", remedy="Write it again.")
    assert error._render_traceback_() == [
        "UnusableQuery: A blot.",
        "Where: line 2.",
        "Expected: a word.",
        "To do: Write it again.",
    ]


def test_cells_hold_what_a_reader_can_read() -> None:
    """Is what is missing shown as nothing, a day without its midnight, markup as text, and a very long text cut?"""
    day = pandas.Series(pandas.to_datetime(["2033-06-09", None]))
    shown = Answer({"day": day, "text": ["<i>", "x" * 700], "n": [1, 2]})._repr_html_()
    assert "2033-06-09</td>" in shown and "NaT" not in shown and "00:00" not in shown
    assert "&lt;i&gt;" in shown and f"{'x' * 600}…" in shown and "x" * 601 not in shown
    assert shown.count("text-align:right") == 3
