"""Two invented session reports of climate bodies: one as Word gives it, with tabs; one as an older page prints it."""

from __future__ import annotations

TABBED = """| None | United Nations |  | FCCC/SBI/2031/9 |
| None |  | Distr.: General 2 July 2031   Original: English |

Subsidiary Body for Implementation
Report of the Subsidiary Body for Implementation on its eightieth session, held in Lisbon from 3 to 9 June 2031
\tContents
\t\tParagraphs\tPage
\tAbbreviations and acronyms\t\t2
\tI.\tOpening of the session
(Agenda item 1)\t\t1–2\t3
\t\tII.\tOrganizational matters (Agenda item 2)\t\t3–6\t3
\tA.\tAdoption of the agenda\t\t3–4\t3
\tB.\tElection of officers\t\t5–6\t3
\t\tIII.\tLamps in harbours of developing countries and reports
on reefs (Agenda item 3)\t\t7–12\t4

\tAbbreviations and acronyms
\t\t| GEF | Global Environment Facility |
\t\t| LDC | least developed country |

\t\tI.\tOpening of the session
(Agenda item 1)
\t\t\t1.\tSBI 80 was held at the Old Custom House in Lisbon from 3 to 9 June 2031.
\t\t\t2.\tThe Chair of the SBI, Ada Zedd (Eswatini), opened the session and welcomed Luis Prado (Peru) as Rapporteur.
\t\tII.\tOrganizational matters
(Agenda item 2)
\t\t\tA.\tAdoption of the agenda
\t\t\t\t(Agenda sub-item 2(a))
\t\t\t\t\t3.\tAt its 1st meeting, on 3 June, the SBI considered a note by the Executive Secretary (FCCC/SBI/2031/1).
\t\t\t\t\t4.\tThe SBI adopted the agenda as follows:
\t\t\t\t\t\t1.\tOpening of the session.
\t\t\t\t\t\t2.\tOrganizational matters:
\t\t\t\t\t\t\t(a)\tAdoption of the agenda;
\t\t\t\t\t\t\t(b)\tElection of officers.
\t\t\t\t\t\t3.\tLamps in harbours of developing countries and reports on reefs:*
\t\t\t\t\t\t\t(a)\tLamps in harbours of developing countries;*
\t\t\t\t\t\t\t(b)\tReports on reefs.
\t\t\tB.\tElection of officers
(Agenda sub-item 2(b))
\t\t\t\t5.\tThe SBI considered this agenda sub-item at its 1st meeting and at its 2nd meeting, on 5 June.
\t\t\t\t6.\tThe Chair invited the keepers to a fair that was to take place on 8 June.
\t\tIII.\tLamps in harbours of developing countries and reports on reefs
(Agenda item 3)
\t\t\tA.\tLamps in harbours of developing countries
(Agenda sub-item 3(a))
\t\t\tB.\tReports on reefs
(Agenda sub-item 3(b))
\t\t\t\t1.\tProceedings
\t\t\t\t\t7.\tThe SBI considered this agenda item at its 1st and 2nd meetings. It had before it documents \
FCCC/SBI/2031/4 and Add.1–2 and FCCC/CP/2031/3. Representatives of three Parties made statements, \
including one on behalf of the Group of 77 and China, and one on behalf of Chile and Peru.
\t\t\t\t2.\tConclusions
\t\t\t\t\t8.\tThe SBI welcomed the report of the GEF, and invited Parties to submit views on lamps by 1 May 2032.
\t\t\t\t\t9.\tThe SBI recommended that the COP invite the GEF to consider:
\t\t\t\t\t\t(a)\tPaying for lamps;
\t\t\t\t\t\t(b)\tPaying for reports.
\t\t\t\t\t10.\tThe SBI agreed to continue its consideration of this matter at
SBI 81.
\t\tIV.\tClosure of the session
\t\t\t11.\tThe Chair closed the session.
\t\t\t
"""

PRINTED = """UNITED
NATIONS
                                                                    Distr.
                                                                    GENERAL

                                                                    FCCC/SBSTA/2006/88
                                                                    14 July 2006

                                                                    Original: ENGLISH

SUBSIDIARY BODY FOR SCIENTIFIC AND TECHNOLOGICAL ADVICE


               Report of the Subsidiary Body for Scientific and Technological Advice
               on its ninetieth session, held at Bonn from 3 to 9 May 2006

                                          CONTENTS
                                                                              Paragraphs     Page

I.        OPENING OF THE SESSION
          (Agenda item 1)..............................................................   1 – 2        3

II.       RESEARCH ON LAMPS AND REEFS
          (Agenda item 2)..............................................................   3 – 6        4

GE.06-61234

FCCC/SBSTA/2006/88
Page 3

                               I. OPENING OF THE SESSION
                                     (Agenda item 1)

1.      The ninetieth session of the Subsidiary Body for Scientific and Technological Advice (SBSTA)
was held at the Hotel Maritim, Bonn, Germany, from 3 to 9 May 2006.

2.      The SBSTA adopted the agenda as follows:

        1.      Opening of the session.

        2.      Research on lamps and reefs.

FCCC/SBSTA/2006/88
Page 4

                         II. RESEARCH ON LAMPS AND REEFS
                                     (Agenda item 2)

                                    1. Proceedings

3.      The SBSTA considered this item at its 1st and 2nd meetings, on 3 and 9 May, respectively. It had
before it document FCCC/SBSTA/2006/INF.92 and Add.1. Statements were made by representatives of 11
Parties, including one speaking on behalf of the European Union and its member States. A
representative of Peru made a statement. A statement was also made by the representative of the World
Meteorological Organization.

                                    2. Conclusions

4.      The SBSTA took note of document FCCC/SBSTA/2006/INF.92 and welcomed the work of the keepers.

5.      The SBSTA requested the secretariat:

        (a)     To prepare a technical paper on lamps, subject to the availability of resources;

        (b)     To organize a workshop before its ninety-first session.

6.      The SBSTA encouraged Parties to provide charts of reefs. It agreed to continue its consideration of
this matter at its ninety-first session.
"""
