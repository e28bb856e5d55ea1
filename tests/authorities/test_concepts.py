"""The concept schemes, the themes and what they are matched to."""

from __future__ import annotations

import re
from collections import Counter

from rapporteur.authorities import load_authorities

BOOKS = load_authorities()
SCHEMES = {
    "capacity": 20,
    "strength": 15,
    "addressee": 8,
    "grade": 4,
    "because": 5,
    "origin": 2,
    "kind": 6,
    "role": 11,
}
ROLES = {"chair", "panellist", "speaker"}


def test_each_scheme_has_the_concepts_of_the_contract() -> None:
    """Is every scheme whole, and has every concept a label and a definition of its own?"""
    assert Counter(scheme for scheme, _ in BOOKS.concepts) == SCHEMES
    definitions = [concept.definition for concept in BOOKS.concepts.values()]
    assert all(definitions) and len(set(definitions)) == len(definitions)
    assert all(concept.label for concept in BOOKS.concepts.values())
    assert {id for scheme, id in BOOKS.concepts if scheme == "role"} > ROLES


def test_strengths_are_ranked_and_the_narrow_ones_keep_the_rank_of_the_broad() -> None:
    """Does a rank order all strengths, from permission to decision?"""
    strengths = {id: concept for (scheme, id), concept in BOOKS.concepts.items() if scheme == "strength"}
    narrow = {id for id, concept in strengths.items() if concept.broader}
    assert narrow == {"should-continue", "should-endeavour", "should-acknowledge", "should-reaffirmed"}
    assert {strengths[id].broader for id in narrow} == {"should"}
    assert {strengths[id].rank for id in narrow} == {strengths["should"].rank}
    ranks = [concept.rank for id, concept in strengths.items() if id not in narrow]
    assert sorted(ranks, key=lambda rank: rank or 0) == list(range(1, 12))
    order = sorted(strengths, key=lambda id: strengths[id].rank or 0)
    assert (order[0], order[-1]) == ("may", "decide")


def test_addressees_that_are_bodies_point_to_them() -> None:
    """Which addressees have a body for their focus, and does it exist?"""
    focus = {id: c.focus for (scheme, id), c in BOOKS.concepts.items() if scheme == "addressee" and c.focus}
    assert focus == {"conference": "ctoc-cop", "secretariat": "secretariat", "unodc": "unodc"}
    assert set(focus.values()) <= set(BOOKS.organizations)


def test_the_theme_scheme_is_whole() -> None:
    """Are there 8 grouping themes on top and 40 usable ones below them, all defined?"""
    grouping = {id for id, theme in BOOKS.themes.items() if theme.grouping}
    assert (len(BOOKS.themes), len(grouping)) == (48, 8)
    for theme in BOOKS.themes.values():
        assert theme.scope_note and not re.search(r"\bpara|\bchapter\b", theme.scope_note)
        assert theme.grouping == (theme.broader == "")
        assert theme.broader == "" or theme.broader in BOOKS.themes


def test_matches_have_the_form_of_their_scheme() -> None:
    """Is each outside address in the current form, with a SKOS relation and the label it has there?"""
    forms = {"unbis": r"http://metadata\.un\.org/thesaurus/\d{7}", "eurovoc": r"http://eurovoc\.europa\.eu/\d+"}
    matches = [match for theme in BOOKS.themes.values() for match in theme.matches]
    assert len(matches) == 53
    for match in matches:
        assert re.fullmatch(forms[match.scheme], match.uri)
        assert match.relation in {"exactMatch", "closeMatch", "broadMatch", "narrowMatch"}
        assert match.label


def test_an_exact_match_joins_true_equals_only() -> None:
    """Is an exact match one a scheme for a theme, and no outside concept that of two themes?"""
    matches = [(theme.id, match) for theme in BOOKS.themes.values() for match in theme.matches]
    exact = [(id, match) for id, match in matches if match.relation == "exactMatch"]
    assert exact
    assert max(Counter((id, match.scheme) for id, match in exact).values()) == 1
    assert max(Counter(match.uri for _, match in exact).values()) == 1


def test_trafficking_is_the_match_of_no_theme() -> None:
    """Does the UNBIS concept that holds trafficking and smuggling together merge nothing here?"""
    for theme in BOOKS.themes.values():
        assert "http://metadata.un.org/thesaurus/1006622" not in {match.uri for match in theme.matches}
