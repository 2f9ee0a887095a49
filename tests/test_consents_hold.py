# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""A consent taken back holds from that moment: for every consent anybody is asked for.

A new consent fails here until it says how its use ends.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.db import connection, transaction
from procrastinate.contrib.django.models import ProcrastinateJob

from jobunivers.foundation.events.models import Event
from jobunivers.foundation.tenancy import working_for
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.identity.models import Person
from jobunivers.rooms.casework import actions as casework
from jobunivers.rooms.casework.models import CitizenRow
from jobunivers.rooms.entrance.actions import fetching
from jobunivers.rooms.entrance.models import Finding, FindingState, Telling
from jobunivers.rooms.entrance.queries import sources
from jobunivers.rooms.journey import actions as journey
from jobunivers.rooms.journey.models import EducationLevel, Experience, Part, Teller
from jobunivers.rooms.segmentation import actions as segmentation
from jobunivers.rooms.segmentation.models import Placement
from jobunivers.rooms.tailored import queries as tailored
from jobunivers.rooms.tailored.actions import signalling
from jobunivers.rooms.tailored.models import Signal, SignalKind
from jobunivers.rooms.tailored.queries import signals
from jobunivers.rooms.tailored.queries.reading import newest_recommendation
from jobunivers.rooms.tailored.tests.making import make_run
from jobunivers.rooms.vacancies.models import Vacancy
from jobunivers.rooms.vacancies.tests.factories import make_vacancy
from jobunivers.testing.browsers import KommuneClient
from jobunivers.trust import actions as trust
from jobunivers.trust import consents
from jobunivers.trust import queries as trusted

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
AFTER = NOW + timedelta(seconds=1)
OWN, TOLD = "Gartner", "Sygeplejerske"
_PLACED = ("course", "rule", "step", "chance26", "chance52", "reasons")


@dataclass(frozen=True, slots=True)
class Use:
    """How a purpose uses what a source tells: `begin` lets it, `in_use` says what is used now."""

    begin: Callable[[Person, str], None]
    in_use: Callable[[Person, str, datetime], set[str]]


def _told_to_profile(person: Person, source: str) -> None:
    """Let a source have told of two jobs: one is taken into the profile, one waits for her."""
    profile = journey.ensure_profile(citizen_id=person.pk, at=NOW)
    journey.begin_spell(
        citizen_id=person.pk, began_on=date(2026, 11, 1), told_by=Teller.CITIZEN, at=NOW
    )
    for title, saying in ((OWN, None), (TOLD, journey.Saying(source=journey.Origin(source)))):
        journey.add_experience(
            profile=profile,
            entry=journey.ExperienceEntry(title=title, started_on=date(2020, 1, 1)),
            at=NOW,
            told=saying,
        )
    school = journey.EducationEntry(title="Sygeplejerske", level=EducationLevel.MASTER)
    journey.add_education(
        profile=profile, entry=school, at=NOW, told=journey.Saying(source=journey.Origin(source))
    )
    telling = Telling.objects.create(
        citizen_id=person.pk, source=source, format="test", digest="x", told_at=NOW
    )
    # A list, a course and a row that were made while it was told.
    profile.refresh_from_db()
    run = make_run(person, [make_vacancy("Tandlæge")])
    type(run).objects.filter(pk=run.pk).update(profile_version=profile.version, computed_at=NOW)
    segmentation.segment_one(citizen_id=person.pk, at=NOW)
    casework.fill_rows_of(citizen_ids=[person.pk], at=NOW)
    Finding.objects.create(
        telling=telling,
        kind=Part.EXPERIENCE,
        key="waits",
        fields={"title": "Tandlæge"},  # type: ignore[misc] # any JSON, encrypted
        state=FindingState.WAITING,
    )


def _in_profile(person: Person, _source: str, at: datetime) -> set[str]:
    """Return what is made from her profile: itself, her list, pushes, the course, staff's row."""
    rows = Experience.objects.filter(profile__citizen_id=person.pk)
    waiting = sources.waiting(citizen_id=person.pk, at=at)
    used = {*rows.values_list("title", flat=True), *(one.fields["title"] for one in waiting)}
    used |= _in_lists(person, "", at)
    if CitizenRow.objects.get(citizen_id=person.pk).education:
        used.add("staff's row")
    if _would_change(person, at):
        used.add("course or row, until the worker comes")
    return used


def _would_change(person: Person, at: datetime) -> bool:
    """Say whether her course or her row would come out otherwise, were they made now."""
    before = list(Placement.objects.filter(citizen_id=person.pk).values(*_PLACED))
    with transaction.atomic():
        segmentation.segment_one(citizen_id=person.pk, at=at)
        after = list(Placement.objects.filter(citizen_id=person.pk).values(*_PLACED))
        changed = casework.fill_rows_of(citizen_ids=[person.pk], at=at)
        transaction.set_rollback(True)
    assert before, "she has a course"
    return bool(changed) or before != after


def _told_of_interests(person: Person, source: str) -> None:
    signal = Signal.objects.create(
        citizen_id=person.pk, source=source, kind=SignalKind.WISH, key="k", words=TOLD, told_at=NOW
    )
    run = make_run(person, [make_vacancy("Sygeplejerske")])
    type(run).objects.filter(pk=run.pk).update(signal_sources=[source], signal_ids=[signal.pk])


def _in_lists(person: Person, source: str, at: datetime) -> set[str]:
    """Return what of it ranks jobs, is shown to her, or stands behind the list she sees."""
    vacancy = Vacancy.objects.order_by("pk").last()
    assert vacancy is not None
    pushed = tailored.points_for(vacancy_id=vacancy.pk, citizen_ids=[person.pk])
    why = newest_recommendation(citizen_id=person.pk, vacancy_id=vacancy.pk)
    lists = tailored.current_lists(citizen_ids=[person.pk])
    ranked = {row.words for row in signals.in_use(citizen_ids=[person.pk]).get(person.pk, [])}
    page = signals.signals_page(citizen_id=person.pk, at=at)
    shown = {row.words for one in page if one.ask.source == source for row in one.rows}
    run = tailored.current_run(citizen_id=person.pk)
    made = {"list": run or lists, "a push's points": pushed, "why this job": why}
    return ranked | shown | {name for name, it in made.items() if it}


USES = {
    "profile": Use(_told_to_profile, _in_profile),
    "recommendations": Use(_told_of_interests, _in_lists),
}
ASKS = {f"{one.source}-{one.purpose}": one for one in consents.all_asks()}


def test_every_consent_says_here_how_its_use_ends() -> None:
    assert ASKS
    assert {one.purpose for one in ASKS.values()} == set(USES)


@pytest.fixture(params=sorted(ASKS))
def asked(request: pytest.FixtureRequest) -> consents.Ask:
    return ASKS[request.param]


@pytest.fixture
def using(kirsten: Person, asked: consents.Ask) -> Use:
    """Let her have said yes, and the source have told."""
    use = USES[asked.purpose]
    with working_for(kirsten.municipality_id):
        trust.give_consent(
            citizen_id=kirsten.pk,
            source=asked.source,
            purpose=asked.purpose,
            actor_id=kirsten.pk,
            at=NOW,
        )
        use.begin(kirsten, asked.source)
    return use


def withdraw(person: Person, asked: consents.Ask) -> None:
    trust.withdraw_consent(
        citizen_id=person.pk,
        source=asked.source,
        purpose=asked.purpose,
        actor_id=person.pk,
        at=AFTER,
    )


def test_from_the_moment_it_is_taken_back_nothing_of_it_is_used(
    kirsten: Person, asked: consents.Ask, using: Use
) -> None:
    with working_for(kirsten.municipality_id):
        before = using.in_use(kirsten, asked.source, NOW)
        withdraw(kirsten, asked)
        after = using.in_use(kirsten, asked.source, AFTER)

    assert TOLD in before
    assert {"list", "a push's points", "why this job"} <= before
    assert after <= {OWN}, "what she has written herself stays, and nothing else"


def test_what_was_made_with_it_is_made_anew(
    kirsten: Person, asked: consents.Ask, using: Use
) -> None:
    with working_for(kirsten.municipality_id):
        ProcrastinateJob.objects.all().delete()
        withdraw(kirsten, asked)
        queued = set(ProcrastinateJob.objects.values_list("task_name", flat=True))

    names = {name.removeprefix("jobunivers.rooms.") for name in queued}
    assert any(name.startswith("tailored.") for name in names), "recommendations"
    if asked.purpose == "profile":
        assert any(name.startswith("segmentation.") for name in names), "the course"
        assert any(name.startswith("casework.") for name in names), "staff's lists and pushes"


def test_a_room_that_is_busy_or_broken_does_not_keep_her_from_saying_no(
    kirsten: Person, asked: consents.Ask, using: Use, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_citizen_id: int, _at: datetime) -> None:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1 / 0")

    monkeypatch.setattr(consents, "_made_anew", [broken, *consents._made_anew])
    with working_for(kirsten.municipality_id):
        withdraw(kirsten, asked)
        assert using.in_use(kirsten, asked.source, AFTER) <= {OWN}
        with connection.cursor() as cursor:
            cursor.execute("SHOW lock_timeout")
            assert cursor.fetchone() == ("0",)


def test_nothing_more_is_fetched(kirsten: Person, asked: consents.Ask, using: Use) -> None:
    assert using is USES[asked.purpose]
    with working_for(kirsten.municipality_id):
        withdraw(kirsten, asked)
        told: dict[str, Any] = {
            "citizen_id": kirsten.pk,
            "subject": "5f0c",
            "reader": "1",
            "municipality": Municipality.objects.get(code="0751"),
            "at": AFTER,
        }
        if asked.purpose == "profile":
            with pytest.raises(fetching.NoConsent):
                fetching.fetch(code=asked.source, **told)
        else:
            with pytest.raises(signalling.NoConsent):
                signalling.fetch_interests(source=asked.source, **told)


def test_the_history_stays_and_says_when(
    as_kirsten: KommuneClient, kirsten: Person, asked: consents.Ask, using: Use
) -> None:
    assert using is USES[asked.purpose]
    sent = as_kirsten.post(f"/samtykker/{asked.source}/{asked.purpose}/tag-tilbage/")
    again = as_kirsten.post(f"/samtykker/{asked.source}/{asked.purpose}/tag-tilbage/")

    assert (sent.status_code, again.status_code) == (302, 302)
    with working_for(kirsten.municipality_id):
        (past,) = trusted.consent_page(citizen_id=kirsten.pk).history
        assert past.withdrawn_at is not None
        assert past.text == asked.text
        told = Event.objects.filter(kind="trust.consent_withdrawn", citizen_id=kirsten.pk)
        assert told.count() == 1


def test_said_yes_again_it_is_a_new_consent_and_what_is_gone_stays_gone(
    kirsten: Person, asked: consents.Ask, using: Use
) -> None:
    with working_for(kirsten.municipality_id):
        withdraw(kirsten, asked)
        trust.give_consent(
            citizen_id=kirsten.pk,
            source=asked.source,
            purpose=asked.purpose,
            actor_id=kirsten.pk,
            at=AFTER,
        )
        if asked.purpose == "profile":
            assert using.in_use(kirsten, asked.source, AFTER) == {OWN}
        assert len(trusted.consent_page(citizen_id=kirsten.pk).history) == 2
