# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""She reads where she is and why on one page, says no, and tells when she is away."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine

from jobunivers.foundation.tenancy import working_for
from jobunivers.identity.models import Person
from jobunivers.rooms.journey.models import Absence
from jobunivers.rooms.segmentation import actions
from jobunivers.rooms.segmentation.models import Objection, ObjectionKind, ObjectionOutcome
from jobunivers.rooms.segmentation.tests.page_making import NOON, TODAY, out_of_work, text
from jobunivers.testing.browsers import KommuneClient
from jobunivers.trust.tests.making import lix

pytestmark = pytest.mark.django_db
MINE = "/mit-forloeb/"


@pytest.fixture(autouse=True)
def noon() -> object:
    with time_machine.travel(NOON, tick=False):
        yield


def test_she_reads_where_she_is_why_and_what_was_used(
    as_kirsten: KommuneClient, kirsten: Person
) -> None:
    out_of_work(kirsten, weeks=30)

    page = text(as_kirsten, MINE)

    assert '<h2 id="her">Kombineret</h2>' in page
    assert "Du har været uden job i et halvt år." in page
    assert "Du har været uden job i mindst 26 uger" in page
    assert "Da vi så efter: 30 uger." in page
    assert '<td data-title="Oplysning">Tid uden job' in page
    assert "Den dag, du er meldt ledig" in page
    assert "den fælles platform" in page


def test_a_chance_among_the_facts_is_of_a_hundred_people_and_says_what_gave_it(
    as_kirsten: KommuneClient, kirsten: Person
) -> None:
    out_of_work(kirsten)

    page = text(as_kirsten, MINE)

    row = page[page.index("Chance for job inden et år</td>") :].split("</tr>")[0]
    assert "Af 100 ledige med de samme oplysninger" in row
    assert "Vi bruger faste regler" in row, "nothing has been learned in this kommune"
    assert "procent" not in row


def test_she_reads_what_would_change_it_and_where_to_do_it(
    as_kirsten: KommuneClient, kirsten: Person
) -> None:
    out_of_work(kirsten, weeks=4)

    page = text(as_kirsten, MINE)

    assert "Hvis du helst vil mødes, bliver dit forløb “Kombineret”." in page
    assert "Hvad kan ændre det?" in page
    assert "Tid uden job" in page


def test_the_ladder_is_a_line_of_steps_and_she_stands_at_its_foot(
    as_kirsten: KommuneClient, kirsten: Person
) -> None:
    out_of_work(kirsten)

    page = text(as_kirsten, MINE)

    ladder = page[page.index("seg-ladder") :].split("</ol>")[0]
    assert ladder.count("<li") == 4
    assert ladder.count("Her er du</span>") == 1
    assert ladder.index("Her er du</span>") < ladder.index("En påmindelse")
    assert "står uret stille" in page


def test_before_she_is_placed_the_page_says_what_comes(as_kirsten: KommuneClient) -> None:
    assert "Dit forløb er ikke fundet endnu" in text(as_kirsten, MINE)


def test_the_page_is_plain(as_kirsten: KommuneClient, kirsten: Person) -> None:
    out_of_work(kirsten, weeks=60)

    assert lix(as_kirsten.get(MINE).content.decode()) <= 35


def test_in_english_the_page_is_english(as_kirsten: KommuneClient, kirsten: Person) -> None:
    out_of_work(kirsten, weeks=30)
    as_kirsten.cookies["django_language"] = "en"

    page = text(as_kirsten, MINE)

    assert '<h2 id="her">Combined</h2>' in page
    assert "You have been out of work for at least 26 weeks" in page
    assert "When we looked: 30 weeks." in page


def test_she_says_no_and_a_named_person_answers_within_the_days_of_the_policy(
    as_kirsten: KommuneClient, kirsten: Person, omar: Person
) -> None:
    out_of_work(kirsten)

    answer = as_kirsten.post(
        f"{MINE}sig-fra/",
        {"kind": "other_course", "wished_course": "combined", "words": "Jeg vil gerne mødes."},
    )

    assert answer.status_code == 302
    page = text(as_kirsten, MINE)
    assert "Omar Said læser det og svarer dig senest mandag den 7. december." in page
    assert "“Jeg vil gerne mødes.”" in page
    with working_for(kirsten.municipality_id or 0):
        row = Objection.objects.get()
    assert (row.wished_course, row.due_on) == ("combined", TODAY + timedelta(days=14))


def test_who_says_no_without_words_is_asked_for_them_and_keeps_what_she_chose(
    as_kirsten: KommuneClient, kirsten: Person
) -> None:
    out_of_work(kirsten)

    answer = as_kirsten.post(f"{MINE}sig-fra/", {"kind": "person", "words": " "})

    assert answer.status_code == 422
    assert "Skriv et par ord" in answer.content.decode()


def test_a_second_no_waits_for_the_answer_to_the_first(
    as_kirsten: KommuneClient, kirsten: Person, omar: Person
) -> None:
    out_of_work(kirsten)
    for _ in range(2):
        as_kirsten.post(f"{MINE}sig-fra/", {"kind": "person", "words": "Ring til mig."})

    with working_for(kirsten.municipality_id or 0):
        assert Objection.objects.count() == 1


def test_she_takes_it_back(as_kirsten: KommuneClient, kirsten: Person, omar: Person) -> None:
    out_of_work(kirsten)
    as_kirsten.post(f"{MINE}sig-fra/", {"kind": "person", "words": "Ring til mig."})

    as_kirsten.post(f"{MINE}sig-fra/tilbage/")

    with working_for(kirsten.municipality_id or 0):
        assert Objection.objects.get().outcome == ObjectionOutcome.TAKEN_BACK
    assert "Ring til mig." not in text(as_kirsten, MINE).split("Er du syg")[0].split("uenig")[0]


def test_she_reads_the_answer(as_kirsten: KommuneClient, kirsten: Person, omar: Person) -> None:
    out_of_work(kirsten)
    with working_for(kirsten.municipality_id or 0):
        row = actions.object_to(
            citizen_id=kirsten.pk, kind=ObjectionKind.PERSON, words="Ring.", at=NOON
        )
        actions.answer_objection(
            objection_id=row.pk, staff_id=omar.pk, answer="Jeg ringer onsdag.", at=NOON,
            outcome=ObjectionOutcome.AGREED,
        )  # fmt: skip

    page = text(as_kirsten, MINE)

    assert "Jeg ringer onsdag." in page
    assert "Omar Said" in page


def test_she_tells_that_she_is_ill_and_later_that_she_is_back(
    as_kirsten: KommuneClient, kirsten: Person
) -> None:
    out_of_work(kirsten)

    as_kirsten.post(
        f"{MINE}fravaer/", {"kind": "illness", "first_day": "2026-11-20", "last_day": ""}
    )
    assert "indtil du siger til" in text(as_kirsten, MINE)
    with working_for(kirsten.municipality_id or 0):
        absence = Absence.objects.get()
    as_kirsten.post(f"{MINE}fravaer/{absence.pk}/slut/")

    with working_for(kirsten.municipality_id or 0):
        assert Absence.objects.get().ends_on == TODAY


def test_the_last_day_of_a_holiday_is_a_day_of_holiday(
    as_kirsten: KommuneClient, kirsten: Person
) -> None:
    as_kirsten.post(
        f"{MINE}fravaer/", {"kind": "holiday", "first_day": "21-12-2026", "last_day": "27-12-2026"}
    )

    page = text(as_kirsten, f"{MINE}fravaer/")
    assert "Ferie fra 21. december 2026 til og med 27. december 2026" in page
    with working_for(kirsten.municipality_id or 0):
        assert Absence.objects.get().ends_on == TODAY.replace(month=12, day=28)


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({"kind": "holiday", "first_day": "2026-12-21", "last_day": ""}, "Skriv den sidste dag"),
        ({"kind": "illness", "first_day": "2026-11-24", "last_day": "2026-11-23"}, "før den"),
        ({"kind": "illness", "first_day": "2024-11-24", "last_day": ""}, "tættere på i dag"),
        ({"kind": "illness", "first_day": "i går", "last_day": ""}, "dag-måned-år"),
        ({"kind": "agreed", "first_day": "2026-11-23", "last_day": ""}, "Vælg det ene"),
    ],
)
def test_days_that_cannot_be_are_refused_with_words(
    as_kirsten: KommuneClient, kirsten: Person, sent: dict[str, str], said: str
) -> None:
    answer = as_kirsten.post(f"{MINE}fravaer/", sent)

    assert answer.status_code == 422
    assert said in answer.content.decode()
    with working_for(kirsten.municipality_id or 0):
        assert not Absence.objects.exists()


def test_nobody_ends_the_absence_of_another(
    as_kirsten: KommuneClient, as_mads: KommuneClient, kirsten: Person
) -> None:
    as_kirsten.post(f"{MINE}fravaer/", {"kind": "illness", "first_day": "2026-11-23"})
    with working_for(kirsten.municipality_id or 0):
        pk = Absence.objects.get().pk

    assert as_mads.post(f"{MINE}fravaer/{pk}/slut/").status_code == 404


@pytest.mark.parametrize("path", [MINE, f"{MINE}sig-fra/", f"{MINE}fravaer/"])
def test_only_citizens_have_these_pages(
    visitor: KommuneClient, as_omar: KommuneClient, as_bente: KommuneClient, path: str
) -> None:
    assert "/log-ind/" in visitor.get(path)["Location"]
    assert as_omar.get(path).status_code == 403
    assert as_bente.get(path).status_code == 403


def test_another_kommunes_objection_is_not_seen(
    as_kirsten: KommuneClient, as_jonas: KommuneClient, kirsten: Person, omar: Person
) -> None:
    out_of_work(kirsten)
    as_kirsten.post(f"{MINE}sig-fra/", {"kind": "person", "words": "Ring til mig."})

    assert "Ring til mig." not in text(as_jonas, MINE)


def test_everybody_reads_the_rules(visitor: KommuneClient, kirsten: Person) -> None:
    out_of_work(kirsten)

    page = text(visitor, "/forloeb/")

    assert "Når du har været uden job i mindst 26 uger, tilbyder vi dig “Kombineret”." in page
    assert "Besluttet af den fælles platform." in page
    assert lix(visitor.get("/forloeb/").content.decode()) <= 35


def test_before_any_rules_hold_the_page_says_so(visitor: KommuneClient) -> None:
    with time_machine.travel(datetime(2026, 1, 20, 12, tzinfo=UTC), tick=False):
        assert "Der er ingen regler endnu" in text(visitor, "/forloeb/")
