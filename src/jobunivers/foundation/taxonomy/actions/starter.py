# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Taking in the taxonomy that the project brings along."""

from dataclasses import replace
from datetime import datetime

from django.db import transaction

from jobunivers.foundation.taxonomy import cache
from jobunivers.foundation.taxonomy.actions.datasets import record_dataset
from jobunivers.foundation.taxonomy.actions.rows import Wishes, sync_relations
from jobunivers.foundation.taxonomy.actions.successors import hand_over
from jobunivers.foundation.taxonomy.models import (
    ESCO,
    STARTER,
    Occupation,
    OccupationArea,
    OccupationGroup,
    Skill,
    Synonym,
)
from jobunivers.foundation.taxonomy.sync import Counts, ImportReport, Wanted, counts_of, sync
from jobunivers.integrations.taxonomy.records import (
    AreaRecord,
    GroupRecord,
    Parsed,
    StarterTaxonomy,
    SynonymRecord,
)

WISHES = Wishes(STARTER, frozenset({"da", "en"}))


@transaction.atomic
def import_starter(*, starter: StarterTaxonomy, at: datetime) -> ImportReport:
    """Bring the starter's concepts, areas and synonyms to the files.

    Where ESCO has been imported, its groups are kept and the concepts are handed over at once.
    """
    counts = {
        "groups": _sync_groups(starter.groups, at),
        "occupations": counts_of(
            starter.occupations,
            sync(
                Occupation,
                "uri",
                starter.occupations.records,
                wanted=WISHES.occupation,
                ours=_ours,
                at=at,
                allow_loss=True,
            ),
        ),
        "skills": counts_of(
            starter.skills,
            sync(
                Skill,
                "uri",
                starter.skills.records,
                wanted=WISHES.skill,
                ours=_ours,
                at=at,
                allow_loss=True,
            ),
        ),
        "areas": _sync_areas(starter.areas, at),
        "synonyms": _sync_synonyms(starter.synonyms),
    }
    done, unknown = sync_relations(starter.relations.records, STARTER, "occupations.csv")
    total = counts_of(starter.relations, done)
    counts["relations"] = replace(total, set_aside=total.set_aside + len(unknown))
    parts = (
        *(starter.groups, starter.occupations, starter.skills),
        *(starter.areas, starter.synonyms, starter.relations),
    )
    bad = (*(row for part in parts for row in part.bad), *unknown)
    report = ImportReport(counts, bad, notes=hand_over(at=at))
    record_dataset(
        kind=STARTER,
        report=report,
        checksum=starter.checksum,
        files=[name for part in parts for name in part.files],
        at=at,
        forget=cache.forget,
    )
    return report


def _ours(row: Occupation | Skill) -> bool:
    return row.source == STARTER


def _sync_groups(parsed: Parsed[GroupRecord], at: datetime) -> Counts:
    """Add groups; where ESCO has named a group, only the languages it lacks are filled in."""

    def wanted(record: GroupRecord, row: OccupationGroup | None) -> Wanted:
        if row is None or row.source != ESCO:
            return WISHES.group(record, row)
        filled = {
            "label_da": row.label_da or record.labels.get("da", ""),
            "label_en": row.label_en or record.labels.get("en", ""),
        }
        return Wanted(filled)

    done = sync(
        OccupationGroup,
        "code",
        parsed.records,
        wanted=wanted,
        ours=lambda row: row.source == STARTER,
        at=at,
        allow_loss=True,
    )
    return counts_of(parsed, done)


def _sync_areas(parsed: Parsed[AreaRecord], at: datetime) -> Counts:
    positions = {record.slug: number for number, record in enumerate(parsed.records)}
    done = sync(
        OccupationArea,
        "slug",
        parsed.records,
        wanted=lambda record, _row: Wanted(
            {
                "name_da": record.name_da,
                "name_en": record.name_en,
                "isco_prefixes": list(record.isco_prefixes),
                "position": positions[record.slug],
            }
        ),
        ours=lambda _row: True,
        at=at,
        allow_loss=True,
    )
    return counts_of(parsed, done)


def _sync_synonyms(parsed: Parsed[SynonymRecord]) -> Counts:
    """Synonyms are no concepts: nothing points at them, so they may go."""
    wanted = {record.word: list(record.means) for record in parsed.records}
    there = {row.word: row for row in Synonym.objects.order_by("pk")}
    new = [Synonym(word=w, means=means) for w, means in wanted.items() if w not in there]
    changed = [row for word, row in there.items() if wanted.get(word, row.means) != row.means]
    for row in changed:
        row.means = wanted[row.word]
    gone = [row.pk for word, row in there.items() if word not in wanted]
    Synonym.objects.bulk_create(new)
    Synonym.objects.bulk_update(changed, ["means"], batch_size=500)
    Synonym.objects.filter(pk__in=gone).delete()
    unchanged = len(wanted) - len(new) - len(changed)
    done = Counts(added=len(new), changed=len(changed), unchanged=unchanged, retired=len(gone))
    return counts_of(parsed, done)
