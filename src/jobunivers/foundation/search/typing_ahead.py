# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Completions while a person types, read from the index's own sorted list of them.

Each owner's completions and words stand under its own number, so that what one municipality
writes is never suggested to another.
"""

from collections.abc import Callable

from jobunivers.foundation.search.asking import Suggestion
from jobunivers.foundation.search.spec import SEPARATOR
from jobunivers.foundation.search.spelling import Vocabulary
from jobunivers.foundation.search.text import clean, fold
from jobunivers.foundation.search.view import View

_READ = 60  # completions read for each language and owner
_FIELDS = 5
WORD = "word"


def vocabulary(view: View, owner: int) -> Vocabulary:
    """Return the words of the titles and labels of one owner, with counts."""
    start = f"{owner}{SEPARATOR}"
    counted = view.searcher.terms_with_prefix("words", start)
    return Vocabulary([(word.removeprefix(start), count) for word, count in counted])


def suggest(
    *,
    view: View,
    words: Callable[[View, int], Vocabulary],
    prefix: str,
    lang: str,
    owner: int,
    n: int,
) -> list[Suggestion]:
    """Return completions of a prefix, the most frequent first."""
    typed = " ".join(fold(prefix[:80].encode("utf-8", "ignore").decode()).split())
    typed = typed.replace(SEPARATOR, "")
    if not typed:
        return []
    found = _complete(view, typed, lang, owner, n)
    if found:
        return found
    *before, last = typed.split(" ")
    for one in sorted({0, owner}):
        for guess in words(view, one).nearest(last, prefix=True, most=3):
            start = " ".join([*before, fold(guess.word)])
            found += _complete(view, start, lang, owner, n)
    return _best(found, n)


def _complete(view: View, typed: str, lang: str, owner: int, n: int) -> list[Suggestion]:
    found: list[Suggestion] = []
    for one in sorted({0, owner}):
        for said in dict.fromkeys(("", lang)):
            start = f"{one}{SEPARATOR}{said}{SEPARATOR}{typed}"
            for term, count in view.searcher.terms_with_prefix("complete", start, None, _READ):
                pieces = term.split(SEPARATOR)
                if len(pieces) == _FIELDS:
                    found.append(Suggestion(pieces[4], pieces[3], count))
    best = _best(found, n)
    if len(best) < n and " " not in typed:
        best += _words(view, typed, owner, n - len(best), {fold(one.text) for one in best})
    return best


def begun(view: View, typed: str, owner: int, n: int) -> list[tuple[str, int]]:
    """Return known words that begin with a folded one, with counts, the most frequent first."""
    counts: dict[str, int] = {}
    for one in sorted({0, owner}):
        start = f"{one}{SEPARATOR}"
        for spelt in dict.fromkeys((typed, clean(typed).replace("å", "aa"))):
            for term, count in view.searcher.terms_with_prefix("words", start + spelt, None, n):
                word = term.removeprefix(start)
                counts[word] = counts.get(word, 0) + count
    return sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))


def _words(view: View, typed: str, owner: int, n: int, known: set[str]) -> list[Suggestion]:
    ranked = begun(view, typed, owner, n * 2)
    return [Suggestion(word, WORD, count) for word, count in ranked if fold(word) not in known][:n]


def _best(found: list[Suggestion], n: int) -> list[Suggestion]:
    counts: dict[tuple[str, str], int] = {}
    for one in found:
        key = (one.text, one.kind)
        counts[key] = max(counts.get(key, 0), one.count)
    ranked = sorted(counts.items(), key=lambda pair: (-pair[1], len(pair[0][0]), pair[0]))
    return [Suggestion(text, kind, count) for (text, kind), count in ranked[:n]]
