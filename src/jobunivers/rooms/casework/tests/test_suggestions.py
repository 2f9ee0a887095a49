# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""An adviser sees why a job was suggested, can disagree, and the citizen reads that she did."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db import DatabaseError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from django.utils.http import urlencode

from jobunivers.foundation.events.models import Event
from jobunivers.foundation.tenancy import working_for
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.identity.models import Person
from jobunivers.rooms.casework import actions, queries
from jobunivers.rooms.casework.models import Objection, RecommendationRemark
from jobunivers.rooms.casework.queries.words import OBJECTIONS
from jobunivers.rooms.tailored.tests.making import make_run
from jobunivers.rooms.vacancies import actions as vacancies
from jobunivers.rooms.vacancies.models import HideReason, Vacancy
from jobunivers.rooms.vacancies.tests.factories import make_vacancy
from jobunivers.testing.browsers import KommuneClient, browser
from jobunivers.testing.cast import add_person
from jobunivers.trust import actions as trust
from jobunivers.trust import local
from jobunivers.trust.models import Look

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 25, 12, tzinfo=UTC)
NOTE = "Bussen kører ikke så tidligt."
FORM = {"code": "travel", "note": NOTE}


def path(person: Person, vacancy: Vacancy | None = None) -> str:
    address = f"/medarbejder/borgere/{person.pk}/relevante-job/"
    return f"{address}{vacancy.pk}/" if vacancy else address


def give_reason(client: KommuneClient, person: Person) -> None:
    answer = client.post(f"/medarbejder/borgere/{person.pk}/grund/", {"reason": "talk"})
    assert answer.status_code == 302


def text(client: KommuneClient, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, answer.status_code
    return str(answer.content.decode())


@pytest.fixture
def gardener() -> Vacancy:
    return make_vacancy("Gartner til kirkegården", employer="Grøn ApS")


@pytest.fixture
def suggested(kirsten: Person, gardener: Vacancy) -> Person:
    """Return Kirsten with two suggestions, the gardener first."""
    make_run(kirsten, [gardener, make_vacancy("Blomsterbinder")])
    return kirsten


@pytest.fixture
def as_omar_with_reason(as_omar: KommuneClient, suggested: Person) -> KommuneClient:
    give_reason(as_omar, suggested)
    return as_omar


def dispute(
    citizen: Person, vacancy: Vacancy, adviser: Person, *, code: str = "travel", note: str = NOTE,
    at: datetime = NOW,
) -> RecommendationRemark:  # fmt: skip
    return actions.dispute(
        citizen_id=citizen.pk, vacancy_id=vacancy.pk, run_id=7, model="matching-2",
        adviser_id=adviser.pk, code=code, note=note, at=at,
    )  # fmt: skip


def test_the_list_is_the_citizens_own_with_all_reasons(
    as_omar_with_reason: KommuneClient, suggested: Person
) -> None:
    page = text(as_omar_with_reason, path(suggested))
    assert page.index("Gartner til kirkegården") < page.index("Blomsterbinder")
    for said in (
        "Lavet af en computer",
        "matching-2",
        "60 af 100 point",
        "3 km fra dig",
        "+40 point",
    ):
        assert said in page, said
    assert "Se hele listen, og hvorfor" in text(
        as_omar_with_reason, f"/medarbejder/borgere/{suggested.pk}/"
    )


def test_what_she_hid_is_not_shown_to_her_adviser_either(
    aarhus: Municipality,
    as_omar_with_reason: KommuneClient,
    suggested: Person,
    gardener: Vacancy,
) -> None:
    with working_for(aarhus.pk):
        vacancies.hide(
            citizen_id=suggested.pk, vacancy_id=gardener.pk, reason=HideReason.OTHER, at=NOW
        )
    assert "Gartner" not in text(as_omar_with_reason, path(suggested))
    assert as_omar_with_reason.get(path(suggested, gardener)).status_code == 404


def test_nothing_is_shown_before_she_has_said_why(
    aarhus: Municipality, as_omar: KommuneClient, suggested: Person, gardener: Vacancy
) -> None:
    for address in (path(suggested), path(suggested, gardener)):
        answer = as_omar.get(address)
        assert answer.status_code == 302
        asked = urlencode({"next": f"/{aarhus.slug}{address}"})
        assert answer["Location"].endswith(f"/grund/?{asked}")
        assert as_omar.post(address, FORM).status_code in {302, 405}
    with working_for(aarhus.pk):
        assert not Look.objects.exists()
        assert not RecommendationRemark.objects.exists()


def test_each_opening_is_a_look_at_her_suggestions(
    aarhus: Municipality, as_omar_with_reason: KommuneClient, suggested: Person, gardener: Vacancy
) -> None:
    as_omar_with_reason.get(path(suggested))
    as_omar_with_reason.get(path(suggested, gardener))
    with working_for(aarhus.pk):
        looks = Look.objects.order_by("pk").values_list("part", "reason", "citizen_id")
        assert list(looks) == [("recommendations", "talk", suggested.pk)] * 2
    assert "Job, vi har foreslået dig" in text(browser(aarhus, suggested), "/hvem-har-set/")


def test_an_adviser_disagrees_and_the_citizen_reads_it(
    aarhus: Municipality,
    omar: Person,
    mads: Person,
    as_omar_with_reason: KommuneClient,
    suggested: Person,
    gardener: Vacancy,
) -> None:
    shown = text(as_omar_with_reason, path(suggested, gardener))
    assert "Hvorfor ser borgeren jobbet?" in shown
    assert "Målt i lige linje" in shown
    page = as_omar_with_reason.post(path(suggested, gardener), FORM, follow=True).content.decode()
    assert "Det er gemt, at du er uenig." in page
    assert "En rådgiver er uenig:" in page
    assert "Rejsen er længere" in page
    read = text(browser(aarhus, suggested), "/hvem-har-set/")
    for said in ("Gartner til kirkegården", "Rejsen er længere", NOTE, "Omar Said"):
        assert said in read, said
    assert NOTE not in text(browser(aarhus, mads), "/hvem-har-set/")
    with working_for(aarhus.pk):
        (remark,) = RecommendationRemark.objects.all()
        event = Event.objects.get(kind="casework.suggestion_disputed")
        (told,) = local.remarks_about(suggested.pk, vacancy_id=gardener.pk)
        assert local.remarks_about(suggested.pk, vacancy_id=-1) == []
    assert (remark.adviser_id, remark.model, remark.code) == (omar.pk, "matching-2", "travel")
    assert event.data == {"vacancy_id": gardener.pk, "run_id": remark.run_id, "reason": "travel"}
    assert (told.adviser, told.note, told.about) == ("Omar Said", NOTE, "Gartner til kirkegården")


def test_what_she_takes_back_is_read_no_more(
    aarhus: Municipality, as_omar_with_reason: KommuneClient, suggested: Person, gardener: Vacancy
) -> None:
    as_omar_with_reason.post(path(suggested, gardener), FORM)
    assert "Jeg er ikke uenig mere" in text(as_omar_with_reason, path(suggested, gardener))
    back = as_omar_with_reason.post(f"{path(suggested, gardener)}enig/", follow=True)
    assert "Du er ikke længere uenig i forslaget." in back.content.decode()
    assert NOTE not in text(browser(aarhus, suggested), "/hvem-har-set/")
    again = as_omar_with_reason.post(f"{path(suggested, gardener)}enig/")
    assert again.status_code == 404
    with working_for(aarhus.pk):
        assert RecommendationRemark.objects.count() == 2, "that it was said once stays"
        assert Event.objects.filter(kind="casework.dispute_taken_back").count() == 1


def test_taking_back_needs_a_reason_to_look_too(
    aarhus: Municipality, omar: Person, as_omar: KommuneClient, suggested: Person, gardener: Vacancy
) -> None:
    with working_for(aarhus.pk):
        dispute(suggested, gardener, omar)
    answer = as_omar.post(f"{path(suggested, gardener)}enig/")
    assert answer["Location"].endswith("/grund/")
    with working_for(aarhus.pk):
        assert len(queries.remarks_on(citizen_id=suggested.pk)) == 1


def test_nobody_takes_back_what_another_said(
    aarhus: Municipality, as_omar_with_reason: KommuneClient, suggested: Person, gardener: Vacancy
) -> None:
    other = add_person(aarhus, "Bo Berg", "adviser")
    with working_for(aarhus.pk):
        dispute(suggested, gardener, other)
    assert "Jeg er ikke uenig mere" not in text(as_omar_with_reason, path(suggested, gardener))
    assert as_omar_with_reason.post(f"{path(suggested, gardener)}enig/").status_code == 404


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({"code": "", "note": "Mit ord"}, "Vælg en grund."),
        ({"code": "because", "note": "Mit ord"}, "Vælg en grund."),
        ({"code": "other", "note": "  "}, "Skriv, hvad du er uenig i."),
        ({"code": "travel", "note": "x" * 301}, "300"),
    ],
)
def test_a_disagreement_that_cannot_be_is_asked_for_again(
    aarhus: Municipality,
    as_omar_with_reason: KommuneClient,
    suggested: Person,
    gardener: Vacancy,
    sent: dict[str, str],
    said: str,
) -> None:
    answer = as_omar_with_reason.post(path(suggested, gardener), sent)
    assert answer.status_code == 422
    assert said in answer.content.decode()
    if sent["note"] == "Mit ord":
        assert "Mit ord" in answer.content.decode(), "what was typed stays"
    with working_for(aarhus.pk):
        assert not RecommendationRemark.objects.exists()


def test_the_action_and_the_database_refuse_it_too(
    aarhus: Municipality, omar: Person, kirsten: Person, gardener: Vacancy
) -> None:
    with working_for(aarhus.pk):
        with pytest.raises(ValueError, match="because"):
            dispute(kirsten, gardener, omar, code="because")
        with pytest.raises(actions.WordsNeeded):
            dispute(kirsten, gardener, omar, code="other", note=" ")
        remark = dispute(kirsten, gardener, omar)
        for statement in (
            "DELETE FROM casework_recommendationremark",
            "UPDATE casework_recommendationremark SET note = 'x'",
        ):
            with (
                pytest.raises(DatabaseError, match="permission denied"),
                transaction.atomic(),
                connection.cursor() as cursor,
            ):
                cursor.execute(statement)
        remark.pk, remark.code = None, "because"
        with pytest.raises(DatabaseError, match="remark_has_a_known_reason"), transaction.atomic():
            remark.save(force_insert=True)


def test_every_objection_has_words() -> None:
    assert set(OBJECTIONS) == set(Objection.values)


def test_the_newest_word_of_each_adviser_holds(
    aarhus: Municipality, omar: Person, kirsten: Person, gardener: Vacancy
) -> None:
    other = add_person(aarhus, "Bo Berg", "adviser")
    with working_for(aarhus.pk):
        dispute(kirsten, gardener, omar)
        dispute(kirsten, gardener, other, code="skills")
        dispute(kirsten, gardener, omar, code="conditions")
        found = queries.remarks_on(citizen_id=kirsten.pk)
    assert [(one.adviser_id, one.code) for one in found] == [
        (omar.pk, "conditions"), (other.pk, "skills"),
    ]  # fmt: skip


def test_a_remark_on_a_job_that_is_gone_is_still_read(
    aarhus: Municipality, omar: Person, kirsten: Person
) -> None:
    with working_for(aarhus.pk):
        actions.dispute(
            citizen_id=kirsten.pk, vacancy_id=999_999, run_id=1, model="m", adviser_id=omar.pk,
            code="skills", note="", at=NOW,
        )  # fmt: skip
    read = text(browser(aarhus, kirsten), "/hvem-har-set/")
    assert "Et job, der ikke er slået op mere" in read


def test_what_an_adviser_writes_is_shown_as_words(
    aarhus: Municipality, omar: Person, suggested: Person, gardener: Vacancy
) -> None:
    with working_for(aarhus.pk):
        dispute(suggested, gardener, omar, note="<script>alert(1)</script>")
    read = text(browser(aarhus, suggested), "/hvem-har-set/")
    assert "<script>alert" not in read
    assert "&lt;script&gt;" in read


def test_another_kommune_sees_neither_list_nor_remark(
    aarhus: Municipality, odense: Municipality, omar: Person, as_lise: KommuneClient,
    suggested: Person, gardener: Vacancy,
) -> None:  # fmt: skip
    with working_for(aarhus.pk):
        dispute(suggested, gardener, omar)
    for address in (path(suggested), path(suggested, gardener)):
        assert as_lise.get(address).status_code == 404
    assert as_lise.post(path(suggested, gardener), FORM).status_code == 404
    assert as_lise.post(f"{path(suggested, gardener)}enig/").status_code == 404
    with working_for(odense.pk):
        assert local.remarks_about(suggested.pk) == []
        with connection.cursor() as cursor:
            cursor.execute("SELECT count(*) FROM casework_recommendationremark")
            assert cursor.fetchone() == (0,)


@pytest.mark.parametrize("who", ["as_kirsten", "as_eva", "as_anne", "as_nadia"])
def test_other_roles_are_refused(
    request: pytest.FixtureRequest, suggested: Person, gardener: Vacancy, who: str
) -> None:
    other: KommuneClient = request.getfixturevalue(who)
    assert other.get(path(suggested)).status_code == 403
    assert other.post(path(suggested, gardener), FORM).status_code == 403
    assert other.post(f"{path(suggested, gardener)}enig/").status_code == 403


def test_a_job_that_was_not_suggested_to_her_is_not_there(
    as_omar_with_reason: KommuneClient, suggested: Person
) -> None:
    other = make_vacancy("Kok")
    assert as_omar_with_reason.get(path(suggested, other)).status_code == 404
    assert as_omar_with_reason.post(path(suggested, other), FORM).status_code == 404


def test_a_suggestion_on_a_later_page_is_found_and_leads_back_there(
    as_omar: KommuneClient, mads: Person
) -> None:
    many = [make_vacancy(f"Lagermedarbejder {number}") for number in range(25)]
    make_run(mads, many)
    give_reason(as_omar, mads)
    assert "Lagermedarbejder 24" not in text(as_omar, path(mads))
    assert "Lagermedarbejder 24" in text(as_omar, f"{path(mads)}?side=3")
    assert text(as_omar, f"{path(mads)}?side=xyz")
    answer = as_omar.post(path(mads, many[24]), FORM)
    assert answer["Location"].endswith("relevante-job/?side=3")


def test_a_citizen_without_suggestions_is_shown_kindly(
    as_omar: KommuneClient, mads: Person
) -> None:
    give_reason(as_omar, mads)
    assert "Ingen forslag endnu" in text(as_omar, path(mads))
    assert as_omar.get(f"{path(mads)}1/").status_code == 404


def test_the_adviser_is_told_when_the_model_is_off(
    aarhus: Municipality, anne: Person, as_omar_with_reason: KommuneClient, suggested: Person
) -> None:
    with working_for(aarhus.pk):
        trust.switch(code="matching", on=False, actor_id=anne.pk, reason="Vi prøver.", at=NOW)
    page = text(as_omar_with_reason, path(suggested))
    assert "Modellen er slået fra i kommunen siden 25. november 2026" in page
    assert "Vi prøver." in page


def test_the_card_counts_disagreement_without_telling_of_few(
    aarhus: Municipality, omar: Person, visitor: KommuneClient, gardener: Vacancy
) -> None:
    now = timezone.now()
    assert "For få til at vise tal endnu" in text(visitor, "/ai/matching/")
    people = [add_person(aarhus, f"Borger {number}", "citizen") for number in range(21)]
    with working_for(aarhus.pk):
        Look.objects.bulk_create(
            Look(citizen_id=one.pk, viewer_id=omar.pk, viewer_role="adviser", at=now,
                 part="recommendations", reason="talk")
            for one in people * 2
        )  # fmt: skip
        for one in people[:4]:
            dispute(one, gardener, omar, at=now)
    page = text(visitor, "/ai/matching/")
    assert "færre end 5 af 21" in page
    with working_for(aarhus.pk):
        for one in people[:6]:
            dispute(one, gardener, omar, code="skills", at=now)
        dispute(people[9], gardener, omar, at=now - timedelta(days=91))
        found = queries.disagreement(since=now - timedelta(days=90))
        other = queries.disagreement(since=now - timedelta(days=90), model="matching-0")
    assert (found.seen, found.disputed, dict(found.by_reason)) == (21, 6, {"skills": 6})
    assert found.rate == pytest.approx(6 / 21)
    assert other.disputed == 0
    assert queries.Disagreement(0, 0).rate is None
    assert "6 af 21" in text(visitor, "/ai/matching/")


def test_more_suggestions_cost_no_more_questions(
    aarhus: Municipality, omar: Person, as_omar: KommuneClient, kirsten: Person, mads: Person
) -> None:
    jobs = [make_vacancy(f"Job {number}") for number in range(14)]
    counts = []
    for person, many in ((kirsten, 2), (mads, 14)):
        make_run(person, jobs[:many])
        give_reason(as_omar, person)
        with working_for(aarhus.pk):
            for job in jobs[:many]:
                dispute(person, job, omar)
        as_omar.get(path(person))
        with CaptureQueriesContext(connection) as captured:
            assert as_omar.get(path(person)).status_code == 200
        counts.append(len(captured))
    assert counts[1] <= counts[0] <= 32
