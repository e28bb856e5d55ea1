"""Numbered recommendations: is each number one unit, with its words, its operator and those who made it?"""

from __future__ import annotations

import pytest
from review_rows import CHAPEAU, HEAD, codes, linked, made, opened, review, who

from rapporteur.model import ConceptRef, Grade, PartKind, PartRef, UnitRef


@pytest.mark.parametrize(
    ("words", "who", "text"),
    [
        ("Light the reefs (Spain);", "ESP", "Light the reefs"),
        ("Light the reefs (Spain, Portugal);", "ESP PRT", "Light the reefs"),
        ("Light the reefs (France) (Lithuania);", "FRA LTU", "Light the reefs"),
        ("Light the reefs (Bolivia (Plurinational State of));", "BOL", "Light the reefs"),
        ("Light the reefs (Plurinational State of Bolivia)", "BOL", "Light the reefs"),
        (
            "Light the reefs (Senegal, Sierra Leone, Venezuela (Bolivarian Republic of)).",
            "SEN SLE VEN",
            "Light the reefs",
        ),
        ("Light the reefs (Islamic Republic of Iran);", "IRN", "Light the reefs"),
        ("Light the reefs (Spain), (Chile) and (Peru);", "ESP CHL PER", "Light the reefs"),
        ("Light the reefs (Spain & Chile);", "ESP CHL", "Light the reefs"),
        ("Light the reefs (Russian Federation).", "RUS", "Light the reefs"),
        ("Light the reefs (Holy See, State of Palestine);", "VAT PSE", "Light the reefs"),
        ("Light the reefs (Norway, on behalf of the Nordic countries);", "NOR", "Light the reefs"),
        ("Ratify the Reef Protocol (No. 29) (Spain);", "ESP", "Ratify the Reef Protocol (No. 29)"),
        ("Join the accord (ICRMW) (Spain);", "ESP", "Join the accord (ICRMW)"),
        ("Light lamps (of any kind) on reefs (Spain);", "ESP", "Light lamps (of any kind) on reefs"),
        ("Work with a neighbour (Chile) on lamps (Peru);", "PER", "Work with a neighbour (Chile) on lamps"),
        ("Light the reefs (netherlands);", "NLD", "Light the reefs"),
        (
            "To study joining (Chile)/join (Peru) the accord (Chile, Peru) and its annex (Cuba);",
            "CHL PER CUB",
            "To study joining (Chile)/join (Peru) the accord (Chile, Peru) and its annex",
        ),
        ("Light the reefs (Spein) (Chile);", "ESP CHL", "Light the reefs"),
        ("Light the reefs (Bolivia (Plurinational State of);", "BOL", "Light the reefs"),
    ],
)
def test_who_made_a_recommendation(words: str, who: str, text: str) -> None:
    """Are all those in the closing brackets its makers, and nothing inside the text?"""
    assert made(f"6.1 {words}") == [("6.1", who, text)]


@pytest.mark.parametrize("end", [".", ":", ", which will answer in time. Its answer will be in the outcome report."])
def test_a_list_that_counts_anew_under_each_chapeau(end: str) -> None:
    """Has each recommendation of a list numbered from 1 its paragraph's number before its own, and its own makers?"""
    text = (
        f"{HEAD}II. Conclusions and/or recommendations\n\n"
        f"6. The following recommendations were made to Kiribati{end}\n\n"
        "1. To light the reefs (Spain, Chile);\n\n2. Mark the wrecks (Peru); count them (Cuba).\n\n"
        f"7. The following recommendations will be examined by Kiribati{end}\n\n"
        "1. Consider joining the accord (Fiji).\n\n"
        "8. All recommendations reflect the position of those who made them.\n"
    )
    found = linked(text, "invented.txt")
    units = [(u.ref.number, codes(u.recommended_by), u.text) for u in found.recommendations]
    assert units == [
        ("6.1", "ESP CHL", "To light the reefs"),
        ("6.2", "PER CUB", "Mark the wrecks; count them"),
        ("7.1", "FJI", "Consider joining the accord"),
    ]
    assert not [line for line in found.unread if "paragraph" in line]


def test_names_broken_over_lines_and_pages() -> None:
    """Is a name read whole where a line or a page breaks it?"""
    text = (
        f"{HEAD}II. Conclusions and/or recommendations\n\n"
        "      6. The recommendations listed below will be examined by Kiribati:\n"
        "           6.1     Light every reef of the north and of the south (United Kingdom of\n"
        "           Great Britain and Northern Ireland);\n"
        "           6.2     Mark every wreck of the north and of the south (Bolivia (Plurinational\n"
        "           State of));\n"
    )
    found = linked(text, "invented.txt")
    assert [(u.ref.number, codes(u.recommended_by)) for u in found.recommendations] == [("6.1", "GBR"), ("6.2", "BOL")]


def test_several_texts_under_one_number() -> None:
    """Has each text under one number its own makers, and the number all of them?"""
    unit = review("6.1 Join the accord (Spain) (Chile); Consider joining the accord (Peru);").recommendations[0]
    assert codes(unit.recommended_by) == "ESP CHL PER"
    assert unit.text == "Join the accord; Consider joining the accord"
    assert [(w.ref, w.text, codes(w.recommended_by)) for w in unit.wordings] == [
        (UnitRef("6.1", 1), "Join the accord", "ESP CHL"),
        (UnitRef("6.1", 2), "Consider joining the accord", "PER"),
    ]


def test_each_maker_has_a_link_that_quotes_the_name() -> None:
    """Does every maker stand on its printed name, from the number and from its own text?"""
    links = [
        (link.source, who(link.target), link.quote)
        for link in review("6.1 Join the accord (Spain); join it soon (Peru)").links
        if link.property == "recommendedBy"
    ]
    assert sorted(links, key=str) == [
        (UnitRef("6.1", 0), "ESP", "Spain"),
        (UnitRef("6.1", 0), "PER", "Peru"),
        (UnitRef("6.1", 1), "ESP", "Spain"),
        (UnitRef("6.1", 2), "PER", "Peru"),
    ]


def test_a_text_of_one_wording_has_no_wordings() -> None:
    """Is a number with one text one resource, not two?"""
    assert review("6.1 Join the accord (Spain);").recommendations[0].wordings == ()


def test_makers_are_no_mentions() -> None:
    """Are those who made it left out of what it mentions, and those it speaks of kept?"""
    found = review("6.1 Light the reefs towards Fiji (Spain);")
    named = {(link.source, who(link.target)) for link in found.links if link.property == "mentions"}
    assert (UnitRef("6.1"), "FJI") in named
    assert not [pair for pair in named if pair[1] == "ESP"]


def test_nobody_named_is_said() -> None:
    """Does a number without brackets, or with an unknown name in them, stay open aloud?"""
    found = review("6.1 Light the reefs;", "6.2 Mark the wrecks (Ruritania);", "6.3 Close the port (Spain);")
    assert [codes(u.recommended_by) for u in found.recommendations] == ["", "", "ESP"]
    assert opened(found, "recommender") == [("Light the reefs", "no-candidate"), ("Ruritania", "no-candidate")]


@pytest.mark.parametrize(
    ("words", "norm", "strength", "actions"),
    [
        ("Ratify the accord", "ratify", "recommend", ("ratify",)),
        ("Continue its efforts to light reefs", "continue", "recommend", ("continue efforts to light",)),
        ("Continue to light reefs", "continue to", "recommend", ("light",)),
        ("Consider ratifying the accord", "consider", "consider", ("ratify",)),
        ("Further strengthen the lamps", "strengthen", "recommend", ("strengthen",)),
        ("To establish a buoy office", "establish", "recommend", ("establish",)),
        ("In line with the accord, adopt a law", "adopt", "recommend", ("adopt",)),
        ("Ratification of the accord", "ratification", "recommend", ("ratify",)),
        ("The State should close the port", "should", "should", ("close",)),
    ],
)
def test_what_is_asked_and_how_strongly(words: str, norm: str, strength: str, actions: tuple[str, ...]) -> None:
    """Is a bare imperative a recommendation by its verb, and only "consider" weaker?"""
    unit = review(f"6.1 {words} (Spain);").recommendations[0]
    assert (unit.operator, unit.strength.id, unit.actions) == (norm, strength, actions)


def test_the_state_under_review_is_addressed() -> None:
    """Is the addressee the State under review, on its name in the words over the list?"""
    found = review("6.1 Light the reefs (Spain);")
    unit = found.recommendations[0]
    assert unit.addressees == (ConceptRef("addressee", "state-under-review"),)
    link = next(link for link in found.links if link.property == "addressee")
    assert (link.quote, link.grade) == ("Kiribati", Grade.STRUCTURE)
    assert unit.chapeau == "The recommendations listed below will be examined by Kiribati:"
    assert unit.chapeau_in == PartRef(PartKind.PARAGRAPH, ("6",))
    assert unit.recorded_in == PartRef(PartKind.PARAGRAPH, ("6.1",))


def test_numbers_that_begin_anew_under_each_chapeau() -> None:
    """Are the list items of early reviews units of their paragraph, also where a stroke parts two of them?"""
    found = linked(
        f"{HEAD}## II. Conclusions and/or recommendations\n\n"
        "7. The recommendations listed below enjoy the support of Kiribati:\n\n"
        "1. Consider joining (Turkey) / join (Mexico) the accord on reefs;\n2. Light the reefs (Cuba, Chile).\n\n"
        "8. The following recommendations will be examined by Kiribati:\n\n"
        "1. Ban nets (Peru).\n2. Mark wrecks (Fiji).\n"
    )
    assert [(u.ref.number, codes(u.recommended_by)) for u in found.recommendations] == [
        ("7.1", "TUR MEX"),
        ("7.2", "CUB CHL"),
        ("8.1", "PER"),
        ("8.2", "FJI"),
    ]


def test_a_list_in_a_report_of_no_known_house() -> None:
    """Is such a list read anywhere, and a numbered list of other things left, with prose read as prose beside it?"""
    found = linked(
        "# Report of the Lighthouse Board\n\n## I. Recommendations\n\n60. States should light their reefs.\n\n"
        "61. The following recommendations were made to the keeper:\n\n61.12 Light the lamp (Kenya);\n\n"
        "61.13 Trim the wick (Ruritania);\n\n## II. Purchases\n\n62. The office bought:\n\n62.1 Lamps (in Kenya);\n\n"
        "62.2 Wicks (in Samoa).\n"
    )
    assert found.report.house.style.id == "generic"
    assert [(u.ref.number, codes(u.recommended_by)) for u in found.recommendations] == [
        ("60.1", ""),
        ("61.12", "KEN"),
        ("61.13", ""),
    ]
    assert opened(found, "recommender") == [("Ruritania", "no-candidate")]
    assert opened(found, "addressee") == [("Light", "no-candidate"), ("Trim", "no-candidate")]


def test_what_a_list_leaves_out_is_said() -> None:
    """Does a list that lost numbers, or that was lost wholly, say so?"""
    gap = review("6.1 Light the reefs (Spain);", "6.4 Mark the wrecks (Fiji);")
    assert "paragraph 6: of its list the numbers 6.2, 6.3 were not found" in gap.unread
    lost = linked(f"{HEAD}## II. Conclusions and/or recommendations\n\n{CHAPEAU}")
    assert lost.unread == ("paragraph 6: The recommendations listed below will be examined by Kiribati:",)


def test_a_reply_holds_no_recommendations() -> None:
    """Are the numbers in a State's reply left alone, which answers recommendations and makes none?"""
    found = linked(
        f"{HEAD}Addendum\n\n## Accepted recommendations\n\n3. The Government accepts recommendations 6.1 and 6.2.\n\n"
        "6.1 The reefs are lit (see the law).\n\n6.2 The wrecks are marked.\n"
    )
    assert found.recommendations == ()


def test_a_report_outside_the_theme_scheme_gets_no_themes_and_is_told_so() -> None:
    """Does a review get no theme of trafficking, and say why, while a report on trafficking gets its themes?"""
    outside = review("6.1 Train the pilots (Spain);")
    assert not [link for link in outside.links if link.property == "theme"]
    assert [line for line in outside.unread if line.startswith("themes:")]
    inside = linked(
        "## Report of the Working Group on Trafficking in Persons\n\n### I. Recommendations\n\n"
        "5. States should train pilots.\n"
    )
    assert [link for link in inside.links if link.property == "theme"]
    assert not inside.unread
