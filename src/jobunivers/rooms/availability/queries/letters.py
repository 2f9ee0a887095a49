# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Drafts of the hearing letter and the decision: in Danish, whole, and for a person to change."""

import tomllib
from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from pathlib import Path

from django.utils import translation

from jobunivers.foundation.ui.wording import day_year, number
from jobunivers.rooms.availability.models import (
    AGAINST_HER,
    MUST_SEEK,
    BenefitGroup,
    Case,
    CaseFact,
    Outcome,
)
from jobunivers.rooms.availability.queries import words
from jobunivers.rooms.availability.queries.procedures import procedure_of

_FILE = Path(__file__).parent.parent / "starter" / "letters.toml"
_TIMES = 3  # LAS § 40 (1): three times the rate


@lru_cache(maxsize=1)
def _texts() -> Mapping[str, Mapping[str, str]]:
    with _FILE.open("rb") as file:
        found: Mapping[str, Mapping[str, str]] = tomllib.load(file)
    return found


def hearing_letter(case: Case, facts: list[CaseFact], *, name: str, due_on: date) -> str:
    """Return the draft of a hearing letter: what is known, what it may lead to, how to answer."""
    with translation.override("da"):
        texts = _texts()["hearing"]
        return texts["text"].strip() % {
            "name": name,
            "kind": _lower(words.KINDS[case.kind]),
            "day": day_year(case.event_on),
            "facts": _facts(case, facts),
            "may": texts[_may(case)].strip(),
            "law": law_of(case),
            "due": day_year(due_on),
        }


def decision_letter(case: Case, facts: list[CaseFact], *, name: str, complain_by: str) -> str:
    """Return the draft of a decision: what, why (FVL §§ 22 and 24), and how to complain (§ 25)."""
    with translation.override("da"):
        texts = _texts()["decision"]
        against = case.outcome in AGAINST_HER
        parts = [
            texts["head"].strip() % {"name": name, "kind": _lower(words.KINDS[case.kind]),
                                     "day": day_year(case.event_on)},
            texts[case.outcome].strip() % {"days": number(case.days or 0), "amount": amount(case)},
            texts["why"].strip() % {"facts": _facts(case, facts), "reasons": case.reasons.strip(),
                                    "answer": _answer(case, texts), "law": law_of(case)},
        ]  # fmt: skip
        if case.outcome != Outcome.NOTHING:
            seeks = "know_seeking" if case.group in MUST_SEEK else "know_meeting"
            parts.append(texts["know"].strip() % {"must": texts[seeks].strip()})
        if against:
            parts.append(texts["complain"].strip() % {"when": complain_by})
        parts.append(texts["end"].strip())
        return "\n\n".join(parts)


def amount(case: Case) -> str:
    """Return what a decision comes to in words; it says so when the rate is not known."""
    if case.rate is None:
        return (
            "Satsen for året er ikke oplyst her. Beløbet står i den opgørelse, du får sammen med"
            " udbetalingen."
        )
    times = _TIMES if case.outcome == Outcome.THREE_RATES else case.days or 0
    counted = f"{number(times)} × {number(case.rate)} kr. = {number(times * case.rate)} kr."
    return f"{counted} ({case.rate_source})" if case.rate_source else counted


def law_of(case: Case) -> str:
    """Return the law that a case stands on, as it is cited."""
    procedure = procedure_of(case.procedure)
    ready = case.group == BenefitGroup.ACTIVITY_READY
    own = [
        one.words
        for one in (procedure.kind(case.kind).references if procedure else ())
        if one.when is None or all(each.value is ready for each in one.when.any)
    ]
    return ", ".join((*own, "LAS § 35", "LAS § 13"))


def _facts(case: Case, facts: list[CaseFact]) -> str:
    shown = [one for one in facts if one.value is not None and one.code != "cause"]
    lines = []
    for one in shown:
        said = str(words.fact_words(one.code, case.kind))
        line = f"- {said}: {'ja' if one.value else 'nej'}."
        if one.evidence:
            line += f" Det bygger på: {one.evidence.strip().rstrip('.')}."
        lines.append(line)
    return "\n".join(lines) or "- (Ingen oplysninger er skrevet ind endnu.)"


def _may(case: Case) -> str:
    outcome = words.outcomes_of(case.kind)[-1]
    return f"may_{outcome.value}"


def _answer(case: Case, texts: Mapping[str, str]) -> str:
    if case.answered_at is None:
        return texts["silent"].strip() if case.hearing_sent_at else texts["unheard"].strip()
    return texts["answered"].strip() % {"answer": case.answer.strip()}


def _lower(text: object) -> str:
    said = str(text)
    return said[:1].lower() + said[1:]
