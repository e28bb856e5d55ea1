"""A person's own link beside the program's: is it counted as a link, and not as one that was made automatically?"""

from __future__ import annotations

import pyoxigraph
from rdflib import Graph

from rapporteur.query import ask, find_query
from rapporteur.query.parameters import bind, terms_of

ID = "https://w3id.org/rapporteur/id/"
LINKS = f"""
@prefix rap: <https://w3id.org/rapporteur/ontology#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@base <{ID}> .
<grade/explicit> rdfs:label "explicit"@en .
<document/X/1> a rap:Report .
<document/X/1/paragraph/4> rap:inDocument <document/X/1> .
<document/X/1/link/1> a rap:Link ; rap:source <document/X/1/paragraph/4> ; rap:property rap:cites ;
    rap:grade <grade/explicit> ; rap:origin <origin/automatic> .
<document/X/1/link/2> a rap:Link ; rap:source <document/X/1/paragraph/4> ; rap:property rap:cites ;
    rap:grade <grade/explicit> ; rap:origin <origin/automatic> .
<urn:x:mine> a rap:Link ; rap:source <document/X/1/paragraph/4> ; rap:property rap:cites ;
    rap:grade <grade/explicit> ; rap:origin <origin/human> .
"""


def test_a_persons_link_is_no_automatic_one() -> None:
    """Of three links, one made by a person, are two automatic, whichever engine answers?"""
    graph = Graph().parse(data=LINKS, format="turtle")
    assert ask(graph, "links-by-grade").rows == (("cites", "explicit", 3, 2),)
    store = pyoxigraph.Store()
    store.load(LINKS.encode(), format=pyoxigraph.RdfFormat.TURTLE)
    query = find_query("links-by-grade")
    (row,) = store.query(bind(query, terms_of(query, {}, graph)))
    assert [row[name].value for name in ("property", "links", "automatic")] == ["cites", "3", "2"]
