# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""How long people wait, and the aims of BEK 760/2025 § 5: counted at night, told with care."""

from datetime import date, datetime, timedelta

import pytest
from django.utils import timezone

from jobunivers.foundation.desk import Waits
from jobunivers.foundation.tenancy import working_for
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.identity.models import Person
from jobunivers.rooms.casework import actions, tasks
from jobunivers.rooms.casework.actions import figuring
from jobunivers.rooms.casework.actions.figuring import months_before
from jobunivers.rooms.casework.models import FocusDay, FocusReport, Measure, WaitDay
from jobunivers.rooms.casework.queries.supervision import supervision_page
from jobunivers.rooms.casework.tests.test_home import page, rows_of
from jobunivers.rooms.law import queries as law
from jobunivers.rooms.segmentation.tests.page_making import out_of_work
from jobunivers.rooms.talks.models import Talk
from jobunivers.testing.browsers import KommuneClient

pytestmark = pytest.mark.django_db
AIMS, WAITS = "/leder/fokusmaal/", "/leder/svartider/"
SENT = {
    "measure": "talks", "day": "2026-09-30", "people": "200", "without": "36",
    "source": "Jobindsats",
}  # fmt: skip


def waits(*days: float | None, limit: int | None = 14) -> Waits:
    """Return something answered after so many days each, or (None) asked 20 days ago."""

    def asked(_since: datetime, now: datetime) -> list[tuple[datetime, datetime | None]]:
        began = now - timedelta(days=20)
        return [(began, None if took is None else began + timedelta(days=took)) for took in days]

    return Waits("test.answers", "Svar", asked, days=limit)


def test_waits_are_told_by_half_and_nine_in_ten_and_never_of_few(
    as_bente: KommuneClient, aarhus: Municipality, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "Der er ikke talt endnu" in page(as_bente, WAITS)
    for kinds, told in (
        ([waits(1, 1, 3, 9)], "Færre end 5 svar"),
        ([waits(1, 1, 3, 5, 10, None)], "3,0 dage"),
    ):
        monkeypatch.setattr("jobunivers.foundation.desk.waits", lambda kinds=kinds: kinds)
        with working_for(aarhus.pk):
            for _ in range(2):
                assert actions.count_waits(at=timezone.now()) == 1
        assert told in page(as_bente, WAITS)
    shown = page(as_bente, WAITS)
    assert "8,0 dage" in shown
    assert "1 (1 efter fristen)" in shown
    with working_for(aarhus.pk):
        row = WaitDay.objects.get()
        assert (row.asked, row.answered, row.waiting, row.late) == (6, 5, 1, 1)


def held(citizen: Person, ago: int) -> None:
    """Let a talk have been held so many days ago."""
    at = timezone.now() - timedelta(days=ago)
    with working_for(citizen.municipality_id or 0):
        Talk.objects.create(
            citizen_id=citizen.pk, staff_id=citizen.pk, starts_at=at, begun_at=at, closed_at=at,
            state="held", created_at=at, changed_at=at,
        )  # fmt: skip


def test_four_talks_within_twelve_months_meet_the_aim_for_one(
    kirsten: Person, mads: Person, aarhus: Municipality
) -> None:
    now = timezone.now()
    for one in (kirsten, mads):
        out_of_work(one, weeks=60, at=now)
    rows_of(aarhus)
    for ago in (10, 100, 200, 300):
        held(kirsten, ago)
    for ago in (10, 100, 200, 380):  # the last is too long ago
        held(mads, ago)

    with working_for(aarhus.pk):
        assert actions.count_aims(at=now) == actions.count_aims(at=now) == 2
        talks = FocusDay.objects.get(measure=Measure.TALKS)
        offers = FocusDay.objects.get(measure=Measure.OFFER)

    assert (talks.people, talks.without, talks.met) == (2, 1, 2)
    # Offers and hours are not on the platform: they are not known, and not taken for none.
    assert (offers.people, offers.without) == (2, None)


def test_the_page_says_what_is_not_known_and_takes_counts_made_elsewhere(
    as_bente: KommuneClient, kirsten: Person, aarhus: Municipality, bente: Person
) -> None:
    now = timezone.now()
    out_of_work(kirsten, weeks=60, at=now)
    rows_of(aarhus)
    with working_for(aarhus.pk):
        actions.count_aims(at=now)
    shown = page(as_bente, AIMS)
    assert "Andelen kendes ikke endnu" in shown
    assert "100,0 procent: 1 af 1" in shown
    assert "Målet er ikke nået" in shown
    assert "BEK 760/2025" in shown

    assert as_bente.post(AIMS, SENT).status_code == 302

    shown = page(as_bente, AIMS)
    assert "18,0 procent: 36 af 200" in shown
    assert "Tæt på grænsen" in shown
    file = as_bente.get(f"{AIMS}fil/")
    assert file["Content-Type"] == "text/csv; charset=utf-8"
    with working_for(aarhus.pk):
        assert FocusReport.objects.get().by_id == bente.pk


@pytest.mark.parametrize(
    ("without", "state"), [(0, "met"), (29, "met"), (30, "near"), (39, "near"), (40, "over")]
)
def test_at_the_limit_the_aim_is_not_met(
    without: int, state: str, bente: Person, aarhus: Municipality
) -> None:
    today = timezone.localdate()
    with working_for(aarhus.pk):
        actions.report_aim(
            measure=Measure.TALKS, day=today, people=200, without=without, source="Jobindsats",
            by_id=bente.pk, at=timezone.now(),
        )  # fmt: skip
        aims = {one.measure: one for one in supervision_page(today=today, language="da").aims}

    assert (aims["talks"].limit, aims["talks"].state) == (20.0, state)
    assert (aims["offer"].limit, aims["offer"].state) == (30.0, "")


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"without": "201"}, "Der kan ikke være flere uden"),
        ({"people": "0"}, "Skriv mindst 1."),
        ({"people": "mange"}, "Skriv et helt tal."),
        ({"day": "2999-01-01"}, "Dagen er ikke kommet endnu."),
        ({"day": "i går"}, "Skriv datoen som"),
        ({"measure": "alt"}, "Vælg et mål."),
        ({"source": ""}, "hvor tallene kommer fra"),
    ],
)
def test_counts_that_cannot_be_are_refused_in_words(
    change: dict[str, str], said: str, as_bente: KommuneClient
) -> None:
    answer = as_bente.post(AIMS, SENT | change)

    assert answer.status_code == 422
    assert said in answer.content.decode()


def test_a_source_that_looks_like_a_formula_is_harmless_in_the_file(
    as_bente: KommuneClient,
) -> None:
    as_bente.post(AIMS, SENT | {"source": "=1+1"})

    assert ";'=1+1" in as_bente.get(f"{AIMS}fil/").content.decode("utf-8-sig")


def test_without_a_rule_for_the_day_nothing_is_counted(
    as_bente: KommuneClient, aarhus: Municipality, monkeypatch: pytest.MonkeyPatch
) -> None:
    def none(code: str, *, on: date) -> object:
        raise law.NoRuleOn(code, on)

    monkeypatch.setattr(law, "rule", none)
    with working_for(aarhus.pk):
        assert actions.count_aims(at=timezone.now()) == 0

    assert "Der er ingen regel for i dag" in page(as_bente, AIMS)


def test_the_nightly_task_counts_every_kommune_by_itself(
    kirsten: Person, aarhus: Municipality, odense: Municipality
) -> None:
    out_of_work(kirsten, weeks=60, at=timezone.now())
    rows_of(aarhus)

    tasks.count_figures()

    for kommune, people in ((aarhus, 1), (odense, 0)):
        with working_for(kommune.pk):
            assert set(FocusDay.objects.values_list("people", flat=True)) == {people}
            assert WaitDay.objects.filter(code="segmentation.objections").exists()


@pytest.mark.parametrize(
    ("day", "months", "then"),
    [
        (date(2026, 11, 26), 12, date(2025, 11, 26)),
        (date(2028, 2, 29), 12, date(2027, 2, 28)),
        (date(2026, 1, 31), 2, date(2025, 11, 30)),
    ],
)
def test_months_are_counted_back_as_people_do(day: date, months: int, then: date) -> None:
    assert months_before(day, months) == then


def test_impossible_counts_do_not_reach_the_rows(bente: Person, aarhus: Municipality) -> None:
    with working_for(aarhus.pk), pytest.raises(figuring.ImpossibleCount):
        actions.report_aim(
            measure=Measure.TALKS, day=timezone.localdate(), people=1, without=2, source="x",
            by_id=bente.pk, at=timezone.now(),
        )  # fmt: skip
