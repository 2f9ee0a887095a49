# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Solutions are held back and let go as their answers say."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from jobunivers.foundation.files.tests.making import pdf_upload
from jobunivers.foundation.notices.models import Notice
from jobunivers.foundation.notices.queries import text_of
from jobunivers.foundation.tenancy import working_for
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.identity.models import Person
from jobunivers.rooms.marketplace import actions as marketplace
from jobunivers.rooms.marketplace.models import Offer, Source
from jobunivers.rooms.marketplace.queries import on_offer, shelved_ids
from jobunivers.rooms.marketplace.tests.making import make_offer
from jobunivers.rooms.vendors import actions, tasks
from jobunivers.rooms.vendors.models import Gate
from jobunivers.rooms.vendors.queries import checked
from jobunivers.rooms.vendors.queries.grounds import falls, grounds, read_on
from jobunivers.rooms.vendors.queries.pages import register
from jobunivers.rooms.vendors.tests.making import abroad, answered, full
from jobunivers.testing.browsers import KommuneClient

pytestmark = pytest.mark.django_db
NOW = timezone.now()
TODAY = timezone.localdate(NOW)


@pytest.fixture(autouse=True)
def at_work(national: Municipality) -> Iterator[None]:
    with working_for(national.pk):
        yield


def blocked(offer: Offer) -> list[str]:
    offer.refresh_from_db()
    return offer.blocked


def test_a_solution_without_answers_is_held_back_at_night_and_others_are_left_alone() -> None:
    market, shared = make_offer(at=NOW), make_offer(source=Source.SHARED, at=NOW)
    assert actions.check_all(at=NOW) == 1
    assert blocked(market) == ["accessibility", "security", "support", "transfer"]
    assert blocked(shared) == []
    assert list(on_offer()) == [shared]


def test_complete_answers_let_it_go() -> None:
    offer = make_offer(at=NOW)
    actions.check(offer_id=offer.pk, at=NOW)
    actions.fill_gate(offer=offer, answers=full(), at=NOW)
    assert blocked(offer) == []


def test_answers_count_when_another_person_has_accepted_them(nadia: Person) -> None:
    offer = make_offer(at=NOW)
    gate = actions.save_answers(offer=offer, answers=full(), seen=0, at=NOW, actor_id=nadia.pk)
    actions.check(offer_id=offer.pk, at=NOW)
    assert blocked(offer) != []
    with pytest.raises(actions.SamePerson):
        actions.accept_answers(offer=offer, version=gate.version, at=NOW, actor_id=nadia.pk)
    actions.accept_answers(offer=offer, version=gate.version, at=NOW, actor_id=nadia.pk + 1)
    assert blocked(offer) == []


def test_the_database_too_refuses_that_who_wrote_answers_accepts_them(nadia: Person) -> None:
    offer = make_offer(at=NOW)
    gate = actions.save_answers(offer=offer, answers=full(), seen=0, at=NOW, actor_id=nadia.pk)
    with pytest.raises(IntegrityError), transaction.atomic():
        Gate.objects.filter(pk=gate.pk).update(accepted_version=1, accepted_by_id=nadia.pk)


def test_while_new_answers_wait_the_old_ones_count() -> None:
    offer = answered()
    actions.save_answers(offer=offer, answers=full(support_hours=""), seen=1, at=NOW, actor_id=5)
    actions.check_all(at=NOW)
    assert blocked(offer) == []
    found = checked(offer, on=TODAY)
    assert found.waits
    assert [one.code for one in found.lacks_said] == ["support"]
    actions.accept_answers(offer=offer, version=2, at=NOW, actor_id=6)
    assert blocked(offer) == ["support"]


def test_of_two_who_write_the_second_is_told_and_nothing_is_lost() -> None:
    offer = answered()
    first, second = full(faults="Første"), full(faults="Anden")
    actions.save_answers(offer=offer, answers=first, seen=1, at=NOW, actor_id=5)
    with pytest.raises(actions.ChangedAnswers) as told:
        actions.save_answers(offer=offer, answers=second, seen=1, at=NOW, actor_id=6)
    assert told.value.gate.said["faults"] == "Første"
    with pytest.raises(actions.ChangedAnswers):
        actions.accept_answers(offer=offer, version=1, at=NOW, actor_id=7)


def test_the_same_answers_twice_change_nothing() -> None:
    offer = answered()
    version = offer.version
    actions.fill_gate(offer=offer, answers=full(), at=NOW)
    offer.refresh_from_db()
    assert (offer.version, Gate.objects.get(offer=offer).version) == (version, 1)


def test_what_has_run_out_is_held_back_on_the_day_after() -> None:
    offer = answered(full(statement_until=TODAY))
    actions.check_all(at=NOW)
    assert blocked(offer) == []
    actions.check_all(at=NOW + timedelta(days=1))
    assert blocked(offer) == ["accessibility"]


def test_a_ground_that_falls_takes_all_who_lean_on_it_and_nobody_else() -> None:
    leans = answered(full(processors=(abroad(),)))
    does_not = answered(full(processors=(abroad("CH", "adequacy:CH"),)))
    fall: dict[str, Any] = {"ground": "adequacy:US", "why": "Dom", "actor_id": 9, "at": NOW}
    actions.mark_fallen(from_on=TODAY, **fall)
    assert (blocked(leans), blocked(does_not)) == (["transfer"], [])
    actions.mark_fallen(from_on=TODAY - timedelta(days=9), **fall)  # pressed twice
    assert [one.fallen is not None for one in register(on=TODAY, language="da")].count(True) == 1
    assert actions.lift_fall(ground="adequacy:US", at=NOW, actor_id=9)
    assert blocked(leans) == []
    assert not actions.lift_fall(ground="adequacy:US", at=NOW, actor_id=9)


def test_a_ground_that_falls_next_week_holds_until_then() -> None:
    leans = answered(full(processors=(abroad(),)))
    actions.mark_fallen(
        ground="adequacy:US", from_on=TODAY + timedelta(days=7), why="Dom", at=NOW, actor_id=9
    )
    assert blocked(leans) == []
    actions.check_all(at=NOW + timedelta(days=7))
    assert blocked(leans) == ["transfer"]


@pytest.mark.parametrize("ground", ["eu", "adequacy:DK", "ukendt"])
def test_what_is_no_ground_cannot_fall(ground: str) -> None:
    with pytest.raises(ValueError, match=ground):
        actions.mark_fallen(ground=ground, from_on=TODAY, why="x", at=NOW, actor_id=9)


def test_kommuner_that_show_it_are_told_once_and_others_are_not(
    aarhus: Municipality, odense: Municipality, eva: Person, anne: Person, lise: Person
) -> None:
    offer = answered()
    with working_for(aarhus.pk):
        marketplace.ensure_shelves(at=NOW)
        marketplace.place(shelf_key="cv", offer_id=offer.pk, at=NOW)
    actions.mark_fallen(ground="scc", from_on=TODAY, why="Dom", at=NOW, actor_id=9)
    actions.fill_gate(offer=offer, answers=full(support_hours=""), at=NOW)
    for _ in range(2):
        tasks.tell_of_blocked(event_data={"offer_id": offer.pk})
    with working_for(aarhus.pk):
        told = Notice.objects.filter(kind="vendors.held_back")
        assert sorted(told.values_list("person_id", flat=True)) == sorted([eva.pk, anne.pk])
    with working_for(odense.pk):
        assert not Notice.objects.filter(kind="vendors.held_back").exists()
        assert offer.pk not in shelved_ids(day=TODAY)


def test_the_nightly_round_works_without_anybody_asking() -> None:
    offer = make_offer(at=NOW)
    tasks.check_solutions()
    assert blocked(offer) != []


def test_a_solution_that_was_just_approved_is_checked() -> None:
    offer = make_offer(at=NOW)
    tasks.check_one(municipality_id=offer_home(), event_data={"offer_id": offer.pk})
    assert blocked(offer) != []


def offer_home() -> int:
    from jobunivers.foundation.tenancy import queries

    national = queries.national()
    assert national is not None
    return national.pk


def test_a_decision_with_a_last_day_runs_out_by_itself() -> None:
    (britain,) = [one for one in grounds().values() if one.country == "GB"]
    assert britain.until is not None

    assert britain.code not in falls(on=britain.until)
    gone = falls(on=britain.until + timedelta(days=1))
    assert set(gone) == {britain.code}
    assert gone[britain.code].from_on == britain.until + timedelta(days=1)


def test_each_decision_says_its_day_and_what_it_was_confirmed_by() -> None:
    for one in grounds().values():
        if not one.country:
            continue
        assert one.decided_on is not None
        assert one.confirmed_on is not None
        assert one.decided_on <= one.confirmed_on <= (read_on() or one.decided_on)
        assert one.source("da")
        assert one.source("en")


def test_editors_are_told_of_a_new_solution_once_it_can_be_shelved_and_only_then(
    national: Municipality, aarhus: Municipality, eva: Person, anne: Person
) -> None:
    now = timezone.now()
    with working_for(national.pk):
        offer = make_offer(title_da="Ring op", at=now)
    told = {"municipality_id": national.pk, "event_data": {"offer_id": offer.pk}}

    def heard(person: Person) -> list[str]:
        with working_for(aarhus.pk):
            rows = Notice.objects.filter(person_id=person.pk, kind="vendors.new")
            return [text_of(one) for one in rows.order_by("pk")]

    tasks.tell_of_new(**told)
    assert heard(eva) == [], "its checklist is not answered"
    with working_for(national.pk):
        actions.fill_gate(offer=offer, answers=full(), at=now)
    for _twice in range(2):
        tasks.tell_of_new(**told)
    [words] = heard(eva)
    assert "“Ring op” fra" in words
    assert heard(anne) == []


def test_a_citizen_reads_where_help_is_once_somebody_has_accepted_the_answers(
    as_kirsten: KommuneClient, aarhus: Municipality, nadia: Person, vera: Person
) -> None:
    offer = answered()
    with working_for(aarhus.pk):
        marketplace.ensure_shelves(at=NOW)
        marketplace.place(shelf_key="cv", offer_id=offer.pk, at=NOW)
    before = as_kirsten.get(f"/markedspladsen/{offer.pk}/").content.decode()
    assert "Hjælp til at bruge den" in before
    assert "De svarer inden for 24 timer." in before
    new = full(support_email="ny@nordlys.example", faults="Videoen har ingen tekst")
    actions.save_answers(offer=offer, answers=new, seen=1, at=NOW, actor_id=vera.pk)
    assert (
        "ny@nordlys.example" not in as_kirsten.get(f"/markedspladsen/{offer.pk}/").content.decode()
    )
    actions.accept_answers(offer=offer, version=2, at=NOW, actor_id=nadia.pk)
    after = as_kirsten.get(f"/markedspladsen/{offer.pk}/").content.decode()
    assert "ny@nordlys.example" in after
    assert "Kendte fejl: Videoen har ingen tekst" in after


def test_a_statement_that_is_a_document_is_hers_to_fetch_once_it_counts(
    as_kirsten: KommuneClient,
    as_vera: KommuneClient,
    aarhus: Municipality,
    nadia: Person,
    vera: Person,
) -> None:
    offer = answered(full(statement_url=""))
    with working_for(aarhus.pk):
        marketplace.ensure_shelves(at=NOW)
        marketplace.place(shelf_key="cv", offer_id=offer.pk, at=NOW)
    path = f"/markedspladsen/{offer.pk}/"
    kept = actions.attach(offer=offer, upload=pdf_upload(), by_id=vera.pk, at=NOW)
    new = full(statement_url="", statement_file=kept.pk, statement_language="da")
    actions.save_answers(offer=offer, answers=new, seen=1, at=NOW, actor_id=vera.pk)
    assert "tilgængelighedserklæring" not in as_kirsten.get(path).content.decode()
    assert as_kirsten.get(f"{path}tilgaengelighed.pdf").status_code == 404
    actions.accept_answers(offer=offer, version=2, at=NOW, actor_id=nadia.pk)
    shown = as_kirsten.get(path).content.decode()
    assert "Hent firmaets tilgængelighedserklæring" in shown
    assert "Dansk)" in shown
    answer = as_kirsten.get(f"{path}tilgaengelighed.pdf")
    assert answer.content.startswith(b"%PDF-")
    assert answer["Content-Disposition"].startswith("attachment")
    # The agreement on data is between the firm and those who read its answers.
    assert as_kirsten.get(f"/administration/loesninger/dokument/{kept.pk}/").status_code == 403
    assert as_vera.get(f"{path}tilgaengelighed.pdf").status_code == 403
