# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Setting the facts of a case: each by a person, with what shows it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from jobunivers.rooms.availability.actions.noting import held, note, saved
from jobunivers.rooms.availability.models import BenefitGroup, Case, CaseFact


@dataclass(frozen=True, slots=True, kw_only=True)
class FactEntry:
    """A fact as somebody sets it: true, false or not known, and what shows it."""

    value: bool | None
    source: str = ""
    evidence: str = ""


@transaction.atomic
def set_facts(
    *,
    case_id: int,
    version: int,
    group: BenefitGroup,
    facts: Mapping[str, FactEntry],
    causes: Sequence[str],
    staff_id: int,
    at: datetime,
) -> Case:
    """Set facts of a case; one that says the same as before keeps who set it and when.

    Raises Closed, ChangedMeanwhile.
    """
    case = held(case_id, version=version)
    there = {one.code: one for one in case.facts.all()}
    changed = [code for code, entry in facts.items() if _differs(there.get(code), entry)]
    for code in changed:
        entry = facts[code]
        CaseFact.objects.update_or_create(
            case=case,
            code=code,
            defaults={
                "value": entry.value, "source": entry.source, "evidence": entry.evidence,
                "set_by_id": staff_id, "set_at": at,
            },
        )  # fmt: skip
    if not changed and case.group == group and case.causes == list(causes):
        return case
    before = {code: _said(there.get(code)) for code in changed}
    data = {"set": {code: facts[code].value for code in changed}, "before": before}
    case.group, case.causes = group, list(causes)
    _unsigned(case)
    saved(case, actor_id=staff_id, at=at)
    note(case, "facts_set", actor_id=staff_id, at=at, data=data | {"group": group})
    return case


def _unsigned(case: Case) -> None:
    """Let a draft and its review fall: they were of other facts."""
    case.reviewed_by_id = case.reviewed_at = None
    case.draft_holds = not case.text


def _differs(row: CaseFact | None, entry: FactEntry) -> bool:
    if row is None:
        return entry != FactEntry(value=None)
    return (row.value, row.source, row.evidence) != (entry.value, entry.source, entry.evidence)


def _said(row: CaseFact | None) -> list[object]:
    return [row.value, row.source, row.evidence] if row else []
