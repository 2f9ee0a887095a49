# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Stars and experiences: who may, what counts, what others read, and what sums hold."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.utils import timezone

from jobunivers.foundation.tenancy import working_for, writing_shared
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.identity.models import Person
from jobunivers.rooms.marketplace import actions, queries
from jobunivers.rooms.marketplace.models import OfferTally, Rating, RatingState
from jobunivers.rooms.marketplace.queries.ratings import experiences, numbers_of
from jobunivers.rooms.marketplace.tests.catalogue import on_shelf, rated, used
from jobunivers.testing.browsers import KommuneClient, text_of

pytestmark = pytest.mark.django_db


def test_only_who_has_used_it_rates_it(
    as_kirsten: KommuneClient, kirsten: Person, aarhus: Municipality
) -> None:
    offer = on_shelf()
    used(offer, kirsten, ago=timedelta(minutes=1))
    said = {"stars": "5", "words": "Rigtig god"}

    answer = as_kirsten.post(f"/markedspladsen/{offer.pk}/erfaring/", said, follow=True)

    assert "Prøv det først" in text_of(answer)
    with working_for(aarhus.pk):
        assert not Rating.objects.exists()


def test_staff_and_vendors_have_no_way_to_rate(as_omar: KommuneClient) -> None:
    offer = on_shelf()
    assert as_omar.post(f"/markedspladsen/{offer.pk}/erfaring/", {"stars": "5"}).status_code == 403


def test_one_person_has_one_rating_that_she_can_change(
    as_kirsten: KommuneClient, kirsten: Person, aarhus: Municipality
) -> None:
    offer = on_shelf()
    used(offer, kirsten)
    address = f"/markedspladsen/{offer.pk}/erfaring/"
    for stars in ("4", "4", "2"):
        as_kirsten.post(address, {"stars": stars, "words": "Den er fin"})

    with working_for(aarhus.pk):
        row = Rating.objects.get()
        assert (row.stars, row.words, row.state) == (2, "Den er fin", RatingState.WAITING)
    for wrong in ({"stars": "6"}, {"words": "uden tal"}, {"stars": "x"}):
        answer = as_kirsten.post(address, wrong)
        assert answer.status_code == 422
    assert "Vælg et tal fra 1 til 5" in text_of(as_kirsten.post(address, {"words": "uden tal"}))


def test_words_are_read_by_an_editor_before_others_see_them(
    as_kirsten: KommuneClient, as_mads: KommuneClient, as_eva: KommuneClient, kirsten: Person
) -> None:
    offer = on_shelf()
    row = rated(offer, kirsten, 5, "Nu tør jeg ringe")
    page = f"/markedspladsen/{offer.pk}/"
    assert "Nu tør jeg ringe" not in text_of(as_mads.get(page))
    assert "Nu tør jeg ringe" in text_of(as_eva.get("/administration/erfaringer/"))
    assert kirsten.name not in text_of(as_eva.get("/administration/erfaringer/"))

    as_eva.post(f"/administration/erfaringer/{row.pk}/vis/", {"version": row.version})

    assert "Nu tør jeg ringe" in text_of(as_mads.get(page))
    assert kirsten.name not in text_of(as_mads.get(page))
    assert "Nu tør jeg ringe" in text_of(as_eva.get("/administration/erfaringer/?vis=vist"))


def test_hidden_words_say_why_to_her_and_her_stars_still_count(
    as_kirsten: KommuneClient,
    as_eva: KommuneClient,
    kirsten: Person,
    aarhus: Municipality,
) -> None:
    offer = on_shelf()
    row = rated(offer, kirsten, 1, "Hans Jensen er dum")
    address = f"/administration/erfaringer/{row.pk}/skjul/"
    assert as_eva.post(address, {"version": row.version, "why": " "}).status_code == 422

    as_eva.post(address, {"version": row.version, "why": "Den nævner en person"})

    html = text_of(as_kirsten.get(f"/markedspladsen/{offer.pk}/"))
    assert "Den nævner en person" in html
    with working_for(aarhus.pk):
        assert experiences(offer_id=offer.pk) == []
        assert Rating.objects.get().stars == 1


def test_an_editor_who_decides_on_words_that_changed_sees_the_new_ones(
    as_eva: KommuneClient, kirsten: Person
) -> None:
    offer = on_shelf()
    row = rated(offer, kirsten, 4, "Første")
    with working_for(kirsten.municipality_id):
        actions.rate(citizen_id=kirsten.pk, offer=offer, stars=4, words="Anden", at=timezone.now())
    said = {"version": row.version, "why": "Nævner nogen"}
    answer = as_eva.post(f"/administration/erfaringer/{row.pk}/skjul/", said)
    assert answer.status_code == 409
    assert "Anden" in text_of(answer)
    assert "Nævner nogen" in text_of(answer)
    assert as_eva.post(f"/administration/erfaringer/{row.pk}/vis/", said).status_code == 409


def test_experiences_are_not_read_by_another_kommune(
    as_kirsten: KommuneClient, odense: Municipality, jonas: Person
) -> None:
    offer = on_shelf()
    row = rated(offer, jonas, 3, "Fra Odense")
    with working_for(odense.pk):
        actions.show_words(rating=row, version=1, actor_id=jonas.pk, at=timezone.now())
    assert "Fra Odense" not in text_of(as_kirsten.get(f"/markedspladsen/{offer.pk}/"))


def test_an_average_of_fewer_than_five_is_not_told(
    citizens: Callable[[int], list[Person]], aarhus: Municipality
) -> None:
    offer = on_shelf()
    people = citizens(5)
    for person in people[:4]:
        rated(offer, person, 4)
    with working_for(aarhus.pk):
        assert queries.ratings_of([offer.pk])[offer.pk] == queries.Stars(0)
        rated(offer, people[4], 5)
        stars = queries.ratings_of([offer.pk])[offer.pk]
    assert (stars.count, stars.average) == (5, 4.2)


def test_the_nightly_tally_adds_up_kommuner_and_counts_nobody_twice(
    citizens: Callable[[int], list[Person]],
    aarhus: Municipality,
    odense: Municipality,
    jonas: Person,
) -> None:
    offer = on_shelf()
    people = citizens(9)
    for person in people:
        rated(offer, person, 4)
    rated(offer, jonas, 5)
    for kommune in (aarhus, odense, aarhus):
        with working_for(kommune.pk):
            actions.tally(at=timezone.now())

    assert OfferTally.objects.count() == 2
    with working_for(aarhus.pk):
        stars = queries.ratings_of([offer.pk])[offer.pk]
        assert (stars.count, stars.average) == (10, 4.1)
        told = numbers_of([offer.pk])[offer.pk]
        assert (told.users, told.completions, told.stars.count) == (10, 0, 10)
        # One fewer, and its vendor is told nothing.
        OfferTally.objects.filter(municipality_code=odense.code).delete()
        assert numbers_of([offer.pk]) == {}


def test_a_rating_of_nobody_any_more_leaves_the_tally(
    kirsten: Person, aarhus: Municipality
) -> None:
    offer = on_shelf()
    rated(offer, kirsten, 4)
    with working_for(aarhus.pk):
        actions.tally(at=timezone.now())
        Rating.objects.all().delete()
        from jobunivers.rooms.marketplace.models import OfferUse

        OfferUse.objects.all().delete()
        actions.tally(at=timezone.now())
    assert not OfferTally.objects.exists()


@pytest.mark.parametrize("stars", [0, 6, -1])
def test_stars_are_one_to_five(kirsten: Person, stars: int, aarhus: Municipality) -> None:
    offer = on_shelf()
    with working_for(aarhus.pk), pytest.raises(ValueError, match=str(stars)):
        actions.rate(citizen_id=kirsten.pk, offer=offer, stars=stars, words="", at=timezone.now())


def test_a_withdrawn_offer_keeps_its_experiences(
    as_mads: KommuneClient, kirsten: Person, aarhus: Municipality
) -> None:
    offer = on_shelf()
    row = rated(offer, kirsten, 5, "God")
    with working_for(aarhus.pk), writing_shared():
        actions.show_words(rating=row, version=1, actor_id=kirsten.pk, at=timezone.now())
        actions.withdraw(offer=offer, why="-", at=timezone.now())
    assert "God" in text_of(as_mads.get(f"/markedspladsen/{offer.pk}/"))
