"""Main verbs: the words after an operator → the lemmas of the actions asked for.

Rules of English spelling over a lexicon (`patterns/verbs.toml`); phrase verbs keep their words ("take into account").
Nothing here knows what an addressee is.
"""

from __future__ import annotations

import re
from functools import cache

from rapporteur.patterns import load_patterns

_WORD = re.compile(r"[A-Za-z]+(?:-[a-z]+)?")
_VOWELS = "aeiou"


def _words(name: str) -> tuple[str, ...]:
    return load_patterns("verbs").words[name]


@cache
def lexicon() -> frozenset[str]:
    """Every base form that counts as a verb."""
    return frozenset((*_words("plain"), *_words("ambiguous"), *_words("more")))


@cache
def _plain() -> frozenset[str]:
    return frozenset(_words("plain"))


@cache
def _pairs(name: str) -> dict[str, str]:
    return dict(pair.split(":") for pair in _words(name))


@cache
def _phrases() -> re.Pattern[str]:
    ordered = sorted(_words("phrases"), key=len, reverse=True)
    return re.compile("(?:" + "|".join(re.escape(p) for p in ordered) + r")\b")


def lemma(form: str) -> str:
    """The base form of a gerund or participle; a base form is its own.

    >>> [lemma(f) for f in ("providing", "setting", "undertaken", "applied", "establishing", "shared", "adopt")]
    ['provide', 'set', 'undertake', 'apply', 'establish', 'share', 'adopt']
    """
    word = form.lower()
    if word in _pairs("irregular"):
        return _pairs("irregular")[word]
    if word in lexicon():
        return word
    stem = re.sub(r"(?:ing|ed)$", "", word)
    if stem == word:
        return word
    choices = [stem, stem + "e"]
    if stem.endswith("i"):
        choices.append(stem[:-1] + "y")
    if len(stem) > 2 and stem[-1] == stem[-2]:
        choices.append(stem[:-1])
    known = next((choice for choice in choices if choice in lexicon()), None)
    return known or _guess(stem)


def _guess(stem: str) -> str:
    if stem.endswith("i"):
        return stem[:-1] + "y"
    if len(stem) > 2 and stem[-1] == stem[-2] and stem[-1] not in "sl":
        return stem[:-1]
    silent = re.search(r"(?:at|iz|is|uc|id|il|ur|ac|ag|ov|iv|av|in|ut|as|us|v|c|g|z)$", stem)
    return stem + "e" if silent else stem


def base_actions(text: str, at: int, end: int, infinitive: bool = False) -> tuple[str, ...]:
    """Lemmas of the verbs that begin at ``at`` in their base form: "monitor and evaluate", "take into account".

    A verb after the object counts where a comma or the lexicon shows that it is none of an infinitive or relative
    clause in between. A passive gives the lemma of its participle.

    :param infinitive: "to" stands before the verb, so that "and to" may go on with a further one.
    """
    patterns = load_patterns("verbs")
    at = skip_adverbs(text, at, end)
    passive = patterns["verb/passive"].regex.match(text[at:end])
    if passive:
        verbs = (lemma(passive["verb"]), *_joined(text, at + passive.end(), end, participles=True)[0])
        return _distinct(verbs)
    efforts = patterns["verb/efforts"].regex.match(text[at:end])
    if efforts:
        inner = skip_adverbs(text, at + efforts.end(), end)
        first = _WORD.match(text, inner, end)
        rest = _joined(text, first.end(), end)[0] if first else ()
        verbs = (*((lemma(first[0]),) if first else ()), *rest)
        return tuple(f"{efforts['verb']} efforts to {verb}" for verb in _distinct(verbs))
    found, after = _one(text, at, end)
    if not found:
        return ()
    if found in ("consider", "continue") and (meant := gerund_actions(text, after, end)):
        return meant
    if found == "continue" and text.startswith(" to ", after):
        return base_actions(text, after + 4, end, infinitive=True)
    joined, after = _joined(text, after, end)
    return _distinct((found, *joined, *_later(text, after, end, infinitive)))


def gerund_actions(text: str, at: int, end: int) -> tuple[str, ...]:
    """Lemmas of the gerunds that begin at ``at``: "developing and testing", "the advisability of requesting".

    Empty where no gerund stands there; then `nominal_action` may know the noun.
    """
    at = skip_adverbs(text, at, end)
    detour = load_patterns("verbs")["verb/detour"].regex.match(text[at:end])
    if detour:
        at = skip_adverbs(text, at + detour.end(), end)
    word = _WORD.match(text, at, end)
    if word is None or not (word[0].endswith("ing") or (detour and word[0] in lexicon())):
        return ()
    return _distinct((lemma(word[0]), *_joined(text, word.end(), end, gerunds=True)[0]))


def nominal_action(text: str, at: int, end: int) -> str:
    """The verb inside the noun that an operator leads to: "further research on", "its examination of"; "" if none."""
    words = list(_WORD.finditer(text, at, min(end, at + 80)))[:5]
    for word in words:
        if text[at : word.start()].count(",") or word[0] in ("of", "to", "on", "in", "for"):
            break
        if word[0].lower() in _pairs("nominal"):
            return _pairs("nominal")[word[0].lower()]
    return ""


def skip_adverbs(text: str, at: int, end: int) -> int:
    """The index after adverbs and remarks between commas that stand before a verb."""
    match = load_patterns("verbs")["verb/adverbs"].regex.match(text[at:end])
    return at + match.end() if match else at


def infinitive_at(text: str, at: int, end: int) -> int:
    """Index of the first verb that follows "to" after ``at``; of the list that "to:" leads to; else -1."""
    for match in re.finditer(r"\sto\s", text[at:end]):
        verb = skip_adverbs(text, at + match.end(), end)
        word = _WORD.match(text, verb, end)
        if word and (word[0] in lexicon() or _phrases().match(text, verb, end)):
            return verb
    lists = re.search(r"\sto\s?(?::|$)", text[at:end])
    return at + lists.end() if lists else -1


def subjunctive_at(text: str, at: int, end: int) -> int:
    """Index of the verb behind the words for somebody: "that the host port designate a pilot"; -1 if none."""
    words = list(_WORD.finditer(text, at, min(end, at + 100)))[:8]
    for before, word, after in zip(words, words[1:], words[2:], strict=False):
        if text[at : word.start()].count(",") or before[0] in ("to", "that", "which", "who", "and", "or"):
            return -1
        if word[0] in _plain() and after[0] in _words("determiners"):
            return word.start()
    return -1


def _one(text: str, at: int, end: int) -> tuple[str, int]:
    phrase = _phrases().match(text, at, end)
    if phrase:
        return phrase[0], phrase.end()
    word = _WORD.match(text, at, end)
    return (lemma(word[0]), word.end()) if word else ("", at)


def _joined(
    text: str, at: int, end: int, participles: bool = False, gerunds: bool = False
) -> tuple[tuple[str, ...], int]:
    """Verbs directly joined to the one that ends at ``at``, and where the last of them ends."""
    found: list[str] = []
    reached = at
    pending: list[str] = []
    while match := load_patterns("verbs")["verb/joined"].regex.match(text[at:end]):
        form = match["verb"]
        if participles or gerunds:
            ending = "ing" if gerunds else ("ed", "en", "wn", "ght", "t", "ade", "eld")
            fits = form.endswith(ending) and lemma(form) in lexicon()
        else:
            fits = not _is_noun_here(form, text, at + match.end())
        if not fits:
            break
        phrase, after = _one(text, at + match.start("verb"), end)
        at = after
        pending.append(phrase)
        if not match[0].startswith(", ") or re.match(r", (?:and|or)\b", match[0]):
            found += pending
            pending, reached = [], at
    return tuple(found), reached


def _is_noun_here(form: str, text: str, after: int) -> bool:
    """May the form after "and" be a noun? "support mechanisms" and a bare ending are; "support the" is not."""
    if form in _plain():
        return False
    following = _WORD.match(text, after + 1)
    before = _words("determiners") if form in lexicon() else _words("articles")
    return following is None or text[after] != " " or following[0] not in before


def _later(text: str, at: int, end: int, infinitive: bool) -> tuple[str, ...]:
    """Verbs coordinated with the main verb after its object."""
    patterns = load_patterns("verbs")
    for match in patterns["verb/later"].regex.finditer(text, at, end):
        form, verb_at = match["verb"], match.start("verb")
        deeper = patterns["verb/deeper" if not match["to"] else "verb/deeper-to"].regex.search(text, at, match.start())
        opened = deeper.start() if deeper else end
        if match["to"] and not infinitive:
            continue
        if form not in lexicon() or text.count("(", at, verb_at) > text.count(")", at, verb_at):
            continue
        if _is_noun_here(form, text, match.end("verb")) or (match["comma"] is None and verb_at > opened):
            continue
        if match["comma"] and not _clause_closed(text, at, match.start(), opened):
            continue
        phrase, after = _one(text, verb_at, end)
        middle = _middle(text, at, match.start()) if match["comma"] is None or "," in text[at : match.start()] else ()
        return (*middle, phrase, *_later(text, after, end, infinitive))
    return ()


def _clause_closed(text: str, at: int, comma: int, opened: int) -> bool:
    """Is the comma before "and" no list comma inside an opened clause?"""
    return opened > comma or "," not in text[opened:comma]


def _middle(text: str, at: int, end: int) -> tuple[str, ...]:
    """Verbs after single commas between the first and the last of a list of verb phrases."""
    found = []
    for match in re.finditer(r",\s([a-z]+)\s([A-Za-z]+)", text[at:end]):
        if match[1] in _plain() or (match[1] in lexicon() and match[2] in _words("determiners")):
            found.append(_one(text, at + match.start(1), end)[0])
    return tuple(found)


def _distinct(verbs: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(verb for verb in verbs if verb))
