"""Notes numbered with a stroke, "2/ See …": are they notes of the paragraph that calls them, and no text?"""

from __future__ import annotations

from rapporteur.read import coverage, report_from_text

TEXT = """Report of the Lamp Council

1.  The Council met 1/ at the invitation of the keepers, 2/ and read resolution 55/25
and 1/3 of the maps.

     1/   See A/LAMP/8/2, paragraph 4,
and its annex.
     2/   General Assembly resolution 55/26.

2.  Azuria, Ruritania a/ and Syldavia were there. 3/ It noted 7/ lamps.

9/ The lamps that no number calls are text.

3.  It rose.

     a/ As an observer.

__________

     3/   Ibid., p. 12.
"""


def test_notes_with_a_stroke() -> None:
    """Are they notes, called where they are called, and is what only looks like one left in the text?"""
    for name in ("report.txt", "report.md"):
        report = report_from_text(TEXT, name)
        assert [(note.number, note.body.text, note.note_of and note.note_of.path) for note in report.footnotes] == [
            ("1", "See A/LAMP/8/2, paragraph 4, and its annex.", ("1",)),
            ("2", "General Assembly resolution 55/26.", ("1",)),
            ("a", "As an observer.", ("2",)),
            ("3", "Ibid., p. 12.", ("2",)),
        ]
        bodies = [paragraph.body.text for paragraph in report.paragraphs]
        assert bodies[0] == (
            "The Council met at the invitation of the keepers, and read resolution 55/25 and 1/3 of the maps."
        )
        assert bodies[1].startswith("Azuria, Ruritania and Syldavia were there. It noted 7/ lamps.")
        assert bodies[1].endswith("9/ The lamps that no number calls are text.")
        assert bodies[2] == "It rose."
        assert coverage(report).complete
        assert report.findings == ()


def test_a_text_without_such_notes() -> None:
    """Is a stroke behind a number no note where no line begins with that number and a stroke?"""
    report = report_from_text("1. It noted 7/ lamps.\n\n2. It rose.\n", "report.md")
    assert report.footnotes == ()
    assert report.paragraphs[0].body.text == "It noted 7/ lamps."
