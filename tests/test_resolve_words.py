"""Do symbols in every spelling, Akoma Ntoso IRIs and citations resolve to one thing and back, and never by a guess?"""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import rapporteur
from rapporteur.authorities import load_authorities
from rapporteur.cli import main
from rapporteur.errors import UnusableInput
from rapporteur.resolving import Resolved, Unresolved, depositary
from rapporteur.resolving.depositary import treaty_address
from rapporteur.resolving.typed import typed

ROOT = "https://w3id.org/rapporteur/id/"
ROOM = Path(depositary.__file__).parent

PLAIN = [
    ("document/A/RES/55/25", "A/RES/55/25"),
    ("document/A/RES/55/25", "  UN Doc. a/res/55/25. "),
    ("document/A/RES/55/25", "A / RES / 55 / 25"),
    ("document/A/RES/55/25", "https://undocs.org/A/RES/55/25"),
    ("document/A/RES/55/25", "https://docs.un.org/en/A/RES/55/25"),
    ("document/A/RES/55/25", "General Assembly resolution 55/25"),
    ("document/A/RES/1450(XIV)", "https://docs.un.org/fr/A/RES/1450%28XIV%29"),
    ("document/S/RES/1325(2000)", "s/res/1325 (2000)"),
    ("document/CTOC/COP/WG.4/2010/6", "ctoc/cop/wg.4/2010/6"),
    ("document/CTOC/COP/WG.4/2010/6", "CTOC-COP-WG.4-2010-6"),
    ("document/E/CN.4/Sub.2/1992/24/Add.1", "e/cn.4/sub.2/1992/24/add.1"),
    ("document/CTOC/COP/WG.4/2009/2/paragraph/17", "paragraph 17 of CTOC/COP/WG.4/2009/2"),
    ("instrument/untoc", "UNTOC"),
    ("instrument/untoc/article/26/paragraph/2", "untoc art. 26 (2)"),
    ("instrument/untoc/article/26/paragraph/2", "article 26, paragraph 2, of the Organized Crime Convention"),
    ("instrument/uncac/article/26/paragraph/2", "art. 26, para. 2, UNCAC"),
    ("instrument/cat/article/26", "article 26 of the Convention against Torture"),
    ("instrument/tip-protocol/article/3/subparagraph/a", "tip-protocol art 3(a)"),
    ("instrument/tip-protocol/article/3/subparagraph/a", "art 3 (a) TIP Protocol"),
    ("instrument/tip-protocol/article/3/subparagraph/a", "the UN TIP Protocol, art. 3 (a)"),
    (
        "instrument/tip-protocol/article/3/subparagraph/a",
        "article 3 (a) trafficking in persons protocol",
    ),
    ("instrument/tip-protocol", "TIP Protocol"),
    ("state/ALB", "Albania"),
    ("organization/unodc", "UNODC"),
    ("organization/unodc", "unodc"),
    ("state/CIV", "cote d'ivoire"),
    ("state/DEU", "allemagne"),
    ("state/RUS", "the russian federation"),
    ("instrument/uncac", "convention against corruption"),
    ("document/A/RES/66/1", "/akn/un/collection/publication/un-ga/2012-01-13/A-RES-66-1"),
    (
        "document/A/RES/66/1",
        "https://x.example/akn/un/collection/publication/un-ga/2012-01-13/A-RES-66-1/eng@2013-12-12",
    ),
    ("document/A/RES/66/1", "/akn/un/collection/publication/un-ga/2012-01-13/A-RES-66-1/eng@2013-12-12/!main"),
]
"""The thing, and the words; the Akoma Ntoso IRIs are examples of the guidelines (Part 1, AKN4UN Naming convention)."""

OPEN = [
    ("the Protocol", "several", 3),
    ("the Convention", "several", 5),
    ("articles 2 and 3 of the Organized Crime Convention", "names several", 2),
    ("article 26", "nothing", 0),
    ("decision 4/4", "Whose decision", 4),
    ("resolution 55/25", "Whose resolution", 2),
    ("UN resolution 1325 (2000)", "Whose resolution", 1),
    ("resolution 2000/27", "Whose resolution", 1),
    ("resolution of 1999", "nothing", 0),
    ("Palermo Protocol", "several", 3),
    ("article 3 of the Palermo Protocol", "several", 3),
    ("bananas", "nothing", 0),
    ("who", "nothing", 0),
    ("and/or", "nothing", 0),
    ("article 26 of UNTOC and a word more", "not understood", 1),
    ("A-S-10-2", "several", 2),
    ("/akn/un/statement/deliberation/un-ga/2015-12-09/70-34", "several", 2),
    ("/akn/un/statement/deliberation/fao-council/2016-05-30/154-1", "series", 0),
]


@pytest.mark.parametrize(("path", "words"), PLAIN)
def test_plain_words_mean_one_thing(path: str, words: str) -> None:
    """Is the thing found, and does its own IRI lead back to the same thing?"""
    found = rapporteur.resolve(words)
    assert isinstance(found, Resolved), found
    assert found.iri == ROOT + path and found.kind == path.partition("/")[0]
    back = rapporteur.resolve(found.iri)
    assert isinstance(back, Resolved) and (back.iri, back.official) == (found.iri, found.official)
    if "/" not in path.partition("/")[2].partition("/paragraph")[0] or found.kind in ("document", "instrument"):
        again = rapporteur.resolve(found.label)
        assert isinstance(again, Resolved) and again.iri == found.iri, again


@pytest.mark.parametrize(("words", "because", "rivals"), OPEN)
def test_what_is_not_plain_is_said(words: str, because: str, rivals: int) -> None:
    """Do words that mean nothing, or several things, give the reason and the rivals instead of a guess?"""
    found = rapporteur.resolve(words)
    assert isinstance(found, Unresolved), found
    assert because in found.because and len(found.rivals) >= rivals
    assert not rivals or all(one.iri.startswith(ROOT) for one in found.rivals)


def test_forms_of_numbers_take_their_examples() -> None:
    """Does each form take its examples and leave its counterexamples, and is every treaty and body known?"""
    books = load_authorities()
    codes = {book.code for book in books.organizations.values()}
    for form in typed()["numbered"]:
        assert form["examples"] and all(re.fullmatch(form["form"], one) for one in form["examples"]), form
        assert not [one for one in form["counterexamples"] if re.fullmatch(form["form"], one)]
        assert set(form["bodies"]) <= codes
    for name in typed()["name"]:
        assert set(name["means"]) <= books.instruments.keys() and name["source"]


def test_a_treaty_leads_to_its_depositary_and_its_provisions_to_the_treaty() -> None:
    """Has a treaty, and any article of it, the page of the Treaty Collection, each number one treaty that is known?"""
    page = "https://treaties.un.org/Pages/ViewDetails.aspx?src=TREATY&mtdsg_no=XVIII-12&chapter=18&clang=_en"
    for words in ("UNTOC", "untoc art. 26 (2)"):
        found = rapporteur.resolve(words)
        assert isinstance(found, Resolved) and found.official == page
    smuggling = rapporteur.resolve("Smuggling of Migrants Protocol")
    assert isinstance(smuggling, Resolved) and smuggling.official == ""
    numbers = tomllib.loads((ROOM / "depositary.toml").read_text("utf-8"))["numbers"]
    assert len(numbers) >= 30 and set(numbers) <= set(load_authorities().instruments)
    assert len(set(numbers.values())) == len(numbers)
    assert "chapter=4&" in treaty_address("crpd") and "chapter=27&" in treaty_address("paris-agreement")


def test_a_document_has_its_official_address_and_number() -> None:
    """Are the address by symbol, and the Akoma Ntoso IRI where its day is known, those of the guidelines?"""
    found = rapporteur.resolve("A/RES/66/1", issued="2012-01-13")
    assert isinstance(found, Resolved)
    assert found.official == "https://docs.un.org/en/A/RES/66/1"
    assert found.akn == "/akn/un/collection/publication/un-ga/2012-01-13/A-RES-66-1"
    other = rapporteur.resolve("CTOC/COP/WG.4/2010/6", issued="2010-02-17")
    assert isinstance(other, Resolved)
    assert (other.akn, other.akn_number) == ("", "CTOC-COP-WG.4-2010-6")  # its actor stands in no guideline


def test_another_base_is_that_of_the_iris() -> None:
    """Are IRIs made under a base of one's own, and taken back from it?"""
    base = "https://data.example/"
    found = rapporteur.resolve("A/RES/55/25", base=base)
    assert isinstance(found, Resolved) and found.iri == f"{base}id/document/A/RES/55/25"
    assert rapporteur.resolve(found.iri, base=base).words == found.iri


@pytest.mark.parametrize("words", ["", "   ", "x" * 501])
def test_no_words_are_refused(words: str) -> None:
    """Is a request without words, or with a whole passage, told what to give?"""
    with pytest.raises(UnusableInput, match="citation"):
        rapporteur.resolve(words)


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=60))
def test_any_text_has_an_answer(words: str) -> None:
    """Does whatever somebody types give a thing or a reason, and never anything else?"""
    if words.split():
        found = rapporteur.resolve(words)
        assert isinstance(found, Resolved | Unresolved)


def test_the_command_tells_it(capsys: pytest.CaptureFixture[str]) -> None:
    """Does the verb show it to people and programs, and leave with 1 where it stays open?"""
    for words, code in ((["a/res/55/25"], 0), (["the", "Protocol"], 1)):
        with pytest.raises(SystemExit) as left:
            main(["resolve", *words, "--json"])
        told = json.loads(capsys.readouterr().out)
        assert left.value.code == code and told["resolved"] is (code == 0)
    with pytest.raises(SystemExit):
        main(["resolve", "A/RES/55/25"])
    assert "https://docs.un.org/en/A/RES/55/25" in capsys.readouterr().out
