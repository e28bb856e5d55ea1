"""Resolve: words in, the one thing they mean out, or why it is not plain.

Tried in order: one of our IRIs, an Akoma Ntoso IRI, a symbol, then words as a report would write them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from urllib.parse import unquote

from rdflib import URIRef

from rapporteur.authorities import Authorities, load_authorities
from rapporteur.errors import UnusableInput
from rapporteur.graph.iris import Iris, ReportIris
from rapporteur.graph.labels import Labels
from rapporteur.model import (
    DecisionRef,
    DocumentPartRef,
    DocumentRef,
    DocumentUnitRef,
    Entity,
    InstrumentRef,
    OrganizationRef,
    ProvisionRef,
    StateRef,
)
from rapporteur.model.symbol import Symbol, SymbolError, parse_symbol
from rapporteur.resolving.akn import AknWork, akn_of, parse_akn
from rapporteur.resolving.depositary import treaty_address
from rapporteur.resolving.symbols import number_of, readings, symbol_written
from rapporteur.resolving.typed import of_any_body
from rapporteur.resolving.values import Resolved, Unresolved
from rapporteur.resolving.words import in_any_case, in_order, references

LONGEST = 500
"""Characters: what is longer is a passage, which `link_text` reads."""
_PARTS = re.compile(r"/(?:annex|paragraph|section|note|recommendation|graph|link|open|accession)(?:/|$)")


def resolve(words: str, *, issued: str = "", base: str | None = None) -> Resolved | Unresolved:
    """The one thing that these words mean, or why it is not plain.

    :param words: a symbol in any spelling, an address of docs.un.org or undocs.org, an Akoma Ntoso IRI
        (``/akn/un/…``), a treaty or its article, a decision, a State, an organization; or one of our IRIs.
    :param issued: the day of a document, as ``2012-01-13``, which its Akoma Ntoso IRI needs.
    :param base: what our IRIs begin with, instead of ``https://w3id.org/rapporteur/``.
    :raises UnusableInput: if there are no words, or more than 500 characters.

    >>> resolve("untoc art. 26 (2)").iri
    'https://w3id.org/rapporteur/id/instrument/untoc/article/26/paragraph/2'
    >>> resolve("a/res/55/25.").official
    'https://docs.un.org/en/A/RES/55/25'
    >>> resolve("the Protocol").because
    'It may mean several things.'
    """
    text = " ".join(words.split())
    if not text or len(text) > LONGEST:
        raise UnusableInput(
            "No words." if not text else f"{len(text)} characters.",
            where="the words to resolve",
            expected=f"a symbol, an IRI, or a citation of at most {LONGEST} characters.",
            remedy="Give the words of one citation; a passage is read by `rapporteur link --text`.",
        )
    made = _Making(Iris.from_setting(base), load_authorities(), text, issued)
    if text.startswith(made.iris.root):
        return made.own(text)
    if work := parse_akn(text):
        return made.akn(work)
    if symbol := symbol_written(text):
        return made.document(symbol)
    if " " not in text and "-" in text and (found := readings(text)):
        return made.one_of([made.document(symbol) for symbol in found])
    return made.named()


class _Making:
    """What is made of one request."""

    def __init__(self, iris: Iris, books: Authorities, words: str, issued: str) -> None:
        self.iris = iris
        self.books = books
        self.words = words
        self.issued = issued
        self._labels = Labels(books)
        nowhere = URIRef(f"{iris.root}document/nowhere")
        self._addresses = ReportIris(iris, nowhere, nowhere)

    def document(self, symbol: Symbol) -> Resolved:
        if symbol.decision is None:
            return self.entity(DocumentRef(str(symbol)))
        decided = self.entity(DecisionRef(*symbol.decision))
        return replace(decided, official=symbol.address, akn=akn_of(symbol, self.issued), akn_number=number_of(symbol))

    def entity(self, ref: Entity) -> Resolved:
        """A reference as a result."""
        iri = str(self._addresses.entity(ref))
        kind = iri.removeprefix(self.iris.root).partition("/")[0]
        symbol = _symbol(ref)
        return Resolved(
            iri=iri,
            label=self._labels.of(ref),
            kind=kind,
            words=self.words,
            official=symbol.address if symbol else treaty_address(_treaty(ref)),
            akn=akn_of(symbol, self.issued) if symbol and isinstance(ref, DocumentRef) else "",
            akn_number=number_of(symbol) if symbol and isinstance(ref, DocumentRef) else "",
        )

    def one_of(self, found: Iterable[Resolved]) -> Resolved | Unresolved:
        """The one, or all as rivals."""
        listed = tuple(dict.fromkeys(found))
        return listed[0] if len(listed) == 1 else self.open("It may mean several things.", listed)

    def open(self, because: str, rivals: tuple[Resolved, ...] = ()) -> Unresolved:
        return Unresolved(self.words, because, rivals)

    def akn(self, work: AknWork) -> Resolved | Unresolved:
        """A work of Akoma Ntoso. A number without a series, "70-34", may be that of a resolution or of a decision."""
        if re.fullmatch(r"[0-9]+-[0-9]+[A-Z]?", work.number):
            number = work.number.replace("-", "/")
            if work.actor != "un-ga":
                return self.open(f"Which series {number} is of is said by no part of this IRI.")
            return self.one_of([self.entity(DocumentRef(f"A/RES/{number}")), self.entity(DecisionRef("A", number))])
        if (work.type, work.subtype) == ("collection", "publication"):
            self.issued = self.issued or work.date
        found = [self.document(symbol) for symbol in readings(work.number)]
        return self.one_of(found) if found else self.open("Its number is no symbol of a document.")

    def named(self) -> Resolved | Unresolved:
        """Words as a report would write them, or as people call a treaty that has another name."""
        noun, ofs = of_any_body(self.words)
        if ofs:
            return self.open(
                f"Whose {noun} this is is not said; name the body before it.", tuple(self.entity(ref) for ref in ofs)
            )
        answers = [self.written(text) for text in in_order(self.words, self.books)]
        if len(answers) == 1:
            return answers[0]
        return self.one_of(answer for answer in answers if isinstance(answer, Resolved))

    def written(self, text: str) -> Resolved | Unresolved:
        """Words as a report would write them."""
        sure, rivals, rest = references(text, self.books)
        found = tuple(self.entity(ref) for ref in sure)
        others = tuple(self.entity(ref) for ref in rivals)
        if len(found) == 1 and not rest:
            return found[0]
        if len(found) > 1 and not rest:
            return self.open("It names several things.", found)
        if others and not found:
            return self.open("It may mean several things.", others)
        if found:
            return self.open("A part of these words was not understood.", (*found, *others))
        if called := in_any_case(self.words, self.books):
            return self.one_of(self.entity(ref) for ref in called)
        return self.open("It names nothing that is known, in a form that is known.")

    def own(self, iri: str) -> Resolved | Unresolved:
        """One of our IRIs, back to what it names."""
        path = iri.removeprefix(self.iris.root)
        family, _, rest = path.partition("/")
        plain = unquote(rest)
        steps = plain.split("/")
        match family:
            case "state" if plain in self.books.states:
                return self.entity(StateRef(plain))
            case "organization" if plain in self.books.organizations:
                return self.entity(OrganizationRef(plain))
            case "instrument" if steps[0] in self.books.instruments:
                below = steps[1:]
                if len(below) % 2 == 0 and all(below):
                    pairs = tuple(zip(below[::2], below[1::2], strict=True))
                    instrument = InstrumentRef(steps[0])
                    return self.entity(ProvisionRef(instrument, pairs) if pairs else instrument)
            case "document":
                cut = _PARTS.search(f"/{plain}")
                try:
                    whole = parse_symbol(plain[: cut.start() - 1] if cut else plain)
                except (SymbolError, IndexError):
                    return self.open("This IRI has no symbol in it.")
                if cut is None:
                    return self.entity(DocumentRef(str(whole)))
                label = f"{whole}, {plain[cut.start() :].replace('/', ' ').strip()}"
                return Resolved(iri, label, family, self.words, official=whole.address)
        return self.open("No table of this package says what this IRI names; the graph may.")


def _treaty(ref: Entity) -> str:
    """The id of the treaty that this is, or is a provision of; "" for anything else."""
    whole = ref.instrument if isinstance(ref, ProvisionRef) else ref
    return whole.id if isinstance(whole, InstrumentRef) else ""


def _symbol(ref: Entity) -> Symbol | None:
    """The symbol of a document, or of the document that a part is of; None where it has none."""
    document = ref.document if isinstance(ref, DocumentPartRef | DocumentUnitRef) else ref
    if not isinstance(document, DocumentRef):
        return None
    try:
        return parse_symbol(document.symbol)
    except SymbolError:
        return None
