"""The tables of organizations and of treaties with their articles."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter

import pytest

from rapporteur.authorities import load_authorities
from rapporteur.model import InstrumentRef, OrganizationRef

BOOKS = load_authorities()
ARTICLES = {"untoc": 41, "tip-protocol": 20, "som-protocol": 25, "firearms-protocol": 21}


def _slug(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub("[^a-z0-9]+", "-", plain).strip("-")


def test_the_usual_attendants_are_there() -> None:
    """How many organizations of each kind does the table hold?"""
    kinds = Counter(organization.kind for organization in BOOKS.organizations.values())
    assert kinds == {
        "un": 93,
        "treaty-body": 34,
        "intergovernmental": 113,
        "non-governmental": 33,
        "other-entity": 7,
        "group": 17,
    }


def test_an_organization_is_well_formed() -> None:
    """Has each a kind of the scheme, a parent that exists, a source, and its acronym, else its slug, as id?"""
    by_code = {"ctoc-cop-bureau", "ctoc-cop-wg-4", "fccc-cop"}
    for id, organization in BOOKS.organizations.items():
        assert organization.ref == OrganizationRef(id)
        assert ("kind", organization.kind) in BOOKS.concepts
        assert organization.parent == "" or organization.parent in BOOKS.organizations
        assert organization.source
        assert id in by_code or id == _slug(organization.acronym or organization.label)


def test_a_full_name_or_acronym_is_that_of_one_organization() -> None:
    """Does every name that links anywhere mean one organization, and no State or treaty?"""
    names = list(BOOKS.organization_names())
    assert len(names) > 480
    for label, ref in names:
        assert BOOKS.organizations_named(label) == (ref,), label
        assert not BOOKS.states_named(label), label
        assert not BOOKS.instruments_named(label), label


@pytest.mark.parametrize(
    ("id", "name"),
    [
        ("unodc", "the United Nations Office on Drugs and Crime"),
        ("unodc", "UNODC"),
        ("unicef", "United Nations Children’s Fund"),
        ("icat", "Inter-Agency Cooperation Group against Trafficking in Persons"),
        ("icat", "Inter-Agency Coordination Group against Trafficking in Persons"),
        ("interpol", "International Criminal Police Organization"),
        ("osce", "Organization for Security and Co-operation in Europe"),
        ("aalco", "Asian-African Legal Consultative Committee"),
        ("smom", "Sovereign Military Order of Malta"),
        ("un-women", "UN-Women"),
        ("ctoc-cop-wg-4", "Working Group on Trafficking in Persons"),
        ("working-group-on-the-smuggling-of-migrants", "Working Group on the Smuggling of Migrants"),
        ("grulac", "Group of Latin American and Caribbean States"),
        ("grulac", "Latin American and Caribbean Group"),
        ("weog", "Western European and other States"),
        ("african-group", "Group of African States"),
        ("independent-association-for-latin-america-and-the-caribbean", "AILAC"),
        ("gcc", "Cooperation Council for the Arab States of the Gulf"),
        ("cac-cosp", "Conference of the States Parties to the United Nations Convention against Corruption"),
    ],
)
def test_a_body_is_found_by_its_names(id: str, name: str) -> None:
    """Do full names, acronyms, former and variant names lead to the body?"""
    assert BOOKS.organizations_named(name) == (OrganizationRef(id),)


@pytest.mark.parametrize(
    ("symbol", "short", "id"),
    [
        ("CTOC/COP/WG.4/2010/6", "Conference", "ctoc-cop"),
        ("CTOC/COP/WG.4/2010/6", "Working Group", "ctoc-cop-wg-4"),
        ("CTOC/COP/WG.4/2010/6", "Bureau", "ctoc-cop-bureau"),
        ("CTOC/COP/WG.4/2010/6", "Secretariat", "secretariat"),
        ("CTOC/COP/WG.4/2010/6", "Office", "unodc"),
        ("CTOC/COP/2008/19", "Working Group", None),
        ("CAC/COSP/2009/15", "Conference", "cac-cosp"),
        ("FCCC/SBI/2019/20", "COP", "fccc-cop"),
        ("A/HRC/43/15", "Council", "hrc"),
        ("A/HRC/43/15", "Conference", None),
        ("CTOCX/1", "Conference", None),
    ],
)
def test_a_short_name_belongs_to_its_family(symbol: str, short: str, id: str | None) -> None:
    """Does "the Conference" mean the body of the report's own family, and nothing in another's?"""
    if short != "Secretariat":  # of the United Nations: its own full name, and in any report
        assert not BOOKS.organizations_named(short)
    found = BOOKS.short_names_in(symbol).get(short)
    assert found == (OrganizationRef(id) if id else None)


@pytest.mark.parametrize(("id", "count"), ARTICLES.items())
def test_the_four_treaties_have_every_article(id: str, count: int) -> None:
    """Are the articles numbered from 1 to the last without a gap, each with its title?"""
    provisions = BOOKS.instruments[id].provisions
    assert list(provisions) == [str(number) for number in range(1, count + 1)]
    assert all(provisions.values())


def test_a_treaty_is_well_formed() -> None:
    """Has each a source, a parent and body that exist, a unit, and a reference of the form volume/number?"""
    assert len(BOOKS.instruments) == 37
    for id, instrument in BOOKS.instruments.items():
        assert instrument.ref == InstrumentRef(id)
        assert instrument.unit in {"article", "rule"}
        assert instrument.parent == "" or instrument.parent in BOOKS.instruments
        assert instrument.body == "" or instrument.body in BOOKS.organizations
        assert instrument.unts == "" or re.fullmatch(r"\d+/\d+", instrument.unts)
        assert instrument.source
        assert not instrument.provisions or id in ARTICLES


@pytest.mark.parametrize(
    ("id", "name"),
    [
        ("untoc", "the Organized Crime Convention"),
        ("tip-protocol", "Trafficking in Persons Protocol"),
        ("tip-protocol", "Trafficking Protocol"),
        ("som-protocol", "Protocol against the Smuggling of Migrants by Land, Sea and Air"),
        ("firearms-protocol", "Firearms Protocol"),
        ("ctoc-cop-rules-of-procedure", "rules of procedure for the Conference"),
        ("crc", "Convention on the Rights of the Child"),
    ],
)
def test_a_treaty_is_found_by_its_titles(id: str, name: str) -> None:
    """Do full and settled short titles lead to the treaty?"""
    assert BOOKS.instruments_named(name) == (InstrumentRef(id),)


def test_a_bare_noun_names_no_treaty() -> None:
    """Is "the Convention" left to the context?"""
    for instrument in BOOKS.instruments.values():
        assert BOOKS.instruments_named(instrument.generic) == ()


def test_every_title_is_that_of_one_treaty() -> None:
    """Does no title stand for two treaties?"""
    for label, ref in BOOKS.instrument_names():
        assert BOOKS.instruments_named(label) == (ref,)
