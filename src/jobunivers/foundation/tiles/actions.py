# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Remembering how a person wants her own page."""

from collections.abc import Callable, Iterable
from datetime import datetime

from django.db import transaction

from jobunivers.foundation.events import actions as events
from jobunivers.foundation.tiles.arranging import Arrangement, CannotArrange, read
from jobunivers.foundation.tiles.models import Layout
from jobunivers.foundation.tiles.offered import tiles

# So many steps can be taken back.
STEPS = 10


class ChangedMeanwhile(Exception):  # noqa: N818 - it reads as what happened
    """She has changed it in another window: what she saw is not what stands there."""


class NothingToTakeBack(Exception):  # noqa: N818
    """It stands as it did from the beginning."""


def settle(*, person_id: int, arrangement: Arrangement, at: datetime) -> None:
    """Keep what she has seen the first time, so that nothing moves by itself from then on."""
    row = Layout(
        person_id=person_id,
        arrangement=arrangement.as_kept(),
        known=[tile.code for tile in tiles()],
        changed_at=at,
    )
    Layout.objects.bulk_create([row], ignore_conflicts=True)


def get_to_know(*, person_id: int, version: int, codes: Iterable[str]) -> None:
    """Remember that she need not be offered these tiles: she said no, or they are not for her.

    Raises:
        ChangedMeanwhile: her page has another version by now.
    """
    layout = _seen(person_id, version)
    known = sorted({*layout.known, *codes})
    Layout.objects.filter(pk=layout.pk, version=version).update(known=known)


def rearrange(
    *,
    person_id: int,
    version: int,
    change: Callable[[Arrangement], Arrangement],
    at: datetime,
) -> Arrangement:
    """Change the page she saw at this version; what it was before can be brought back.

    Raises:
        ChangedMeanwhile: it has another version by now, or was never settled.
        CannotArrange: the change cannot be made.
    """
    layout = _seen(person_id, version)
    before = read(layout.arrangement)
    after = change(before)
    if after != before:
        _save(layout, after, [*layout.history, layout.arrangement][-STEPS:], at)
    return after


def take_back(*, person_id: int, version: int, at: datetime) -> Arrangement:
    """Bring back how the page was before the latest change.

    Raises:
        ChangedMeanwhile: it has another version by now.
        NothingToTakeBack: nothing was changed, or all of it was taken back.
    """
    layout = _seen(person_id, version)
    if not layout.history:
        raise NothingToTakeBack
    before = read(layout.history[-1])
    _save(layout, before, layout.history[:-1], at)
    return before


def _seen(person_id: int, version: int) -> Layout:
    layout = Layout.objects.filter(person_id=person_id, version=version).first()
    if layout is None:
        raise ChangedMeanwhile
    return layout


@transaction.atomic
def _save(layout: Layout, after: Arrangement, history: list[object], at: datetime) -> None:
    rows = Layout.objects.filter(pk=layout.pk, version=layout.version)
    # What she takes away is known to her, and not offered again.
    seen = {*layout.known, *read(layout.arrangement).everywhere, *after.everywhere}
    changed = rows.update(
        arrangement=after.as_kept(), history=history, known=sorted(seen),
        version=layout.version + 1, changed_at=at,
    )  # fmt: skip
    if not changed:
        raise ChangedMeanwhile
    events.record("tiles.arranged", at=at, citizen_id=layout.person_id, actor_id=layout.person_id)


__all__ = [
    "STEPS",
    "CannotArrange",
    "ChangedMeanwhile",
    "NothingToTakeBack",
    "get_to_know",
    "rearrange",
    "settle",
    "take_back",
]
