# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from jobunivers.foundation.tenancy import working_for
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.identity.models import Person
from jobunivers.rooms.journey import actions, queries
from jobunivers.rooms.journey.actions import Origin, Part, Saying
from jobunivers.rooms.journey.models import Experience, Profile, Provenance

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
COOK = actions.ExperienceEntry(
    title="Kok", employer="Kroen", started_on=date(2019, 5, 1), ended_on=date(2021, 2, 1)
)
FUND = {"title": "Kok", "employer": "Kroen", "started": "2019-06", "ended": "2021-02"}
ALL = [("akasse", ""), ("jobnet", ""), ("file", "cv.pdf")]


def saying(source: Origin, said: dict[str, str], name: str = "") -> Saying:
    return Saying(source=source, name=name, reference="7", said=said)


def profile_of(person: Person) -> Profile:
    return actions.ensure_profile(citizen_id=person.pk, at=NOW)


def own_job(profile: Profile) -> Experience:
    return actions.add_experience(profile=profile, entry=COOK, at=NOW)


def tell_fund(profile: Profile, job: Experience, said: dict[str, str]) -> None:
    actions.note_told(
        profile=profile,
        part=Part.EXPERIENCE,
        line=str(job.pk),
        told=saying(Origin.AKASSE, said),
        at=NOW,
    )


def fields_asked(profile: Profile) -> list[str]:
    return [one.field for one in queries.questions_of(profile, sources=ALL)]


def test_every_line_says_who_told_it_and_when(aarhus: Municipality, kirsten: Person) -> None:
    with working_for(aarhus.pk):
        profile = profile_of(kirsten)
        job = own_job(profile)
        actions.add_competences(
            profile=profile,
            named=[actions.Named("Bagning")],
            at=NOW,
            told=saying(Origin.FILE, {"words": "Bagning"}, "cv.pdf"),
        )
        tellers = queries.tellers_of(profile)
        (own,) = tellers["experience", str(job.pk)]
        assert (own.source, own.told_at) == ("own", NOW)
        (file,) = tellers["competence", str(profile.competences.get().pk)]
        assert (file.source, file.name) == ("file", "cv.pdf")


def test_a_source_that_says_otherwise_changes_nothing_and_asks(
    aarhus: Municipality, kirsten: Person
) -> None:
    with working_for(aarhus.pk):
        profile = profile_of(kirsten)
        job = own_job(profile)
        tell_fund(profile, job, FUND)
        job.refresh_from_db()
        assert job.started_on == date(2019, 5, 1)
        (question,) = queries.questions_of(profile, sources=ALL)
        assert (question.field, question.have.value) == ("started", "2019-05")
        assert [one.source for one in question.have.tellers] == ["own"]
        (other,) = question.others
        assert (other.value, other.tellers[0].source) == ("2019-06", "akasse")
        assert queries.questions_of(profile, sources=[]) == []


def test_what_she_settled_is_asked_no_more_whatever_comes(
    aarhus: Municipality, kirsten: Person
) -> None:
    with working_for(aarhus.pk):
        profile = profile_of(kirsten)
        job = own_job(profile)
        tell_fund(profile, job, FUND)
        actions.settle(
            profile=profile,
            part=Part.EXPERIENCE,
            line=str(job.pk),
            values={"started": "2019-06"},
            at=NOW,
        )
        job.refresh_from_db()
        assert job.started_on == date(2019, 6, 1)
        tell_fund(profile, job, {**FUND, "started": "2018-01"})
        assert fields_asked(profile) == []
        job.refresh_from_db()
        assert job.started_on == date(2019, 6, 1)


def test_what_she_changes_by_hand_is_settled(aarhus: Municipality, kirsten: Person) -> None:
    with working_for(aarhus.pk):
        profile = profile_of(kirsten)
        job = actions.add_experience(
            profile=profile,
            entry=COOK,
            at=NOW,
            told=saying(Origin.JOBNET, {**FUND, "started": "2019-05"}),
        )
        entry = replace(COOK, employer="Hotellet")
        actions.change_experience(row=job, entry=entry, at=NOW)
        own = Provenance.objects.get(source=Origin.OWN)
        assert own.settled == ["employer"]
        assert own.said == {"employer": "Hotellet"}
        tell_fund(profile, job, {**FUND, "started": "2019-05"})
        assert fields_asked(profile) == []


def test_a_year_from_a_file_gives_way_to_a_month_and_asks_nothing(
    aarhus: Municipality, kirsten: Person
) -> None:
    with working_for(aarhus.pk):
        profile = profile_of(kirsten)
        entry = replace(COOK, started_on=date(2019, 1, 1), ended_on=date(2021, 12, 1))
        said = {"title": "Kok", "employer": "Kroen", "started": "2019", "ended": "2021"}
        job = actions.add_experience(
            profile=profile, entry=entry, at=NOW, told=saying(Origin.FILE, said, "cv.pdf")
        )
        (line,) = queries.lines_of(profile)
        assert (line.fields["started"], line.fields["ended"]) == ("2019", "2021")
        tell_fund(profile, job, FUND)
        questions = queries.questions_of(profile, sources=ALL)
        assert [one.field for one in questions] == ["started", "ended"]
        assert questions[0].have.value == "2019"


def test_a_source_goes_with_what_only_it_told(aarhus: Municipality, kirsten: Person) -> None:
    with working_for(aarhus.pk):
        profile = profile_of(kirsten)
        mine = own_job(profile)
        tell_fund(profile, mine, FUND)
        bar = replace(COOK, title="Tjener", employer="Baren")
        actions.add_experience(profile=profile, entry=bar, at=NOW, told=saying(Origin.AKASSE, FUND))
        told = saying(Origin.AKASSE, {"level": "fluent"})
        actions.take_language(profile=profile, code="pl", level="fluent", told=told, at=NOW)
        actions.take_licence(profile=profile, code="B", told=told, at=NOW)
        assert queries.only_told_by_each(profile)["akasse", ""] == 3
        assert actions.remove_source(profile=profile, source=Origin.AKASSE, name="", at=NOW) == 3
        profile.refresh_from_db()
        assert [row.pk for row in profile.experience.all()] == [mine.pk]
        assert profile.languages == {}
        assert profile.licences == []
        assert not Provenance.objects.filter(source=Origin.AKASSE).exists()


def test_a_line_of_hers_from_before_is_not_the_sources(
    aarhus: Municipality, kirsten: Person
) -> None:
    with working_for(aarhus.pk):
        profile = profile_of(kirsten)
        job = own_job(profile)
        Provenance.objects.all().delete()  # written before this was kept
        tell_fund(profile, job, FUND)
        assert actions.remove_source(profile=profile, source=Origin.AKASSE, name="", at=NOW) == 0
        assert profile.experience.count() == 1


def test_what_cannot_be_is_not_settled(aarhus: Municipality, kirsten: Person) -> None:
    with working_for(aarhus.pk):
        profile = profile_of(kirsten)
        line = str(own_job(profile).pk)
        for values, problem in (
            ({"started": "2022-01"}, actions.WrongOrder),
            ({"started": "i maj"}, actions.NotSaid),
            ({"started": "2019-13"}, actions.NotSaid),
        ):
            with pytest.raises(problem):
                actions.settle(
                    profile=profile, part=Part.EXPERIENCE, line=line, values=values, at=NOW
                )
        assert profile.experience.get().started_on == date(2019, 5, 1)
