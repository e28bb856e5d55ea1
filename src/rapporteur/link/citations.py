"""Citations: every mention of a treaty, document, publication or body becomes a link or an open mention.

Takes a report and its citation mentions, gives `CitationLinks` in reading order. Each kind of mention is linked in a
module of its own; what they share (headings, notes, what was named before) is asked of one context.
"""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import dataclass

from rapporteur.authorities import Authorities
from rapporteur.link.context import Context, unlinked
from rapporteur.link.decisions import DecisionResolver, link_decisions
from rapporteur.link.documents import DocumentResolver, link_documents
from rapporteur.link.notes import NoteBook
from rapporteur.link.order import in_order, printed
from rapporteur.link.organizations import BodyResolver, link_organizations
from rapporteur.link.paragraphs import ParagraphLinker
from rapporteur.link.provisions import ProvisionResolver, link_provisions
from rapporteur.link.publications import Titles, link_publications
from rapporteur.link.symbols_of_decisions import as_decision
from rapporteur.link.treaties import TreatyResolver
from rapporteur.link.treaty_links import link_treaties
from rapporteur.model import Because, Coined, Linked, Report, StateRef, Unlinked
from rapporteur.model.citations import CitationMention, NameMention
from rapporteur.model.outside import OutsideMention


@dataclass(frozen=True, slots=True)
class CitationLinks:
    """What the citations of a report came to.

    :ivar links: ``cites`` and ``mentions`` links, from text parts, in reading order.
    :ivar unlinked: what stayed open, with rivals and reason.
    :ivar coined: bodies, publications, national laws and treaties named here only.
    :ivar subject: the one State that the report says it is about.
    """

    links: tuple[Linked, ...]
    unlinked: tuple[Unlinked, ...]
    coined: tuple[Coined, ...]
    subject: StateRef | None = None


def link_citations(
    report: Report,
    citations: Sequence[CitationMention],
    names: Sequence[NameMention],
    authorities: Authorities,
    numbered: Container[str] = (),
) -> CitationLinks:
    """Decide for every citation, treaty mention and organization mention which entity is meant.

    :param names: not needed beyond what the citations carry; part of the room's fixed entry point.
    :param numbered: the numbers, without a point, under which this report prints recommendations.
    """
    context = Context(report, tuple(citations), authorities)
    notes = NoteBook(context)
    bodies = BodyResolver(context)
    treaties = TreatyResolver(context)
    titles = Titles(context, notes)
    decisions = tuple(link_decisions(context, DecisionResolver(context, bodies)))
    documents = DocumentResolver(context, notes, bodies)
    cited = (*link_documents(context, documents), *ParagraphLinker(context, documents, decisions, numbered).links())
    outcomes = [
        *decisions,
        *(as_decision(outcome, report.symbol) for outcome in cited),
        *link_provisions(context, ProvisionResolver(context, treaties, titles, bodies)),
        *link_publications(context, titles),
        *link_treaties(context, notes, treaties),
        *link_organizations(context, bodies),
        *(unlinked(m, report, m.kind, Because.OUTSIDE_AUTHORITIES) for m in context.of_type(OutsideMention)),
    ]
    return CitationLinks(
        links=tuple(in_order((o for o in outcomes if isinstance(o, Linked)), _place, lambda o: printed(o.target))),
        unlinked=tuple(
            in_order((o for o in outcomes if isinstance(o, Unlinked)), _place, lambda o: repr(o.candidates))
        ),
        coined=tuple(dict.fromkeys(o for o in outcomes if isinstance(o, Coined))),
        subject=context.subject,
    )


def _place(link: Linked | Unlinked) -> tuple[int, int, str]:
    return (link.span.start, link.span.end, link.kind)
