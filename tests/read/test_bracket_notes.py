"""Notes numbered in square brackets, "[2] See …": are they notes of the paragraph that calls them, and no text?"""

from __future__ import annotations

import pytest

from rapporteur.read import coverage, report_from_bytes, report_from_text

TEXT = """Report of the Lamp Council

1.  The Council met[1] at the invitation of the keepers,[2] and read the maps of 2030 [2030].

2.  Azuria and Ruritania were there [3]. It noted [7] lamps.

[9] The lamps that no number calls are text.

3.  It rose.
{between}[1] See A/LAMP/8/2, paragraph 4,
and its annex.
[2] General Assembly resolution 55/26.
[3] Ibid., p. 12.
"""
NOTES = [
    ("1", "See A/LAMP/8/2, paragraph 4, and its annex.", ("1",)),
    ("2", "General Assembly resolution 55/26.", ("1",)),
    ("3", "Ibid., p. 12.", ("2",)),
]


@pytest.mark.parametrize("name", ["report.txt", "report.md"])
@pytest.mark.parametrize("between", ["\n", "", "\nNotes\n", "\nNotes:\n\n"])
def test_notes_in_brackets(name: str, between: str) -> None:
    """Are they notes, called where they are called, and is what only looks like one left in the text?"""
    report = report_from_bytes(TEXT.format(between=between).encode(), name)
    assert [(note.number, note.body.text, note.note_of and note.note_of.path) for note in report.footnotes] == NOTES
    bodies = [paragraph.body.text for paragraph in report.paragraphs]
    assert bodies[0] == ("The Council met at the invitation of the keepers, and read the maps of 2030 [2030].")
    assert bodies[1].startswith("Azuria and Ruritania were there. It noted [7] lamps.")
    assert bodies[1].endswith("[9] The lamps that no number calls are text.")
    assert bodies[2] == "It rose."
    assert coverage(report).complete
    assert report.findings == ()


def test_notes_in_brackets_of_a_page() -> None:
    """Are those of a page for screens notes, whether links lead to them or not?"""
    page = (
        "<html><head><title>Report</title></head><body><h1>Report of the Lamp Council</h1>"
        "<p>1. The Council met<a href='#n1'>[1]</a> at the invitation of the keepers<sup>[2]</sup>.</p>"
        "<p>2. It rose.</p><hr><p><a name='n1'>[1]</a> See A/LAMP/8/2.</p><p>[2] Ibid.</p></body></html>"
    )
    report = report_from_bytes(page.encode(), "report.html")
    assert [(note.number, note.body.text) for note in report.footnotes] == [("1", "See A/LAMP/8/2."), ("2", "Ibid.")]
    assert report.paragraphs[0].body.text == "The Council met at the invitation of the keepers."


def test_one_note_under_the_word_notes() -> None:
    """Is it read where no other is numbered on from it, and the word is no text?"""
    report = report_from_text(
        "# Report of the Board\n\n1. It met.[1]\n\n2. It rose.\n\nNotes\n[1] See A/LAMP/8/2.\n", "report.md"
    )
    assert [note.body.text for note in report.footnotes] == ["See A/LAMP/8/2."]
    assert [paragraph.body.text for paragraph in report.paragraphs] == ["It met.", "It rose."]
