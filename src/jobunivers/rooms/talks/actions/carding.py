# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Cue cards: the country's, a kommune's own in versions, and what one member of staff wants."""

import tomllib
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

from django.db import IntegrityError, transaction
from django.db.models import Max

from jobunivers.foundation.events import actions as events
from jobunivers.foundation.tenancy import current_municipality_id, writing_shared
from jobunivers.rooms.talks.models import CardChoice, CueCard

STARTER = Path(__file__).parent.parent / "starter" / "cards.toml"


@dataclass(frozen=True, slots=True, kw_only=True)
class CardEntry:
    """What a card says, in both languages, and the situations it is for."""

    title_da: str
    title_en: str
    text_da: str
    text_en: str
    tags: list[str]


class NoSuchCard(LookupError):  # noqa: N818 - it reads as what happened
    """There is no card of this key."""


class CardChanged(Exception):  # noqa: N818 - it reads as what happened
    """Somebody else wrote a version meanwhile; `card` is what stands now."""

    def __init__(self, card: CueCard | None) -> None:
        super().__init__()
        self.card = card


@transaction.atomic
def ensure_cards(*, at: datetime) -> int:
    """Bring the country's starter cards up to date; return how many versions are new."""
    with STARTER.open("rb") as file:
        wanted = {one.pop("key"): one for one in tomllib.load(file)["cards"]}
    newest: dict[str, CueCard] = {}
    for row in CueCard.objects.filter(municipality=None).order_by("key", "number"):
        newest[row.key] = row
    new = []
    for key, said in wanted.items():
        entry = CardEntry(**said)
        before = newest.get(key)
        if before is None or _said(before) != entry:
            number = before.number + 1 if before else 1
            new.append(CueCard(key=key, number=number, made_at=at, **asdict(entry)))
    with writing_shared():
        CueCard.objects.bulk_create(new)
    return len(new)


def _said(row: CueCard) -> CardEntry:
    return CardEntry(
        title_da=row.title_da,
        title_en=row.title_en,
        text_da=row.text_da,
        text_en=row.text_en,
        tags=list(row.tags),
    )


@transaction.atomic
def save_card(
    *, key: str, seen: int, entry: CardEntry, retired: bool = False, by_id: int, at: datetime
) -> CueCard:
    """Write the kommune's next version of a card. Raises CardChanged.

    Args:
        key: of a card that is there, or a new one.
        seen: the kommune's newest version that was read; 0 when it has none of its own.
        entry: what the card says from now on.
        retired: the kommune does not use it.
        by_id: who writes.
        at: now.
    """
    own = CueCard.objects.filter(municipality_id=current_municipality_id(), key=key)
    newest = own.aggregate(Max("number"))["number__max"] or 0
    if newest != seen:
        raise CardChanged(own.order_by("-number").first())
    row = CueCard(
        municipality_id=current_municipality_id(),
        key=key,
        number=newest + 1,
        retired=retired,
        made_at=at,
        made_by_id=by_id,
        **asdict(entry),
    )
    try:
        with transaction.atomic():
            row.save(force_insert=True)
    except IntegrityError as error:
        raise CardChanged(own.order_by("-number").first()) from error
    kind = "talks.card_retired" if retired else "talks.card_written"
    events.record(kind, at=at, actor_id=by_id, data={"card": key, "number": row.number})
    return row


@transaction.atomic
def retire_card(*, key: str, by_id: int, at: datetime) -> None:
    """Take a card out of use in this kommune; its versions stay. Raises NoSuchCard."""
    rows = CueCard.objects.filter(key=key)
    own = rows.filter(municipality_id=current_municipality_id()).order_by("-number").first()
    standing = own or rows.filter(municipality=None).order_by("-number").first()
    if standing is None:
        raise NoSuchCard
    if not standing.retired:
        save_card(
            key=key,
            seen=own.number if own else 0,
            entry=_said(standing),
            retired=True,
            by_id=by_id,
            at=at,
        )


@transaction.atomic
def choose_card(*, staff_id: int, key: str, wish: str, at: datetime) -> None:
    """Keep a card at hand (pinned), out of sight (hidden), or as usual (""). Raises NoSuchCard."""
    if not CueCard.objects.filter(key=key).exists():
        raise NoSuchCard
    if wish not in CardChoice.Wish.values:
        CardChoice.objects.filter(staff_id=staff_id, key=key).delete()
        return
    CardChoice.objects.update_or_create(
        staff_id=staff_id, key=key, defaults={"wish": wish, "chosen_at": at}
    )
