# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""She keeps her plan from her own pages, and nothing she wrote is lost."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
import time_machine
from django.test import Client

from jobunivers.foundation.tenancy import working_for, writing_shared
from jobunivers.identity.models import Person
from jobunivers.rooms.plan import actions
from jobunivers.rooms.plan.models import Activity, ActivityState, Goal, GoalState, PlanChange
from jobunivers.rooms.plan.tests.making import (
    NOON,
    TODAY,
    make_activity,
    make_goal,
    make_thing,
    proposed_activity,
    text,
)
from jobunivers.rooms.vacancies.models import Vacancy
from jobunivers.rooms.vacancies.tests.factories import make_vacancy
from jobunivers.testing.browsers import KommuneClient
from jobunivers.trust.tests.making import lix

pytestmark = pytest.mark.django_db
MINE = "/min-plan/"
TOMORROW = TODAY + timedelta(days=1)


@pytest.fixture(autouse=True)
def noon() -> Iterator[None]:
    with time_machine.travel(NOON, tick=False):
        yield


@pytest.fixture
def in_aarhus(kirsten: Person) -> Iterator[None]:
    with working_for(kirsten.municipality_id or 0):
        yield


def sent(activity: Activity, **changed: str) -> dict[str, str]:
    """Return the form of an activity as a browser sends it."""
    return {"title": activity.title, "kind": "own", "version": str(activity.version)} | changed


def test_an_empty_plan_says_how_to_begin(as_kirsten: KommuneClient) -> None:
    page = text(as_kirsten, MINE)

    assert "Din plan er tom endnu" in page
    assert "/aarhus/min-plan/maal/ny/" in page


def test_she_writes_a_goal_and_an_activity_below_it(
    as_kirsten: KommuneClient, kirsten: Person
) -> None:
    as_kirsten.post(f"{MINE}maal/ny/", {"words": "Få job på et lager", "by_on": "2027-02-01"})
    with working_for(kirsten.municipality_id or 0):
        goal = Goal.objects.get()
    answer = as_kirsten.post(
        f"{MINE}aktivitet/ny/",
        {
            "title": "Besøg jobmessen 🎪", "kind": "network", "day": "24-11-2026",
            "starts": "14.30", "place": "Musikhuset", "goal": str(goal.pk),
        },
    )  # fmt: skip

    assert answer.status_code == 302
    page = text(as_kirsten, MINE)
    assert "Inden 1. februar 2027" in page
    block = page[page.index("Få job på et lager") :]
    assert "Besøg jobmessen 🎪" in block
    assert "Netværk · tirsdag den 24. november kl. 14.30 · Musikhuset" in block


def test_what_is_next_stands_first_by_day(
    as_kirsten: KommuneClient, kirsten: Person, in_aarhus: None
) -> None:
    make_activity(kirsten, "Senere", day=TODAY + timedelta(days=9))
    make_activity(kirsten, "Uden dag")
    make_activity(kirsten, "Først", day=TOMORROW)

    page = text(as_kirsten, MINE)

    following = page[page.index("Det næste") : page.index("Mål og aktiviteter")]
    assert following.index("Først") < following.index("Senere")
    assert "Uden dag" not in following


def test_the_same_form_sent_twice_is_kept_once(as_kirsten: KommuneClient, kirsten: Person) -> None:
    for _ in range(2):
        as_kirsten.post(f"{MINE}aktivitet/ny/", {"title": "Ring til Bo", "kind": "own"})

    with working_for(kirsten.municipality_id or 0):
        assert Activity.objects.count() == 1


def test_two_windows_keep_both_texts(
    as_kirsten: KommuneClient, kirsten: Person, in_aarhus: None
) -> None:
    row = make_activity(kirsten, "Ring til Bo", note="Først")
    path = f"{MINE}aktivitet/{row.pk}/"
    as_kirsten.post(path, sent(row, note="Fra telefonen"))

    second = as_kirsten.post(path, sent(row, note="Fra computeren"))

    page = second.content.decode()
    assert second.status_code == 409
    assert "Fra telefonen" in page
    assert "Fra computeren" in page
    row.refresh_from_db()
    assert row.note == "Fra telefonen", "what stands is hers to give up"
    again = as_kirsten.post(path, sent(row, note="Fra computeren"))
    assert again.status_code == 302
    row.refresh_from_db()
    assert row.note == "Fra computeren"
    assert {"note": "Fra telefonen"} in list(PlanChange.objects.values_list("was", flat=True))


def test_two_windows_on_a_goal_keep_both_texts(
    as_kirsten: KommuneClient, kirsten: Person, in_aarhus: None
) -> None:
    row = make_goal(kirsten, "Få job")
    path = f"{MINE}maal/{row.pk}/"
    as_kirsten.post(path, {"words": "Få fast job", "version": "1"})

    second = as_kirsten.post(path, {"words": "Få job tæt på", "version": "1"})

    assert second.status_code == 409
    assert "Få fast job" in second.content.decode()
    assert "Få job tæt på" in second.content.decode()


def test_htmx_is_shown_the_two_texts_too(
    as_kirsten: KommuneClient, kirsten: Person, in_aarhus: None
) -> None:
    row = make_goal(kirsten, "Få job")
    path = f"{MINE}maal/{row.pk}/"
    as_kirsten.post(path, {"words": "Få fast job", "version": "1"})

    second = as_kirsten.post(
        path, {"words": "Få job tæt på", "version": "1"}, headers={"HX-Request": "true"}
    )

    assert second.status_code == 422, "htmx drops what it does not expect"
    assert "Få fast job" in second.content.decode()


def test_a_page_that_is_hours_old_is_sent_as_it_was_and_loses_nothing(
    as_kirsten: KommuneClient, kirsten: Person, in_aarhus: None
) -> None:
    row = make_activity(kirsten, "Ring til Bo")
    with time_machine.travel(NOON + timedelta(hours=3), tick=False):
        answer = as_kirsten.post(
            f"{MINE}aktivitet/{row.pk}/",
            sent(row, note="Tre timer"),
            headers={"HX-Request": "true"},
        )

    # Her login has ended: the page stays, with her text and what to do.
    assert answer.status_code in {401, 403}
    row.refresh_from_db()
    assert row.note == ""


def test_a_form_without_the_pages_token_changes_nothing(
    as_kirsten: KommuneClient, kirsten: Person, in_aarhus: None
) -> None:
    row = make_activity(kirsten)
    strict = Client(enforce_csrf_checks=True)
    strict.cookies = as_kirsten.cookies

    answer = strict.post(f"/aarhus{MINE}aktivitet/{row.pk}/tilstand/", {"state": "done"})

    assert answer.status_code == 403
    row.refresh_from_db()
    assert row.state == ActivityState.PLANNED


@pytest.mark.parametrize(
    ("sent_form", "said"),
    [
        ({"day": "2026-11-20"}, "Den dag er gået."),
        ({"day": "1926-11-20"}, "Tjek årstallet"),
        ({"last_day": "2026-11-30"}, "Skriv også den første dag"),
        ({"day": "2026-11-30", "last_day": "2026-11-29"}, "ligger før den første"),
        ({"starts": "10:00"}, "Vælg dagen"),
        ({"day": "2026-11-30", "starts": "10:00", "ends": "09:00"}, "før det begynder"),
        ({"day": "i morgen"}, "dag-måned-år"),
        ({"title": " "}, "Skriv, hvad du vil gøre."),
        ({"goal": "999999"}, "Vælg et af dine mål"),
    ],
)
def test_days_that_cannot_be_are_refused_with_words_and_the_text_is_kept(
    as_kirsten: KommuneClient, kirsten: Person, sent_form: dict[str, str], said: str
) -> None:
    answer = as_kirsten.post(
        f"{MINE}aktivitet/ny/", {"title": "Ring", "kind": "own", "note": "Min note"} | sent_form
    )

    assert answer.status_code == 422
    assert said in answer.content.decode()
    assert "Min note" in answer.content.decode()


def test_a_day_that_has_passed_is_right_for_what_is_done(
    as_kirsten: KommuneClient, kirsten: Person
) -> None:
    answer = as_kirsten.post(
        f"{MINE}aktivitet/ny/",
        {"title": "Var til samtale", "kind": "talk", "day": "2026-11-20", "done": "on"},
    )

    assert answer.status_code == 302
    assert "Var til samtale" in text(as_kirsten, f"{MINE}gjort/")
    with working_for(kirsten.municipality_id or 0):
        assert Activity.objects.get().state == ActivityState.DONE


def test_an_activity_whose_day_has_passed_is_still_hers_to_reword(
    as_kirsten: KommuneClient, kirsten: Person, in_aarhus: None
) -> None:
    row = make_activity(kirsten, day=TODAY - timedelta(days=3))

    answer = as_kirsten.post(
        f"{MINE}aktivitet/{row.pk}/", sent(row, day="2026-11-20", note="Stadig vigtigt")
    )

    assert answer.status_code == 302
    assert "Dagen er gået" in text(as_kirsten, MINE)


def test_done_begun_and_put_aside_and_back_again(
    as_kirsten: KommuneClient, kirsten: Person, in_aarhus: None
) -> None:
    row = make_activity(kirsten, "Ring til Bo")
    path = f"{MINE}aktivitet/{row.pk}/tilstand/"
    for state in ("begun", "dropped", "planned", "done"):
        as_kirsten.post(path, {"state": state})
        row.refresh_from_db()
        assert row.state == state

    assert row.done_on == TODAY
    assert "Ring til Bo" in text(as_kirsten, f"{MINE}gjort/")
    history = text(as_kirsten, f"{MINE}historik/")
    assert "Tilstand: “Planlagt” blev til “Er i gang”" in history
    assert "Tilstand: “Lagt væk” blev til “Planlagt”" in history


def test_what_was_put_aside_is_taken_up_again_from_its_page(
    as_kirsten: KommuneClient, kirsten: Person, in_aarhus: None
) -> None:
    goal, row = make_goal(kirsten, "Blive smed"), make_activity(kirsten, "Ring til Bo")
    as_kirsten.post(f"{MINE}aktivitet/{row.pk}/tilstand/", {"state": "dropped"})
    as_kirsten.post(f"{MINE}maal/{goal.pk}/tilstand/", {"state": "left"})

    page = text(as_kirsten, f"{MINE}lagt-vaek/")
    assert "Ring til Bo" in page
    assert "Blive smed" in page
    as_kirsten.post(f"{MINE}maal/{goal.pk}/tilstand/", {"state": "open"})

    goal.refresh_from_db()
    assert goal.state == GoalState.OPEN


def test_a_step_that_does_not_follow_is_told_and_changes_nothing(
    as_kirsten: KommuneClient, kirsten: Person, in_aarhus: None
) -> None:
    row = make_activity(kirsten)

    as_kirsten.post(f"{MINE}aktivitet/{row.pk}/tilstand/", {"state": "declined"})

    assert "Det er ændret et andet sted imens" in text(as_kirsten, MINE)
    row.refresh_from_db()
    assert row.state == ActivityState.PLANNED


def test_buttons_move_an_activity_up_and_down(
    as_kirsten: KommuneClient, kirsten: Person, in_aarhus: None
) -> None:
    rows = [make_activity(kirsten, title) for title in ("Et", "To", "Tre")]

    as_kirsten.post(f"{MINE}aktivitet/{rows[2].pk}/flyt/", {"hvor": "op"})
    as_kirsten.post(f"{MINE}aktivitet/{rows[0].pk}/flyt/", {"hvor": "ned"})
    as_kirsten.post(f"{MINE}aktivitet/{rows[2].pk}/flyt/", {"hvor": "op"})

    order = Activity.objects.order_by("order", "pk").values_list("title", flat=True)
    assert list(order) == ["Tre", "Et", "To"]


def test_a_hand_moves_an_activity_below_another_goal(
    as_kirsten: KommuneClient, kirsten: Person, in_aarhus: None
) -> None:
    goal = make_goal(kirsten)
    there = make_activity(kirsten, "Der", goal_id=goal.pk)
    row = make_activity(kirsten, "Flyttes")

    answer = as_kirsten.post(
        f"{MINE}aktivitet/{row.pk}/flyt/", {"foer": str(there.pk), "maal": str(goal.pk)}
    )

    assert answer.status_code == 204
    below = Activity.objects.filter(goal=goal).order_by("order", "pk")
    assert [one.title for one in below] == ["Flyttes", "Der"]


def test_nobody_hangs_an_activity_below_anothers_goal(
    as_kirsten: KommuneClient, kirsten: Person, mads: Person, in_aarhus: None
) -> None:
    row, other = make_activity(kirsten), make_goal(mads)

    answer = as_kirsten.post(f"{MINE}aktivitet/{row.pk}/flyt/", {"foer": "", "maal": str(other.pk)})

    assert answer.status_code == 404


def test_goals_are_moved_by_buttons(
    as_kirsten: KommuneClient, kirsten: Person, in_aarhus: None
) -> None:
    make_goal(kirsten, "Et")
    second = make_goal(kirsten, "To")

    as_kirsten.post(f"{MINE}maal/{second.pk}/flyt/", {"hvor": "op"})

    assert [one.words for one in Goal.objects.order_by("order", "pk")] == ["To", "Et"]


def test_a_job_is_added_once_and_the_form_leads_back(
    as_kirsten: KommuneClient, kirsten: Person
) -> None:
    job = make_vacancy("Lagermedarbejder", deadline=TOMORROW)
    form = {"thing": f"vacancy:{job.pk}", "next": "/aarhus/relevante-job/"}

    first = as_kirsten.post(f"{MINE}tilfoej/", form)
    as_kirsten.post(f"{MINE}tilfoej/", form)

    assert first["Location"] == "/aarhus/relevante-job/"
    page = text(as_kirsten, MINE)
    assert page.count(f'<a href="/aarhus/job/{job.pk}/">Lagermedarbejder</a>') == 1
    assert "Frist i morgen" in page
    with working_for(kirsten.municipality_id or 0):
        assert Activity.objects.get().kind == "apply"


@pytest.mark.parametrize("thing", ["", "vacancy", "vacancy:x", "vacancy:987654321", "moon:1"])
def test_what_is_not_there_cannot_be_added(as_kirsten: KommuneClient, thing: str) -> None:
    assert as_kirsten.post(f"{MINE}tilfoej/", {"thing": thing}).status_code == 404


def test_no_form_leads_to_a_strange_house(as_kirsten: KommuneClient) -> None:
    job = make_vacancy("Kok")
    form = {"thing": f"vacancy:{job.pk}", "next": "https://example.com/"}

    assert as_kirsten.post(f"{MINE}tilfoej/", form)["Location"].startswith("/aarhus/min-plan/")


def test_a_job_that_is_gone_keeps_her_words(
    as_kirsten: KommuneClient, kirsten: Person, in_aarhus: None
) -> None:
    closed, deleted = make_vacancy("Kok", closed_at=NOON), make_vacancy("Smed")
    first, second = make_thing(kirsten, closed.pk), make_thing(kirsten, deleted.pk)
    Activity.objects.filter(pk=second.pk).update(note="Ring til Bo først")
    with writing_shared():
        Vacancy.objects.filter(pk=deleted.pk).delete()

    page = text(as_kirsten, MINE)

    assert page.count("Ikke længere slået op") >= 2
    assert "Smed" in page
    for row in (first, second):
        assert as_kirsten.get(f"{MINE}aktivitet/{row.pk}/").status_code == 200
    assert "Ring til Bo først" in as_kirsten.get(f"{MINE}aktivitet/{second.pk}/").content.decode()


def test_applying_for_a_job_makes_its_activity_done(
    kirsten: Person, mads: Person, in_aarhus: None
) -> None:
    job = make_vacancy("Kok")
    row, other = make_thing(kirsten, job.pk), make_thing(mads, job.pk)

    actions.done_by_application(citizen_id=kirsten.pk, vacancy_id=job.pk, at=NOON)
    again = actions.done_by_application(citizen_id=kirsten.pk, vacancy_id=job.pk, at=NOON)

    row.refresh_from_db()
    other.refresh_from_db()
    assert (row.state, row.done_on) == (ActivityState.DONE, TODAY)
    assert (other.state, again) == (ActivityState.PLANNED, 0)


def test_a_suggestion_says_why_and_is_hers_to_refuse(
    as_kirsten: KommuneClient, kirsten: Person, omar: Person, in_aarhus: None
) -> None:
    row = proposed_activity(kirsten, omar)
    page = text(as_kirsten, MINE)
    assert "Mange lagre spørger efter det." in page
    assert "Foreslået af kommunen" in page

    as_kirsten.post(f"{MINE}aktivitet/{row.pk}/tilstand/", {"state": "declined"})

    assert "Kurset i truck" not in text(as_kirsten, MINE)
    assert "Kurset i truck" in text(as_kirsten, f"{MINE}lagt-vaek/")


@pytest.mark.parametrize("what", ["maal", "aktivitet"])
def test_another_citizens_row_does_not_exist(
    as_mads: KommuneClient, kirsten: Person, in_aarhus: None, what: str
) -> None:
    row = make_goal(kirsten) if what == "maal" else make_activity(kirsten)

    assert as_mads.get(f"{MINE}{what}/{row.pk}/").status_code == 404
    for act in ("tilstand", "flyt"):
        assert as_mads.post(f"{MINE}{what}/{row.pk}/{act}/", {"state": "done"}).status_code == 404


def test_five_thousand_activities_are_read_a_page_at_a_time(
    as_kirsten: KommuneClient, kirsten: Person, in_aarhus: None
) -> None:
    many = 5_000
    actions.add_activities(
        actions.ManyActivities(
            citizen_ids=[kirsten.pk] * many,
            entries=[actions.ActivityEntry(title=f"Nr. {number}") for number in range(many)],
            states=[ActivityState.PLANNED] * many,
            at=[NOON] * many,
        )
    )

    page = text(as_kirsten, f"{MINE}?side=200")

    assert "Nr. 4999" in page
    assert "Nr. 4974" not in page
    last = Activity.objects.order_by("-order").first()
    assert last is not None
    assert as_kirsten.post(f"{MINE}aktivitet/{last.pk}/flyt/", {"hvor": "op"}).status_code == 302


def test_the_pages_are_plain(as_kirsten: KommuneClient, kirsten: Person, in_aarhus: None) -> None:
    make_goal(kirsten, "Få job")
    make_activity(kirsten, "Ring til Bo")

    for path in ("", "lagt-vaek/", "historik/", "aktivitet/ny/", "aftale/ny/"):
        assert lix(as_kirsten.get(f"{MINE}{path}").content.decode()) <= 35, path


def test_in_english_the_plan_is_english(
    as_kirsten: KommuneClient, kirsten: Person, in_aarhus: None
) -> None:
    make_activity(kirsten, "Ring til Bo", kind="course")
    as_kirsten.cookies["django_language"] = "en"

    page = text(as_kirsten, MINE)

    assert "My plan" in page
    assert "Course" in page
    assert "Goals and activities" in page
    assert "aktivitet" not in page.replace("/aktivitet/", "").replace("aktivitet-", "")
