# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who decides for a firm is told of agreements and prices, on her pages and by mail, once."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from django.utils import timezone

from jobunivers.foundation.events.models import Event
from jobunivers.foundation.notices import actions as notices
from jobunivers.foundation.notices.models import Address, Delivery, Notice
from jobunivers.foundation.notices.queries import text_of
from jobunivers.foundation.tenancy import working_for
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.identity.models import Person
from jobunivers.integrations.mail.fake import MailCatcher, caught
from jobunivers.rooms.agreements import actions as agreements
from jobunivers.rooms.agreements.models import Agreement, Amendment
from jobunivers.rooms.agreements.queries import earliest_day
from jobunivers.rooms.agreements.tests.making import make_agreement, make_change
from jobunivers.rooms.marketplace.tests.making import make_offer
from jobunivers.rooms.vendors import tasks
from jobunivers.rooms.vendors.models import KeyKind, VendorMember
from jobunivers.rooms.vendors.queries.told import MONEY
from jobunivers.rooms.vendors.tests.test_entering import link, mailed, post
from jobunivers.testing.browsers import KommuneClient

pytestmark = pytest.mark.django_db
__all__ = ["post"]
WRITER, SECOND, FIRM = 1, 2, 7


@pytest.fixture
def agreement(aarhus: Municipality, vera: Person) -> Agreement:
    """Return an agreement in force with Vera's firm."""
    vendor = VendorMember.objects.get(person_id=vera.pk).vendor
    with working_for(aarhus.pk):
        return make_agreement(make_offer(vendor=vendor, at=timezone.now()), notice_months=1)


def proposed(agreement: Agreement, *, sent: bool = True) -> Amendment:
    now = timezone.now()
    first = earliest_day(agreement, timezone.localdate(now))
    return make_change(agreement, by=WRITER, sent=sent, at=now, from_on=first)


def everything(kommune: Municipality) -> None:
    """Let the worker follow what has happened, twice."""
    with working_for(kommune.pk):
        rows = list(Event.objects.order_by("pk").values_list("kind", "data"))
    followed = ("signed", "ended", "change_sent", "change_approved", "change_withdrawn")
    for kind, data in rows:
        if kind in {f"agreements.{one}" for one in (*followed, "change_lapsed")}:
            for _twice in range(2):
                tasks.tell_of_money(municipality_id=kommune.pk, event_data=data)


def told(national: Municipality, person: Person) -> list[str]:
    """Return what somebody has been told, in her language and order."""
    with working_for(national.pk):
        rows = Notice.objects.filter(person_id=person.pk, kind=MONEY).order_by("pk")
        return [text_of(one) for one in rows]


def test_who_decides_for_the_firm_is_told_of_each_step_once_and_nobody_else(
    national: Municipality, aarhus: Municipality, vera: Person, viktor: Person,
    agreement: Agreement,
) -> None:  # fmt: skip
    everything(aarhus)
    [signed] = told(national, vera)
    assert "Aarhus Kommune har en aftale med jer" in signed
    with working_for(aarhus.pk):
        draft = proposed(agreement, sent=False)
        everything(aarhus)
        assert len(told(national, vera)) == 1, "a draft is the kommune's own"
        agreements.send_change(change=draft, seen=draft.version, at=timezone.now(), actor_id=WRITER)
    everything(aarhus)
    assert "Aarhus Kommune foreslår nye priser" in told(national, vera)[1]
    with working_for(aarhus.pk):
        now = timezone.now()
        agreements.accept_change(change=draft, seen=draft.version, at=now, actor_id=FIRM)
        agreements.approve_change(change=draft, seen=draft.version, at=now, actor_id=SECOND)
        agreements.end(agreement=agreement, at=now, today=now.date(), actor_id=WRITER)
    everything(aarhus)
    assert [("aftalt" in one, "opsagt" in one) for one in told(national, vera)[2:]] == [
        (True, False), (False, True),
    ]  # fmt: skip
    assert told(national, viktor) == []


def test_a_proposal_that_is_taken_back_or_lapses_is_told_too(
    national: Municipality, aarhus: Municipality, vera: Person, agreement: Agreement
) -> None:
    with working_for(aarhus.pk):
        change = proposed(agreement)
        everything(aarhus)
        agreements.withdraw_change(
            change=change, seen=change.version, at=timezone.now(), actor_id=WRITER
        )
        proposed(agreement)
        everything(aarhus)
        agreements.lapse_changes(at=timezone.now() + timedelta(days=100))
    everything(aarhus)
    words = told(national, vera)
    assert [one for one in words if "tilbage" in one]
    assert "udløbet" in words[-1]


def test_the_first_page_asks_who_decides_alone(
    aarhus: Municipality, as_vera: KommuneClient, as_viktor: KommuneClient, agreement: Agreement
) -> None:
    with working_for(aarhus.pk):
        change = proposed(agreement)
    path = f"/leverandoer/oekonomi/aendring/{change.pk}/"
    assert path in as_vera.get("/leverandoer/").content.decode()
    assert path not in as_viktor.get("/leverandoer/").content.decode()
    with working_for(aarhus.pk):
        agreements.accept_change(
            change=change, seen=change.version, at=timezone.now(), actor_id=FIRM
        )
    assert path not in as_vera.get("/leverandoer/").content.decode()


def comes_in(national: Municipality, person: Person, post: MailCatcher) -> None:
    """Let her log in by a link from her mail."""
    mailed(national, person, KeyKind.INVITATION)
    assert KommuneClient(national.slug).post(link(post)).status_code == 302


def at_noon() -> datetime:
    """Return a time outside everybody's quiet hours, after now."""
    tomorrow = timezone.localtime() + timedelta(days=1)
    return tomorrow.replace(hour=12, minute=0)


def letters(national: Municipality, post: MailCatcher) -> list[str]:
    """Let what is due leave the house; return the letters of prices."""
    notices.deliver_due(municipality_id=national.pk, at=at_noon())
    return [one.subject + one.text for one in caught(post.folder) if "nye priser" in one.text]


def test_the_address_she_came_in_by_is_told_by_mail(
    national: Municipality, aarhus: Municipality, vera: Person, agreement: Agreement,
    post: MailCatcher,
) -> None:  # fmt: skip
    comes_in(national, vera, post)
    with working_for(aarhus.pk):
        proposed(agreement)
    everything(aarhus)
    [letter] = letters(national, post)
    assert "foreslår nye priser" in letter
    everything(aarhus)
    assert len(letters(national, post)) == 1


def test_what_is_answered_before_the_mail_leaves_asks_nobody(
    national: Municipality, aarhus: Municipality, vera: Person, agreement: Agreement,
    post: MailCatcher,
) -> None:  # fmt: skip
    comes_in(national, vera, post)
    with working_for(aarhus.pk):
        change = proposed(agreement)
    everything(aarhus)
    with working_for(aarhus.pk):
        agreements.accept_change(
            change=change, seen=change.version, at=timezone.now(), actor_id=FIRM
        )
    assert letters(national, post) == []
    with working_for(national.pk):
        assert Delivery.objects.filter(notice__data__step="sent", state="left_out").exists()


def test_an_address_she_took_out_stays_out_and_one_she_gave_stays(
    national: Municipality, vera: Person, viktor: Person, post: MailCatcher
) -> None:
    def hers(person: Person) -> list[str]:
        rows = Address.objects.filter(person_id=person.pk, verified_at__isnull=False)
        return [one.address for one in rows.order_by("pk")]

    comes_in(national, vera, post)
    with working_for(national.pk):
        assert hers(vera) == ["vera@nordlys.example"]
        gone: dict[str, Any] = {"person_id": vera.pk, "address_id": Address.objects.get().pk}
        assert notices.forget_address(**gone, at=timezone.now())
    comes_in(national, vera, post)
    with working_for(national.pk):
        assert hers(vera) == []
        given = notices.give_email(
            person_id=viktor.pk, address="viktor@hjemme.example", at=timezone.now()
        )
        notices.confirm(address_id=given.pk, at=timezone.now())
    comes_in(national, viktor, post)
    with working_for(national.pk):
        assert hers(viktor) == ["viktor@hjemme.example"]
