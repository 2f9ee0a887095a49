# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Letters and invitations: seen first, undone until sent, sent once, kept."""

from datetime import timedelta

import pytest
from django.utils import timezone

from jobunivers.foundation.notices.models import Notice
from jobunivers.foundation.tenancy import working_for
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.identity.models import Person
from jobunivers.rooms.entrance import actions as entrance
from jobunivers.rooms.entrance.models import Form, IntroMeeting, Slot
from jobunivers.rooms.followup import actions, queries
from jobunivers.rooms.followup.models import Letter, LetterState, StaffTask
from jobunivers.rooms.followup.tests.making import make_letter
from jobunivers.science.calendars import Period
from jobunivers.testing.browsers import KommuneClient

pytestmark = pytest.mark.django_db


def body(answer: object) -> str:
    return str(answer.content.decode())  # type: ignore[attr-defined]


def slot(adviser: Person, *, days: int = 5) -> Slot:
    begin = timezone.now() + timedelta(days=days)
    return entrance.open_slots(
        adviser_id=adviser.pk,
        periods=[Period(begin, begin + timedelta(minutes=45))],
        capacity=1,
        form=Form.IN_PERSON,
        place="Jobcentret",
        at=timezone.now(),
    )[0]


def send(client: KommuneClient, path: str, **form: str) -> object:
    """Press the page's first button with what stands in its form."""
    page = body(client.get(path, {"skabelon": form.get("skabelon", "")}))
    key = page.split('name="key" value="')[1].split('"')[0]
    title = page.split('name="title" value="')[1].split('"')[0]
    words = page.split('name="words"')[1].split(">", 1)[1].split("</textarea>")[0].strip()
    said = {"title": title, "words": words, "key": key, "skabelon": "", "send": "1"} | form
    return client.post(path, said)


def test_an_invitation_is_a_template_with_her_name_and_two_clicks_away(
    aarhus: Municipality, kirsten: Person, as_omar: KommuneClient
) -> None:
    path = f"/medarbejder/borgere/{kirsten.pk}/inviter/"
    page = body(as_omar.get(path))
    assert "Hej Kirsten" in page
    assert "Omar Said, Aarhus Kommune" in page
    assert send(as_omar, path, skabelon="talk_invitation").status_code == 302  # type: ignore[attr-defined]
    with working_for(aarhus.pk):
        letter = Letter.objects.get()
        assert (letter.state, letter.template) == (LetterState.WAITING, "talk_invitation")
        assert not Notice.objects.filter(kind="followup.invitation").exists()


def test_it_is_sent_when_the_minutes_are_over_and_once(
    aarhus: Municipality, kirsten: Person, as_omar: KommuneClient, as_kirsten: KommuneClient
) -> None:
    send(as_omar, f"/medarbejder/borgere/{kirsten.pk}/inviter/", skabelon="talk_invitation")
    assert "Skal vi tale sammen" not in body(as_kirsten.get("/breve/"))
    later = timezone.now() + timedelta(minutes=11)
    assert actions.send_due(municipality_id=aarhus.pk, at=later) == 1
    assert actions.send_due(municipality_id=aarhus.pk, at=later) == 0
    with working_for(aarhus.pk):
        letter = Letter.objects.get()
        assert Notice.objects.filter(kind="followup.invitation", person_id=kirsten.pk).count() == 1
    page = body(as_kirsten.get(f"/breve/{letter.pk}/"))
    assert "Hej Kirsten" in page
    assert "/velkommen/moede/" in page
    assert "Skal vi tale sammen" in body(as_kirsten.get("/breve/"))


def test_until_then_it_can_be_undone_and_afterwards_not(
    aarhus: Municipality, kirsten: Person, as_omar: KommuneClient, as_kirsten: KommuneClient
) -> None:
    send(as_omar, f"/medarbejder/borgere/{kirsten.pk}/skriv/", skabelon="cv_help")
    with working_for(aarhus.pk):
        letter = Letter.objects.get()
    path = f"/medarbejder/breve/{letter.pk}/"
    as_omar.post(path, {"act": "fortryd"})
    later = timezone.now() + timedelta(minutes=11)
    assert actions.send_due(municipality_id=aarhus.pk, at=later) == 0
    assert as_kirsten.get(f"/breve/{letter.pk}/").status_code == 404
    as_omar.post(path, {"act": "send"})
    with working_for(aarhus.pk):
        assert Letter.objects.get().state == LetterState.UNDONE


def test_the_same_form_sent_twice_is_one_letter(
    aarhus: Municipality, kirsten: Person, as_omar: KommuneClient
) -> None:
    path = f"/medarbejder/borgere/{kirsten.pk}/skriv/"
    key = body(as_omar.get(path)).split('name="key" value="')[1].split('"')[0]
    form = {"title": "Hej", "words": "Ring til mig", "key": key, "send": "1"}
    assert [as_omar.post(path, form).status_code for _ in range(2)] == [302, 302]
    with working_for(aarhus.pk):
        assert Letter.objects.count() == 1


def test_a_proposed_time_is_hers_and_a_taken_one_becomes_a_task(
    aarhus: Municipality, kirsten: Person, mads: Person, omar: Person, as_omar: KommuneClient
) -> None:
    with working_for(aarhus.pk):
        wanted = slot(omar)
    for citizen in (kirsten, mads):
        path = f"/medarbejder/borgere/{citizen.pk}/inviter/"
        sent = send(as_omar, path, skabelon="talk_invitation", slot=str(wanted.pk))
        assert sent.status_code == 302  # type: ignore[attr-defined]
    later = timezone.now() + timedelta(minutes=11)
    assert actions.send_due(municipality_id=aarhus.pk, at=later) == 1
    with working_for(aarhus.pk):
        assert IntroMeeting.objects.get().citizen_id == kirsten.pk
        failed = Letter.objects.get(citizen_id=mads.pk)
        assert (failed.state, failed.why) == (LetterState.FAILED, "time_taken")
        task = StaffTask.objects.get()
        assert (task.owner_id, task.citizen_id, task.origin) == (omar.pk, mads.pk, "letter")
    again = send(
        as_omar, f"/medarbejder/borgere/{kirsten.pk}/inviter/", slot="", skabelon="talk_invitation"
    )
    assert again.status_code == 302  # type: ignore[attr-defined]


def test_a_field_nobody_can_fill_is_refused_by_its_name(
    kirsten: Person, as_omar: KommuneClient
) -> None:
    path = f"/medarbejder/borgere/{kirsten.pk}/skriv/"
    answer = as_omar.post(path, {"title": "Hej", "words": "Kære {navm}", "send": "1"})
    assert answer.status_code == 422
    assert "{navm}" in body(answer)
    answer = as_omar.post(path, {"title": "Hej", "words": "Vi ses {møde}", "send": "1"})
    assert answer.status_code == 422
    assert "{møde}" in body(answer)


def test_a_citizen_who_is_gone_meanwhile_gets_nothing(
    aarhus: Municipality, kirsten: Person, omar: Person
) -> None:
    now = timezone.now()
    with working_for(aarhus.pk):
        make_letter(kirsten, omar, send_at=now + timedelta(minutes=10))
        Person.objects.filter(pk=kirsten.pk).update(is_active=False)
    assert actions.send_due(municipality_id=aarhus.pk, at=now + timedelta(minutes=11)) == 0
    with working_for(aarhus.pk):
        assert Letter.objects.get().why == "gone"
        assert StaffTask.objects.get().citizen_id is None
        with pytest.raises(actions.NobodyThere):
            make_letter(kirsten, omar)


def test_she_reads_it_in_her_own_language(
    aarhus: Municipality, kirsten: Person, omar: Person
) -> None:
    from jobunivers.foundation.notices.models import Preferences

    with working_for(aarhus.pk):
        Preferences.objects.create(person_id=kirsten.pk, language="en", changed_at=timezone.now())
        found = queries.template("cv_help")
        assert found is not None
        text = queries.composed(
            queries.Text.of(found), [kirsten.pk], staff_id=omar.pk, at=timezone.now()
        )[kirsten.pk]
    assert text.title == "Would you like help with your CV?"
    assert text.words.startswith("Hello Kirsten")


def test_letters_belong_to_whom_they_were_written_to(
    aarhus: Municipality,
    kirsten: Person,
    omar: Person,
    as_mads: KommuneClient,
    as_lise: KommuneClient,
) -> None:
    with working_for(aarhus.pk):
        letter = make_letter(kirsten, omar)
    assert as_mads.get(f"/breve/{letter.pk}/").status_code == 404
    assert as_lise.post(f"/medarbejder/breve/{letter.pk}/", {"act": "send"}).status_code == 404
    assert as_lise.get(f"/medarbejder/borgere/{kirsten.pk}/inviter/").status_code == 404
