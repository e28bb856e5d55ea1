"""Lists of speakers as copies set them: a space before the number of a note, none before an acronym."""

from __future__ import annotations

from rapporteur.pipeline import link_report
from rapporteur.read import report_from_text

TEXT = (
    "LAMP/COP/2031/4\n\nDistr.: General\n3 May 2031\n\nReport of the Lamp Conference on its ninth session\n\n"
    "1. At the 3rd meeting, the following made statements:\n\n(a) Representatives of States: Barbados 1 (on behalf of "
    "the Caribbean Community), Cuba 2, Kenya;\n\n(b) Observers for United Nations entities: United Nations Development "
    "Programme(UNDP), UN-Women.\n"
)


def test_numbers_and_acronyms_are_no_part_of_a_name() -> None:
    """Is "Barbados 1" Barbados, and "Programme(UNDP)" the Programme?"""
    report = link_report(report_from_text(TEXT, "lamps.txt"))
    spoke = [getattr(s.speaker, "code", None) or getattr(s.speaker, "id", None) for s in report.statements]
    assert spoke == ["BRB", "CUB", "KEN", "undp", "un-women"]
    assert next(getattr(s.on_behalf_of, "id", None) for s in report.statements) == "caricom"
