# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What every process keeps at hand of the taxonomy, and when it is built anew."""

from collections.abc import Collection
from functools import partial
from typing import NamedTuple

from django.db.models import Max

from jobunivers.foundation.cached import Cached
from jobunivers.foundation.taxonomy.models import (
    Dataset,
    Occupation,
    OccupationArea,
    OccupationGroup,
    Skill,
)
from jobunivers.foundation.taxonomy.suggest import Entry, Suggester, entries_of

LANGUAGES = ("da", "en")


def _stamp() -> int:
    """Return the number of the latest import: every change of the taxonomy is one."""
    return int(Dataset.objects.aggregate(latest=Max("pk"))["latest"] or 0)


def _build(model: type[Occupation] | type[Skill], language: str) -> Suggester:
    return Suggester.of(entries_of(model, language))


def _entries(model: type[Occupation] | type[Skill]) -> tuple[Entry, ...]:
    return tuple(entries_of(model, None))


def _areas() -> tuple[OccupationArea, ...]:
    return tuple(OccupationArea.objects.filter(retired_at=None).order_by("position", "pk"))


occupation_suggesters = {
    lang: Cached(partial(_build, Occupation, lang), _stamp) for lang in LANGUAGES
}
skill_suggesters = {lang: Cached(partial(_build, Skill, lang), _stamp) for lang in LANGUAGES}
areas = Cached(_areas, _stamp)


class Told(NamedTuple):
    """A concept as pages speak of it; `kind` is empty for one that has none."""

    uri: str
    label_da: str
    label_en: str
    other_labels: dict[str, str]
    kind: str


class Tellings:
    """Concepts by row number, asked for once a process: nearly every page names some.

    There are as many as the taxonomy has, some ten thousand; an import empties it.
    """

    def __init__(self, model: type[Occupation] | type[OccupationGroup] | type[Skill]) -> None:
        self._model = model
        self._held: Cached[dict[int, Told]] = Cached(dict, _stamp)

    def of(self, numbers: Collection[int]) -> dict[int, Told]:
        """Return those that there are, retired ones too, by number."""
        held = self._held.get()
        unknown = [pk for pk in numbers if pk not in held]
        if unknown:
            kind = ("kind",) if self._model is Skill else ()
            rows = self._model.objects.filter(pk__in=unknown).order_by("pk")
            columns = rows.values_list("pk", "uri", "label_da", "label_en", "other_labels", *kind)
            held.update({pk: Told(*told, *("",) * (not kind)) for pk, *told in columns})
        return {pk: held[pk] for pk in numbers if pk in held}

    def forget(self) -> None:
        """Ask anew at the next question."""
        self._held.forget()


occupations, groups, skills = Tellings(Occupation), Tellings(OccupationGroup), Tellings(Skill)


def forget() -> None:
    """Build everything anew at the next question; called after every import."""
    for held in (*occupation_suggesters.values(), *skill_suggesters.values()):
        held.forget()
    for told in (occupations, groups, skills):
        told.forget()
    areas.forget()
