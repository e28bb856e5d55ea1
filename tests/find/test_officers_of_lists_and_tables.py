"""Officers in lists and tables, States in an office or on a committee: who has which role, and what is said?"""

from __future__ import annotations

import pytest

from rapporteur import find_mentions
from rapporteur.authorities import load_authorities
from rapporteur.link.actors import link_actors
from rapporteur.model.actors import ActorMentions
from rapporteur.read import report_from_text

TITLE = "# Report of the Lighthouse Board on its ninth session, Lisbon, 3 to 9 June 2031\n\n"
FRONT = f"{TITLE}## I. Debate\n\n1. "


def read(text: str) -> tuple[set[tuple[str, str, str]], ActorMentions]:
    """Who took part, as what and for which State; and what was found."""
    report = report_from_text(text, "x.md")
    found = find_mentions(report).actors
    rows = {
        (one.name_as_written, one.role.id if one.role else "", getattr(one.representing, "code", ""))
        for one in link_actors(report, found, load_authorities()).participations
    }
    return rows, found


TWO = {("Ada Zedd", "vice-chair", "PER"), ("Bo Lind", "vice-chair", "TCD")}
ROWS = [
    ("The Board elected Ada Zedd (Peru) and Bo Lind (Chad) Vice-Presidents.", TWO),
    (
        "The Board elected Ada Zedd (Peru), Bo Lind (Chad) Vice-Chairs and Mia Bar (Norway) Rapporteur.",
        {*TWO, ("Mia Bar", "rapporteur", "NOR")},
    ),
    (
        "The Board elected Ada Zedd (Peru), Mio Bar (Mali) and Bo Lind (Chad) Vice-Chairs, and Mia Bar (Fiji) "
        "Rapporteur.",
        {*TWO, ("Mio Bar", "vice-chair", "MLI"), ("Mia Bar", "rapporteur", "FJI")},
    ),
    (
        "The Board elected Mia Bar (Norway) Chair, Ada Zedd (Peru) and Bo Lind (Chad) Vice-Chairs.",
        {*TWO, ("Mia Bar", "chair", "NOR")},
    ),
    (
        "The Board elected Mia Bar (Norway), Chair of the Reef Fund, and Bo Lind (Chad) Vice-Presidents.",
        {("Bo Lind", "vice-chair", "TCD")},
    ),
    ("The session was opened by Ada Zedd (Peru), outgoing President.", {("Ada Zedd", "chair", "PER")}),
    ("The Board elected Ms. Ada Zedd (Peru) as an alternate.", {("Ada Zedd", "alternate", "PER")}),
    (
        "The Board elected Bo Lind (Chad) as Vice-Chair and Ms. Ada Zedd (Peru) as his alternate.",
        {("Bo Lind", "vice-chair", "TCD"), ("Ada Zedd", "alternate", "PER")},
    ),
    ("Ms. Ada Zedd (Peru) was elected as alternate member of the Bureau.", {("Ada Zedd", "alternate", "PER")}),
    ("It heard that Ada Zedd (Peru) and Bo Lind (Chad) Rapporteurs had left.", {("Bo Lind", "rapporteur", "TCD")}),
    ("Ms. Ada Zedd (Peru) kept the lamp as an alternate route opened.", set()),
    (
        "The Board elected Ada Zedd (Peru) as President and the following as Vice-Presidents: the representatives of "
        "Chad and Mali.",
        {("Ada Zedd", "chair", "PER"), ("Chad", "vice-chair", ""), ("Mali", "vice-chair", "")},
    ),
    (
        "The Board elected the following as Vice-Presidents: the representatives of Chad and Mali.",
        {("Chad", "vice-chair", ""), ("Mali", "vice-chair", "")},
    ),
    (
        "Vice-Presidents: the representatives of Chad and Mali.",
        {("Chad", "vice-chair", ""), ("Mali", "vice-chair", "")},
    ),
    (
        "The Board elected:\n\n| Name | Country | Office |\n|---|---|---|\n"
        "| **H.E. Ms. Ada Zedd** | Peru | President |\n"
        "| Mr. Bo van der Lind | Chad | Vice-President |\n",
        {("Ada Zedd", "chair", "PER"), ("Bo van der Lind", "vice-chair", "TCD")},
    ),
]


@pytest.mark.parametrize(("words", "told"), ROWS, ids=[words[:70] for words, _ in ROWS])
def test_each_officer_has_the_role(words: str, told: set[tuple[str, str, str]]) -> None:
    """Who took part, as what, and for which State?"""
    assert read(f"{FRONT}{words}\n")[0] == told


UNREAD = [
    "Credentials Committee Members: Chad, Mali and Peru",
    "The Credentials Committee was composed of the representatives of Chad, Mali and Peru.",
    "The Board appointed the following States as members of the Credentials Committee: Chad, Mali and Peru.",
    "The Board appointed Chad and Mali as members of the Credentials Committee.",
    "The Board elected its officers:\n\n| Position | Name |\n|---|---|\n| Keeper | Ms. Ada Zedd |\n",
    "The officers of the General Assembly were:\n\n| Position | Name |\n|---|---|\n| Chair | Ms. Ada Zedd |\n",
]


@pytest.mark.parametrize("words", UNREAD, ids=[words[:70] for words in UNREAD])
def test_what_no_role_stands_for_is_said(words: str) -> None:
    """Are States on a committee, and a table that cannot be read, named as unread, and is nobody given a role?"""
    rows, found = read(f"{FRONT}{words}\n")
    assert rows == set()
    assert {one.rule.id for one in found.unread} & {"officers/committee", "table/head"}


def test_persons_on_a_committee_are_not_said_to_be_states() -> None:
    """Does a list of persons with their States stay one of persons?"""
    found = read(f"{FRONT}Credentials Committee Members: Ms. Ada Zedd (Peru) and Mr. Bo Lind (Chad)\n")[1]
    assert "officers/committee" not in {one.rule.id for one in found.unread}


def test_an_officer_in_italics_on_the_cover_is_read() -> None:
    """Is the colon behind the asterisks still the one that opens a list?"""
    text = (
        "# Report of the Lighthouse Board\n\n*Vice-President and Rapporteur*: Ms. Ada Zedd (Peru)\n\n1. Lamps burnt.\n"
    )
    assert read(text)[0] == {("Ada Zedd", "rapporteur", "PER")}
