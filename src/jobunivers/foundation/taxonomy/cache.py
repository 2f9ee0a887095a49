# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What every process keeps at hand of the taxonomy, and when it is built anew."""

from functools import partial

from django.db.models import Max

from jobunivers.foundation.cached import Cached
from jobunivers.foundation.taxonomy.models import Dataset, Occupation, OccupationArea, Skill
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


def forget() -> None:
    """Build everything anew at the next question; called after every import."""
    for held in (*occupation_suggesters.values(), *skill_suggesters.values()):
        held.forget()
    areas.forget()
