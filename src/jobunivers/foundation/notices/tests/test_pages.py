# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The pages of her choices, and those that letters lead to."""

from collections.abc import Callable
from datetime import time, timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from procrastinate.contrib.django.models import ProcrastinateJob

from jobunivers.foundation.notices import actions, links, queries, tasks
from jobunivers.foundation.notices.models import Address, Channel, Notice, Rhythm
from jobunivers.foundation.notices.tests.making import make_address
from jobunivers.foundation.notices.views import device_words
from jobunivers.foundation.tenancy import working_for
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.integrations.mail.fake import MailCatcher
from jobunivers.integrations.webpush.fake import FakePushService

pytestmark = pytest.mark.django_db
Person = Any  # identity is a floor above
KommuneClient = Any  # and so is what logs in
SETTINGS = "/beskeder/indstillinger/"
GENERAL = {"quiet": "on", "quiet_from": "22", "quiet_to": "7", "digest_hour": "8", "language": "en"}


def _choices(page: str) -> dict[str, str]:
    """Return the form's own fields of types and channels, all turned off."""
    import re

    names = re.findall(r'<select name="([a-z_]+-(?:email|phone))"', page)
    return dict.fromkeys(names, "off")


def _token(kommune: Municipality, make: Callable[[], str]) -> str:
    with working_for(kommune.pk), links.at_home(kommune):
        return make()


def test_what_she_chooses_is_kept(
    as_kirsten: KommuneClient, kirsten: Person, aarhus: Municipality, post: MailCatcher
) -> None:
    page = as_kirsten.get(SETTINGS).content.decode()
    chosen = {**_choices(page), "tests_at_once-email": "daily"}
    assert chosen["tests_at_once-phone"] == "off"
    answer = as_kirsten.post(SETTINGS, {**GENERAL, **chosen})
    assert answer.status_code == 302
    with working_for(aarhus.pk):
        shown = queries.settings_page(person_id=kirsten.pk, staff=False, at=timezone.now())
    assert (shown.preferences.quiet_from, shown.preferences.quiet_to) == (time(22), time(7))
    assert shown.preferences.language == "en"
    assert shown.choices["tests.at_once", Channel.EMAIL] == Rhythm.DAILY
    assert shown.choices["tests.at_once", Channel.PHONE] == Rhythm.OFF
    again = as_kirsten.get(SETTINGS).content.decode()
    assert '<option value="22" selected>' in again


def test_what_is_critical_cannot_be_turned_off_and_staff_choose_their_own(
    as_kirsten: KommuneClient, as_anne: KommuneClient
) -> None:
    page = as_kirsten.get(SETTINGS).content.decode()
    assert "tests_critical-" not in page
    assert "Frister" in page
    assert "gået i stå" not in page
    assert "gået i stå" in as_anne.get(SETTINGS).content.decode()


def test_wrong_hours_are_refused_and_nothing_is_lost(as_kirsten: KommuneClient) -> None:
    chosen = _choices(as_kirsten.get(SETTINGS).content.decode())
    same = {**GENERAL, **chosen, "quiet_to": "22"}
    answer = as_kirsten.post(SETTINGS, same)
    assert answer.status_code == 422
    assert "Vælg et andet klokkeslæt" in answer.content.decode()
    for wrong in ({"digest_hour": "3"}, {"language": "xx"}, {"quiet_from": "99"}):
        assert as_kirsten.post(SETTINGS, {**GENERAL, **chosen, **wrong}).status_code == 422


def test_an_address_is_used_when_its_reader_has_confirmed_it_and_not_before(
    as_kirsten: KommuneClient, kirsten: Person, aarhus: Municipality, post: MailCatcher
) -> None:
    answer = as_kirsten.post(f"{SETTINGS}mail/", {"email": "Kirsten@Example.ORG"})
    assert answer.status_code == 302
    job = ProcrastinateJob.objects.order_by("-pk")[0]
    assert job.task_name.endswith("confirm_address")
    tasks.confirm_address(**job.args)
    (letter,) = post.letters()
    assert letter.to == "Kirsten@example.org"
    path = next(line for line in letter.text.splitlines() if "/bekraeft-mail/" in line)
    path = path.strip().removeprefix("https://job.example")
    nobody = Client()
    assert "Ja, adressen er min" in nobody.get(path).content.decode()
    with working_for(aarhus.pk):
        assert Address.objects.get().verified_at is None, "a program may have opened it"
    assert nobody.post(path).status_code == 200
    with working_for(aarhus.pk):
        assert Address.objects.get().verified_at is not None
    assert "Kirsten@example.org" in as_kirsten.get(SETTINGS).content.decode()
    tasks.confirm_address(**job.args)
    assert len(post.letters()) == 1


def test_a_link_that_is_old_changed_or_of_another_kommune_says_so(
    kirsten: Person, aarhus: Municipality, odense: Municipality, monkeypatch: pytest.MonkeyPatch
) -> None:
    with working_for(aarhus.pk):
        waiting = make_address(kirsten, confirmed=False)
    path = _token(
        aarhus,
        lambda: links.confirm_path(address_id=waiting.pk, municipality_id=aarhus.pk),
    )
    browser = Client()
    assert browser.get(path).status_code == 200
    for wrong in (path[:-3] + "x/", path.replace("/aarhus/", "/odense/"), "/aarhus/afmeld/x/"):
        answer = browser.post(wrong)
        assert answer.status_code == 404
        assert "Linket virker ikke mere" in answer.content.decode()
    monkeypatch.setattr(links, "CONFIRM_SECONDS", -1)
    assert browser.post(path).status_code == 404
    with working_for(aarhus.pk):
        assert Address.objects.get().verified_at is None


def test_a_stranger_gets_few_letters_however_often_somebody_asks(
    as_kirsten: KommuneClient, kirsten: Person, aarhus: Municipality, post: MailCatcher
) -> None:
    first = as_kirsten.post(f"{SETTINGS}mail/", {"email": "fremmed@example.org"})
    assert first.status_code == 302
    with working_for(aarhus.pk):
        pk = Address.objects.get().pk
    as_kirsten.post(f"{SETTINGS}fjern/{pk}/")
    again = as_kirsten.post(f"{SETTINGS}mail/", {"email": "fremmed@example.org"})
    assert again.status_code == 422
    assert "Vent lidt" in again.content.decode()
    now = timezone.now()
    with working_for(aarhus.pk):
        for number in range(1, 5):
            at = now + timedelta(minutes=3 * number)
            actions.give_email(person_id=kirsten.pk, address=f"{number}@example.org", at=at)
        with pytest.raises(actions.TooSoon):
            actions.give_email(
                person_id=kirsten.pk, address="6@example.org", at=now + timedelta(hours=1)
            )
    for wrong in ("", "x", "a@b\r\nBcc: c@d.dk", "a" * 300 + "@example.org"):
        assert as_kirsten.post(f"{SETTINGS}mail/", {"email": wrong}).status_code == 422


def test_one_press_in_a_mail_program_leaves_without_login_cookie_or_token(
    kirsten: Person, aarhus: Municipality
) -> None:
    path = _token(
        aarhus,
        lambda: links.leave_path(
            person_id=kirsten.pk, kind="tests.at_once", channel="email", municipality_id=aarhus.pk
        ),
    )
    program = Client(enforce_csrf_checks=True)
    assert "Vil du stoppe" in program.get(path).content.decode()

    def rhythm(kind: str) -> str:
        with working_for(aarhus.pk):
            from jobunivers.foundation.notices.queries.wishes import of_many
            from jobunivers.foundation.notices.register import type_of

            known = type_of(kind)
            assert known is not None
            return of_many([kirsten.pk])[kirsten.pk].rhythm(known, "email")

    assert rhythm("tests.at_once") == Rhythm.AT_ONCE, "looking at the page ends nothing"
    answer = program.post(path, {"List-Unsubscribe": "One-Click"})
    assert (answer.status_code, answer.content) == (200, b"")
    assert rhythm("tests.at_once") == Rhythm.OFF
    assert rhythm("tests.daily") == Rhythm.DAILY
    assert "Du får dem igen" in program.post(path, {"fortryd": "1"}).content.decode()
    assert rhythm("tests.at_once") == Rhythm.AT_ONCE
    everything = _token(
        aarhus,
        lambda: links.leave_path(
            person_id=kirsten.pk, kind="*", channel="email", municipality_id=aarhus.pk
        ),
    )
    program.post(everything)
    assert {rhythm("tests.at_once"), rhythm("tests.daily")} == {Rhythm.OFF}
    assert rhythm("tests.critical") == Rhythm.AT_ONCE


def test_following_a_link_is_remembered_with_the_way_she_came(
    as_kirsten: KommuneClient, as_mads: KommuneClient, kirsten: Person, aarhus: Municipality
) -> None:
    with working_for(aarhus.pk):
        notice = actions.notify(
            person_id=kirsten.pk, kind="tests.at_once", at=timezone.now(), path="job/?q=have"
        )
    assert as_mads.get(f"/beskeder/{notice.pk}/").status_code == 404
    answer = as_kirsten.get(f"/beskeder/{notice.pk}/?fra=email")
    assert answer["Location"] == "/aarhus/job/?q=have"
    as_kirsten.get(f"/beskeder/{notice.pk}/?fra=phone")
    with working_for(aarhus.pk):
        kept = Notice.objects.get()
        assert (kept.opened_via, kept.read_at is not None) == ("email", True)


@pytest.mark.parametrize("path", ["//evil.example/x", "https://evil.example/", "/\\evil.example"])
def test_a_notice_never_leads_out_of_the_kommune(
    as_kirsten: KommuneClient, kirsten: Person, aarhus: Municipality, path: str
) -> None:
    with working_for(aarhus.pk):
        notice = actions.notify(
            person_id=kirsten.pk, kind="tests.at_once", at=timezone.now(), path=path
        )
    where = as_kirsten.get(f"/beskeder/{notice.pk}/")["Location"]
    assert where.startswith("/aarhus/")


def test_a_phone_is_added_by_its_browser_and_removed_by_her(
    as_kirsten: KommuneClient, kirsten: Person, aarhus: Municipality, phones: FakePushService
) -> None:
    subscription = phones.subscribe("key")
    agent = "Mozilla/5.0 (Linux; Android 14) AppleWebKit Chrome/130.0 Mobile Safari/537"
    headers = {"User-Agent": agent}
    sent = {"subscription": subscription}
    assert as_kirsten.post(f"{SETTINGS}telefon/", sent, headers=headers).status_code == 302
    assert as_kirsten.post(f"{SETTINGS}telefon/", sent, headers=headers).status_code == 302
    with working_for(aarhus.pk):
        phone = Address.objects.get(channel=Channel.PHONE)
        assert (phone.label, phone.person_id) == ("Chrome, Android", kirsten.pk)
    assert "Chrome, Android" in as_kirsten.get(SETTINGS).content.decode()
    for wrong in ("", "{}", subscription.replace("127.0.0.1", "10.0.0.1")):
        answer = as_kirsten.post(f"{SETTINGS}telefon/", {"subscription": wrong})
        assert answer.status_code == 422
    assert as_kirsten.post(f"{SETTINGS}fjern/{phone.pk}/").status_code == 302
    assert as_kirsten.post(f"{SETTINGS}fjern/{phone.pk}/").status_code == 404


def test_without_any_way_out_the_page_offers_none(as_kirsten: KommuneClient, settings: Any) -> None:
    settings.PUSH_HOSTS = []
    page = as_kirsten.get(SETTINGS).content.decode()
    assert "Din e-mail" not in page
    assert "data-push-key" not in page
    assert as_kirsten.post(SETTINGS, GENERAL).status_code == 302
    assert as_kirsten.post(f"{SETTINGS}telefon/", {"subscription": "{}"}).status_code == 404


def test_a_pause_begins_and_ends(as_kirsten: KommuneClient) -> None:
    assert as_kirsten.post(f"{SETTINGS}pause/", {"days": "14"}).status_code == 302
    assert "Slut pausen nu" in as_kirsten.get(SETTINGS).content.decode()
    assert as_kirsten.post(f"{SETTINGS}pause/", {"resume": "1"}).status_code == 302
    assert "Begynd pausen" in as_kirsten.get(SETTINGS).content.decode()
    assert as_kirsten.post(f"{SETTINGS}pause/", {"days": "9999"}).status_code == 422


def test_a_device_is_called_what_a_person_calls_it() -> None:
    iphone = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Safari/604.1"
    assert device_words(iphone) == "Safari, iPhone"
    assert device_words("Mozilla/5.0 (Windows NT 10.0) Chrome/130.0 Edg/130.0") == "Edge, Windows"
    assert device_words("curl/8") == ""


def test_the_mailbox_is_for_those_who_try_it_out(
    visitor: KommuneClient, settings: Any, post: MailCatcher
) -> None:
    post.keep(b"X-Jobunivers-Kommune: odense\r\nSubject: Hemmeligt\r\n\r\nHej\r\n")
    post.keep(
        b"X-Jobunivers-Kommune: aarhus\r\nSubject: <b>Hej</b>\r\n\r\nhttps://job.example/x <i>\r\n"
    )
    page = visitor.get("/ui/postkasse/").content.decode()
    assert "&lt;b&gt;Hej" in page
    assert "Hemmeligt" not in page
    letter = visitor.get(f"/ui/postkasse/{post.letters()[1].name}/").content.decode()
    assert '<a href="https://job.example/x">' in letter
    assert "&lt;i&gt;" in letter
    assert visitor.get(f"/ui/postkasse/{post.letters()[0].name}/").status_code == 404
    settings.DEMO = False
    assert visitor.get("/ui/postkasse/").status_code == 404
