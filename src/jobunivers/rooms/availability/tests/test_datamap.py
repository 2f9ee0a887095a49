# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What she reads of her cases among all that is held of her: the log in words, no drafts."""

from datetime import UTC, datetime
from typing import Any

from jobunivers.foundation.datamap import holding
from jobunivers.rooms.availability.models import Case, CaseEntry

_NOON = datetime(2026, 11, 26, 12, tzinfo=UTC)


def _shielded(row: Case | CaseEntry) -> set[str]:
    shields = holding(row._meta.label).shields
    assert shields is not None
    return set(shields(row))


def _line(what: str, data: Any) -> CaseEntry:
    return CaseEntry(what=what, data=data)


def _kept(data: dict[str, object]) -> str:
    words = holding("availability.CaseEntry").fields["data"].words
    assert words is not None
    return str(words(data))


def test_a_draft_is_not_shown_until_it_is_sent_or_signed() -> None:
    case = Case(hearing_text="Kære", reasons="Fordi", text="Vi har afgjort", outcome="days")
    assert _shielded(case) == {"hearing_text", "reasons", "text", "outcome"}
    case.hearing_sent_at = _NOON
    assert _shielded(case) == {"reasons", "text", "outcome"}
    case.state = "decided"
    assert _shielded(case) == set()


def test_what_a_draft_said_before_is_not_shown_either() -> None:
    drafted = _line("decision_drafted", {"before": {"text": "Det første"}})
    assert _shielded(drafted) == {"data"}
    assert _shielded(_line("facts_set", {"before": {"exempt": []}})) == set()


def test_facts_that_were_set_are_read_as_sentences_with_what_showed_them() -> None:
    told = _kept({"set": {"exempt": False}, "before": {"exempt": [True, "letter", "Brevet"]}})
    assert told.startswith("Skrevet: Borgeren var fritaget den dag")
    assert ": nej; Før stod der: " in told
    assert told.endswith(": ja Brev eller besked Brevet")


def test_a_decision_is_kept_in_words_without_what_is_empty() -> None:
    told = _kept({"outcome": "guidance", "days": None, "facts": {"happened": True, "duty": None}})
    assert told == "Afgørelse: Vejledning, ingen sanktion; Oplysninger: Det skete: ja"
    assert _kept({"due": "2026-12-01", "from": 7}) == "Frist: 1. december 2026"
