# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""How an application goes: states with days, answers, talks, reminders; and all of the joblog."""

from datetime import date, timedelta

import pytest
import time_machine
from django.utils import timezone

from jobunivers.foundation.tenancy import working_for
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.identity.models import Person
from jobunivers.rooms.vacancies import actions, queries
from jobunivers.rooms.vacancies.models import (
    Application,
    ApplicationStatus,
    Extent,
)
from jobunivers.rooms.vacancies.tests.factories import (
    make_application,
    make_interview,
    make_vacancy,
)
from jobunivers.testing.browsers import KommuneClient, text_of

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()


"""All of the joblog: narrowed, counted by weeks, written to file and paper, and told of."""


def test_the_joblog_is_narrowed_by_state_week_and_words(
    as_kirsten: KommuneClient, kirsten: Person
) -> None:
    old = TODAY - timedelta(days=20)
    make_application(kirsten, title="Gammel uden svar", applied_on=old)
    make_application(kirsten, title="Ny i dag", applied_on=TODAY)
    make_application(kirsten, title="På vej", status=ApplicationStatus.PLANNED, applied_on=None)

    def shown(query: str) -> list[str]:
        html = text_of(as_kirsten.get(f"/ansoegninger/{query}"))
        return [one for one in ("Gammel uden svar", "Ny i dag", "På vej") if one in html]

    assert len(shown("")) == 3
    assert shown("?tilstand=planned") == ["På vej"]
    assert shown("?tilstand=venter") == ["Gammel uden svar"]
    year, week, _ = TODAY.isocalendar()
    assert shown(f"?uge={year}-W{week:02d}") == ["Ny i dag"]
    assert shown("?q=GAMMEL") == ["Gammel uden svar"]
    assert shown("?q=findes-ikke") == []
    assert len(shown("?uge=2026-W99&tilstand=hvad&side=x")) == 3


def test_weeks_are_counted_and_lead_to_their_applications(
    as_kirsten: KommuneClient, kirsten: Person
) -> None:
    for _ in range(3):
        make_application(kirsten, applied_on=TODAY)
    html = text_of(as_kirsten.get("/ansoegninger/"))

    year, week, _ = TODAY.isocalendar()
    assert f"?uge={year}-W{week:02d}" in html
    assert "<span>3</span>" in html


def test_the_file_has_the_law_s_columns_and_no_formula(
    as_kirsten: KommuneClient, kirsten: Person
) -> None:
    make_application(
        kirsten, title="=HYPERLINK(1)", extent=Extent.PART, hours_per_week=20.5,
        postal_code="8000", place="Aarhus C", applied_on=date(2026, 11, 2),
    )  # fmt: skip
    make_interview(kirsten, application=make_application(kirsten, title="Kok 🍳"))

    answer = as_kirsten.get("/ansoegninger/joblog.csv")

    lines = bytes(answer.content).decode("utf-8-sig").split("\r\n")
    assert lines[0].startswith("Oprettet;Sidst rettet;Status;Søgt den;Fuldtid eller deltid")
    assert ";Søgt;2026-11-02;Deltid;20,5;'=HYPERLINK(1);" in lines[1]
    assert ";8000;" in lines[1]
    assert ";Samtale;" in lines[2]
    assert "Kok 🍳" in lines[2]
    few = as_kirsten.get("/ansoegninger/joblog.csv?fra=2026-11-01&til=2026-11-05")
    assert bytes(few.content).count(b"\r\n") == 2


def test_the_paper_shows_whose_it_is_and_only_the_days_asked_for(
    as_kirsten: KommuneClient, kirsten: Person
) -> None:
    make_application(kirsten, title="I november", applied_on=date(2026, 11, 2))
    make_application(kirsten, title="I oktober", applied_on=date(2026, 10, 2))

    html = text_of(as_kirsten.get("/ansoegninger/udskriv/?fra=2026-11-01&til=xx"))

    assert kirsten.name in html
    assert "I november" in html
    assert "I oktober" not in html


def test_part_time_asks_for_its_hours(as_kirsten: KommuneClient) -> None:
    answer = as_kirsten.post(
        "/ansoegninger/ny/",
        {
            "status": "applied", "title": "Kok", "employer": "Kroen", "applied_on": "2026-11-20",
            "applied_how": "digital", "found_how": "network", "extent": "part",
        },
    )  # fmt: skip

    assert answer.status_code == 422
    assert "Skriv, hvor mange timer om ugen det er." in text_of(answer)


@pytest.mark.parametrize("suffix", ["", "#top", "?utm_source=brev", "/"])
def test_a_pasted_link_leads_to_the_advertisement_we_know(
    as_kirsten: KommuneClient, suffix: str
) -> None:
    job = make_vacancy("Gartner", url="https://job.example/a/17")

    answer = as_kirsten.get("/ansoegninger/fra-link/", {"link": f"{job.url}{suffix}"})

    assert answer.url == f"/aarhus/job/{job.pk}/ansoegt/"


def test_a_link_to_our_own_page_leads_to_it_and_an_unknown_one_fills_the_form(
    as_kirsten: KommuneClient,
) -> None:
    job = make_vacancy("Gartner")
    own = f"https://job.example/aarhus/job/{job.pk}/"
    assert as_kirsten.get("/ansoegninger/fra-link/", {"link": own}).url.endswith(
        f"/job/{job.pk}/ansoegt/"
    )
    far = "https://andet.example/job?id=7"
    html = text_of(as_kirsten.get("/ansoegninger/fra-link/", {"link": far}, follow=True))
    assert far in html
    assert "Vi kender ikke opslaget." in html


@pytest.mark.parametrize(
    "link",
    ["", "javascript:alert(1)", "file:///etc/passwd", "http://[", "x", "\0"],
)
def test_what_is_no_link_is_said(as_kirsten: KommuneClient, link: str) -> None:
    html = text_of(as_kirsten.get("/ansoegninger/fra-link/", {"link": link}, follow=True))

    assert "Det ligner ikke et link." in html
    assert "javascript:" not in html


def test_five_thousand_applications_are_paged(
    as_kirsten: KommuneClient, kirsten: Person, aarhus: Municipality
) -> None:
    now = timezone.now()
    with working_for(aarhus.pk):
        Application.objects.bulk_create(
            Application(
                citizen_id=kirsten.pk, status="applied", applied_on=TODAY, title=f"Job {number}",
                employer="Nordvind", created_at=now, changed_at=now,
            )
            for number in range(5_000)
        )  # fmt: skip

    html = text_of(as_kirsten.get("/ansoegninger/?side=100"))

    assert html.count("Nordvind") == 50
    assert "Job 0" in html
    assert "Alle (5.000)" in html


def test_many_starred_jobs_are_paged(
    as_kirsten: KommuneClient, kirsten: Person, aarhus: Municipality
) -> None:
    now = timezone.now()
    jobs = [make_vacancy(f"Job nr. {number}.") for number in range(52)]
    with working_for(aarhus.pk):
        for number, job in enumerate(jobs):
            at = now + timedelta(seconds=number)
            actions.star(citizen_id=kirsten.pk, vacancy_id=job.pk, at=at)

    first, second = (text_of(as_kirsten.get(f"/gemte-job/?side={one}")) for one in (1, 2))

    assert "Job nr. 51." in first
    assert "Job nr. 1." not in first
    assert "Job nr. 1." in second
    assert "Job nr. 51." not in second


def test_what_counts_is_shown_as_help_by_whom_and_from_when(
    as_kirsten: KommuneClient, kirsten: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_application(kirsten)
    told = queries.Keeping(
        lines=(queries.KeepingLine("Søg mindst 2 job om ugen.", "De sidste 7 dage: 0."),),
        decided_by="Beskæftigelsesudvalget", since=date(2026, 1, 1), path="/mit-forloeb/",
    )  # fmt: skip
    wanted = queries.UploadsWanted(2, TODAY, TODAY + timedelta(days=7))
    from jobunivers.rooms.vacancies.queries import applications

    monkeypatch.setattr(applications, "_keeping", [lambda _who, _at: told])
    monkeypatch.setattr(applications, "_uploads", [lambda _who, _day: wanted])
    html = text_of(as_kirsten.get("/ansoegninger/"))

    assert "Søg mindst 2 job om ugen." in html
    assert "Besluttet af Beskæftigelsesudvalget." in html
    assert "Du har mærket 0 af 2 som lagt op." in html
    assert "Ingen får besked" in html


def test_many_moves_at_once_leave_their_steps(kirsten: Person, aarhus: Municipality) -> None:
    row = make_application(kirsten)
    at = timezone.now()
    with working_for(aarhus.pk):
        moved = [actions.Moved(application_id=row.pk, status=ApplicationStatus.REJECTED, at=at)]
        assert actions.move_applications(moved=moved) == 1
        row.refresh_from_db()
        assert row.answered_on is not None
        entry = queries.entry_of(application=row, today=TODAY)
        assert [step.status for step in entry.steps] == ["applied", "rejected"]


def test_her_own_day_and_a_talk_tomorrow_are_told_once(
    kirsten: Person, aarhus: Municipality
) -> None:
    now = timezone.now()
    row = make_application(kirsten)
    with working_for(aarhus.pk):
        actions.remind(application=row, version=1, on=TODAY, at=now)
    make_interview(kirsten, application=make_application(kirsten), on=TODAY + timedelta(days=1))
    with working_for(aarhus.pk):
        assert actions.remind_of_days(at=now) == 2
        assert actions.remind_of_days(at=now) == 0
    with time_machine.travel(now + timedelta(days=1)), working_for(aarhus.pk):
        assert actions.remind_of_days(at=timezone.now()) == 0
