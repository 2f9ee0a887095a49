# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Taking in ESCO, which then is the one taxonomy in use."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from django.db import transaction

from jobunivers.foundation.taxonomy import cache
from jobunivers.foundation.taxonomy.actions.datasets import record_dataset
from jobunivers.foundation.taxonomy.actions.rows import Wishes, languages_of, sync_relations
from jobunivers.foundation.taxonomy.actions.successors import hand_over
from jobunivers.foundation.taxonomy.models import ESCO, Occupation, OccupationGroup, Skill
from jobunivers.foundation.taxonomy.sync import Counts, ImportReport, counts_of, sync
from jobunivers.integrations.taxonomy.records import (
    BadRow,
    Esco,
    GroupRecord,
    OccupationRecord,
    Parsed,
    SkillRecord,
)

Part = Parsed[GroupRecord] | Parsed[OccupationRecord] | Parsed[SkillRecord]
Say = Callable[[str], None]


def _silent(_message: str) -> None:
    """Tell nobody."""


@transaction.atomic
def import_esco(
    *,
    esco: Esco,
    at: datetime,
    edition: str = "",
    allow_loss: bool = False,
    say: Say = _silent,
) -> ImportReport:
    """Bring occupations, skills and what needs what to ESCO, and hand over from the starter.

    A kind that the folder does not hold is left as it is. Everything or nothing is changed.

    Raises:
        TooMuchWouldGoError: a file is probably incomplete.
    """
    counts: dict[str, Counts] = {}
    bad: list[BadRow] = []
    for name, parsed in _parts(esco).items():
        if parsed.files:
            say(f"{name}: {parsed.read} rows")
            counts[name] = counts_of(parsed, _sync_part(name, esco, at, allow_loss=allow_loss))
            bad.extend(parsed.bad)
    if esco.relations.files:
        say(f"relations: {esco.relations.read} rows")
        done, unknown = sync_relations(esco.relations.records, ESCO, esco.relations.files[0])
        total = counts_of(esco.relations, done)
        counts["relations"] = replace(total, set_aside=total.set_aside + len(unknown))
        bad.extend((*esco.relations.bad, *unknown))
    say("handing over from the starter taxonomy")
    notes = hand_over(at=at)
    parts = {**_parts(esco), "relations": esco.relations}
    missing = tuple(name for name, parsed in parts.items() if not parsed.files)
    report = ImportReport(counts, tuple(bad), missing, notes)
    record_dataset(
        kind=ESCO,
        report=report,
        checksum=esco.checksum,
        files=[name for parsed in parts.values() for name in parsed.files],
        at=at,
        edition=edition or esco.edition,
        forget=cache.forget,
    )
    return report


def _parts(esco: Esco) -> dict[str, Part]:
    return {"groups": esco.groups, "occupations": esco.occupations, "skills": esco.skills}


def _sync_part(name: str, esco: Esco, at: datetime, *, allow_loss: bool) -> Counts:
    if name == "groups":
        wishes = Wishes(ESCO, languages_of(esco.groups.records))
        return sync(
            OccupationGroup,
            "code",
            esco.groups.records,
            wanted=wishes.group,
            ours=lambda row: row.source == ESCO,
            at=at,
            allow_loss=allow_loss,
        )
    if name == "occupations":
        wishes = Wishes(ESCO, languages_of(esco.occupations.records))
        return sync(
            Occupation,
            "uri",
            esco.occupations.records,
            wanted=wishes.occupation,
            ours=lambda row: row.source == ESCO,
            at=at,
            allow_loss=allow_loss,
        )
    wishes = Wishes(ESCO, languages_of(esco.skills.records))
    return sync(
        Skill,
        "uri",
        esco.skills.records,
        wanted=wishes.skill,
        ours=lambda row: row.source == ESCO,
        at=at,
        allow_loss=allow_loss,
    )
