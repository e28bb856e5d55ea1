"""Who bore this name on this day? States by name and date."""

from __future__ import annotations

from datetime import date

import pytest

from rapporteur.authorities import load_authorities
from rapporteur.model import StateRef

BOOKS = load_authorities()
DAYS = [None, *(date(year, 2, 17) for year in (1946, 1961, 1968, 1975, 1980, 1988, 1991, 1995, 2004, 2010, 2016, 2024))]


@pytest.mark.parametrize("day", DAYS, ids=str)
def test_a_name_is_readable_as_one_state_only(day: date | None) -> None:
    """Does every name of a State, on every day looked at, mean that State and no other?"""
    names = list(BOOKS.state_names())
    assert len(names) > 440
    for label, ref in names:
        assert BOOKS.states_named(label, day) == (ref,), label


@pytest.mark.parametrize(
    ("code", "name", "day"),
    [
        ("CPV", "Cape Verde", date(2010, 1, 27)),
        ("CPV", "Cape Verde", date(2020, 1, 1)),
        ("CPV", "Cabo Verde", date(2020, 1, 1)),
        ("LBY", "Libyan Arab Jamahiriya", date(2010, 1, 27)),
        ("TUR", "Turkey", date(2010, 1, 27)),
        ("TUR", "Turkey", date(2023, 1, 1)),
        ("SWZ", "Swaziland", date(2010, 1, 27)),
        ("MKD", "the former Yugoslav Republic of Macedonia", date(2010, 1, 27)),
        ("CZE", "Czech Republic", date(2010, 1, 27)),
        ("BOL", "Bolivia", date(2000, 1, 1)),
        ("COD", "Zaire", date(1990, 1, 1)),
        ("COD", "Congo (Leopoldville)", date(1961, 4, 18)),
        ("COG", "Congo", date(1990, 1, 1)),
        ("BFA", "Upper Volta", date(1980, 1, 1)),
        ("BEN", "Dahomey", date(1970, 1, 1)),
        ("LKA", "Ceylon", date(1961, 4, 18)),
        ("MMR", "Burma", date(1961, 4, 18)),
        ("MYS", "Federation of Malaya", date(1961, 4, 18)),
        ("BLR", "Byelorussian Soviet Socialist Republic", date(1961, 4, 18)),
        ("PSE", "Palestine", date(2010, 1, 27)),
        ("IRN", "Iran (Islamic Republic of)", date(2010, 1, 27)),
        ("IRN", "the Islamic Republic of Iran", date(2010, 1, 27)),
        ("VEN", "the Bolivarian Republic of Venezuela", date(2010, 1, 27)),
        ("USA", "United States", date(2010, 1, 27)),
        ("GBR", "the United Kingdom", date(2010, 1, 27)),
        ("SDN", "the Sudan", date(2010, 1, 27)),
        ("CIV", "Côte d’Ivoire", date(2010, 1, 27)),
        ("CIV", "Cote d'Ivoire", date(2010, 1, 27)),
        ("VNM", "Viet Nam", date(2010, 1, 27)),
        ("GNB", "Guinea Bissau", date(2010, 1, 27)),
        ("KOR", "Republic of Korea", date(1961, 4, 18)),
        ("DEU", "Federal Republic of Germany", date(1961, 4, 18)),
        ("RUS", "Russian Federation", date(2010, 1, 27)),
        ("SWZ", "Swaziland", date(2013, 1, 1)),
        ("SWZ", "Eswatini", date(2019, 1, 1)),
        ("COG", "Congo (Brazzaville)", date(1961, 4, 18)),
        ("COG", "Congo (Republic of)", date(2015, 1, 1)),
        ("COG", "Congo, Republic of the", date(2015, 1, 1)),
        ("COG", "Republic of Congo", date(2015, 1, 1)),
        ("COD", "Democratic Republic of Congo", date(2015, 1, 1)),
        ("COD", "Congo, Democratic Republic of the", date(2015, 1, 1)),
        ("KOR", "Korea, Republic of", date(2015, 1, 1)),
        ("PRK", "Korea, Democratic People’s Republic of", date(2015, 1, 1)),
        ("VEN", "Venezuela, Bolivarian Republic of", date(2015, 1, 1)),
        ("BOL", "the Plurinational State of Bolivia", date(2015, 1, 1)),
        ("DEU", "Germany, Federal Republic of", date(1980, 1, 1)),
        ("UKR", "Ukrainian SSR", date(1961, 4, 18)),
        ("KHM", "Democratic Kampuchea", date(1980, 1, 1)),
        ("LCA", "St. Lucia", date(2015, 1, 1)),
        ("TLS", "Timor Leste", date(2015, 1, 1)),
        ("TUR", "Republic of Turkiye", date(2024, 1, 1)),
        ("TTO", "Trinidad & Tobago", date(2024, 1, 1)),
        ("MKD", "Macedonia", date(2012, 1, 1)),
        ("LAO", "Lao People’s Democratic Republic", date(2010, 1, 27)),
    ],
)
def test_a_name_means_the_state_that_bears_it(code: str, name: str, day: date) -> None:
    """Are former, running, inverted and typographic forms those of one and the same State?"""
    assert BOOKS.states_named(name, day) == (StateRef(code),)


@pytest.mark.parametrize(
    ("code", "name", "successors"),
    [
        ("CSHH", "Czechoslovakia", {"CZE", "SVK"}),
        ("SUHH", "Union of Soviet Socialist Republics", {"RUS"}),
        ("YUCS", "Yugoslavia", {"SRB", "MNE", "HRV"}),
        ("CSXX", "Serbia and Montenegro", {"SRB", "MNE"}),
        ("DDDE", "German Democratic Republic", {"DEU"}),
        ("united-arab-republic", "United Arab Republic", {"EGY", "SYR"}),
        ("republic-of-viet-nam", "Republic of Viet Nam", {"VNM"}),
        ("YDYE", "Democratic Yemen", {"YEM"}),
        ("federation-of-rhodesia-and-nyasaland", "Federation of Rhodesia and Nyasaland", {"ZWE", "ZMB", "MWI"}),
    ],
)
def test_a_former_state_is_never_its_successor(code: str, name: str, successors: set[str]) -> None:
    """Does the name of a State that is no more mean that State, in its time and after?"""
    for day in DAYS:
        named = {ref.code for ref in BOOKS.states_named(name, day)}
        assert named == {code}
        assert not named & successors


@pytest.mark.parametrize("name", ["Ruritania", "Korea", "turkey", "Sovereign Military Order of Malta", "Aruba", ""])
def test_what_names_no_state_gives_none(name: str) -> None:
    """Do unknown names, lower case, other bodies and areas give nothing?"""
    assert BOOKS.states_named(name) == ()


@pytest.mark.parametrize(
    ("name", "codes"),
    [
        ("Guatamala", {"GTM"}),
        ("Tunesia", {"TUN"}),
        ("Phillipines", set()),
        ("Kazahkstan", {"KAZ"}),
        ("Nigeri", {"NER", "NGA"}),
        ("Austrlia", {"AUS", "AUT"}),
        ("Slovekia", {"SVK", "SVN"}),
        ("Slovnia", {"SVN"}),
        ("Australia", set()),
        ("Irak", {"IRN", "IRQ"}),
        ("Uk", set()),
    ],
)
def test_a_slip_of_the_pen_is_similar_to_one_name(name: str, codes: set[str]) -> None:
    """Is a name one letter off found with all its rivals, and a right, short or farther one not?"""
    assert {ref.code for ref in BOOKS.similar_states(name, date(2010, 1, 27))} == codes


def test_a_name_given_up_is_similar_to_nothing_later() -> None:
    """Is a misspelt name only held against the names of its day?"""
    assert BOOKS.similar_states("Swazilant", date(2010, 1, 1)) == (StateRef("SWZ"),)
    assert BOOKS.similar_states("Swazilant", date(2024, 1, 1)) == ()


def test_areas_shadow_and_are_not_linked() -> None:
    """Do names such as "American Samoa" stand ready to hold the State name inside them, without being linked?"""
    areas = dict(BOOKS.area_names())
    assert len(areas) >= 52
    for name in ("American Samoa", "French Guiana", "South Georgia and the South Sandwich Islands"):
        assert name in areas
        assert BOOKS.states_named(name) == ()
