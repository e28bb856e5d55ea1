"""Charts for screens: do they say and hold what the figures for paper do, and are they the same on every run?"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pandas
import pytest
from test_picture_colours import SEEN, contrast, lab, linear, times

from rapporteur.errors import RapporteurError, UnwritableOutput
from rapporteur.query import Collection, open_collection
from rapporteur.view import charts, figures
from rapporteur.view.charts import Chart, chart
from rapporteur.view.charts.colours import DARK_KINDS, LIGHT_KINDS, on, ramp

pytest.importorskip("altair", reason="altair is not installed")
pytest.importorskip("vl_convert", reason="vl-convert-python is not installed")

BUNDLED = Path(__file__).parents[2] / "graphs" / "CTOC-COP-WG.4-2010-6.trig"
CASES = pytest.mark.parametrize("name", figures.__all__)
ROWS = {
    "who_was_asked": 6,
    "themes_by_strength": 39,
    "provisions_by_citation": 8,
    "states_by_item": 51,
    "agenda_day_by_day": 10,
    "map_of_attendance": 91,
    "lineage_of_recommendations": 6,
}
"""What a reader of the bundled report counts."""


@pytest.fixture(scope="module")
def reports() -> Collection:
    return open_collection(BUNDLED)


@pytest.fixture(scope="module")
def made(reports: Collection) -> dict[str, Chart]:
    return {name: getattr(charts, name)(reports) for name in figures.__all__}


def test_there_is_a_chart_for_every_figure() -> None:
    """Does each figure for paper have a chart of its name?"""
    assert {*figures.__all__, "Chart"} == set(charts.__all__)
    assert set(ROWS) == set(figures.__all__)


@CASES
def test_a_chart_says_what_the_figure_says(reports: Collection, made: dict[str, Chart], name: str) -> None:
    """Are title, counts, source and alternative text those of the figure, in the page and in the specification?"""
    drawn, paper = made[name], getattr(figures, name)(reports)
    assert (drawn.title, drawn.counts, drawn.source) == (paper.title, paper.counts, paper.source)
    assert drawn.alternative == paper.alternative == drawn.spec["description"]
    written = drawn.spec["title"]["text"] + " ".join(drawn.spec["title"]["subtitle"])
    for words in (drawn.title, drawn.counts, drawn.source):
        assert words in drawn.page and words in written
    assert drawn.alternative in drawn.page
    assert len(drawn.rows) == ROWS[name] and all(len(row) == len(drawn.columns) for row in drawn.rows)


def test_a_table_has_the_numbers_of_the_drawing(made: dict[str, Chart]) -> None:
    """Is what the page shows in a table what the bars, circles and marks are drawn from?"""
    asked = made["who_was_asked"]
    assert asked.rows[0][-2] == 58 == sum(number or 0 for number in asked.rows[0][1:-2])
    circles = next(found for found in datasets(asked.spec) if "how" in found[0])
    assert sum(circle["number"] for circle in circles) == 77
    states = made["states_by_item"]
    assert sum(row[-1] for row in states.rows) == 119
    themes = made["themes_by_strength"]
    assert themes.rows[0][0] == "Criminal justice response" and themes.rows[0][-1] == 22
    flow = made["lineage_of_recommendations"]
    assert ("CTOC/COP/WG.4/2010/6", "recommendation 15.1", "CTOC/COP/WG.4/2009/2", "paragraph 17") in flow.rows


def datasets(spec: Any) -> list[list[dict[str, Any]]]:
    """All rows that a specification holds."""
    if isinstance(spec, dict):
        own = [spec["values"]] if isinstance(spec.get("values"), list) and spec["values"] else []
        own = [rows for rows in own if isinstance(rows[0], dict)]
        own += [rows for rows in spec.get("datasets", {}).values() if rows]
        return own + [rows for key, value in spec.items() if key != "datasets" for rows in datasets(value)]
    return [rows for one in spec for rows in datasets(one)] if isinstance(spec, list) else []


def test_a_page_is_the_same_in_another_process(made: dict[str, Chart], tmp_path: Path) -> None:
    """Are the bytes those of another run, with another seed of hashes?"""
    code = (
        "from rapporteur.view import charts\n"
        f"for name in {list(figures.__all__)!r}:\n"
        f"    getattr(charts, name)({str(BUNDLED)!r}).save({str(tmp_path)!r} + '/' + name + '.html')\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True, env={"PYTHONHASHSEED": "7", "PATH": ""})
    for name, one in made.items():
        assert (tmp_path / f"{name}.html").read_text("utf-8") == one.page, name


def test_words_cannot_break_out_of_the_page() -> None:
    """Are markup, the end of a script, and what looks like a place in the template only words?"""
    hostile = "</script><script>alert(1)</script><!--library--><b>"
    frame = pandas.DataFrame(
        [{"asked": hostile, "how": "should", "actions": "stop", "unit": "urn:x:1", "report_symbol": "AB/2031/2"}]
    )
    one = charts.who_was_asked(frame, title=hostile)
    assert "<script>alert" not in one.page and "<b>" not in one.page
    assert one.page.count("</script>") == 3
    assert hostile in json.dumps(one.spec, ensure_ascii=False)


def test_licences_go_with_the_script() -> None:
    """Do the licences of Vega, Vega-Lite, vega-embed and D3, which their bundle lacks, stand above it?"""
    above = chart.library().partition("*/")[0]
    assert above.startswith("/*!") and all(name in above for name in ("Vega:", "Vega-Lite and vega-embed:", "D3"))
    assert "University of Washington Interactive Data Lab" in above and "Mike Bostock" in above


@CASES
def test_where_there_is_nothing_the_page_says_so(name: str) -> None:
    """Does an empty answer give a page with one sentence and no script?"""
    columns = {"who_was_asked": ("asked", "how", "actions", "unit"), "themes_by_strength": ("theme", "how")}
    columns["themes_by_strength"] += ("recommendations",)
    columns["provisions_by_citation"] = ("article", "of", "text_parts", "recommendations")
    columns["states_by_item"] = ("state", "item", "title", "spoke_as", "statements")
    columns["agenda_day_by_day"] = ("item", "title", "considered_on", "presenters", "statements", "recommendations")
    columns["map_of_attendance"] = ("participant", "kind", "attended_as", "m49", "who")
    columns["lineage_of_recommendations"] = ("recommendation", "report_symbol", "issued", "builds_on")
    columns["lineage_of_recommendations"] += ("earlier_report", "earlier_issued", "unit", "target")
    one = getattr(charts, name)(pandas.DataFrame(columns=list(columns[name])))
    assert "Nothing to show: No " in one.page and "<script" not in one.page and len(one.page) < 10_000
    assert one.spec == {}


def test_a_chart_is_saved_as_a_page_or_as_its_specification(made: dict[str, Chart], tmp_path: Path) -> None:
    """Does the ending say the form, and is another refused?"""
    one = made["themes_by_strength"]
    assert one.save(tmp_path / "a" / "themes.html").read_text("utf-8") == one.page
    spec = json.loads(one.save(tmp_path / "themes.json").read_text("utf-8"))
    assert spec == one.spec and "vega-lite" in spec["$schema"] and "@#" not in json.dumps(spec)
    with pytest.raises(UnwritableOutput, match=r"'\.png'"):
        one.save(tmp_path / "themes.png")
    (tmp_path / "file").write_text("")
    with pytest.raises(UnwritableOutput, match="cannot be written"):
        one.save(tmp_path / "file" / "themes.html")


def test_without_the_extra_it_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """Is a missing altair told, with what to install?"""
    monkeypatch.setattr(chart, "find_spec", lambda name: None)
    with pytest.raises(RapporteurError, match="altair is not installed") as caught:
        charts.who_was_asked(BUNDLED)
    assert "rapporteur[charts]" in str(caught.value.remedy)


def test_asking_for_charts_loads_no_library() -> None:
    """Does the import cost nothing, and is matplotlib never needed?"""
    code = (
        "import sys; from rapporteur.view import charts\n"
        f"assert 'altair' not in sys.modules; charts.who_was_asked({str(BUNDLED)!r})\n"
        "assert 'altair' in sys.modules and 'matplotlib' not in sys.modules\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


@pytest.mark.parametrize("eye", SEEN)
def test_kinds_keep_apart_to_every_eye(eye: str) -> None:
    """Are two kinds always at least ten steps of CIE Lab apart, in light and in dark, by any form of sight?"""
    for kinds in (LIGHT_KINDS, DARK_KINDS):
        seen = [lab(times(SEEN[eye], linear(colour))) for colour in kinds[:5]]
        for at, one in enumerate(seen):
            for other in seen[at + 1 :]:
                assert sum((a - b) ** 2 for a, b in zip(one, other, strict=True)) ** 0.5 > 10, (eye, kinds)


def test_a_ramp_keeps_its_order_in_grey_and_its_words_can_be_read() -> None:
    """Does each step grow darker on white and lighter on black, with numbers on it at a contrast of 4.5?"""
    for steps in ([1, 2], [1, 2, 3, 4], [1, 2, 3, 4, 5, 6, 7, 8]):
        for side, grows in ((0, -1), (1, 1)):
            shades = [shade.removeprefix("@").split("|")[side] for shade in ramp(steps)]
            light = [lab(linear(shade))[0] * grows for shade in shades]
            assert light == sorted(light)
            for shade, both in zip(shades, ramp(steps), strict=True):
                assert contrast(shade, on(both).removeprefix("@").split("|")[side]) >= 4.5, shade
