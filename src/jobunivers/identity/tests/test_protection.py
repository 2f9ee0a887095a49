# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""A citizen with name and address protection: who comes across her, and who does not."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction
from hypothesis import given, settings
from hypothesis import strategies as st

from jobunivers.foundation.events.models import Event
from jobunivers.foundation.tenancy import working_for
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.identity import actions, protecting, queries, tasks
from jobunivers.identity.models import Person, Protection, ProtectionKind, Role
from jobunivers.identity.shielding import initials, shielded_name
from jobunivers.identity.tests.making import AT, protect
from jobunivers.testing.browsers import KommuneClient

pytestmark = pytest.mark.django_db
REASON = "Meldt af kommunens sagssystem i dag"


@pytest.mark.parametrize(
    ("name", "short"), [("Kirsten Bo Holm", "K.H."), ("Åse", "Å."), ("", ""), (" a  b ", "A.B.")]
)
def test_initials_are_of_the_first_and_the_last_name(name: str, short: str) -> None:
    assert initials(name) == short


@given(st.lists(st.text("abcdefæøå", min_size=3, max_size=8), min_size=1, max_size=4))
@settings(max_examples=50, deadline=None)
def test_no_name_is_to_be_read_in_what_a_list_calls_her(words: list[str]) -> None:
    shown = shielded_name(" ".join(words)).removeprefix("Beskyttet ")
    assert not any(word in shown.lower() for word in words)


def test_lists_call_her_by_initials_and_others_by_name(kirsten: Person, mads: Person) -> None:
    protect(kirsten)
    with working_for(kirsten.municipality_id):
        called = queries.names(ids=[kirsten.pk, mads.pk])
        opened = queries.names(ids=[kirsten.pk], open_names=[kirsten.pk])
    assert called[kirsten.pk] == ("Beskyttet K.H.", "citizen")
    assert called[mads.pk][0] == "Mads Åby"
    assert opened[kirsten.pk][0] == "Kirsten Holm"


def test_the_administrator_protects_and_lifts_with_reasons(
    as_anne: KommuneClient, anne: Person, kirsten: Person
) -> None:
    said = {"name": "kirsten holm", "kind": "cpr", "reason": REASON, "last_day": "2099-12-31"}
    assert as_anne.post("/administration/beskyttelse/ny/", said).status_code == 302
    page = as_anne.get("/administration/beskyttelse/").content.decode()
    assert "Kirsten Holm" in page
    assert REASON in page
    assert "Anne Bak" in page
    with working_for(kirsten.municipality_id):
        row = Protection.objects.get(person=kirsten)
        assert (row.until_on, row.set_by_id) == (date(2100, 1, 1), anne.pk)
        assert queries.is_protected(kirsten.pk)

    way = f"/administration/beskyttelse/{kirsten.pk}/ophaev/"
    assert as_anne.post(way, {"reason": "kort"}).status_code == 422
    assert as_anne.post(way, {"reason": "Borgeren har selv bedt om det"}).status_code == 302
    # A page that has stood open for hours: she is not protected any more.
    assert as_anne.post(way, {"reason": "Borgeren har selv bedt om det"}).status_code == 404
    with working_for(kirsten.municipality_id):
        assert not queries.is_protected(kirsten.pk)
        kinds = list(Event.objects.order_by("pk").values_list("kind", flat=True))
        assert [k for k in kinds if "protect" in k] == [
            "identity.protected", "identity.protections_shown", "identity.protection_lifted",
        ]  # fmt: skip


@pytest.mark.parametrize(
    ("said", "answer"),
    [
        ({"name": "Nogen Helt Anden"}, "Ingen borger hedder det"),
        ({"name": "Jonas Lind"}, "Ingen borger hedder det"),
        ({"name": "Omar Said"}, "Ingen borger hedder det"),
        ({"name": "Kirsten Holm", "last_day": "2001-01-01"}, "Dagen er gået"),
        ({"name": "Kirsten Holm", "kind": "x"}, "Vælg en."),
        ({"name": "Kirsten Holm", "reason": ""}, "Skriv hvorfor."),
        ({"name": "Kirsten\x00"}, ""),
    ],
)
@pytest.mark.usefixtures("kirsten", "omar", "jonas")
def test_what_is_wrong_is_said_and_nobody_is_protected(
    as_anne: KommuneClient, aarhus: Municipality, said: dict[str, str], answer: str
) -> None:
    whole = {"kind": "cpr", "reason": REASON} | said
    page = as_anne.post("/administration/beskyttelse/ny/", whole)
    assert page.status_code == 422
    assert answer in page.content.decode()
    with working_for(aarhus.pk):
        assert not Protection.objects.exists()


def test_of_two_of_one_name_the_date_of_birth_tells(
    as_anne: KommuneClient, aarhus: Municipality, kirsten: Person
) -> None:
    with working_for(aarhus.pk):
        other = actions.add_person(name="Kirsten Holm", role=Role.CITIZEN, at=AT)
        Person.objects.filter(pk=other.pk).update(born_on=date(1980, 1, 2))
    said = {"name": "Kirsten Holm", "kind": "own", "reason": REASON}
    assert (
        "Skriv fødselsdagen"
        in as_anne.post("/administration/beskyttelse/ny/", said).content.decode()
    )
    as_anne.post("/administration/beskyttelse/ny/", said | {"born_on": "02-01-1980"})
    with working_for(aarhus.pk):
        assert queries.protected_ids([kirsten.pk, other.pk]) == {other.pk}


def test_who_is_protected_already_is_not_protected_twice(kirsten: Person) -> None:
    protect(kirsten)
    with pytest.raises(protecting.AlreadyProtected):
        protect(kirsten)


def test_staff_cannot_be_protected(omar: Person) -> None:
    with pytest.raises(protecting.NotACitizen):
        protect(omar)
    with (
        working_for(omar.municipality_id),
        pytest.raises(IntegrityError),
        transaction.atomic(),
    ):
        Person.objects.filter(pk=omar.pk).update(protection=ProtectionKind.CPR)


def test_a_protection_ends_after_its_last_day_by_itself(kirsten: Person, mads: Person) -> None:
    protect(kirsten, until_on=date(2026, 11, 25))
    protect(mads)
    with working_for(kirsten.municipality_id):
        assert protecting.lift_ended(at=AT, today=date(2026, 11, 24)) == 0
        assert protecting.lift_ended(at=AT + timedelta(days=2), today=date(2026, 11, 25)) == 1
        assert protecting.lift_ended(at=AT + timedelta(days=2), today=date(2026, 11, 25)) == 0
        assert queries.protected_ids([kirsten.pk, mads.pk]) == {mads.pk}


def test_the_nightly_task_goes_through_every_kommune(kirsten: Person, jonas: Person) -> None:
    for person in (kirsten, jonas):
        protect(person, until_on=date(2026, 11, 24))
    tasks.lift_ended_protections()
    for person in (kirsten, jonas):
        with working_for(person.municipality_id):
            assert not queries.is_protected(person.pk)
