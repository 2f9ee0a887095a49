# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which one or two missing competences would open most jobs, counted this moment over all."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from django.utils import timezone

from jobunivers.foundation.cached import Cached
from jobunivers.foundation.taxonomy import queries as taxonomy
from jobunivers.rooms.tailored.queries import words, worlds
from jobunivers.rooms.tailored.queries.asking import ask
from jobunivers.rooms.tailored.queries.pages import MODEL
from jobunivers.rooms.vacancies import queries as vacancies
from jobunivers.science.gaps import Gap, gaps
from jobunivers.trust import queries as trust

if TYPE_CHECKING:
    from jobunivers.rooms.vacancies.models import Vacancy

LANGUAGES = ("da", "en")
_SHOWN, _PAIRS, _EXAMPLES = 10, 5, 3


@dataclass(frozen=True, slots=True)
class SingleGap:
    """A competence she does not name, and how many more jobs would fit with it."""

    uri: str
    name: str
    opens: int
    examples: "list[Vacancy]"


@dataclass(frozen=True, slots=True)
class PairGap:
    """Two competences that open jobs together."""

    names: tuple[str, str]
    opens: int


@dataclass(frozen=True, slots=True)
class GapsPage:
    """What the page shows. `ready`: the advertisements are packed, so an answer could be given."""

    ready: bool
    off: bool = False
    knows_nothing: bool = False
    open_now: int = 0
    within_reach: int = 0  # so many would be open to her with the best of what is shown
    singles: Sequence[SingleGap] = ()
    pairs: Sequence[PairGap] = ()


def gaps_page(*, citizen_id: int, language: str, at: datetime) -> GapsPage:
    """Return which competences would open most jobs for the citizen, over all she can reach.

    Virtues and the language she reads are left out: nobody is said to lack them.
    """
    loaded = worlds.current()
    off = not trust.is_on(MODEL)
    if loaded is None or off:
        return GapsPage(ready=loaded is not None, off=off)
    (asked,) = ask(citizen_ids=[citizen_id], loaded=loaded, at=at)
    if asked.head.basis == "nothing":
        return GapsPage(ready=True, knows_nothing=True)
    day = vacancies.day_number(timezone.localdate(at))
    found = gaps(
        loaded.world,
        asked.profile,
        day=day,
        limit=_SHOWN,
        learnable=_LEARNABLE[language if language in _LEARNABLE else "da"].get(),
    )
    together = (*found.singles, *found.pairs)
    labels = taxonomy.labels({uri for gap in together for uri in gap.skills}, language)
    examples = vacancies.rows_by_id(_examples(found.singles))
    return GapsPage(
        ready=True,
        open_now=found.open_now,
        within_reach=max((gap.total_reach for gap in together), default=found.open_now),
        singles=[_single(gap, labels, examples) for gap in _worth_it(found.singles)],
        pairs=[
            PairGap((labels.get(one, one), labels.get(two, two)), gap.opens)
            for gap in found.pairs[:_PAIRS]
            for one, two in (gap.skills,)
        ],
    )


def _learnable(language: str) -> frozenset[str]:
    """Return the skills that can be learned as such."""
    rows = {row.uri: row for row in taxonomy.skills()}
    kinds = {uri: row.kind for uri, row in rows.items()}
    labels = {uri: row.label(language) for uri, row in rows.items()}
    return frozenset(rows) - words.goes_without_saying(kinds, labels, language)


# Thousands of names: read once per import of the taxonomy, not once per page.
_LEARNABLE = {
    language: Cached(partial(_learnable, language), taxonomy.version) for language in LANGUAGES
}


def _worth_it(found: Sequence[Gap]) -> list[Gap]:
    """Leave out what opens a single job where something opens more: nobody learns for that."""
    most = max((gap.opens for gap in found), default=0)
    return [gap for gap in found if gap.opens > 1 or most <= 1]


def _examples(found: Iterable[Gap]) -> list[int]:
    return list({pk for gap in found for pk in gap.examples[:_EXAMPLES]})


def _single(gap: Gap, labels: dict[str, str], there: "dict[int, Vacancy]") -> SingleGap:
    (uri,) = gap.skills
    shown = [there[pk] for pk in gap.examples[:_EXAMPLES] if pk in there]
    return SingleGap(uri, labels.get(uri, uri), gap.opens, shown)
