# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Mine data shows all that is held on her, and nothing of anybody else."""

import pytest

from jobunivers.foundation.tenancy import working_for
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.identity.models import Person, Role
from jobunivers.rooms.mydata.queries import Reader, counts, overview
from jobunivers.rooms.mydata.tests.making import look_at, new_person
from jobunivers.testing.browsers import KommuneClient, browser

pytestmark = pytest.mark.django_db
LOOKS = "/mine-data/emne/log/trust.Look/"


def test_the_first_page_has_every_heading_with_how_much_is_held(
    as_kirsten: KommuneClient, kirsten: Person, omar: Person
) -> None:
    look_at(kirsten, omar, count=3)

    page = as_kirsten.get("/mine-data/").content.decode()

    assert "Hvem der har set og gjort hvad" in page
    assert "Dit arbejde på siden" not in page, "that is for staff"
    with working_for(kirsten.municipality_id):
        assert counts(Reader(kirsten.pk, kirsten.role))["trust.Look"] == 3


def test_what_is_held_says_from_where_why_by_which_right_who_and_how_long(
    as_kirsten: KommuneClient, kirsten: Person, omar: Person
) -> None:
    look_at(kirsten, omar, note="Vi skal tale om hendes plan")

    page = as_kirsten.get(LOOKS).content.decode()

    for said in (
        "Skrevet af siden, hver gang en medarbejder så noget",
        "At passe på dine oplysninger og kunne vise det",
        "art. 6, stk. 1, litra c",
        "Kun dig",
        "5 år, fra det blev skrevet",
        omar.name,
        "Forberedelse af en samtale",
        "Vi skal tale om hendes plan",
    ):
        assert said in page, said


def test_a_long_history_comes_a_page_at_a_time_the_newest_first(
    as_kirsten: KommuneClient, kirsten: Person, omar: Person
) -> None:
    look_at(kirsten, omar, count=45)

    first, last = as_kirsten.get(LOOKS), as_kirsten.get(f"{LOOKS}?side=3")

    assert len(first.context["page"].object_list) == 20
    assert len(last.context["page"].object_list) == 5
    newest = int(first.context["page"].object_list[0].pk)
    assert newest == min(int(row.pk) for row in first.context["page"].object_list)


@pytest.mark.parametrize(
    "path",
    [
        "/mine-data/emne/findes-ikke/",
        "/mine-data/emne/log/trust.Findesikke/",
        "/mine-data/emne/plan/trust.Look/",
        "/mine-data/emne/work/",
    ],
)
def test_a_heading_or_a_kind_that_is_not_hers_is_not_there(
    as_kirsten: KommuneClient, path: str
) -> None:
    assert as_kirsten.get(path).status_code == 404


def test_another_citizen_sees_nothing_of_hers(
    as_mads: KommuneClient, kirsten: Person, omar: Person
) -> None:
    look_at(kirsten, omar, note="Kun om Kirsten")

    assert "Kun om Kirsten" not in as_mads.get(LOOKS).content.decode()
    assert "Kun om Kirsten" not in as_mads.get("/mine-data/soeg/?q=Kirsten").content.decode()


def test_another_kommune_counts_nothing_of_hers(
    odense: Municipality, kirsten: Person, omar: Person
) -> None:
    look_at(kirsten, omar, count=2)

    with working_for(odense.pk):
        assert not any(counts(Reader(kirsten.pk, kirsten.role)).values())


def test_a_person_with_nothing_reads_what_it_would_be(aarhus: Municipality) -> None:
    new = new_person(aarhus, "Åse 🦊 Ny", Role.CITIZEN)

    client = browser(aarhus, new)

    assert client.get("/mine-data/").status_code == 200
    assert "Vi har ikke noget af det om dig" in client.get(LOOKS).content.decode()
    who = client.get("/mine-data/emne/who/").content.decode()
    assert "Det har vi ikke noget af" in who


def test_staff_read_their_own_data_at_the_same_address(
    as_omar: KommuneClient, omar: Person, kirsten: Person
) -> None:
    look_at(kirsten, omar)

    page = as_omar.get("/mine-data/")

    assert "Dit arbejde på siden" in page.content.decode()
    assert as_omar.get("/mine-data/emne/work/").status_code == 200


def test_a_vendors_person_reads_her_own_and_nothing_of_citizens(
    national: Municipality, kirsten: Person, omar: Person
) -> None:
    vera = new_person(national, "Vera Firma", Role.VENDOR)
    look_at(kirsten, omar, note="Kun om Kirsten")

    client = browser(national, vera)

    assert client.get("/mine-data/").status_code == 200
    assert "Kun om Kirsten" not in client.get(LOOKS).content.decode()


def test_a_protected_citizen_reads_her_own_name_in_her_own_data(
    as_kirsten: KommuneClient, kirsten: Person
) -> None:
    with working_for(kirsten.municipality_id):
        Person.objects.filter(pk=kirsten.pk).update(protection="own")

    page = as_kirsten.get("/mine-data/emne/who/identity.Person/").content.decode()

    assert kirsten.name in page
    assert "Beskyttet" not in page.split("<main")[1].split(kirsten.name)[0]


def test_search_finds_texts_and_kinds_and_says_when_there_is_nothing(
    as_kirsten: KommuneClient, kirsten: Person, omar: Person
) -> None:
    look_at(kirsten, omar, note="Om hendes truckkort")

    assert "truckkort" in as_kirsten.get("/mine-data/soeg/?q=TRUCK").content.decode()
    kinds = as_kirsten.get("/mine-data/soeg/?q=samtykker").context["page"].kinds
    assert "trust.Consent" in [one.label for one in kinds]
    assert (
        "Det står der ikke noget om" in as_kirsten.get("/mine-data/soeg/?q=xyzzy").content.decode()
    )
    assert "mindst to" in as_kirsten.get("/mine-data/soeg/?q=x").content.decode()
    assert as_kirsten.get("/mine-data/soeg/?q=a%00%25_\\").status_code == 200


def test_every_kind_of_data_can_be_opened_though_it_holds_nothing(
    as_kirsten: KommuneClient, kirsten: Person
) -> None:
    with working_for(kirsten.municipality_id):
        lines = overview(Reader(kirsten.pk, kirsten.role))

    for line in lines:
        for kind in line.kinds:
            path = f"/mine-data/emne/{line.group.code}/{kind.label}/"
            assert as_kirsten.get(path).status_code == 200, path
