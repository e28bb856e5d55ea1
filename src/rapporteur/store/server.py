"""A SPARQL 1.1 server as a store: the Protocol to ask, Graph Store and Update to change; no engine of ours.

The union of all reports is a graph of its own, which `updates.switch` keeps and every question names as its default
graph (SPARQL 1.1 Protocol, section 2.1.4, ``default-graph-uri``). So it makes no difference whether a server shows the
named graphs together or not, and whether a triple of two graphs is one answer there or two. A server that others have
filled has no such graph: then its own default graph is asked, if a probe finds the reports in it, each triple once.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable
from pathlib import Path

import httpx

from rapporteur.errors import UnusableStore
from rapporteur.store.asking import Answer, Change, SyntaxRefused, last, read_answer, read_truth
from rapporteur.store.backup import write_quads
from rapporteur.store.manifest import PART_OF, Entry, manifest_query, read_entries, state_of
from rapporteur.store.updates import stage_of, switch
from rapporteur.store.web import Web

UPDATE, GRAPHS = "RAPPORTEUR_STORE_UPDATE", "RAPPORTEUR_STORE_GRAPHS"
"""Settings: where a server takes updates and graphs, if not where Oxigraph and Virtuoso do."""

_LAYOUTS = {"/query": ("/update", "/store"), "/sparql": ("/sparql-auth", "/sparql-graph-crud-auth")}
"""Ending of the address that answers queries → those for Update and Graph Store: Oxigraph (its README), Virtuoso
(OpenLink, "Virtuoso SPARQL 1.1 Graph Store HTTP Protocol Support")."""

_GRAPH = re.compile(r"\bGRAPH\b", re.IGNORECASE)
_PROBE = "SELECT ?one WHERE { VALUES ?one { 1 } FILTER NOT EXISTS { ?s <urn:none> ?one } }"
"""What SPARQL 1.0 has not. A SELECT, because Virtuoso 7.2 answers an ASK with rows."""
_NOT_TAKEN = (404, 405, 501)
"""What is answered at an address where nothing can be written (Graph Store Protocol, section 5)."""
_ROWS = "application/sparql-results+json"
_TRIPLES = "application/n-triples"
_REPORT = "<https://w3id.org/rapporteur/ontology#Report>"
_LABEL = "<http://www.w3.org/2000/01/rdf-schema#label>"


class ServerStore:
    """The server at ``address``: of its query service, or of the folder that holds it.

    :param manifest: IRI of the graph that describes the others; ``union`` of the one that holds all their triples.
    :raises UnusableStore: if there is no SPARQL 1.1 server, or it cannot show all reports together.
    """

    def __init__(self, address: str, manifest: str, union: str) -> None:
        self.address = address
        self._manifest, self._union = manifest, union
        self._web = Web(address)
        self.product = ""
        self._query = self._find()
        base, update, graphs = self._query, "", ""
        for ending, others in _LAYOUTS.items():
            if base.endswith(ending):
                update, graphs = (base.removesuffix(ending) + other for other in others)
        self._update, self._graphs = os.environ.get(UPDATE) or update, os.environ.get(GRAPHS) or graphs
        self._default = (
            union if self._rows(f"SELECT ?g WHERE {{ GRAPH <{manifest}> {{ ?g ?p ?o }} }} LIMIT 1").rows else ""
        )
        if not self._default:
            self._look_at_default()

    def _find(self) -> str:
        """The address that answers queries."""
        base = self.address.rstrip("/")
        told = ""
        for address in (base, *(base + ending for ending in _LAYOUTS)):
            response = self._web.send("GET", address, again=True, params={"query": _PROBE}, headers={"Accept": _ROWS})
            if response.status_code == 200 and _is_answer(response):
                said = response.headers.get("Server", "").lower()
                self.product = next((name for name in ("oxigraph", "virtuoso") if name in said), "")
                return address
            if response.status_code in (400, 500, 501) and not told:
                told = f"{address} answers {response.status_code}: {_said(response)}"
        raise UnusableStore(
            f"A server that does not answer a small SPARQL 1.1 query. {told}".strip(),
            where=self.address,
            expected="the address of a SPARQL 1.1 query service, such as http://localhost:7878/query.",
            remedy="Check the address; a server that knows SPARQL 1.0 only is too old."
            if told
            else "Check the address.",
        )

    def _look_at_default(self) -> None:
        """Where the union is not ours: do the reports stand in the default graph, each triple once?"""
        if self._rows(f"SELECT ?r WHERE {{ ?r a {_REPORT} }} LIMIT 1").rows:
            twice = f"SELECT ?s ?o WHERE {{ ?s {_LABEL} ?o }} GROUP BY ?s ?o HAVING (COUNT(*) > 1) LIMIT 1"
            if self._rows(twice).rows:
                raise self._no_union("counts a triple that stands in two graphs twice")
        elif self._rows(f"SELECT ?r WHERE {{ GRAPH ?g {{ ?r a {_REPORT} }} }} LIMIT 1").rows:
            raise self._no_union("does not show the named graphs in its default graph")

    def _no_union(self, what: str) -> UnusableStore:
        return UnusableStore(
            f"The server holds reports that `rapporteur store load` did not load, and {what}.",
            where=self.address,
            expected="reports that can be asked together, each triple once.",
            remedy="Set the server's default graph to the merge of its named graphs, or load the reports with "
            "`rapporteur store load`, which keeps such a graph itself whatever the server is set to.",
        )

    def select(self, text: str) -> Answer:
        """The rows of a SELECT over the union of all graphs; see `Store`."""
        return self._rows(text, self._default, self._names_graphs(text))

    def _names_graphs(self, text: str) -> bool:
        """Whether a query looks into graphs that must be named beside the default graph."""
        return bool(self._default and _GRAPH.search(text))

    def _rows(self, text: str, default: str = "", named: bool = False) -> Answer:
        response = self._ask(text, _ROWS, default, named)
        try:
            answer = read_answer(response.content)
        except (ValueError, KeyError, TypeError) as fault:
            raise self._strange(response, "rows as SPARQL 1.1 Query Results JSON") from fault
        self._refuse_cut(response, len(answer.rows), "rows")
        return answer

    def _refuse_cut(self, response: httpx.Response, count: int, what: str) -> None:
        """Say that an answer is not whole, which only the headers of a server tell."""
        limit = response.headers.get("X-SPARQL-MaxRows", "")
        cut = response.headers.get("X-SQL-State") == "S1TAT" or "Rapporteur-Cut" in response.headers
        if cut or (limit.isdigit() and count >= int(limit)):
            raise UnusableStore(
                f"The server cut the answer off after {count} {what}.",
                where=self.address,
                expected=f"all {what}.",
                remedy="Raise its limits (Virtuoso: ResultSetMaxRows, MaxQueryExecutionTime; ours: --rows), or ask for "
                f"fewer {what}.",
            )

    def ask(self, text: str) -> bool:
        """The answer to an ASK over the union of all graphs; see `Store`."""
        response = self._ask(text, _ROWS, self._default, self._names_graphs(text))
        try:
            return read_truth(response.content)
        except (ValueError, KeyError, TypeError) as fault:
            raise self._strange(response, "yes or no as SPARQL 1.1 Query Results JSON") from fault

    def construct(self, text: str) -> bytes:
        """The triples of a CONSTRUCT or DESCRIBE as N-Triples; see `Store`."""
        response = self._ask(text, _TRIPLES, self._default, self._names_graphs(text))
        self._refuse_cut(response, response.content.count(b"\n"), "triples")
        return response.content

    def _ask(self, text: str, accept: str, default: str, named: bool = False) -> httpx.Response:
        """Send a query; who names a default graph must name the graphs that ``GRAPH`` may look into too."""
        form: dict[str, str | list[str]] = {"query": text}
        if default:
            form["default-graph-uri"] = default
        if named:
            form["named-graph-uri"] = [entry.graph for entry in self.entries()]
        response = self._web.send("POST", self._query, again=True, form=form, headers={"Accept": accept})
        if response.status_code == 400:
            raise SyntaxRefused(_said(response))
        if response.status_code != 200:
            raise self._strange(response, "an answer")
        return response

    def entries(self) -> tuple[Entry, ...]:
        """The manifest."""
        return read_entries(self._rows(manifest_query(self._manifest)))

    def state(self) -> str:
        """The name of what the server holds now; see `Store`."""
        return state_of(self.entries())

    def is_stale(self) -> bool:
        """Never: nothing of the server's is kept here."""
        return False

    def release(self) -> None:
        """Close the connections; see `Store`."""
        self._web.close()

    def graph(self, name: str) -> bytes:
        """The N-Triples of one named graph."""
        if not self._graphs:
            return self._ask(
                f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ GRAPH <{name}> {{ ?s ?p ?o }} }}", _TRIPLES, ""
            ).content
        response = self._web.send("GET", self._graphs, again=True, params={"graph": name}, headers={"Accept": _TRIPLES})
        if response.status_code == 404:
            return b""
        if response.status_code != 200:
            raise self._strange(response, "the graph")
        return response.content

    def apply(self, changes: Iterable[Change], verb: str, more: Callable[[], bool] = last) -> None:
        """Make the changes, one document after the other, each with one request that the server does as a whole."""
        if not (self._update and self._graphs):
            raise UnusableStore(
                "A server that can only be asked, as far as its address says.",
                where=self._query,
                expected="where it takes SPARQL Update, and graphs by the Graph Store Protocol.",
                remedy=f"Set {UPDATE} and {GRAPHS} to these addresses.",
            )
        for change in changes:
            self._apply(change)
            self._default = self._union

    def _apply(self, change: Change) -> None:
        for graph in change.new.graphs if change.new else ():
            response = self._web.send(
                "PUT",
                self._graphs,
                again=True,
                params={"graph": stage_of(graph.name)},
                body=graph.text,
                headers={"Content-Type": _TRIPLES},
            )
            if response.status_code in _NOT_TAKEN:
                raise self._closed(self._graphs, response)
            if not response.is_success:
                raise self._strange(response, "that it takes a graph")
        text = switch(change, self._manifest, self._union)
        try:
            response = self._web.send("POST", self._update, again=False, form={"update": text})
        except UnusableStore as fault:
            if self._is_done(change):
                return
            raise UnusableStore(
                f"{fault.seen} It is not known to have taken the change of {change.document}.",
                where=self.address,
                expected="the old state or the new one; `rapporteur store verify` says which.",
                remedy="Give the same command again, with `replace` in place of `load`: that puts it right.",
            ) from fault
        if response.status_code in _NOT_TAKEN:
            raise self._closed(self._update, response)
        if not response.is_success:
            raise self._strange(response, "that it takes an update")

    def _is_done(self, change: Change) -> bool:
        """Whether the manifest tells of the new state: the connection broke after the work was done."""
        try:
            now = {(entry.graph, entry.sha256) for entry in self.entries() if entry.document == change.document}
        except UnusableStore:
            return False
        return now == {(graph.name, graph.sha256) for graph in (change.new.graphs if change.new else ())}

    def astray(self) -> int:
        """How many triples stand in a graph of the manifest and not in the union, or the other way round."""
        listed = f"GRAPH <{self._manifest}> {{ ?g <{PART_OF}> ?document }}"
        answer = self._rows(
            f"SELECT (COUNT(*) AS ?n) WHERE {{ {{ GRAPH <{self._union}> {{ ?s ?p ?o }} "
            f"FILTER NOT EXISTS {{ GRAPH ?g {{ ?s ?p ?o }} {listed} }} }} UNION {{ {listed} GRAPH ?g {{ ?s ?p ?o }} "
            f"FILTER NOT EXISTS {{ GRAPH <{self._union}> {{ ?s ?p ?o }} }} }} }}"
        )
        ((count,),) = answer.rows
        return int(count.value) if count else 0

    def check(self) -> None:
        """Nothing: the server looks after its files."""

    def backup(self, target: Path) -> None:
        """Write the reports to a file; see `write_quads`."""
        write_quads(self, target)

    def _closed(self, address: str, response: httpx.Response) -> UnusableStore:
        return UnusableStore(
            f"The server takes nothing at {address}: status {response.status_code}. No report was changed.",
            where=self.address,
            expected="where it takes SPARQL Update, and graphs by the Graph Store Protocol.",
            remedy=f"Set {UPDATE} and {GRAPHS} to these addresses. One that only reads, as `rapporteur serve` does, is "
            "given reports where its store is: name that folder.",
        )

    def _strange(self, response: httpx.Response, expected: str) -> UnusableStore:
        return UnusableStore(
            f"The server answers {response.status_code}: {_said(response)}",
            where=self.address,
            expected=f"{expected}.",
            remedy="Look into the server's own log; run the same command again once it is well.",
        )


def _is_answer(response: httpx.Response) -> bool:
    """Whether it is the right answer to the probe."""
    try:
        return [[term and term.value for term in row] for row in read_answer(response.content).rows] == [["1"]]
    except (ValueError, KeyError, TypeError):
        return False


def _said(response: httpx.Response) -> str:
    """The first words of a response, on one line."""
    return " ".join(response.text[:600].split())[:300] or response.reason_phrase
