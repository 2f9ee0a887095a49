# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""However much there is to show, a page asks the database no more often, and seldom at all.

Every statement counts, those that open a transaction or choose the kommune too: each is a journey
to the database and back. `bench/pages.py` says what they cost.
"""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from jobunivers.foundation.tenancy import working_for
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.identity.models import Person
from jobunivers.rooms.casework.tests.making import make_point
from jobunivers.rooms.followup.tests.making import followed_up
from jobunivers.rooms.journey import actions as journey
from jobunivers.rooms.marketplace import actions as market
from jobunivers.rooms.marketplace.tests.making import make_offer
from jobunivers.rooms.segmentation.tests.page_making import out_of_work
from jobunivers.rooms.tailored.tests.making import make_profile, make_run
from jobunivers.rooms.vacancies import actions as vacancies
from jobunivers.rooms.vacancies.models import Vacancy
from jobunivers.rooms.vacancies.queries import target_of
from jobunivers.rooms.vacancies.tests.factories import make_application, make_vacancy
from jobunivers.testing.browsers import KommuneClient
from jobunivers.testing.cast import add_person

HTMX = {"HX-Request": "true", "HX-Target": "results"}
FEW, MANY = 2, 14
# Page, most statements.
PUBLIC = (
    ("/", 12),
    ("/job/", 14),
    ("/job/?q=lager", 14),
    ("/job/?sted=Aarhus", 14),
    ("/job/?q=lager&sted=8000&arbejdstid=full&side=1", 14),
    ("/job/forslag/?q=lag", 12),
    ("/job/{vacancy}/", 14),
    ("/datakatalog/", 10),
    ("/datakatalog/profile/", 10),
    ("/ai/", 18),
    ("/ai/matching/", 15),
    ("/ai/matching/dokumentation/", 15),
    ("/regler/", 12),
    ("/regler/case.hearing/", 12),
    ("/lov/?q=joblog", 14),
)
OWN = (
    ("/job/", 20),
    ("/job/{vacancy}/", 22),
    ("/mine-data/", 11),
    ("/mine-data/emne/jobs/", 11),
    ("/mine-data/emne/log/trust.Look/", 14),
    ("/mine-data/emne/jobs/vacancies.Star/", 14),
    ("/beslutninger-om-mig/", 17),
    ("/mine-data/anmodninger/", 10),
    ("/mine-data/hent/", 10),
    ("/mine-data/slet/", 13),
    ("/mine-data/udleveret/", 10),
    ("/min-side/", 12),
    ("/min-side/ret/", 12),
    ("/min-uge/", 12),
    ("/min-uge/kalender/", 10),
    ("/min-uge/maaned/2026-12/", 12),
    ("/relevante-job/", 22),
    ("/profil/", 19),
    ("/velkommen/", 20),
    ("/velkommen/hent/", 14),
    ("/velkommen/oensker/", 16),
    ("/velkommen/hjaelp-til-skaermen/", 13),
    ("/velkommen/selvtest/", 10),
    ("/velkommen/job/", 19),
    ("/velkommen/moede/", 18),
    ("/velkommen/rundvisning/", 14),
    ("/velkommen/hjaelp/", 14),
    ("/min-plan/", 22),
    ("/raadighed/", 32),
    ("/ansoegninger/", 19),
    ("/soegehistorik/", 15),
    ("/gemte-soegninger/", 15),
    ("/ansoegninger/mail/", 13),
    ("/gemte-job/", 17),
    ("/foelger/", 15),
    ("/signaler/", 14),
)
COURSE = (("/mit-forloeb/", 38), ("/mit-forloeb/fravaer/", 16))
MANAGER = (
    ("/leder/forloeb/", 20),
    ("/leder/forloeb/flytninger/", 20),
    ("/leder/forloeb/konsulenter/", 22),
    ("/leder/forloeb/konsulenter/fordel/", 22),
    ("/leder/", 32),
    ("/leder/svartider/", 12),
    ("/leder/fokusmaal/", 18),
)
SHELVES = (
    ("/administration/hylder/", 14),
    ("/administration/hylder/cv/", 14),
    ("/administration/hylder/cv/tilfoej/", 14),
    ("/administration/hylder/proev/", 14),
    ("/administration/hylder/arbejde/", 16),
)
STAFF = (
    ("/medarbejder/", 26),
    ("/medarbejder/opmaerksomhed/", 26),
    ("/medarbejder/nye/", 18),
    ("/medarbejder/kalender/", 16),
    ("/medarbejder/borgere/", 20),
    ("/medarbejder/oversigt/", 20),
    ("/medarbejder/intromoeder/", 13),
    ("/medarbejder/vejledning/absence_talk/", 13),
    ("/medarbejder/udsendelser/?vis=alle", 14),
    ("/medarbejder/udsendelser/regler/", 13),
    ("/medarbejder/opgaver/", 18),
    ("/medarbejder/flere/", 12),
)

# About one citizen, opened by staff who said why.
OPENED = (("", 50), ("raadighed/", 34), ("jobrejse/", 24), ("skrevet/", 22))


def jobs(many: int) -> list[Vacancy]:
    """Return advertisements that differ in what filters and cards say of them."""
    now = timezone.now()
    return [
        make_vacancy(
            f"Lagermedarbejder {number}.",
            employer=f"Firma {number}",
            language="en" if number % 2 else "da",
            deadline=(now + timedelta(days=2 + number)).date(),
        )
        for number in range(many)
    ]


def life_of(person: Person, shown: list[Vacancy]) -> None:
    """Let her keep, hide, apply for, save and be suggested as many as there are."""
    now = timezone.now()
    make_run(person, shown)
    assert person.municipality_id is not None
    with working_for(person.municipality_id):
        profile = journey.ensure_profile(citizen_id=person.pk, at=now)
        named = [journey.Named(f"Kunne {number}") for number in range(len(shown))]
        journey.add_competences(profile=profile, named=named, at=now)
        for row in shown:
            vacancies.star(citizen_id=person.pk, vacancy_id=row.pk, at=now)
            target = target_of(f"theme:emne {row.pk}")
            assert target is not None
            vacancies.follow(citizen_id=person.pk, target=target, at=now)
            vacancies.save_search(
                citizen_id=person.pk, name=f"Nr. {row.pk}", query=f"q=job{row.pk}", at=now
            )
    for _ in shown:
        make_application(person)


def statements(client: KommuneClient, address: str, **headers: str) -> int:
    """Return how many statements a page takes once the process knows what it keeps at hand.

    Asked twice before: while the first builds what is kept, what was asked before it may grow old.
    """
    for _ in range(2):
        assert client.get(address, headers=headers).status_code == 200
    with CaptureQueriesContext(connection) as captured:
        assert client.get(address, headers=headers).status_code == 200
    return len(captured)


@pytest.mark.parametrize(("address", "most"), PUBLIC)
def test_more_advertisements_cost_a_visitor_no_more_questions(
    address: str, most: int, visitor: KommuneClient, index: Callable[[], None]
) -> None:
    first = jobs(FEW)
    index()
    path = address.format(vacancy=first[0].pk)
    before = statements(visitor, path)
    jobs(MANY)
    index()

    assert statements(visitor, path) <= before <= most


def test_a_part_of_the_search_costs_no_more_than_the_page(
    visitor: KommuneClient, index: Callable[[], None]
) -> None:
    jobs(MANY)
    index()

    assert statements(visitor, "/job/?q=lager", **HTMX) <= statements(visitor, "/job/?q=lager")


@pytest.mark.parametrize(("address", "most"), OWN)
def test_the_more_is_hers_the_more_she_sees_for_the_same_questions(
    address: str, most: int, kirsten: Person, as_kirsten: KommuneClient, mads: Person,
    as_mads: KommuneClient, index: Callable[[], None],
) -> None:  # fmt: skip
    shown = jobs(MANY)
    index()
    for person, many in ((kirsten, FEW), (mads, MANY)):
        make_profile(person)
        life_of(person, shown[:many])
    path = address.format(vacancy=shown[0].pk)

    assert statements(as_mads, path) <= statements(as_kirsten, path) <= most


@pytest.mark.parametrize(("address", "most"), STAFF)
def test_a_larger_kommune_costs_staff_no_more_questions(
    address: str, most: int, as_omar: KommuneClient, aarhus: Municipality
) -> None:
    for number in range(FEW):
        _noticed(add_person(aarhus, f"Borger {number}", "citizen"))
    before = statements(as_omar, address)
    for number in range(MANY):
        _noticed(add_person(aarhus, f"Nabo {number}", "citizen"))

    assert statements(as_omar, address) <= before <= most


def _noticed(person: Person) -> None:
    """Let an adviser have something to look at: her requirements are not written."""
    assert person.municipality_id is not None
    with working_for(person.municipality_id):
        make_point(person, "requirements")
        followed_up(person)


@pytest.mark.parametrize(("address", "most"), COURSE)
def test_a_long_time_out_of_work_costs_her_no_more_questions(
    address: str, most: int, kirsten: Person, as_kirsten: KommuneClient, mads: Person,
    as_mads: KommuneClient,
) -> None:  # fmt: skip
    now = timezone.now()
    for person, many in ((kirsten, FEW), (mads, MANY)):
        make_profile(person)
        out_of_work(person, weeks=many, at=now)
        assert person.municipality_id is not None
        with working_for(person.municipality_id):
            for number in range(many):
                make_application(person)
                first = timezone.localdate(now) + timedelta(days=1 + 3 * number)
                journey.report_absence(
                    citizen_id=person.pk, kind=journey.AbsenceKind.HOLIDAY, starts_on=first,
                    ends_on=first + timedelta(days=1), told_by=journey.Teller.CITIZEN, at=now,
                )  # fmt: skip

    assert statements(as_mads, address) <= statements(as_kirsten, address) <= most


@pytest.mark.parametrize(("address", "most"), MANAGER)
def test_more_people_in_courses_cost_a_manager_no_more_questions(
    address: str, most: int, as_bente: KommuneClient, tove: Person, aarhus: Municipality
) -> None:
    def settle(many: int, word: str) -> None:
        for number in range(many):
            out_of_work(add_person(aarhus, f"{word} {number}", "citizen"), at=timezone.now())

    settle(FEW, "Borger")
    before = statements(as_bente, address)
    settle(MANY, "Nabo")

    assert statements(as_bente, address) <= before <= most


@pytest.mark.parametrize(("address", "most"), SHELVES)
def test_more_on_the_shelves_costs_an_editor_no_more_questions(
    address: str, most: int, as_eva: KommuneClient, aarhus: Municipality
) -> None:
    def fill(many: int) -> None:
        with working_for(aarhus.pk):
            market.ensure_shelves(at=timezone.now())
            for number in range(many):
                offer = make_offer(title_en="", at=timezone.now())
                if number % 2:
                    market.place(shelf_key="cv", offer_id=offer.pk, at=timezone.now())

    fill(FEW)
    before = statements(as_eva, address)
    fill(MANY)

    assert statements(as_eva, address) <= before <= most


@pytest.mark.parametrize(("page", "most"), OPENED)
def test_the_more_is_known_of_a_citizen_the_more_staff_see_for_the_same_questions(
    page: str, most: int, kirsten: Person, mads: Person, as_omar: KommuneClient,
    index: Callable[[], None],
) -> None:  # fmt: skip
    shown = jobs(MANY)
    index()
    paths = []
    for person, many in ((kirsten, FEW), (mads, MANY)):
        make_profile(person)
        out_of_work(person, weeks=many, at=timezone.now())
        _noticed(person)
        life_of(person, shown[:many])
        paths.append(f"/medarbejder/borgere/{person.pk}/")
        answer = as_omar.post(f"{paths[-1]}grund/", {"reason": "talk"})
        assert answer.status_code == 302
    few, many_ = (statements(as_omar, f"{path}{page}") for path in paths)

    assert many_ <= few <= most
