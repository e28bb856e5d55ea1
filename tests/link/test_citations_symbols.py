"""Are documents found by every printed form of their symbols and numbers, and nothing taken for one that is none?"""

from __future__ import annotations

import pytest
from citation_rows import Row, check_links, links_of, report_of

from rapporteur.model import PublicationRef

FORMS = (
    "A/HRC/99/15",
    "A/C.3/99/L.5",
    "A/RES/99/251",
    "A/HRC/RES/99/14",
    "A/HRC/S-18/2",
    "A/99/PV.3",
    "A/INF/99/3",
    "E/CN.4/2031/3",
    "E/CN.4/Sub.2/2031/3/Rev.1",
    "S/2031/446",
    "ST/SGB/2031/7",
    "FCCC/SBI/2031/INF.12",
    "FCCC/CP/2031/10/Add.1",
    "FCCC/SBSTA/2031/L.14/Add.1/Rev.1",
    "IPBES/97/15",
    "UNEP/CBD/COP/97/3",
    "UNEP(OCA)/MED/9",
    "ICCD/COP(94)/23/Add.1",
    "CEDAW/C/NOR/CO/95-96",
    "CCPR/C/NOR/CO/93",
    "HRI/CORE/NOR/2031",
    "CTOC/COP/2031/CRP.2",
    "CTOC/COP/WG.2/2031/3-CTOC/COP/WG.3/2031/4",
    "A/99/95-S/2031/446",
    "TD/B/C.I/MEM.4/20",
)

ROWS: list[Row] = [
    ("decision/A/HRC/99/115", "See A/HRC/DEC/99/115 (decision)."),
    ("decision/A/99/401", "It recalled A/DEC/99/401."),
    (
        ("decision/A/HRC/99/115", "decision/A/HRC/99/115"),
        "Human Rights Council decision 99/115, that is A/HRC/DEC/99/115.",
    ),
    (("decision/A/HRC/99/115", "decision/A/HRC/99/115/paragraph/3"), "Under A/HRC/DEC/99/115, paragraph 3, it met."),
    ("document/A/99/95-S/2031/446", "See A/99/95–S/2031/446."),
    ("document/S/RES/1999(2031)", "See S/RES/1999 (2031)."),
    ("document/A/RES/999(XIX)", "See A/RES/999 (XIX)."),
    ("document/A/RES/9999(S-VI)", "See A/RES/9999 (S-VI)."),
    ("document/LD/B/99/12(Vol.I)", "See LD/B/99/12 (Vol. I)."),
    ("document/LD/1864", "It is laid out in document LD/1864, as said."),
    (None, "It fell between LD/1864 and LD/1865."),
    ("document/LD/1864", "The Strelsau Consensus (LD/1864) was read."),
    ("document/LDCIRC/403", "It was printed (see LDCIRC/403)."),
    (None, "Half of the lamps (LD/18 of them) were lit."),
    ("document/LB.18/INF/4", "See LB.18/INF/4."),
    ("document/LB.2/Dec.25", "By decision LB.2/Dec.25 it was so."),
    ("document/LC(63)/RES/12", "Recalling resolution LC(63)/RES/12,"),
    ("document/LB.323/INS/6(Rev.)", "See LB.323/INS/6(Rev.)."),
    ("document/E/RES/999A(XIX)", "See E/RES/999 A (XIX)."),
    ("document/A/RES/999A(XIX)", "See A/RES/999(XIX)[A]."),
    ("document/A/RES/999A(XIX)", "See A/RES/999(XIX)A."),
    ("document/A/RES/99/246A", "See A/RES/99/246 A, which says so."),
    (("document/A/RES/99/93A", "document/A/RES/99/93B"), "See A/RES/99/93 A-B."),
    ("document/A/99/6(Sect.24)", "See A/99/6 (Sect. 24)."),
    ("document/A/99/7", "See A/99/7 (2031)."),
    ("document/A/HRC/99/15", "See A/HRC/\n99/15, which says so."),
    ("document/CTOC/COP/WG.2/2031/3-CTOC/COP/WG.3/2031/4", "See CTOC/COP/WG.2/2031/3-\nCTOC/COP/WG.3/2031/4."),
    (("document/A/99/7", "document/A/99/7/Add.1"), "See A/99/7 and Add.1."),
    (("document/A/99/7", "document/A/99/8"), "See A/99/7 and 8."),
    (("document/A/CONF.99/60", "document/A/CONF.99/71"), "See the charts (A/CONF.99/60 and 71)."),
    (tuple(f"document/CAC/COSP/2099/{n}" for n in (5, 6, 8, 9)), "See (CAC/COSP/2099/5, 6 and 8-9)."),
    (
        ("document/CAC/COSP/2099/5", "document/CAC/COSP/2099/6", "document/CAC/COSP/2099/6/Add.1"),
        "See CAC/COSP/2099/5, 6 and Add.1.",
    ),
    (("document/A/C.9/99/L.5", "document/A/C.9/99/L.6"), "See A/C.9/99/L.5 and L.6."),
    (tuple(f"document/CERD/C/SR.{n}" for n in (4106, 4107, 4108)), "See (CERD/C/SR.4106, 4107 and 4108)."),
    (tuple(f"document/CERD/C/SR.{n}" for n in (999, 1000, 1001)), "See CERD/C/SR.999–1001."),
    ("document/CERD/C/SR.106", "See CERD/C/SR.106, 2004."),
    (tuple(f"document/A/99/7/Add.{n}" for n in (1, 2, 3)), "See the addenda (A/99/7/Adds.1–3)."),
    (("document/A/99/7", "document/A/99/7/Add.1", "document/A/99/7/Add.2"), "See A/99/7 and Adds.1 and 2."),
    ("document/A/99/7", "See A/99/7 and 12 charts."),
    ("document/A/99/7", "See A/99/7, 3 May 2031."),
    (("document/A/99/7", "document/A/99/7/Corr.1"), "See (A/99/7 and Corr.1)."),
    (("document/A/99/7", "document/A/99/7/Add.1", "document/A/99/7/Add.2"), "See A/99/7 and Add.1 and 2."),
    (("document/A/99/7", "document/A/99/7/Add.1", "document/A/99/7/Add.2"), "See A/99/7 and Add.1–2, with notes."),
    (tuple(f"document/A/99/7/Add.{n}" for n in (1, 2, 3)), "See A/99/7/Add.1–3."),
    (tuple(f"document/CAC/COSP/2099/{n}" for n in (2, 3, 4)), "See CAC/COSP/2099/2-4."),
    ("document/CERD/C/NOR/8-11", "See CERD/C/NOR/8-11."),
    (tuple(f"document/A/99/7/Add.{n}" for n in (1, 2, 3)), "See A/99/7/Add.1-3."),
    (
        ("document/A/99/7", "document/A/99/7/Add.1", "document/A/99/7/Add.1/Corr.1", "document/A/99/7/Add.2"),
        "See A/99/7, Add.1, Add.1/Corr.1 and Add.2.",
    ),
    (("document/A/99/L.10", "document/A/99/L.10/Rev.1"), "See A/99/L.10 and Rev.1."),
    (tuple(f"document/A/99/{n}" for n in (7, 8, 9)), "See A/99/7–9."),
    (tuple(f"document/A/C.3/99/L.{n}" for n in (5, 6, 7)), "See A/C.3/99/L.5–L.7."),
    (tuple(f"document/A/C.3/99/L.{n}" for n in (5, 6, 7)), "See A/C.3/99/L.5-7."),
    ("document/FCCC/CP/2031/L.9/Rev.1", "See FCCC/CP/2031/L.9\n/Rev.1."),
    (("document/A/CONF.99/6", "document/A/CONF.99/6/Add.1"), "See A/CONF. 99/6 and Add. 1."),
    ("document/A/9876/Rev.2", "It was read (A/9876/ Rev. 2)."),
    ("document/E/CONF.98/12", "See E/CONF .98/12."),
    (
        ("document/A/99/7", "document/A/99/7/Corr.1", "document/A/99/7/Corr.2"),
        "A/99/7 and Corr. 1 (Spanish only) and Corr. 2",
    ),
    (
        ("document/A/99/7", "document/A/99/7/Add.1", "document/A/99/7/Add.1/Corr.3"),
        "A/99/7, Add. 1 and Add. 1/ Corr. 3",
    ),
    (tuple(f"document/A/CONF.99/C.1/SR.{n}" for n in (7, 8, 9)), "The records (A/CONF.99/C.1/SR. 7 to SR. 9)"),
    ("document/A/99/7", "He read A/99/7. 12 States spoke."),
    ("document/A/99/7/Add.1", "See A/99/7/Add.1 and 12 States."),
    (("publication/sales/E.99.XX.7", "publication/sales/E.98.XX.3"), "(Sales Nos. E.99.XX.7 and E.98.XX.3)"),
    ("publication/isbn/9780306406157", "See the book (ISBN 978-0-306-40615-7)."),
    ("publication/isbn/0306406152", "See the book (ISBN 0-306-40615-2)."),
    (None, "See the book (ISBN 978-0-306-40615-8)."),
    (
        ("publication/unts/97/1234", "publication/unts/98/1234", "publication/unts/99/1234"),
        "(United Nations, Treaty Series, vols. 97, 98 and 99, No. 1234)",
    ),
    ("publication/unts/97/1234", "(United Nations, Treaty Series, vol. 97, p. 3, No. 1234)"),
    (None, "Influenza A/H1N1, HIV/AIDS, and/or 24/7 and 1/2."),
    (None, "It met in A/HRC and S/RES rooms."),
]


@pytest.mark.parametrize("symbol", FORMS)
def test_a_symbol_of_each_series_is_read_whole(symbol: str) -> None:
    """Is the symbol read to its end, without the full stop, the bracket or the comma after it?"""
    check_links(
        (f"document/{symbol}", f"See {symbol}."),
        (f"document/{symbol}", f"the note ({symbol})"),
        (f"document/{symbol}", f"document {symbol}, on buoys"),
    )


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[1][:60])
def test_lists_ranges_and_broken_lines(row: Row) -> None:
    """Is each document of a list or range one target, a broken symbol one symbol, and what is none left alone?"""
    check_links(row)


def test_an_isbn_beside_a_sales_number_names_the_same_work() -> None:
    """Is a note with both still the identity of the title that calls it?"""
    report = report_of(
        "See the *Harbour Manual for Pilots*.<sup>1</sup>",
        notes=("United Nations publication, Sales No. E.99.XX.7, ISBN 978-0-306-40615-7.",),
    )
    targets = {
        link.target for link in links_of(report).links if link.kind == "publication" and link.part.kind == "paragraph"
    }
    assert targets == {PublicationRef("sales", "E.99.XX.7")}
