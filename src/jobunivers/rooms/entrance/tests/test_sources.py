# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Several sources become one profile, and she decides."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jobunivers.foundation.events.models import Event
from jobunivers.foundation.tenancy import working_for
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.identity.models import Person
from jobunivers.integrations.profiles.sources.client import NothingKnown, SourceUnavailable
from jobunivers.integrations.profiles.sources.fake import FakeSources
from jobunivers.rooms.entrance.actions import fetching, settling, taking
from jobunivers.rooms.entrance.models import Finding, Telling
from jobunivers.rooms.entrance.queries import exporting, sources
from jobunivers.rooms.entrance.tests.making_sources import AKASSE, CV, JOBNET, resume
from jobunivers.rooms.journey import actions as journey
from jobunivers.rooms.journey import queries as profiles
from jobunivers.rooms.journey.models import Profile
from jobunivers.trust import actions as trust

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
TODAY = date(2026, 11, 23)
LATER = NOW + timedelta(days=1)


@pytest.fixture
def world(settings: Any) -> Iterator[FakeSources]:
    held = {"akasse": AKASSE, "jobnet": JOBNET}
    with FakeSources(lambda _subject, _kommune: held).running() as fake:
        settings.PROFILE_SOURCES = {
            code: {"address": fake.address, "token": ""} for code in ("akasse", "jobnet")
        }
        yield fake


@pytest.fixture
def in_aarhus(aarhus: Municipality, kirsten: Person) -> Iterator[Profile]:
    with working_for(aarhus.pk):
        yield journey.ensure_profile(citizen_id=kirsten.pk, at=NOW)


def allow(profile: Profile, code: str) -> None:
    trust.give_consent(citizen_id=profile.citizen_id, source=code, purpose="profile",
                       actor_id=profile.citizen_id, at=NOW)  # fmt: skip


def fetch(profile: Profile, code: str, at: datetime = NOW) -> Any:
    return fetching.fetch(
        citizen_id=profile.citizen_id,
        subject="5f0c",
        reader="1",
        municipality=Municipality.objects.get(code="0751"),
        code=code,
        at=at,
    )


def bring(profile: Profile, data: bytes, name: str = "cv.txt", at: datetime = NOW) -> Any:
    return fetching.bring_file(citizen_id=profile.citizen_id, name=name, data=data, at=at)


def waiting(profile: Profile, at: datetime = NOW) -> list[Finding]:
    return list(sources.waiting(citizen_id=profile.citizen_id, at=at))


def take_all(profile: Profile, at: datetime = NOW) -> Any:
    return taking.take(
        citizen_id=profile.citizen_id, findings=waiting(profile, at), extras={}, today=TODAY, at=at
    )


def asked(profile: Profile, at: datetime = NOW) -> dict[str, list[str]]:
    rows = sources.question_rows(profile=profile, at=at)
    return {f"{row.about}/{row.field}": [one.value for one in row.others] for row in rows}


def answer(profile: Profile, choice: str, field: str, at: datetime = NOW, **more: str) -> None:
    rows = sources.question_rows(profile=profile, at=at)
    sent = {row.key: choice for row in rows if row.field == field}
    sent |= {f"{row.key}-own": more.get("own", "") for row in rows}
    settling.decide(profile=profile, decided=settling.read_answers(rows, sent), at=at)


def jobs(profile: Profile) -> set[str]:
    page = profiles.profile_page(citizen_id=profile.citizen_id)
    assert page is not None
    return {f"{row.title}, {row.employer}, {row.started_on:%Y-%m}" for row in page.experience}


def test_a_file_changes_nothing_before_she_says_so(in_aarhus: Profile) -> None:
    heard = bring(in_aarhus, CV.encode())
    assert heard.new >= 8
    assert jobs(in_aarhus) == set()
    assert {row.place["line"] for row in waiting(in_aarhus)} > {2, 8, 10}
    taken = take_all(in_aarhus)
    assert taken.lacking == ()
    assert jobs(in_aarhus) == {
        "Lagermedarbejder, Varehuset A/S, 2019-01",
        "Butiksassistent, Købmanden, 2015-08",
    }
    in_aarhus.refresh_from_db()
    assert in_aarhus.languages == {"da": "fluent", "en": "working"}
    assert in_aarhus.licences == ["B"]
    assert in_aarhus.city == "Aarhus C"
    assert waiting(in_aarhus) == []


def test_the_same_file_again_is_nothing_new(in_aarhus: Profile) -> None:
    bring(in_aarhus, CV.encode())
    take_all(in_aarhus)
    in_aarhus.refresh_from_db()
    version, found = in_aarhus.version, Finding.objects.count()
    heard = bring(in_aarhus, CV.encode(), at=LATER)
    in_aarhus.refresh_from_db()
    assert heard.new == 0
    assert in_aarhus.version == version
    assert Finding.objects.count() == found
    assert Telling.objects.count() == 1
    assert asked(in_aarhus) == {}


def test_what_she_said_no_to_or_took_out_does_not_come_back(in_aarhus: Profile) -> None:
    bring(in_aarhus, CV.encode())
    shop = [row for row in waiting(in_aarhus) if row.fields.get("title") == "Butiksassistent"]
    settling.decline(citizen_id=in_aarhus.citizen_id, findings=shop, at=NOW)
    take_all(in_aarhus)
    journey.remove(row=in_aarhus.experience.get(), at=NOW)
    other = CV.replace("Lagermedarbejder", "lagermedarbejder").encode()
    heard = bring(in_aarhus, other, "nyt.txt", at=LATER)
    assert heard.new == 0
    assert jobs(in_aarhus) == set()


def test_nobody_is_asked_without_consent(in_aarhus: Profile, world: FakeSources) -> None:
    with pytest.raises(fetching.NoConsent):
        fetch(in_aarhus, "akasse")
    assert world.asked == []


def test_a_source_is_told_who_reads_and_for_whom(in_aarhus: Profile, world: FakeSources) -> None:
    allow(in_aarhus, "akasse")
    assert fetch(in_aarhus, "akasse").new == 4
    ((path, headers),) = world.asked
    assert path == "/medlemmer/5f0c/profil"
    assert headers["x-dataansvarlig"] == "0751"
    assert headers["x-laeser"] == "1"


def test_two_sources_that_tell_the_same_become_one_line(
    in_aarhus: Profile, world: FakeSources
) -> None:
    bring(in_aarhus, CV.encode())
    allow(in_aarhus, "akasse")
    fetch(in_aarhus, "akasse")
    take_all(in_aarhus)
    titles = in_aarhus.experience.order_by("title").values_list("title", flat=True)
    assert list(titles) == ["Butiksassistent", "Lagermedarbejder", "Opvasker"]
    job = in_aarhus.experience.get(title="Lagermedarbejder")
    tellers = profiles.tellers_of(in_aarhus)["experience", str(job.pk)]
    assert {one.source for one in tellers} == {"file", "akasse"}


def test_where_sources_differ_she_is_asked_and_decides_for_good(
    in_aarhus: Profile, world: FakeSources
) -> None:
    bring(in_aarhus, CV.encode())
    take_all(in_aarhus)
    for code in ("akasse", "jobnet"):
        allow(in_aarhus, code)
        fetch(in_aarhus, code)
    questions = asked(in_aarhus)
    # The file knows the year alone: both months say more, and they differ from each other.
    assert questions["Lagermedarbejder/started"] == ["2019-03", "2019-02"]
    assert questions["HF/ended"] == ["2014"]
    assert questions["Om dig/value"] == ["8200"]
    answer(in_aarhus, "1", "started")
    answer(in_aarhus, "own", "ended", own="05-2023")
    answer(in_aarhus, "have", "value")
    job = in_aarhus.experience.get(title="Lagermedarbejder")
    assert (job.started_on, job.ended_on) == (date(2019, 2, 1), date(2023, 5, 1))
    fetch(in_aarhus, "akasse", at=LATER)
    assert not {"Lagermedarbejder/started", "Lagermedarbejder/ended", "Om dig/value"} & set(
        asked(in_aarhus, LATER)
    )
    job.refresh_from_db()
    assert job.started_on == date(2019, 2, 1)


def test_two_that_were_thought_one_can_be_kept_apart(
    in_aarhus: Profile, world: FakeSources
) -> None:
    entry = journey.ExperienceEntry(
        title="Lagermedarbejder", employer="Varehuset A/S", started_on=date(2018, 6, 1),
        ended_on=date(2023, 6, 1),
    )  # fmt: skip
    journey.add_experience(profile=in_aarhus, entry=entry, at=NOW)
    allow(in_aarhus, "jobnet")
    fetch(in_aarhus, "jobnet")
    answer(in_aarhus, "both-0", "started")
    assert jobs(in_aarhus) == {
        "Lagermedarbejder, Varehuset A/S, 2018-06",
        "Lagermedarbejder, Varehuset A/S, 2019-02",
    }
    fetch(in_aarhus, "jobnet", at=LATER)
    assert len(jobs(in_aarhus)) == 2
    assert "Lagermedarbejder/started" not in asked(in_aarhus, LATER)


def test_a_consent_taken_back_holds_at_once_for_what_was_fetched(
    in_aarhus: Profile, world: FakeSources
) -> None:
    bring(in_aarhus, CV.encode())
    take_all(in_aarhus)
    allow(in_aarhus, "akasse")
    fetch(in_aarhus, "akasse")
    assert waiting(in_aarhus)
    assert asked(in_aarhus)
    at = NOW + timedelta(seconds=1)
    trust.withdraw_consent(citizen_id=in_aarhus.citizen_id, source="akasse", purpose="profile",
                           actor_id=in_aarhus.citizen_id, at=at)  # fmt: skip
    assert waiting(in_aarhus, at) == []
    assert asked(in_aarhus, at) == {}
    with pytest.raises(fetching.NoConsent):
        fetch(in_aarhus, "akasse", at=at)


def test_one_click_takes_out_what_only_a_source_told(
    in_aarhus: Profile, world: FakeSources
) -> None:
    bring(in_aarhus, CV.encode())
    take_all(in_aarhus)
    allow(in_aarhus, "akasse")
    fetch(in_aarhus, "akasse")
    take_all(in_aarhus)
    assert "Opvasker, Kroen, 2014-01" in jobs(in_aarhus)
    page = sources.sources_page(profile=in_aarhus, at=NOW)
    assert [row.only for row in page.sources if row.ask.source == "akasse"] == [1]
    gone = settling.remove_source(
        profile=in_aarhus, source=journey.Origin.AKASSE, name="", with_lines=True, at=NOW
    )
    assert gone == 1
    assert len(jobs(in_aarhus)) == 2


@pytest.mark.parametrize("trouble", ["down", "refused", "broken", "huge", "moved", "list"])
def test_a_source_in_trouble_changes_nothing(
    in_aarhus: Profile, world: FakeSources, trouble: str
) -> None:
    allow(in_aarhus, "jobnet")
    world.trouble["jobnet"] = trouble
    with pytest.raises((SourceUnavailable, NothingKnown)):
        fetch(in_aarhus, "jobnet")
    assert Telling.objects.count() == 0


def test_a_job_without_a_start_waits_for_her_word(in_aarhus: Profile) -> None:
    bring(in_aarhus, resume(work=[{"position": "Kok", "name": "Kroen"}]), "cv.json")
    taken = take_all(in_aarhus)
    (row,) = waiting(in_aarhus)
    assert taken.lacking == (row.pk,)
    filled = {row.pk: {"started": "2020-02", "ended": "2021-03"}}
    taking.take(citizen_id=in_aarhus.citizen_id, findings=[row], extras=filled, today=TODAY, at=NOW)
    assert jobs(in_aarhus) == {"Kok, Kroen, 2020-02"}


def test_her_own_export_comes_back_whole(
    in_aarhus: Profile, aarhus: Municipality, mads: Person
) -> None:
    from jobunivers.integrations.profiles.formats import own

    bring(in_aarhus, CV.encode())
    take_all(in_aarhus)
    told = exporting.told_of(citizen_id=in_aarhus.citizen_id)
    other = journey.ensure_profile(citizen_id=mads.pk, at=NOW)
    bring(other, own.write(told, on=TODAY), "min-profil.json")
    take_all(other)
    again = exporting.told_of(citizen_id=mads.pk)
    assert again == told


def test_what_is_told_and_decided_is_an_event_without_words(in_aarhus: Profile) -> None:
    bring(in_aarhus, CV.encode())
    take_all(in_aarhus)
    rows = Event.objects.filter(kind__startswith="entrance.").order_by("id")
    assert [row.kind for row in rows] == ["entrance.source_told", "entrance.findings_taken"]
    assert "Varehuset" not in str([row.data for row in rows])


TITLES = st.sampled_from(["Kok", "Lagermedarbejder", "Butiksassistent"])
EMPLOYERS = st.sampled_from(["Kroen", "Kroen A/S", "Varehuset", ""])
YEARS = st.sampled_from(["2018", "2019-03", "2020-01"])


@st.composite
def works(draw: st.DrawFn) -> dict[str, str]:
    return {"position": draw(TITLES), "name": draw(EMPLOYERS), "startDate": draw(YEARS),
            "endDate": draw(st.sampled_from(["2021", "2022-04", ""]))}  # fmt: skip


@settings(
    max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(first=st.lists(works(), max_size=3), second=st.lists(works(), max_size=3))
def test_no_import_changes_what_stands_and_none_is_new_twice(
    in_aarhus: Profile, first: list[dict[str, str]], second: list[dict[str, str]]
) -> None:
    from django.db import transaction

    with transaction.atomic():
        if first:
            bring(in_aarhus, resume(work=first), "a.json")
            take_all(in_aarhus)
        rows = sources.question_rows(profile=in_aarhus, at=NOW)
        sent = {row.key: "have" for row in rows}
        decided = settling.read_answers(rows, sent)
        settling.decide(profile=in_aarhus, decided=decided, at=NOW)
        before = jobs(in_aarhus)
        if second:
            bring(in_aarhus, resume(work=second), "b.json")
            assert jobs(in_aarhus) == before
            take_all(in_aarhus)
            assert jobs(in_aarhus) >= before
            assert bring(in_aarhus, resume(work=second), "b.json").new == 0
        assert {row.key for row in rows}.isdisjoint(
            row.key for row in sources.question_rows(profile=in_aarhus, at=NOW)
        )
        transaction.set_rollback(True)
