# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""How an application goes: states with days, answers, talks, reminders; and all of the joblog."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone

from jobunivers.foundation import diary
from jobunivers.foundation.tenancy import working_for
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.identity.models import Person
from jobunivers.rooms.vacancies import actions, queries
from jobunivers.rooms.vacancies.models import (
    Application,
    ApplicationStatus,
    ApplicationStep,
    Interview,
)
from jobunivers.rooms.vacancies.tests.factories import (
    make_application,
    make_interview,
)
from jobunivers.testing.browsers import KommuneClient, text_of

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()
DANISH = ZoneInfo("Europe/Copenhagen")


def _moved(version: int = 1, **more: str) -> dict[str, str]:
    told = {"version": str(version), "status": "rejected", "on": TODAY.isoformat()} | more
    return {f"skete-{name}": value for name, value in told.items()}


def test_what_happened_is_written_with_its_day_and_who_answered(
    as_kirsten: KommuneClient, kirsten: Person, aarhus: Municipality
) -> None:
    row = make_application(kirsten)

    sent = _moved(answered_by="Mette i HR")
    html = text_of(as_kirsten.post(f"/ansoegninger/{row.pk}/skete/", sent, follow=True))

    assert "Mette i HR svarede den" in html
    assert "Afslag" in html
    with working_for(aarhus.pk):
        row.refresh_from_db()
        assert (row.answered_on, row.version) == (TODAY, 2)
        steps = ApplicationStep.objects.order_by("pk").values_list("status", "on")
        assert list(steps) == [("applied", date(2026, 11, 20)), ("rejected", TODAY)]


def test_what_is_wrong_with_a_step_is_said_and_the_text_stays(
    as_kirsten: KommuneClient, kirsten: Person
) -> None:
    row = make_application(kirsten)
    later = (TODAY + timedelta(days=3)).isoformat()

    answer = as_kirsten.post(
        f"/ansoegninger/{row.pk}/skete/", _moved(on=later, answered_by="Mette i HR")
    )

    assert answer.status_code == 422
    assert "Dagen er ikke kommet endnu" in text_of(answer)
    assert "Mette i HR" in text_of(answer)


@pytest.mark.parametrize("path", ["skete", "husk"])
def test_a_step_from_an_old_page_overwrites_nothing_and_keeps_her_text(
    as_kirsten: KommuneClient, kirsten: Person, aarhus: Municipality, path: str
) -> None:
    row = make_application(kirsten)
    with working_for(aarhus.pk):
        actions.remind(application=row, version=1, on=TODAY + timedelta(days=9), at=timezone.now())
    day = (TODAY + timedelta(days=4)).isoformat()
    sent = _moved(answered_by="Mette") if path == "skete" else {
        "husk-version": "1", "husk-remind_on": day,
    }  # fmt: skip

    answer = as_kirsten.post(f"/ansoegninger/{row.pk}/{path}/", sent)

    html = text_of(answer)
    assert answer.status_code == 409
    assert "Ansøgningen er ændret et andet sted" in html
    assert ("Mette" if path == "skete" else day) in html
    assert 'name="skete-version" value="2"' in html
    with working_for(aarhus.pk):
        row.refresh_from_db()
        assert row.status == ApplicationStatus.APPLIED
        assert row.remind_on == TODAY + timedelta(days=9)


def test_a_reminder_is_of_a_day_to_come_and_can_be_taken_back(
    as_kirsten: KommuneClient, kirsten: Person, aarhus: Municipality
) -> None:
    row = make_application(kirsten)
    address = f"/ansoegninger/{row.pk}/husk/"
    gone = (TODAY - timedelta(days=1)).isoformat()
    assert (
        as_kirsten.post(address, {"husk-version": "1", "husk-remind_on": gone}).status_code == 422
    )

    day = (TODAY + timedelta(days=4)).isoformat()
    as_kirsten.post(address, {"husk-version": "1", "husk-remind_on": day})
    with working_for(aarhus.pk):
        assert Application.objects.get().remind_on == TODAY + timedelta(days=4)
    as_kirsten.post(address, {"husk-version": "2", "husk-remind_on": ""})
    with working_for(aarhus.pk):
        assert Application.objects.get().remind_on is None


def test_an_application_is_marked_as_uploaded_and_counted(
    as_kirsten: KommuneClient, kirsten: Person, aarhus: Municipality
) -> None:
    sent = make_application(kirsten)
    planned = make_application(kirsten, status=ApplicationStatus.PLANNED, applied_on=None)

    as_kirsten.post(f"/ansoegninger/{sent.pk}/uploadet/", {"uploadet": "1"})
    refused = as_kirsten.post(
        f"/ansoegninger/{planned.pk}/uploadet/", {"uploadet": "1"}, follow=True
    )

    assert "Skriv først, hvilken dag du søgte jobbet." in text_of(refused)
    with working_for(aarhus.pk):
        days = {"first": TODAY, "after": TODAY + timedelta(days=1)}
        assert queries.uploaded_between(citizen_id=kirsten.pk, **days) == 1
    as_kirsten.post(f"/ansoegninger/{sent.pk}/uploadet/", {"uploadet": "0"})
    with working_for(aarhus.pk):
        assert queries.uploaded_between(citizen_id=kirsten.pk, **days) == 0


def _talk(**more: str) -> dict[str, str]:
    return {
        "on": "2026-12-03",
        "starts": "10.30",
        "ends": "",
        "place": "Havnen 1",
        "note": "",
    } | more


def test_a_talk_is_written_down_and_moves_the_application(
    as_kirsten: KommuneClient, kirsten: Person, aarhus: Municipality
) -> None:
    row = make_application(kirsten)

    html = text_of(as_kirsten.post(f"/ansoegninger/{row.pk}/samtale/", _talk(), follow=True))

    assert "kl. 10.30–11.30" in html
    assert "Havnen 1" in html
    with working_for(aarhus.pk):
        row.refresh_from_db()
        assert row.status == ApplicationStatus.INTERVIEW
        talk = Interview.objects.get()
        assert talk.starts_at == datetime(2026, 12, 3, 10, 30, tzinfo=DANISH)
    assert "Samtale torsdag den 3. december" in text_of(as_kirsten.get("/ansoegninger/"))
    as_kirsten.post(f"/ansoegninger/samtale/{talk.pk}/aflys/")
    assert as_kirsten.get(f"/ansoegninger/samtale/{talk.pk}/").status_code == 404


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"on": ""}, "Vælg, hvilken dag samtalen er."),
        ({"on": "2099-01-01"}, "Datoen ser ikke rigtig ud."),
        ({"starts": "", "ends": "11.00"}, "Skriv også, hvornår samtalen begynder."),
        ({"ends": "10.00"}, "Samtalen skal slutte, efter at den er begyndt."),
        ({"starts": "halv elleve"}, "Skriv klokkeslættet som timer og minutter"),
    ],
)
def test_what_is_wrong_with_a_talk_is_said(
    as_kirsten: KommuneClient, kirsten: Person, more: dict[str, str], said: str
) -> None:
    row = make_application(kirsten)

    answer = as_kirsten.post(f"/ansoegninger/{row.pk}/samtale/", _talk(note="Min note", **more))

    assert answer.status_code == 422
    assert said in text_of(answer)
    assert "Min note" in text_of(answer)


def test_two_windows_that_change_a_talk_lose_nobody_s_text(
    as_kirsten: KommuneClient, kirsten: Person
) -> None:
    talk = make_interview(kirsten)
    address = f"/ansoegninger/samtale/{talk.pk}/"
    as_kirsten.post(address, _talk(version="1", note="Fra den første"))

    second = as_kirsten.post(address, _talk(version="1", note="Fra den anden"))

    assert second.status_code == 409
    for words in ("Fra den første", "Fra den anden", 'name="version" value="2"'):
        assert words in text_of(second)


def test_deadlines_talks_and_reminders_stand_in_the_week(
    kirsten: Person, mads: Person, aarhus: Municipality
) -> None:
    planned = make_application(
        kirsten, status=ApplicationStatus.PLANNED, applied_on=None, deadline=date(2026, 12, 2)
    )
    starts = datetime(2026, 12, 3, 10, 30, tzinfo=DANISH)
    talk = make_interview(
        kirsten, on=date(2026, 12, 3), starts_at=starts, ends_at=starts + timedelta(minutes=45)
    )
    make_interview(mads, on=date(2026, 12, 3))
    with working_for(aarhus.pk):
        actions.remind(application=planned, version=1, on=date(2026, 12, 1), at=timezone.now())
        week = {"first": date(2026, 11, 30), "after": date(2026, 12, 7)}
        found = [
            one
            for one in diary.between(citizen_id=kirsten.pk, language="da", **week)
            if one.uid.startswith("vacancies:")
        ]
        assert [(one.kind, one.day.day, one.movable) for one in found] == [
            ("task", 1, True), ("deadline", 2, False), ("talk", 3, True),
        ]  # fmt: skip
        known = diary.source_of(found[2].uid)
        assert known is not None
        source, number = known
        assert source.move is not None
        move = (kirsten.pk, number, found[2].version, date(2026, 12, 4), None, timezone.now())
        source.move(*move)
        talk.refresh_from_db()
        assert talk.starts_at == starts + timedelta(days=1)
        assert talk.ends_at == talk.starts_at + timedelta(minutes=45)
        with pytest.raises(diary.ChangedMeanwhile):
            source.move(*move)
        with pytest.raises(diary.ChangedMeanwhile):
            source.move(mads.pk, number, 2, date(2026, 12, 4), None, timezone.now())
        fixed = diary.source_of(found[1].uid)
        assert fixed is not None
        with pytest.raises(diary.CannotMove):
            source.move(kirsten.pk, fixed[1], 2, date(2026, 12, 4), None, timezone.now())


def test_a_talk_moved_past_summer_time_keeps_its_time_of_day(
    kirsten: Person, aarhus: Municipality
) -> None:
    starts = datetime(2026, 10, 23, 9, 0, tzinfo=DANISH)
    talk = make_interview(
        kirsten, on=date(2026, 10, 23), starts_at=starts, ends_at=starts + timedelta(hours=1)
    )
    with working_for(aarhus.pk):
        days = {"first": date(2026, 10, 19), "after": date(2026, 10, 26)}
        (one,) = diary.between(citizen_id=kirsten.pk, language="da", **days)
        known = diary.source_of(one.uid)
        assert known is not None
        assert known[0].move is not None
        known[0].move(kirsten.pk, known[1], 1, date(2026, 10, 27), None, timezone.now())
        talk.refresh_from_db()
        assert talk.starts_at is not None
        assert timezone.localtime(talk.starts_at).strftime("%d %H:%M") == "27 09:00"
