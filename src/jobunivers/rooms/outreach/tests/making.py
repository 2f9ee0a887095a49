# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Pushes for tests, made through the room's doors."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime, timedelta

from django.utils import timezone

from jobunivers.foundation import groups
from jobunivers.identity.models import Person
from jobunivers.rooms.journey.models import Spell
from jobunivers.rooms.marketplace import actions as marketplace
from jobunivers.rooms.marketplace.models import Shelf
from jobunivers.rooms.marketplace.queries import Offer, Source
from jobunivers.rooms.marketplace.tests.making import NOW, make_offer
from jobunivers.rooms.outreach import actions
from jobunivers.rooms.outreach.actions import Content
from jobunivers.rooms.outreach.models import Push, Stand, State, Trigger, What
from jobunivers.rooms.vacancies.models import Vacancy


def message(sender: Person, picked: Sequence[Person], *, title: str = "Jobmesse") -> Push:
    """Return a draft with words, looked through."""
    content = Content(title=title, words="Kom på torsdag.", because="Fordi du søger job.")
    return looked_through(sender, content, picked)


def job_push(sender: Person, vacancy: Vacancy, picked: Sequence[Person]) -> Push:
    """Return a draft with a job, looked through."""
    content = Content(
        what=What.JOB,
        thing=str(vacancy.pk),
        title=vacancy.title,
        path=f"job/{vacancy.pk}/",
        because="Fordi du kender den slags arbejde.",
        positions=vacancy.positions,
    )
    return looked_through(sender, content, picked)


def looked_through(sender: Person, content: Content, picked: Sequence[Person]) -> Push:
    """Return a draft whose people are found."""
    now = timezone.now()
    push = actions.start_push(
        sender_id=sender.pk, content=content, picked=[one.pk for one in picked], at=now
    )
    return actions.preview(push_id=push.pk, at=now)


def submitted(push: Push, *, send_at: datetime | None = None, despite: str = "") -> Push:
    """Hand a draft in."""
    now = timezone.now()
    return actions.submit(
        push_id=push.pk, version=push.version, send_at=send_at or now, despite=despite, at=now
    )


def sent(push: Push, *, at: datetime | None = None) -> Push:
    """Send all of a push that is agreed, as the worker does."""
    now = at or timezone.now()
    more = actions.begin(push_id=push.pk, at=now)
    while more:
        more = actions.send_some(push_id=push.pk, at=now)
    push.refresh_from_db()
    return push


@contextmanager
def group(members: "list[int] | None", *, key: str = "1") -> Iterator[list[int]]:
    """Let there be a group of these people; the list may be changed while it is there."""
    held: list[int] = list(members or [])
    known = [members is not None]

    def _members(asked: str, at: datetime) -> list[int] | None:
        return list(held) if known[0] and asked == key else None

    def _offered(staff_id: int, language: str) -> list[groups.Group]:
        return [groups.Group("test", key, "Prøvegruppen")]

    groups.register(groups.Kind("test", "Prøve", _offered, _members))
    try:
        yield held
    finally:
        groups.withdraw("test")


def gone_out(sender: Person, citizen: Person) -> Push:
    """Return a push that a citizen has got, whatever else is true of her."""
    now = timezone.now()
    push = message(sender, [citizen])
    push.recipients.update(state=Stand.SENT, reason="", at=now)
    Push.objects.filter(pk=push.pk).update(
        state=State.SENT, send_at=now, begun_at=now, over_at=now, version=push.version + 1
    )
    push.refresh_from_db()
    return push


def offer_on_shelf() -> Offer:
    """Return an offer of the kommune's own that stands on a shelf of its own."""
    words = marketplace.ShelfWords(title_da="Egen hylde")
    if not any(one.key == "regler" for one in Shelf.objects.all()):
        marketplace.save_shelf(key="regler", whose=marketplace.OWN, entry=words, seen=0, at=NOW)
    offer = make_offer(source=Source.LOCAL, title_da="Eget tilbud")
    marketplace.place(shelf_key="regler", offer_id=offer.pk, at=NOW)
    return offer


def out_of_work(citizen: Person, *, days: int) -> None:
    """Let somebody have been out of work for so many days."""
    Spell.objects.create(
        citizen_id=citizen.pk,
        began_on=timezone.localdate() - timedelta(days=days),
        told_by="citizen",
        recorded_at=timezone.now(),
    )


def a_rule(owner: Person, *, name: str = "Et halvt år", live: bool = False) -> Trigger:
    """Return a rule for those who have been out of work for half a year, tested when it is live."""
    now = timezone.now()
    body = actions.Body(
        conditions=[{"code": "out_of_work", "months": 6, "until": None}],
        title="Nye veje",
        words="Se her.",
        because="Mange får ny luft af det.",
        from_now=False,
    )
    rule = actions.start_trigger(owner_id=owner.pk, name=name, body=body, at=now)
    if live:
        actions.test_trigger(trigger_id=rule.pk, by_id=owner.pk, at=now)
        rule = actions.set_live(
            trigger_id=rule.pk, seen=rule.version, by_id=owner.pk, why="Udvalget vil det.", at=now
        )
    return rule
