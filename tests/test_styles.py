"""House styles: is every one whole, chosen with reasons, and laid over the general patterns as its file says?"""

from __future__ import annotations

from pathlib import Path

import pytest

from rapporteur.errors import UnusableInput
from rapporteur.model import InstrumentRef, Record
from rapporteur.patterns import Pattern, load_patterns, pattern_files
from rapporteur.patterns.styles import Cue, choose_style, cues_of, load_style, overlay, style_ids
from rapporteur.pipeline import link_report
from rapporteur.read import report_from_text

CUES = [(id, cue) for id in style_ids() for cue in cues_of(load_style(id))]
LAID_OVER = [
    (id, load_patterns(table["file"], load_style(id))[table["id"]])
    for id in style_ids()
    for table in overlay(load_style(id)).get("pattern", [])
]

STYLE = """
label = "Reports of the Lighthouse Board"
specimens = ["LB/1"]

[ways]
statements = ["sentence"]

[names]
"the Lamp Board" = "organization/unodc"

[[recognise]]
label = "The symbol is one of the Board."
weight = 3
pattern = '''\\bLB/\\d+'''
examples = ["LB/7"]
counterexamples = ["LB"]

[[pattern]]
file = "statements"
id = "statement/cue"
label = "A keeper lights the lamp of speech."
pattern = '''\\b lit \\s the \\s lamp \\b'''
examples = ["Azuria lit the lamp."]
counterexamples = ["Azuria made a statement."]

[words.layout]
stock_headings = ["Foghorn"]
"""


@pytest.mark.parametrize(("id", "cue"), CUES, ids=[f"{i}:{c.label}" for i, c in CUES])
def test_a_cue_keeps_to_its_specimens(id: str, cue: Cue) -> None:
    """Does a cue find each of its examples, and nothing in its counterexamples?"""
    assert cue.examples and cue.counterexamples, f"{id}: {cue.label} lacks specimens"
    for example in cue.examples:
        assert cue.regex.search(example), f"{id}: {cue.label} misses {example!r}"
    for counterexample in cue.counterexamples:
        assert not cue.regex.search(counterexample), f"{id}: {cue.label} takes {counterexample!r}"


@pytest.mark.parametrize(("id", "pattern"), LAID_OVER, ids=[f"{i}:{p.rule.id}" for i, p in LAID_OVER])
def test_a_pattern_of_a_style_keeps_to_its_specimens(id: str, pattern: Pattern) -> None:
    """Does a pattern that a style lays over find each example, and nothing in its counterexamples?"""
    assert pattern.examples and pattern.counterexamples, f"{id}: {pattern.rule.id} lacks specimens"
    for example in pattern.examples:
        assert pattern.regex.search(example), f"{id}: {pattern.rule.id} misses {example!r}"
    for counterexample in pattern.counterexamples:
        assert not pattern.regex.search(counterexample), f"{id}: {pattern.rule.id} takes {counterexample!r}"


@pytest.mark.parametrize("id", style_ids())
def test_a_style_names_real_files_and_says_whether_it_was_verified(id: str) -> None:
    """Is each style read against documents or called unverified, with patterns only for files that exist?"""
    style = load_style(id)
    assert style.specimens or style.unverified
    for table in overlay(style).get("pattern", []):
        assert table["file"] in pattern_files()
    for name, lists in overlay(style).get("words", {}).items():
        assert name in pattern_files()
        assert set(lists) <= set(load_patterns(name).words)


def test_a_style_is_chosen_from_the_words_with_reasons() -> None:
    """Does a review report choose the review's style, saying why, and an unknown house none?"""
    review = choose_style("A/HRC/99/7\nReport of the Working Group on the Universal Periodic\n  Review\n")
    assert review.style.id == "universal-periodic-review"
    assert review.reasons == (
        "The title names the Working Group on the Universal Periodic Review.",
        "The symbol is one of the Human Rights Council.",
    )
    unknown = choose_style("Minutes of the Lighthouse Board\n")
    assert unknown.style.id == "generic"
    assert unknown.reasons == ("No house style was recognised.",)


def test_the_masthead_decides_between_styles_that_fit_equally() -> None:
    """Is a report of the Conference its own although it lists a working group's, and none where neither leads?"""
    party = "Conference of the Parties to the United Nations Convention against Transnational Organized Crime"
    group = f"Report on the meeting of the Working Group on Lamps (CTOC/COP/WG.9/2031/3). The {party} decided so."
    own = f"CTOC/COP/2031/9\nReport of the {party} on its ninth session\n"
    chosen = choose_style(own + 1_000 * "." + group)
    assert (chosen.style.id, chosen.rivals) == ("crime-convention-conference", ("crime-convention-working-group",))
    assert chosen.reasons[-1] == "They stand in its masthead and title."
    assert choose_style(own + group).style.id == "generic"


def test_a_style_file_of_ones_own_is_laid_over_the_general_patterns(tmp_path: Path) -> None:
    """Does a data file alone change what is read: a pattern replaced, a word added, the general file untouched?"""
    path = tmp_path / "lighthouse.toml"
    path.write_text(STYLE, "utf-8")
    style = load_style(str(path))
    cue = load_patterns("statements", style)["statement/cue"]
    assert cue.regex.search("Azuria lit the lamp.") and not cue.regex.search("The observer made a statement.")
    assert load_patterns("layout", style)["heading/stock"].regex.match("Foghorn")
    assert not load_patterns("layout")["heading/stock"].regex.match("Foghorn")
    assert load_patterns("units", style) is load_patterns("units")
    report = report_from_text("1. The Board met.\n", "x.md", Record(style=str(path)))
    assert report.house.style == style
    assert report.house.reasons == ("It was asked for.",)


@pytest.mark.parametrize(
    ("words", "seen"),
    [
        ("label = 3", "without a label"),
        ('label = "X"\nwings = 2', "The key “wings”"),
        ('label = "X"\n[ways]\nstatements = ["sung"]', "statements = “sung”"),
        ('label = "X"\n[[recognise]]\nlabel = "Y"\nweight = 1\npattern = "("', "A cue"),
        ("label =", "cannot be read"),
        ('label = "X"\nways = 3', "“ways” that is not a table"),
        (
            'label = "X"\n[[pattern]]\nfile = "fog"\nid = "a/b"\nlabel = "Y"\npattern = "x"\nexamples = []\n'
            "counterexamples = []",
            "for the file “fog”",
        ),
        ('label = "X"\n[words.attendance]\nheads = "Lamp"', "attendance.heads"),
        ('label = "X"\n[names]\n"the Pact" = "pact"', "The name “the Pact”"),
    ],
)
def test_a_broken_style_file_is_refused_with_its_fault(tmp_path: Path, words: str, seen: str) -> None:
    """Does a style file with a fault give an error that names file and fault, and what is expected?"""
    path = tmp_path / "broken.toml"
    path.write_text(words, "utf-8")
    with pytest.raises(UnusableInput) as fault:
        load_style(str(path))
    assert seen in fault.value.seen
    assert fault.value.where == str(path)


@pytest.mark.parametrize(("symbol", "targets"), [("LB/7", ["uncac"]), ("FCCC/SBI/2031/4", ["unfccc"])])
def test_a_short_name_of_a_style_stands_for_its_treaty_only_where_the_style_fits(
    tmp_path: Path, symbol: str, targets: list[str]
) -> None:
    """Is "the Convention" what the style's file says, and not so where the style is forced on another family?"""
    path = tmp_path / "lighthouse.toml"
    path.write_text(
        STYLE.replace("[[recognise]]", '"the Convention" = "instrument/uncac"\n\n[[recognise]]', 1), "utf-8"
    )
    text = f"{symbol}\n\n# Report of the Board\n\n## I. Opening\n\n1. It recalled the Convention.\n"
    linked = link_report(report_from_text(text, "x.md", Record(style=str(path))))
    assert [link.target for link in linked.links if link.kind == "treaty-mention"] == [
        InstrumentRef(target) for target in targets
    ]


def test_a_pattern_that_does_not_compile_is_told_of_the_style_file(tmp_path: Path) -> None:
    """Is a broken expression in a style's pattern an error that names pattern and file, when it is first used?"""
    path = tmp_path / "lighthouse.toml"
    path.write_text(STYLE.replace("lit \\s", "(( \\s"), "utf-8")
    with pytest.raises(UnusableInput) as fault:
        load_patterns("statements", load_style(str(path)))
    assert "“statement/cue”" in fault.value.seen and fault.value.where == str(path)


def test_a_style_nobody_knows_is_refused_with_the_ones_there_are() -> None:
    """Does a wrong name for a style give an error that lists the right ones?"""
    with pytest.raises(UnusableInput) as fault:
        load_style("lighthouse")
    assert "generic" in fault.value.expected


@pytest.mark.parametrize(
    ("target", "near"),
    [("instrument/unfcc", "instrument/unfccc"), ("organization/unodcc", "organization/unodc")],
)
def test_a_short_name_for_nothing_that_is_known_is_refused(tmp_path: Path, target: str, near: str) -> None:
    """Is a short name of a style refused that stands for an entity no table holds, with the nearest that are?"""
    path = tmp_path / "lighthouse.toml"
    path.write_text(STYLE.replace("organization/unodc", target), encoding="utf-8")
    report = report_from_text("1. The Board met.\n", "board.md", Record(style=str(path)))
    with pytest.raises(UnusableInput) as fault:
        link_report(report)
    assert f"“the Lamp Board” stands for “{target}”" in fault.value.seen
    assert near in fault.value.expected and str(path) in fault.value.where
