"""One object for a file, a store or a server: are answers typed, short, in the language asked for, and marked?"""

from __future__ import annotations

import inspect
from pathlib import Path

import pandas
import pytest
from small import build, command

import rapporteur
from rapporteur.errors import UnusableQuery, UnusableStore
from rapporteur.query import Collection, list_queries
from rapporteur.resources import resource

REPORT = "document/CTOC/COP/WG.4/2010/6"


@pytest.fixture(scope="module")
def collection() -> Collection:
    """The bundled report."""
    return rapporteur.open(resource("graphs", "CTOC-COP-WG.4-2010-6.trig"))


def test_a_question_comes_back_as_a_frame_with_short_iris(collection: Collection) -> None:
    """Does the example of the manual work, and can what it gives be given back?"""
    frame = collection.ask("recommendations-citing-a-provision", provision="untoc/article/26")
    assert list(frame["target"]) == [f"instrument/untoc/article/26/paragraph/{n}" for n in (2, 3)]
    assert set(frame["unit"]) == {f"{REPORT}/recommendation/37.1"}
    again = collection.ask("recommendations-citing-a-provision", provision=frame["target"][0])
    assert list(again["recommendation"]) == ["37.1"]


def test_each_question_is_a_function_that_tells_what_it_takes_and_gives(collection: Collection) -> None:
    """Has each question of the catalogue a function with its parameters, their meanings and its columns?"""
    questions = list_queries()
    assert len(dir(collection.questions)) == len(questions) == len(collection.questions())
    for query in questions:
        function = getattr(collection.questions, query.name.replace("-", "_"))
        takes = inspect.signature(function).parameters
        assert list(takes) == [*(p.name for p in query.parameters), "limit", "offset"]
        assert {p.name: str(takes[p.name].default) for p in query.parameters} == {
            p.name: p.default for p in query.parameters
        }
        assert (inspect.getdoc(function) or "").startswith(query.summary)
        told = [*(p.meaning for p in query.parameters), *query.columns.values(), *query.units.values()]
        assert not [meaning for meaning in told if meaning not in function.__doc__]


def test_a_function_answers_as_ask_does_a_page_at_a_time(collection: Collection) -> None:
    """Are rows, pages, units and the refusal of what is no number those of `ask`, and a wrong name hinted at?"""
    whole = collection.ask("states-that-spoke-most", minimum=3)
    assert collection.questions.states_that_spoke_most(minimum=3).equals(whole)
    assert whole.attrs["units"] == {"statements": "statements"}
    page = collection.questions.states_that_spoke_most(minimum=3, limit=2, offset=1)
    assert list(page["state"]) == list(whole["state"])[1:3]
    for strange in ("a", 1.5, -1, None):
        with pytest.raises(UnusableQuery, match="limit"):
            collection.ask("states-that-spoke-most", limit=strange)  # type: ignore[arg-type]
    with pytest.raises(AttributeError, match="states_that_spoke_most"):
        collection.questions.state_that_spoke_most()


def test_columns_have_the_types_of_what_they_hold(collection: Collection) -> None:
    """Are offsets numbers, days days, a code a text, and a gap missing instead of None or a word?"""
    links = collection.ask("evidence-of-a-link", property="buildsOn")
    assert {name: str(links[name].dtype) for name in ("start", "quote")} == {"start": "Int64", "quote": "string"}
    held = collection.sparql(
        "PREFIX schema: <https://schema.org/> SELECT ?meeting ?day ?none WHERE { ?meeting schema:startDate ?day }"
    )
    assert str(held["day"].dtype) == "datetime64[s]" and held["day"][0] == pandas.Timestamp("2010-01-27")
    assert held["none"].isna().all()
    assert "NA" in set(collection.sparql('SELECT ?code WHERE { VALUES ?code { "NA" "KE" } }')["code"])


def test_labels_come_in_the_language_asked_for() -> None:
    """Is a language given once kept for every question that knows it, and a single question free to differ?"""
    french = rapporteur.open(resource("graphs", "CTOC-COP-WG.4-2010-6.trig"), language="fr")
    assert "Allemagne" in set(french.ask("who-attended")["participant"])
    assert "Alemania" in set(french.ask("who-attended", language="es")["participant"])
    assert "Allemagne" not in set(french.ask("links-by-grade").to_string()), "a question without labels takes none"


def test_evidence_shows_the_sentence_with_its_words_marked(collection: Collection) -> None:
    """Can a reader see in ten seconds what a link rests on, from its IRI, short or in full, or its last digits?"""
    link = collection.ask("evidence-of-a-link", property="buildsOn")["evidence"][0]
    evidence = collection.evidence(link)
    assert evidence == collection.evidence(link[-12:]) == collection.evidence(f"https://w3id.org/rapporteur/id/{link}")
    assert f"⟦{evidence.quote}⟧" in str(evidence)
    assert f"<mark>{evidence.quote}</mark>" in evidence._repr_html_()
    with pytest.raises(UnusableQuery, match="No link"):
        collection.evidence("0123456789ab")


def test_a_mark_never_lets_a_text_become_html(collection: Collection) -> None:
    """Are the characters of HTML in a sentence shown, not obeyed?"""
    link = collection.ask("evidence-of-a-link", property="buildsOn")["evidence"][0]
    nasty = collection.evidence(link).__class__("l", "s", "p", "t", "<b>", "a <b> & <script>", "g", "r", 2, 5)
    assert "<script>" not in nasty._repr_html_() and "<mark>&lt;b&gt;</mark>" in nasty._repr_html_()


def test_a_thing_is_described_and_an_unknown_one_told(collection: Collection) -> None:
    """Does a short IRI, or one with a prefix, give what is said of it?"""
    frame = collection.describe("state/ALB")
    assert "ALB" in set(frame.loc[frame["property"] == "rap:iso3", "value"])
    assert "rdf:type" in set(collection.describe("rap:Link")["property"])
    with pytest.raises(UnusableQuery, match="Nothing is said"):
        collection.describe("state/QQQ")


@pytest.mark.parametrize("text", ["two words", "", "any"])
def test_what_is_no_iri_is_told_to_who_writes_python(collection: Collection, text: str) -> None:
    """Does the message say how a Python user comes by an IRI, and name no parameter that was never given?"""
    for verb in (collection.describe, collection.evidence):
        with pytest.raises(UnusableQuery, match="is no IRI") as caught:
            verb(text)
        assert caught.value.where == verb.__name__
        assert "reports." in caught.value.remedy and "any" not in caught.value.remedy


def test_a_query_of_ones_own_is_refused_with_a_caret_under_the_fault(collection: Collection) -> None:
    """Does a syntax error show the line and where in it reading stopped, whatever the engine says?"""
    with pytest.raises(UnusableQuery) as caught:
        collection.sparql("SELECT ?s\nWHERE {\n  ?s ?p\n}")
    assert caught.value.seen.splitlines()[1:] == ["    ?s ?p", "    ^"]
    assert caught.value.where == "your query, line 3"
    with pytest.raises(UnusableQuery) as caught:
        collection.sparql("SELECT ?s\nWHERE {\n  ?s ?p ?o .\n")
    assert caught.value.seen.splitlines()[1:] == ["  WHERE {", "        ^"]


@pytest.mark.parametrize(
    "text",
    [
        "INSERT DATA { <http://e/a> <http://e/b> 1 }",
        "PREFIX e: <http://e/> DELETE WHERE { ?s ?p ?o }",
        "DROP ALL",
        "LOAD <file:///etc/passwd>",
        "CONSTRUCT { ?s ?p ?o } FROM <file:///etc/passwd> WHERE { ?s ?p ?o }",
        "ASK { SERVICE <http://e/> { ?s ?p ?o } }",
        "SELECT ?s WHERE { SERVICE <http://e/> { ?s ?p ?o } }",
        "SELECT ?s FROM <file:///etc/passwd> WHERE { ?s ?p ?o }",
    ],
)
def test_nothing_but_a_question_over_the_store_is_run(collection: Collection, text: str) -> None:
    """Is what would write or reach outside refused, with the store as it was?"""
    before = collection.store.entries()
    with pytest.raises(UnusableQuery):
        collection.sparql(text)
    assert collection.store.entries() == before


def test_a_word_of_update_may_be_a_name(collection: Collection) -> None:
    """Is a variable, an IRI or a string that is called like a command no command?"""
    frame = collection.sparql(
        'PREFIX drop: <http://e/> SELECT ?load ("ASK" AS ?add) WHERE { VALUES ?load { drop:with } }'
    )
    assert frame.iloc[0].tolist() == ["http://e/with", "ASK"]


def test_it_displays_well_in_a_notebook(tmp_path: Path) -> None:
    """Does a collection show its reports, and one of several builds all of them?"""
    build(tmp_path, 1)
    build(tmp_path, 2)
    collection = rapporteur.open(tmp_path)
    assert "2 reports" in repr(collection)
    assert "FERRY/WG.1/2031/2" in collection._repr_html_()
    assert "who-attended" in set(collection.questions()["name"])


def test_nothing_to_ask_is_told(tmp_path: Path) -> None:
    """Is a folder in which there is no store yet told, and none made by asking?"""
    with pytest.raises(UnusableStore, match="no store yet"):
        rapporteur.open(tmp_path / "none")
    listed = command("store", "list", "--store", str(tmp_path / "none"))
    assert listed.returncode == 2 and "no store yet" in listed.stderr and not listed.stdout
    assert not (tmp_path / "none").exists()
