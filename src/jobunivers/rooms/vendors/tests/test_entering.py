# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""A firm's people are invited by mail, and log in by a link that opens once."""

import re
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from jobunivers.foundation.notices import channels
from jobunivers.foundation.tenancy import working_for
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.identity.actions import SESSION_ASSURANCE
from jobunivers.identity.models import Person
from jobunivers.integrations.mail.fake import Caught, MailCatcher, caught
from jobunivers.rooms.vendors import actions, tasks
from jobunivers.rooms.vendors.models import KeyKind, MailKey, VendorMember
from jobunivers.testing.browsers import KommuneClient

pytestmark = pytest.mark.django_db
ASK = "/leverandoer-login/"
VERA = "vera@nordlys.example"


@pytest.fixture
def post(settings: Any) -> Iterator[MailCatcher]:
    with MailCatcher(settings.MAIL_FOLDER) as catcher:
        settings.SMTP = catcher.address
        settings.MAIL_FROM = "Jobunivers <svar-ikke@job.example>"
        settings.ADDRESS = "https://job.example/"
        yield catcher
        channels.close()


@pytest.fixture
def stranger(national: Municipality) -> KommuneClient:
    """Return the browser of somebody who is not logged in, where firms are."""
    return KommuneClient(national.slug)


def mailed(national: Municipality, person: Person, kind: KeyKind = KeyKind.LOGIN) -> None:
    """Let the worker send a link."""
    member = VendorMember.objects.get(person_id=person.pk)
    told = {"members": [member.pk], "key": kind.value}
    tasks.mail_keys(municipality_id=national.pk, event_data=told)


def newest(post: MailCatcher) -> Caught:
    """Return the newest letter."""
    return caught(post.folder)[0]


def link(post: MailCatcher) -> str:
    """Return where the newest mail leads, within the kommune."""
    found = re.search(r"/leverandoer-login/[\w-]{43}/", newest(post).text)
    assert found is not None
    return found.group()


def test_a_link_lets_her_in_once_with_a_low_level_of_assurance(
    national: Municipality, vera: Person, stranger: KommuneClient, post: MailCatcher
) -> None:
    mailed(national, vera, KeyKind.INVITATION)
    there = link(post)
    assert "Nordlys Læring ApS" in newest(post).subject
    # A mail program that looks at the link uses nothing up.
    for _ in range(2):
        assert stranger.get(there).status_code == 200
    answer = stranger.post(there)
    assert (answer.status_code, answer["Location"]) == (302, f"/{national.slug}/leverandoer/")
    assert stranger.session[SESSION_ASSURANCE] == "low"
    assert stranger.get("/leverandoer/").status_code == 200

    again = KommuneClient(national.slug)
    assert [again.get(there).status_code, again.post(there).status_code] == [410, 410]
    assert again.get("/leverandoer/").status_code == 302
    assert there.split("/")[-2] not in str(list(MailKey.objects.values())), "only its digest"


@pytest.mark.parametrize("email", [VERA.upper(), "ingen@nordlys.example", "x@y.example"])
def test_the_answer_is_the_same_whoever_asks(
    vera: Person, stranger: KommuneClient, email: str
) -> None:
    answer = stranger.post(ASK, {"email": email})

    assert answer.status_code == 200
    told = answer.content.decode().replace(email, "…")
    assert "er der et link på vej" in told
    assert vera.name not in told


def test_the_link_goes_to_who_has_the_address_alone(
    national: Municipality, vera: Person, viktor: Person
) -> None:
    now = timezone.now()
    with working_for(national.pk):
        (found,) = actions.asked_for(email=f" {VERA.title()} ", at=now)
        assert VendorMember.objects.get(pk=found).person_id == vera.pk
        assert actions.asked_for(email="", at=now) == []
        assert actions.asked_for(email="ingen@nordlys.example", at=now) == []
    tasks.mail_keys(municipality_id=national.pk, event_data={"members": [0], "key": "login"})
    assert not MailKey.objects.exists()


def test_three_an_hour_are_sent_and_the_newest_opens(
    national: Municipality, vera: Person, stranger: KommuneClient, post: MailCatcher
) -> None:
    links = []
    for _ in range(5):
        mailed(national, vera)
        links.append(link(post))

    assert len(set(links)) == 3
    assert [stranger.get(one).status_code for one in links[:3]] == [410, 410, 200]


def test_a_link_grows_old_and_ends_with_her_part(
    national: Municipality, vera: Person, viktor: Person, post: MailCatcher
) -> None:
    now = timezone.now()
    mailed(national, viktor)
    secret = link(post).split("/")[-2]
    with working_for(national.pk):
        assert actions.opens(secret=secret, at=now + timedelta(minutes=14)) is not None
        assert actions.opens(secret=secret, at=now + timedelta(minutes=16)) is None
        member = VendorMember.objects.get(person_id=viktor.pk)
        actions.end_member(member=member, until_on=timezone.localdate(now), at=now)
        assert actions.opens(secret=secret, at=now) is None
        assert actions.spend(secret=secret, at=now) is None
        with pytest.raises(actions.NotSent):
            actions.send_key(member_id=member.pk, kind=KeyKind.LOGIN, at=now)


def test_who_is_invited_gets_a_mail_and_can_be_sent_another(
    national: Municipality, as_vera: KommuneClient, viktor: Person, as_viktor: KommuneClient
) -> None:
    told = {"name": "Vibeke Ny", "email": "vibeke@nordlys.example", "rank": "editor"}
    answer = as_vera.post("/leverandoer/medarbejdere/ny/", told, follow=True)
    assert "får en mail" in answer.content.decode()
    member = VendorMember.objects.get(person_id=viktor.pk)
    there = f"/leverandoer/medarbejdere/{member.pk}/link/"
    assert as_vera.post(there).status_code == 302
    assert as_viktor.post(there).status_code == 403


def test_it_is_asked_for_where_firms_are_alone(visitor: KommuneClient) -> None:
    led = visitor.get(ASK)
    assert led.status_code == 302
    assert led["Location"].endswith(f"/faelles{ASK}")
    assert visitor.post(f"{ASK}{'x' * 43}/").status_code == 404


def test_a_firm_that_is_refused_reads_why_in_a_mail(
    national: Municipality, nadia: Person, post: MailCatcher
) -> None:
    asking = actions.Asking(
        name="Klarhed ApS", contact_name="Karla", contact_email="k@klarhed.example", abroad="DE 1"
    )
    now = timezone.now()
    with working_for(national.pk):
        row = actions.sign_up(asking=asking, at=now)
        waiting = {"municipality_id": national.pk, "event_data": {"sign_up_id": row.pk}}
        tasks.mail_refusal(**waiting)
        assert caught(post.folder) == []
        actions.refuse_sign_up(
            sign_up=row, why="Det er ikke for ledige.", at=now, actor_id=nadia.pk
        )
    tasks.mail_refusal(**waiting)
    letter = newest(post)
    assert letter.to == "k@klarhed.example"
    assert "Det er ikke for ledige." in letter.text
    assert f"https://job.example/{national.slug}/bliv-leverandoer/" in letter.text
    assert "has not been let into" in letter.text, "in both languages"
