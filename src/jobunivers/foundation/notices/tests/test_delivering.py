# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What leaves the house: the ways she wants it, once, tried again, and given up with its reason."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone
from procrastinate.contrib.django.models import ProcrastinateJob

from jobunivers.foundation.notices import actions, channels, queries, register
from jobunivers.foundation.notices.actions import delivering
from jobunivers.foundation.notices.models import (
    Address,
    Channel,
    Delivery,
    Notice,
    Preferences,
    Rhythm,
    State,
)
from jobunivers.foundation.notices.tests.conftest import NOW, worded
from jobunivers.foundation.notices.tests.making import make_address
from jobunivers.foundation.tenancy import working_for
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.integrations.carrying import ACCEPTED, Message, Outcome
from jobunivers.integrations.mail.fake import MailCatcher
from jobunivers.integrations.webpush.fake import FakePushService

pytestmark = pytest.mark.django_db
Person = Any  # identity is a floor above
NINE_TOMORROW = NOW + timedelta(hours=23)
Deliver = Callable[..., int]


@pytest.fixture
def deliver(aarhus: Municipality) -> Deliver:
    """Hand over what is due in Aarhus at a moment."""

    def run(at: object = NOW) -> int:
        return actions.deliver_due(municipality_id=aarhus.pk, at=at)  # type: ignore[arg-type]

    return run


@pytest.fixture
def reached(aarhus: Municipality, kirsten: Person) -> Address:
    """Give Kirsten a confirmed e-mail address."""
    with working_for(aarhus.pk):
        return make_address(kirsten, at=NOW)


def tell(person: Person, kind: str = "tests.at_once", **more: object) -> Notice:
    at = more.pop("at", NOW)
    with working_for(person.municipality_id):
        return actions.notify(person_id=person.pk, kind=kind, at=at, **more)  # type: ignore[arg-type]


def only(person: Person) -> Delivery:
    with working_for(person.municipality_id):
        return Delivery.objects.get(person_id=person.pk)


@pytest.mark.usefixtures("reached")
def test_a_notice_arrives_as_a_letter_with_a_link_back_and_no_picture(
    kirsten: Person, deliver: Deliver, post: MailCatcher
) -> None:
    notice = tell(kirsten, data={"count": 3}, path="/aarhus/job/")
    assert deliver() == 1
    (letter,) = post.letters()
    assert letter.subject == "3 nye job"
    assert letter.to == "kirsten@example.org"
    link = f"https://job.example/aarhus/beskeder/{notice.pk}/?fra=email"
    assert link in letter.text
    assert link in letter.html
    assert "<img" not in letter.html
    assert "http" not in letter.html.replace("https://job.example/aarhus/", "")
    assert "Kirsten" not in letter.text
    sent = only(kirsten)
    assert (sent.state, sent.tries) == (State.SENT, 1)


@pytest.mark.usefixtures("reached")
def test_it_is_handed_over_once_however_often_the_worker_looks(
    kirsten: Person, deliver: Deliver, post: MailCatcher
) -> None:
    tell(kirsten)
    assert [deliver(), deliver(), deliver(NINE_TOMORROW)] == [1, 0, 0]
    assert len(post.letters()) == 1


@pytest.mark.usefixtures("reached")
def test_one_occasion_is_told_once(kirsten: Person, deliver: Deliver, post: MailCatcher) -> None:
    first = tell(kirsten, key="frist:7")
    assert tell(kirsten, key="frist:7", at=NOW + timedelta(minutes=1)).pk == first.pk
    assert tell(kirsten, key="frist:8").pk != first.pk
    deliver()
    assert len(post.letters()) == 2


def test_without_an_address_of_hers_nothing_is_queued(
    kirsten: Person, aarhus: Municipality, post: MailCatcher
) -> None:
    with working_for(aarhus.pk):
        make_address(kirsten, confirmed=False)
    tell(kirsten)
    with working_for(aarhus.pk):
        assert Delivery.objects.count() == 0
        assert queries.unread_count(person_id=kirsten.pk) == 1
    assert post.letters() == []


@pytest.mark.usefixtures("reached")
def test_what_is_collected_comes_in_one_letter_the_next_morning(
    kirsten: Person, deliver: Deliver, post: MailCatcher
) -> None:
    for count in (2, 3):
        tell(kirsten, "tests.daily", data={"count": count}, path="job/")
    assert deliver() == 0
    assert deliver(NINE_TOMORROW) == 1
    (letter,) = post.letters()
    assert letter.subject == "2 nye beskeder til dig"
    assert "2 nye job" in letter.text
    assert "3 nye job" in letter.text
    with working_for(kirsten.municipality_id):
        assert Notice.objects.filter(sent_at=NINE_TOMORROW).count() == 2
    assert deliver(NINE_TOMORROW + timedelta(days=1)) == 0, "nothing new, nothing sent"


@pytest.mark.usefixtures("reached")
def test_what_she_has_read_already_is_not_sent(
    kirsten: Person, aarhus: Municipality, deliver: Deliver, post: MailCatcher
) -> None:
    tell(kirsten, "tests.daily")
    with working_for(aarhus.pk):
        actions.mark_read(person_id=kirsten.pk, at=NOW)
    assert deliver(NINE_TOMORROW) == 0
    assert (only(kirsten).state, only(kirsten).reason) == (State.LEFT_OUT, "seen_already")
    assert post.letters() == []


@pytest.mark.usefixtures("reached")
def test_what_no_longer_matters_is_not_sent(
    kirsten: Person, deliver: Deliver, post: MailCatcher
) -> None:
    register.notice_type(
        register.NoticeType(
            code="tests.daily", sender="tests.sender", name="x", about="x", wording=worded,
            relevant=lambda _notice, _at: False,
        )
    )  # fmt: skip
    tell(kirsten, "tests.daily")
    deliver(NINE_TOMORROW)
    assert only(kirsten).reason == "no_longer_relevant"
    assert post.letters() == []


@pytest.mark.usefixtures("reached")
def test_it_is_in_the_language_she_chose(
    kirsten: Person, aarhus: Municipality, deliver: Deliver, post: MailCatcher
) -> None:
    with working_for(aarhus.pk):
        Preferences.objects.create(person_id=kirsten.pk, language="en", changed_at=NOW)
    tell(kirsten, data={"count": 3})
    deliver()
    (letter,) = post.letters()
    assert letter.subject == "3 new jobs"
    assert "Stop these notices" in letter.text
    assert letter.mail["Content-Language"] == "en"


@pytest.mark.usefixtures("reached")
def test_quiet_hours_are_kept_and_critical_ones_pass(
    kirsten: Person, deliver: Deliver, post: MailCatcher
) -> None:
    night = NOW + timedelta(hours=13)
    tell(kirsten, at=night)
    tell(kirsten, "tests.critical", at=night, data={"count": 9})
    assert deliver(night) == 1
    assert [one.subject for one in post.letters()] == ["9 nye job"]
    assert "List-Unsubscribe" not in post.letters()[0].mail
    assert deliver(NOW + timedelta(hours=22)) == 1


@pytest.mark.usefixtures("reached")
def test_limits_hold_over_all_senders_and_critical_ones_count(
    kirsten: Person, aarhus: Municipality, deliver: Deliver, post: MailCatcher
) -> None:
    with working_for(aarhus.pk):
        actions.limit(per_day=2, per_week=3, actor_id=kirsten.pk, at=NOW)
    tell(kirsten, "tests.critical")
    for _ in range(3):
        tell(kirsten)
    assert deliver() == 2
    with working_for(aarhus.pk):
        reasons = Delivery.objects.order_by("pk").values_list("reason", flat=True)
        assert list(reasons) == ["", "", "day_is_full", "day_is_full"]
    tell(kirsten, at=NOW + timedelta(days=2))
    tell(kirsten, at=NOW + timedelta(days=2))
    deliver(NOW + timedelta(days=2))
    assert len(post.letters()) == 3


@pytest.mark.usefixtures("reached")
def test_in_a_pause_only_what_is_critical_comes(
    kirsten: Person, aarhus: Municipality, deliver: Deliver, post: MailCatcher
) -> None:
    with working_for(aarhus.pk):
        actions.pause(person_id=kirsten.pk, until=NOW + timedelta(days=7), at=NOW)
    tell(kirsten)
    tell(kirsten, "tests.critical", data={"count": 9})
    assert deliver() == 1
    assert post.letters()[0].subject == "9 nye job"


def test_a_busy_server_is_tried_again_and_then_given_up(
    kirsten: Person, aarhus: Municipality, deliver: Deliver, post: MailCatcher
) -> None:
    with working_for(aarhus.pk):
        make_address(kirsten, "optaget@example.org")
    tell(kirsten, "tests.critical")
    at, tries = NOW, 0
    while only(kirsten).state == State.WAITING:
        at = max(at, only(kirsten).due_at)
        assert deliver(at - timedelta(seconds=1)) == 0 or at == NOW
        tries += deliver(at) if only(kirsten).state == State.WAITING else 0
        assert tries < 20
    given_up = only(kirsten)
    assert (given_up.state, given_up.reason) == (State.FAILED, "smtp-451")
    assert given_up.tries == 6
    assert post.letters() == []


def test_an_address_that_is_gone_is_used_no_more_and_she_is_told(
    kirsten: Person, aarhus: Municipality, deliver: Deliver, post: MailCatcher
) -> None:
    with working_for(aarhus.pk):
        make_address(kirsten, "ukendt@example.org")
    tell(kirsten)
    deliver()
    assert (only(kirsten).state, only(kirsten).reason) == (State.FAILED, "smtp-550")
    with working_for(aarhus.pk):
        assert Address.objects.get().gone_at == NOW
        newest = queries.latest(person_id=kirsten.pk)[0]
        assert newest.kind == "notices.address_gone"
        assert "Vi kan ikke sende til din e-mail" in queries.text_of(newest)
    tell(kirsten)
    assert deliver() == 0


@pytest.mark.usefixtures("reached")
def test_a_worker_that_dies_after_its_claim_loses_nothing_and_the_name_is_the_same(
    kirsten: Person, aarhus: Municipality, deliver: Deliver, post: MailCatcher
) -> None:
    tell(kirsten)
    with working_for(aarhus.pk):
        (parcel,) = delivering.claim(person_id=kirsten.pk, municipality_id=aarhus.pk, at=NOW)
    assert deliver(NOW + timedelta(minutes=5)) == 0, "another has it in hand"
    assert deliver(NOW + timedelta(minutes=11)) == 1
    assert post.letters()[0].mail["Message-ID"] == f"<{parcel.message.key}@job.example>"


@pytest.mark.usefixtures("reached")
def test_new_notices_ask_for_a_worker_at_once_and_one_job_waits(
    kirsten: Person, post: MailCatcher
) -> None:
    before = ProcrastinateJob.objects.count()
    tell(kirsten)
    tell(kirsten)
    tell(kirsten, "tests.daily")
    jobs = ProcrastinateJob.objects.order_by("pk")[before:]
    assert [job.task_name.rsplit(".", 1)[-1] for job in jobs] == ["deliver"]


def test_a_phone_shows_it_and_one_that_is_gone_is_forgotten(
    kirsten: Person, aarhus: Municipality, deliver: Deliver, phones: FakePushService
) -> None:
    public = channels.push_keys().public
    with working_for(aarhus.pk):
        for label in ("Telefon", "Computer", "Gammel"):
            actions.give_phone(
                person_id=kirsten.pk, address=phones.subscribe(public), label=label, at=NOW
            )
    phones.answer(2, 410)
    notice = tell(kirsten, data={"count": 3}, path="job/")
    assert deliver() == 1
    assert [one.device for one in phones.received] == [0, 1]
    told = phones.received[0].told
    assert told["body"] == "3 nye job"
    assert told["link"].endswith(f"/aarhus/beskeder/{notice.pk}/?fra=phone")
    assert only(kirsten).state == State.SENT
    with working_for(aarhus.pk):
        gone = Address.objects.filter(gone_at=NOW).values_list("label", flat=True)
        assert list(gone) == ["Gammel"]


def test_a_retry_reaches_only_the_phone_that_lacks_it(
    kirsten: Person, aarhus: Municipality, deliver: Deliver, phones: FakePushService
) -> None:
    public = channels.push_keys().public
    with working_for(aarhus.pk):
        for label in ("Telefon", "Computer"):
            actions.give_phone(
                person_id=kirsten.pk, address=phones.subscribe(public), label=label, at=NOW
            )
    phones.answer(1, 429)
    tell(kirsten)
    deliver()
    waiting = only(kirsten)
    assert waiting.state == State.WAITING
    assert waiting.due_at == NOW + timedelta(minutes=2), "as the service asked"
    deliver(waiting.due_at)
    assert [one.device for one in phones.received] == [0, 1]
    assert only(kirsten).state == State.SENT


def test_the_port_takes_any_carrier_that_keeps_the_protocol(
    kirsten: Person, aarhus: Municipality, deliver: Deliver, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken: list[tuple[str, str]] = []

    class Texts:
        def send(self, message: Message, address: str) -> Outcome:
            taken.append((address, message.title))
            return ACCEPTED

        def check(self) -> str:
            return ""

    monkeypatch.setattr(channels, "_makers", dict(channels._makers))
    channels.offer(Channel.SMS, Texts)
    with working_for(aarhus.pk):
        make_address(kirsten, "+4512345678", channel=Channel.SMS)
        said = actions.Said(quiet_from=None, quiet_to=None, digest_hour=9, language="da")
        choice = {("tests.at_once", Channel.SMS.value): Rhythm.AT_ONCE}
        actions.prefer(person_id=kirsten.pk, said=said, choices=choice, at=NOW)
    tell(kirsten, data={"count": 3})
    assert deliver() == 1
    assert taken == [("+4512345678", "3 nye job")]


def test_another_kommune_has_nothing_to_send(
    kirsten: Person, odense: Municipality, reached: Address, post: MailCatcher
) -> None:
    tell(kirsten)
    assert actions.deliver_due(municipality_id=odense.pk, at=NOW) == 0
    assert post.letters() == []
    assert timezone.is_aware(reached.created_at)
