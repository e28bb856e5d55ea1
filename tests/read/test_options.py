"""Drafts under negotiation: options, words in square brackets, and the chapters behind a preamble."""

from __future__ import annotations

import pytest

from rapporteur.patterns.styles import choose_style
from rapporteur.read import report_from_text

DRAFT = """{title}
Lamps of the coasts
The Conference of the Keepers,
Recalling decision 2/CMA.93 and its annex,
	Also recalling decision 6/CMA.94 and its annexes,
    I. Scope of the lamps
{first}
        1. Decides that a lamp is a light of the coast;
{second}
        2. Recalls that a lamp is:
              (a) A light;
              (b) A fire;
        3. [[Decides][Clarifies] that lamps are lit;]
{third}
    II. [Further guidance on reefs] [Additional words on reefs]
{first}
        4. [Decides][Requests] that keepers report on their reefs;
{second}
        7. Decides that keepers meet;
    III. Nets
        A. Sale of nets
        8. Reaffirms that nets are sold.
"""
OPTIONS = [
    ("Option 1", "Option 2", "Option 3: {No text required}"),
    ("Option A: {Lamps of keepers}", "Option B: {Lamps of ports}", "Option C: [no decision]"),
    ("ALTERNATIVE I", "ALTERNATIVE II", "ALTERNATIVE III – nothing"),
]


@pytest.mark.parametrize("options", OPTIONS)
def test_chapters_and_options(options: tuple[str, str, str]) -> None:
    """Does each option part the paragraphs, and is the first chapter one behind a comma?"""
    first, second, third = options
    text = DRAFT.format(title="Draft decision -/CMA.96", first=first, second=second, third=third)
    report = report_from_text(text, "x.txt")
    titles = {section.path: section.title.text for section in report.sections if section.path != "text"}
    second_title = "[Further guidance on reefs] [Additional words on reefs]"
    assert [*titles.values()] == [
        *("Scope of the lamps", first, second, third),
        *(second_title, first, second, "Nets", "Sale of nets"),
    ]
    assert [path for path in titles if "/" not in path] == ["I", "II", "III", "III.A"]
    assert [(p.number, titles[p.section]) for p in report.paragraphs] == [
        *(("1", first), ("2", second), ("3", second), ("4", first), ("7", second), ("8", "Sale of nets")),
    ]


@pytest.mark.parametrize(
    "words", ["Option 1: light the lamps.\nOption 2: sell them.", "Option 1: light\nOption 2: sell"]
)
def test_a_list_of_options_is_no_outline(words: str) -> None:
    """Do options that a paragraph lists stay in it?"""
    text = f"Report of the Board\n\nI. Lamps\n\n1. The Board discussed the following:\n{words}\n\n2. It rose.\n"
    report = report_from_text(text, "x.txt")
    assert [section.path for section in report.sections] == ["I"]
    assert [p.number for p in report.paragraphs] == ["1", "2"]


@pytest.mark.parametrize(
    ("title", "style"),
    [
        ("Draft decision -/CMA.96", "climate-body"),
        ("Draft decision –/CP.98", "climate-body"),
        ("Draft decision [X]/CMP.91", "climate-body"),
        ("Draft decision -/COP.96", "generic"),
        ("Draft decision on lamps", "generic"),
    ],
)
def test_the_house_of_a_draft_decision(title: str, style: str) -> None:
    """Is the house told by the symbol of a decision that has no number yet?"""
    text = DRAFT.format(title=title, first="Option 1", second="Option 2", third="Option 3").replace("CMA.9", "L.9")
    assert choose_style(text.replace(text.splitlines()[0], title, 1)).style.id == style


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("[Decides][Requests] that keepers report", "[Decides][Requests]"),
        ("[[Notes] / [Welcomes] the lamps of the coast]", "[[Notes] / [Welcomes]"),
        ("[Also requests that] keepers report", "[Also requests that]"),
        ("[The keepers] reported on [lamps][nets]", ""),
        ("Decides that [keepers][ports] report", ""),
    ],
)
def test_words_to_choose_from(words: str, said: str) -> None:
    """Is it said, once a text, that paragraphs open with verbs to choose from?"""
    text = f"Report of the Board\n\nI. Lamps\n\n1. It met.\n\n2. {words}.\n\n3. {words} anew.\n"
    found = [f.seen for f in report_from_text(text, "x.txt").findings if f.code == "words-to-choose"]
    assert len(found) == (1 if said else 0)
    assert not said or (f"as “{said}”" in found[0] and found[0].startswith("Paragraphs 2, 3 open with"))
