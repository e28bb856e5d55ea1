"""Texts that nobody would write: any characters, scraps of markup, digits and brackets, scraps of reports."""

from __future__ import annotations

from hypothesis import strategies as st

ANY = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
"""Any characters of Unicode, controls and unassigned ones included; surrogates are no text."""

_MARKUP = st.sampled_from(
    [
        "# ",
        "## **I. ",
        "**",
        "*",
        "---\n",
        "<sup>1</sup>",
        "<sup>",
        "[^1]: ",
        "> ",
        "|",
        "| a | b |\n|---|---|\n",
        "<p>",
        "</p>",
        "<script>1. x</script>",
        "<!--",
        "-->",
        "&amp;",
        "&#0;",
        "&#x110000;",
        "<table><tr><td>",
        "<ol><li>",
        "<h1>",
        "</h2>",
        "\\",
        "`",
        "```\n",
        "~~",
        "[x](y)",
        "<a href='#fn1'>",
        "<![CDATA[",
        "<?xml version='1.0'?>",
    ]
)
_SCRAPS = st.sampled_from(
    [
        "1. ",
        "2.",
        "12. The Board met. ",
        "121.45 Light the reefs (Spain);\n",
        "(a) ",
        "(i) ",
        "I. Introduction\n",
        "article 6, paragraph 2 (",
        "articles 2, 3 (1) and ",
        "of the Convention",
        "A/HRC/43/15",
        "A/HRC/",
        "/Add.1",
        "decision 1/CP.",
        "resolution 55/25",
        "paragraphs 1 to ",
        "paras. 1-999",
        "Spain, ",
        "the Congo (",
        "Norway3, ",
        "Statements were made by the representatives of ",
        "The following States were represented: ",
        "should ",
        "Ibid.",
        "on behalf of ",
        "Mr. ",
        "recommendations 122.1–122.",
        "Annex II",
        "Sales No. E.",
        "United Nations, Treaty Series, ",
    ]
)
_SPACES = st.sampled_from(
    [" ", "\n", "\n\n", "\r\n", "\r", "\f", "\t", "\u00a0", "\u2028", "\u0085", "        ", "\x00", "\ufeff"]
)
_SIGNS = st.text("()[]{}.,;:-–—/'\"’“”*_#0123456789IVXivxabc ", max_size=30)
_MANY = st.builds(lambda sign, times: sign * times, st.sampled_from("([{*_#<>&|\\.-1 \n;,/"), st.integers(30, 400))

TEXTS = st.lists(st.one_of(ANY, _MARKUP, _SCRAPS, _SPACES, _SIGNS, _MANY), max_size=25).map("".join)
REPORTS = st.lists(st.one_of(ANY, _MARKUP, _SCRAPS, _SPACES, _SIGNS), max_size=15).map(
    lambda parts: "1. The Board met.\n\n" + "".join(parts)
)
"""Texts that begin as a report does, so that what follows is read and not refused."""
BYTES = st.one_of(st.binary(max_size=200), TEXTS.map(lambda text: text.encode("utf-8")))

LONG = tuple(
    (name, piece)
    for name, piece in {
        "opening brackets": "(",
        "closing brackets": ")",
        "brackets in pairs": "(a) ",
        "digits": "1",
        "numbers": "1. ",
        "dotted numbers": "122.1, ",
        "letters": "a",
        "capitals": "A",
        "capital words": "Aa ",
        "strokes": "A/",
        "symbols": "A/1/2 ",
        "articles": "article 1 (2), ",
        "lists of articles": "articles 1, 2, ",
        "paragraphs": "paragraphs 1, ",
        "decisions": "decision 1/",
        "names": "Spain, ",
        "names and": "Spain and ",
        "speakers": "the representative of Spain, ",
        "treaties": "Convention on ",
        "of the": "of the ",
        "asterisks": "*",
        "emphasis": "*a* ",
        "notes": "<sup>1</sup>",
        "half tags": "<sup>",
        "spaces": " ",
        "hyphens": "- ",
        "quotation marks": "“",
        "apostrophes": "' ",
        "semicolons": "; ",
        "colons": "(a): ",
        "should": "States should ",
        "persons": "Mr. A ",
        "accents": "e\u0301",
        "roman numbers": "IV. ",
        "strokes alone": "/",
        "pipes": "| ",
        "recommendations": "1.1 Light (Spain); ",
        "lines": "a\n",
        "dots": ". . ",
    }.items()
)
"""One piece over and over: each was meant to make some rule look back over all that went before."""
