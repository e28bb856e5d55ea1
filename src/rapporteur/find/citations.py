"""Everything a report cites and names in treaties, documents, publications and bodies.

Takes a report, its names and the authorities, gives citation mentions in reading order: one pass over each text, the
longer expressions first, so that a paragraph of an article is not taken for a paragraph of a report.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from rapporteur.authorities import Authorities
from rapporteur.find.annexes_cited import find_annexes_cited
from rapporteur.find.chapters import find_chapters
from rapporteur.find.decisions import find_decisions, find_establishments
from rapporteur.find.documents import find_documents, mark_bibliographic
from rapporteur.find.named_before import find_by_letters
from rapporteur.find.organizations import find_organizations, find_shorts
from rapporteur.find.outside import find_outside
from rapporteur.find.paragraphs import Around, find_dotted, find_paragraphs, find_sections
from rapporteur.find.passages import Passage, Range, covered, passages
from rapporteur.find.provisions import find_provisions
from rapporteur.find.publications import find_publications
from rapporteur.find.reporting_body import body_of
from rapporteur.find.reports import find_reports, find_subjects
from rapporteur.find.treaties import find_treaties
from rapporteur.find.treaty_book import treaty_book
from rapporteur.find.treaty_names import with_treaties
from rapporteur.find.unknown_bodies import find_acronyms
from rapporteur.model import PartRef, Report
from rapporteur.model.citations import (
    CitationMention,
    DecisionMention,
    DecisionPartMention,
    IbidMention,
    NameMention,
    OrganizationMention,
    ParagraphMention,
    SalesMention,
    SeriesMention,
    SymbolMention,
)


def read_passages(report: Report, names: Sequence[NameMention], authorities: Authorities) -> tuple[Passage, ...]:
    """Every text of a report with all that is named in it, in reading order, for the finders that read passages."""
    shorts = find_shorts(report, names, authorities)
    return with_treaties(tuple(passages(report, names, shorts, body_of(report, authorities))), treaty_book(authorities))


def find_citations(
    report: Report, names: Sequence[NameMention], authorities: Authorities, texts: Sequence[Passage] = ()
) -> tuple[CitationMention, ...]:
    """All citations, treaty mentions and organization mentions of a report, in reading order.

    :param texts: of `read_passages` for the same report, where they are known.
    """
    found: list[CitationMention] = []
    read = texts or read_passages(report, names, authorities)
    for passage in read:
        found += _read(passage)
    found += _recommendations(read, found)
    defined = [m for m in found if isinstance(m, OrganizationMention) and m.acronym]
    for passage in read:
        found += find_acronyms(passage, defined)
    found += find_by_letters(read, found)
    return tuple(sorted(found, key=lambda mention: (mention.order, mention.at[1])))


def _recommendations(read: Sequence[Passage], found: Sequence[CitationMention]) -> Iterator[ParagraphMention]:
    """Recommendations by number alone, where the report cites others of the same chapter as recommendations."""
    cited = [m for m in found if isinstance(m, ParagraphMention)]
    numbers = (path[0] for m in cited for path in m.paths if path and m.rule.id == "recommendation/open")
    heads = tuple(dict.fromkeys(number.partition(".")[0] for number in numbers if "." in number))
    if heads:
        taken: dict[PartRef, list[Range]] = defaultdict(list)
        for mention in cited:
            taken[mention.text_part].append(mention.at)
        for passage in read:
            yield from find_dotted(passage, heads, taken[passage.part])


def _read(passage: Passage) -> list[CitationMention]:
    provisions = tuple(find_provisions(passage))
    decisions = tuple(find_decisions(passage))
    numbered = [d.at for d in decisions if d.number and d.body]
    documents = tuple(d for d in find_documents(passage) if not covered(d.at, numbered))
    symbols = tuple(d for d in documents if isinstance(d, SymbolMention))
    ibids = tuple(d for d in documents if isinstance(d, IbidMention))
    taken = [p.at for p in provisions]
    taken += [d.at for d in decisions if isinstance(d, DecisionPartMention)]
    around = Around(taken, symbols, ibids)
    paragraphs = tuple(find_paragraphs(passage, around))
    chapters = tuple(find_chapters(passage))
    within = [chapter.at for chapter in chapters]
    sections = tuple(s for s in find_sections(passage, around) if not any(a <= s.at[0] < b for a, b in within))
    sections += tuple(find_annexes_cited(passage, around, [m.at for m in (*paragraphs, *sections)]))
    references = [d.at for d in documents if isinstance(d, SalesMention | SeriesMention | SymbolMention)]
    publications = tuple(find_publications(passage, [*taken, *references]))
    titles = [p.at for p in publications]
    cited = mark_bibliographic(passage, (*provisions, *documents, *paragraphs, *sections, *decisions))
    outside = find_outside(passage, [m.at for m in (*decisions, *documents)])
    numbers = [d for d in decisions if isinstance(d, DecisionMention)]
    bodies = tuple(find_organizations(passage, titles, references, numbers))
    named = [body.at for body in bodies if body.form == "unknown"]
    return [
        *cited,
        *outside,
        *chapters,
        *publications,
        *find_establishments(passage, decisions),
        *find_reports(passage),
        *find_subjects(passage),
        *find_treaties(passage, provisions, titles, named),
        *bodies,
    ]
