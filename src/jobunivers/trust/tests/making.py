# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Cards, figures and readings of pages for this floor's tests."""

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime
from html import unescape
from typing import Any

from jobunivers.trust import register
from jobunivers.trust.register import Input, Law, ModelCard, Parameter, Risk, Version

NOON = datetime(2026, 11, 25, 12, tzinfo=UTC)
CARD = ModelCard(
    code="weather",
    name="Spår om vejret",
    purpose="Siger, om det bliver vådt.",
    kind="Et gæt.",
    decides="advises",
    inputs_person=(Input("hvor du bor", "din profil"),),
    inputs_other=(Input("skyer", "himlen"),),
    never_used=("navn",),
    how=("Den ser op.",),
    parameters=(Parameter("Skyer", "70 %", "Så meget tæller de."),),
    constraints=("Ingen om natten.",),
    limits=("Den ser ikke i tåge.",),
    risks=(Risk("Du bliver våd.", "Tag en hat på."),),
    oversight=("Se selv ud.",),
    shown="Det står ved døren.",
    made_from="Gamle skyer.",
    owner="Kommunen.",
    version="weather-2",
    versions=(Version("weather-2", date(2026, 11, 1), "Flere skyer."),),
    laws=(Law("Loven", "Siger noget.", "https://www.retsinformation.dk/"),),
    high_risk=False,
    when_off="Du må selv se ud.",
)


def make_card(**changes: Any) -> ModelCard:
    """Return a card that differs from the usual one in this."""
    return replace(CARD, **changes)


@contextmanager
def registered(*cards: ModelCard) -> Iterator[None]:
    """Let only these models be in the register."""
    before = dict(register._registered)
    register._registered.clear()
    try:
        for card in cards:
            register.register(card.code, lambda card=card: card)  # type: ignore[misc]
        yield
    finally:
        register._registered.clear()
        register._registered.update(before)


def figure(**changes: Any) -> dict[str, Any]:
    """Return one figure as a benchmark writes it."""
    return {
        "code": "matching",
        "version": "matching-9",
        "name": "ndcg_at_10",
        "value": 0.81,
        "low": 0.79,
        "high": 0.83,
        "baseline": 0.4,
        "measured_at": "2026-11-25T12:00:00+00:00",
        "command": "./jobunivers bench quality --json FILE",
    } | changes


_BLOCK = re.compile(r"</?(?:p|li|h\d|td|th|dt|dd|caption|div|summary|br|a)\b[^>]*>")


def sentences_of(page: str) -> Sequence[str]:
    """Return what a reader meets in the main part of a page, block by block."""
    main = page.partition("<main")[2].partition("</main>")[0]
    main = re.sub(r"<(svg|form|script|nav)\b.*?</\1>", " ", main, flags=re.DOTALL)
    text = unescape(re.sub(r"<[^>]+>", " ", _BLOCK.sub("\n", main)))
    parts = (re.sub(r"\s+", " ", one).strip() for one in re.split(r"[.:?\n]\s", text))
    return [one for one in parts if re.search(r"[a-zæøå]", one, re.IGNORECASE)]


def lix(page: str) -> float:
    """Return the readability index of a page: words a sentence + percent of words over six letters.

    Björnsson's LIX; up to 35 reads like fiction, from 55 on like law.
    """
    sentences = sentences_of(page)
    words = [word for one in sentences for word in re.findall(r"[\wæøåÆØÅ’-]+", one)]
    long = sum(len(word) > 6 for word in words)
    return len(words) / len(sentences) + 100 * long / len(words)
