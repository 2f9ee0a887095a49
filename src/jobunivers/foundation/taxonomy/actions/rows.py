# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Rows as records want them, and the relations between them."""

from collections.abc import Iterable
from dataclasses import dataclass

from jobunivers.foundation.taxonomy.models import (
    Occupation,
    OccupationGroup,
    OccupationSkill,
    Skill,
)
from jobunivers.foundation.taxonomy.sync import BATCH, Counts, Wanted
from jobunivers.integrations.taxonomy.records import (
    BadRow,
    GroupRecord,
    OccupationRecord,
    RelationRecord,
    SkillRecord,
)

COLUMNS = {"da", "en"}  # languages with a column of their own
ConceptRecord = OccupationRecord | SkillRecord


def languages_of(records: Iterable[ConceptRecord | GroupRecord]) -> frozenset[str]:
    """Return the languages that any of the records speaks; the others' labels are left alone."""
    return frozenset(language for record in records for language in record.labels)


@dataclass(frozen=True, slots=True)
class Wishes:
    """What rows should hold when a source that speaks these languages is imported."""

    source: str
    languages: frozenset[str]

    def group(self, record: GroupRecord, row: OccupationGroup | None) -> Wanted:
        """Return the row of an ISCO group."""
        values = self._labels(record, row.other_labels if row else {})
        return Wanted({"source": self.source, "uri": record.uri, **values})

    def occupation(self, record: OccupationRecord, row: Occupation | None) -> Wanted:
        """Return the row of an occupation."""
        return Wanted(
            {**self._concept(record, row), "isco": record.isco},
            record.obsolete or _handed_over(row),
        )

    def skill(self, record: SkillRecord, row: Skill | None) -> Wanted:
        """Return the row of a skill."""
        values = {
            **self._concept(record, row),
            "kind": record.kind,
            "reuse": record.reuse,
            "groups": list(record.groups),
            "broader": list(record.broader),
        }
        return Wanted(values, record.obsolete or _handed_over(row))

    def _concept(self, record: ConceptRecord, row: Occupation | Skill | None) -> dict[str, object]:
        alts = self._others(row.alts if row else {})
        values: dict[str, object] = {
            "source": self.source,
            "alts": {**alts, **{language: list(words) for language, words in record.alts.items()}},
            **self._labels(record, row.other_labels if row else {}),
        }
        if "da" in self.languages:
            values["description_da"] = record.descriptions.get("da", "")
        return values

    def _labels(
        self, record: ConceptRecord | GroupRecord, before: dict[str, object]
    ) -> dict[str, object]:
        columns = {
            f"label_{lang}": record.labels.get(lang, "") for lang in self.languages & COLUMNS
        }
        others = {lang: label for lang, label in record.labels.items() if lang not in COLUMNS}
        return {**columns, "other_labels": {**self._others(before), **others}}

    def _others(self, before: dict[str, object]) -> dict[str, object]:
        """Return what was known in languages that this source does not speak."""
        return {lang: value for lang, value in before.items() if lang not in self.languages}


def _handed_over(row: Occupation | Skill | None) -> bool:
    """Say whether another concept took over: that is decided by the hand-over, not by the file."""
    return row is not None and bool(row.successor_uri)


def sync_relations(
    records: Iterable[RelationRecord], source: str, file: str
) -> tuple[Counts, tuple[BadRow, ...]]:
    """Bring who-needs-what to the records; relations may go, for nothing points at them."""
    occupations = dict(Occupation.objects.filter(source=source).values_list("uri", "pk"))
    skills = dict(Skill.objects.filter(source=source).values_list("uri", "pk"))
    wanted: dict[tuple[int, int], bool] = {}
    bad: list[BadRow] = []
    for record in records:
        occupation, skill = occupations.get(record.occupation), skills.get(record.skill)
        if occupation is None or skill is None:
            reason = "unknown_occupation" if occupation is None else "unknown_skill"
            uri = record.occupation if occupation is None else record.skill
            bad.append(BadRow(file, record.line, reason, f"{uri} is not in the taxonomy."))
        else:
            wanted[occupation, skill] = record.essential
    here = OccupationSkill.objects.filter(occupation__source=source)
    there = {(o, s): (pk, e) for pk, o, s, e in here.values_list(*_COLUMNS)}
    new = [
        OccupationSkill(occupation_id=o, skill_id=s, essential=e)
        for (o, s), e in wanted.items()
        if (o, s) not in there
    ]
    turned = [pair for pair, (_pk, e) in there.items() if wanted.get(pair, e) != e]
    gone = [pk for pair, (pk, _e) in there.items() if pair not in wanted]
    for essential in (True, False):
        pks = [there[pair][0] for pair in turned if wanted[pair] is essential]
        OccupationSkill.objects.filter(pk__in=pks).update(essential=essential)
    OccupationSkill.objects.filter(pk__in=gone).delete()
    OccupationSkill.objects.bulk_create(new, batch_size=BATCH)
    counts = Counts(
        added=len(new),
        changed=len(turned),
        unchanged=len(wanted) - len(new) - len(turned),
        retired=len(gone),
    )
    return counts, tuple(bad)


_COLUMNS = ("pk", "occupation_id", "skill_id", "essential")
