# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the platform suggests, what stands in the week and on her page, and her plan on paper."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

import pypdfium2
import pytest
import time_machine
from django.utils import translation

from jobunivers.foundation import diary, tiles
from jobunivers.foundation.events import actions as events
from jobunivers.foundation.tenancy import working_for
from jobunivers.identity.models import Person
from jobunivers.rooms.journey import actions as journey
from jobunivers.rooms.plan import actions
from jobunivers.rooms.plan.models import Activity, ActivityKind, ActivityState
from jobunivers.rooms.plan.queries.tile import TILE
from jobunivers.rooms.plan.tasks import follow_application
from jobunivers.rooms.plan.tests.making import (
    NOON,
    TODAY,
    fix,
    make_activity,
    make_goal,
    make_thing,
    proposed_activity,
    proposed_agreement,
    text,
)
from jobunivers.rooms.vacancies import actions as vacancies
from jobunivers.rooms.vacancies.models import ApplicationStatus
from jobunivers.rooms.vacancies.tests.factories import make_application, make_vacancy
from jobunivers.testing.browsers import KommuneClient

pytestmark = pytest.mark.django_db
MINE = "/min-plan/"


@pytest.fixture(autouse=True)
def in_aarhus(kirsten: Person) -> Iterator[None]:
    with time_machine.travel(NOON, tick=False), working_for(kirsten.municipality_id or 0):
        yield


def titles(citizen: Person) -> list[str]:
    rows = Activity.objects.filter(citizen_id=citizen.pk, state=ActivityState.SUGGESTED)
    return list(rows.order_by("pk").values_list("key", flat=True))


def wish(citizen: Person) -> None:
    profile = journey.ensure_profile(citizen_id=citizen.pk, at=NOON)
    journey.add_wish(profile=profile, named=journey.Named("Gartner"), at=NOON)


def test_an_empty_profile_and_an_empty_plan_get_a_first_step_each(kirsten: Person) -> None:
    actions.suggest_for(citizen_id=kirsten.pk, at=NOON)
    actions.suggest_for(citizen_id=kirsten.pk, at=NOON)

    assert titles(kirsten) == ["wish", "start"]


def test_who_has_a_wish_and_a_goal_is_left_in_peace(kirsten: Person) -> None:
    wish(kirsten)
    make_goal(kirsten)

    assert actions.suggest_for(citizen_id=kirsten.pk, at=NOON) == []


def test_a_kept_job_is_suggested_when_its_deadline_is_near(
    kirsten: Person, as_kirsten: KommuneClient
) -> None:
    wish(kirsten)
    make_goal(kirsten)
    near = make_vacancy("Kok", deadline=TODAY + timedelta(days=3))
    far = make_vacancy("Smed", deadline=TODAY + timedelta(days=30))
    applied = make_vacancy("Maler", deadline=TODAY + timedelta(days=3))
    for job in (near, far, applied):
        vacancies.star(citizen_id=kirsten.pk, vacancy_id=job.pk, at=NOON)
    make_application(kirsten, vacancy=applied)

    actions.suggest_for(citizen_id=kirsten.pk, at=NOON)

    assert titles(kirsten) == [f"star:{near.pk}"]
    page = text(as_kirsten, MINE)
    assert "Søg jobbet: Kok" in page
    assert "Du har gemt jobbet, og fristen er inden for en uge." in page
    as_kirsten.cookies["django_language"] = "en"
    assert "Apply for the job: Kok" in text(as_kirsten, MINE)


def test_what_she_declined_is_never_suggested_again(
    kirsten: Person, as_kirsten: KommuneClient
) -> None:
    actions.suggest_for(citizen_id=kirsten.pk, at=NOON)
    row = Activity.objects.get(key="wish")
    as_kirsten.post(f"{MINE}aktivitet/{row.pk}/tilstand/", {"state": "declined"})

    actions.suggest_for(citizen_id=kirsten.pk, at=NOON + timedelta(days=90))

    assert "wish" not in titles(kirsten)


def test_a_suggestion_she_takes_up_keeps_the_words_she_read(
    kirsten: Person, as_kirsten: KommuneClient
) -> None:
    actions.suggest_for(citizen_id=kirsten.pk, at=NOON)
    row = Activity.objects.get(key="wish")
    as_kirsten.cookies["django_language"] = "en"

    as_kirsten.post(f"{MINE}aktivitet/{row.pk}/tilstand/", {"state": "planned"})

    row.refresh_from_db()
    assert row.title == "Write what you would like to work as"


def test_no_more_than_three_suggestions_wait(kirsten: Person) -> None:
    for number in range(5):
        actions.suggest(
            citizen_id=kirsten.pk, kind=ActivityKind.OWN, title="Prøv", why="Derfor",
            key=f"test:{number}", at=NOON,
        )  # fmt: skip

    assert len(titles(kirsten)) == actions.MOST_SUGGESTIONS


def test_a_talk_is_to_be_prepared(kirsten: Person, as_kirsten: KommuneClient) -> None:
    make_application(kirsten, title="Kok", status=ApplicationStatus.INTERVIEW)

    actions.suggest_for(citizen_id=kirsten.pk, at=NOON)

    assert "Forbered samtalen om Kok" in text(as_kirsten, MINE)


@pytest.mark.parametrize(
    ("status", "state"), [("applied", ActivityState.DONE), ("planned", ActivityState.PLANNED)]
)
def test_the_task_follows_an_application_that_was_sent(
    kirsten: Person, status: str, state: ActivityState
) -> None:
    job = make_vacancy("Kok")
    row = make_thing(kirsten, job.pk)

    follow_application(
        municipality_id=kirsten.municipality_id, citizen_id=kirsten.pk,
        event_data={"vacancy_id": job.pk, "status": status},
    )  # fmt: skip

    row.refresh_from_db()
    assert row.state == state


def test_the_joblog_tells_the_plan() -> None:
    told = events._subscribers
    for kind in ("vacancies.application_logged", "vacancies.application_moved"):
        assert follow_application in told[kind]


def week(citizen: Person, *, days: int = 7) -> list[diary.Entry]:
    found = diary.between(
        citizen_id=citizen.pk, first=TODAY, after=TODAY + timedelta(days=days), language="da"
    )
    return [one for one in found if one.uid.startswith("plan:")]


def test_the_week_has_what_is_planned_agreed_and_called_off(kirsten: Person, omar: Person) -> None:
    starts = datetime(2026, 11, 24, 9, tzinfo=UTC)
    make_activity(
        kirsten, "Jobmesse", day=date(2026, 11, 24), starts_at=starts,
        ends_at=starts + timedelta(hours=2), kind=ActivityKind.NETWORK,
    )  # fmt: skip
    make_activity(kirsten, "Uden dag")
    make_activity(
        kirsten, "Kursus", day=TODAY - timedelta(days=3), last_day=date(2026, 11, 25),
        kind=ActivityKind.COURSE,
    )  # fmt: skip
    dropped = make_activity(kirsten, "Droppet", day=TODAY)
    actions.set_state(
        activity=dropped, state=ActivityState.DROPPED, actor=actions.herself(kirsten.pk), at=NOON
    )
    row = proposed_agreement(kirsten, omar, due_on=TODAY)
    actions.say_yes(agreement=row, version=1, actor=actions.herself(kirsten.pk), at=NOON)

    found = {one.title: one for one in week(kirsten)}

    assert set(found) == {"Jobmesse", "Kursus", "Droppet", "Du ringer til tre lagre"}
    assert (found["Jobmesse"].kind, found["Jobmesse"].movable) == ("event", True)
    assert found["Droppet"].cancelled
    assert not found["Du ringer til tre lagre"].movable


def test_an_activity_moves_in_the_week_and_keeps_its_name_and_length(kirsten: Person) -> None:
    starts = datetime(2026, 11, 24, 9, tzinfo=UTC)
    make_activity(
        kirsten, "Jobmesse", day=date(2026, 11, 24), starts_at=starts,
        ends_at=starts + timedelta(hours=2),
    )  # fmt: skip
    (before,) = week(kirsten)
    source = diary.source_of(before.uid)
    assert source is not None
    assert source[0].move is not None

    later = starts + timedelta(days=1)
    source[0].move(kirsten.pk, source[1], before.version, date(2026, 11, 25), later, NOON)

    (after,) = week(kirsten)
    assert (after.uid, after.day) == (before.uid, date(2026, 11, 25))
    assert after.version > before.version
    assert after.ends_at == later + timedelta(hours=2)
    with pytest.raises(diary.ChangedMeanwhile):
        source[0].move(kirsten.pk, source[1], before.version, TODAY, None, NOON)


def test_nobody_moves_anothers_activity_or_an_agreement(
    kirsten: Person, mads: Person, omar: Person
) -> None:
    make_activity(kirsten, day=TODAY)
    row = proposed_agreement(kirsten, omar, due_on=TODAY)
    actions.say_yes(agreement=row, version=1, actor=actions.herself(kirsten.pk), at=NOON)
    agreed, hers = sorted(week(kirsten), key=lambda entry: entry.movable)
    for who, entry in ((mads, hers), (kirsten, agreed)):
        source = diary.source_of(entry.uid)
        assert source is not None
        assert source[0].move is not None
        with pytest.raises(diary.CannotMove):
            source[0].move(who.pk, source[1], entry.version, TODAY, None, NOON)


def test_the_tile_parts_looking_for_work_from_learning(kirsten: Person, omar: Person) -> None:
    make_activity(kirsten, "Søg hos Bilka", kind=ActivityKind.APPLY)
    make_activity(kirsten, "Lær Excel", kind=ActivityKind.COURSE)
    proposed_activity(kirsten, omar)
    asking = tiles.Asking(citizen_id=kirsten.pk, language="da", at=NOON)
    assert TILE.asks is not None
    TILE.asks(asking)

    shown = TILE.load(asking)

    assert shown is not None
    assert [one["title"] for one in shown["work"]] == ["Søg hos Bilka"]
    assert [one["title"] for one in shown["learning"]] == ["Lær Excel"]
    assert shown["waiting"] == 1


def paper(browser: KommuneClient) -> str:
    answer = browser.get(f"{MINE}min-plan.pdf")
    assert answer["Content-Type"] == "application/pdf"
    read = pypdfium2.PdfDocument(answer.content)
    return "\n".join(page.get_textpage().get_text_bounded() for page in read)


def test_the_plan_on_paper_says_all_of_it(
    kirsten: Person, omar: Person, as_kirsten: KommuneClient
) -> None:
    goal = make_goal(kirsten, "Få job på et lager – æøå ÆØÅ")
    make_activity(kirsten, "Besøg jobmessen 🎪", goal_id=goal.pk, note="Husk CV", day=TODAY)
    row = proposed_agreement(kirsten, omar)
    actions.say_yes(agreement=row, version=1, actor=actions.herself(kirsten.pk), at=NOON)
    fix(kirsten, omar)

    said = paper(as_kirsten)

    for part in (
        "Min plan", "Kirsten Holm", "Få job på et lager – æøå ÆØÅ", "Besøg jobmessen ◊",
        "Husk CV", "Du ringer til tre lagre", "Med Omar Said", "Krav til jobsøgning", "Østjylland",
    ):  # fmt: skip
        assert part in said, part


def test_an_emoji_name_and_an_empty_plan_are_no_trouble(
    kirsten: Person, as_kirsten: KommuneClient
) -> None:
    Person.objects.filter(pk=kirsten.pk).update(name="👩‍🍳 Kirsten Łoś")
    as_kirsten.cookies["django_language"] = "en"

    said = paper(as_kirsten)

    assert "Kirsten Łoś" in said
    assert "There is nothing in the plan yet." in said


def test_words_without_a_place_for_the_thing_stay_as_they_are(kirsten: Person) -> None:
    from jobunivers.rooms.plan.queries.words import title_of

    row = make_activity(kirsten, "Løn: 100 % {thing} %(x)s")
    with translation.override("en"):
        assert title_of(row) == "Løn: 100 % {thing} %(x)s"
