# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""A firm's own figures: counted by kommuner, published once, of ten people and more."""

from datetime import UTC, datetime, timedelta

import pytest
from django.utils import timezone

from jobunivers.foundation.tenancy import working_for
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.identity.models import Person
from jobunivers.rooms.marketplace import actions as marketplace
from jobunivers.rooms.marketplace.models import Offer, Rating, RatingState, Way
from jobunivers.rooms.vendors import actions, tasks
from jobunivers.rooms.vendors.actions.figures import closed_months
from jobunivers.rooms.vendors.models import KommuneMonth, PublishedMonth, SaidWords
from jobunivers.rooms.vendors.queries import portal
from jobunivers.rooms.vendors.tests.portal_making import OWN, on_market, page
from jobunivers.testing.browsers import KommuneClient
from jobunivers.testing.cast import add_person

pytestmark = pytest.mark.django_db
THEN = datetime(2026, 10, 14, 9, tzinfo=UTC)
AFTER = datetime(2026, 11, 4, 9, tzinfo=UTC)


def used(offer: Offer, place: Municipality, people: int, *, at: datetime = THEN) -> list[Person]:
    """Let so many new people of a kommune begin an offer, each twice."""
    made = [add_person(place, f"Person {number}", "citizen") for number in range(people)]
    with working_for(place.pk):
        for person in made:
            for time in (1, 2):
                marketplace.start(
                    citizen_id=person.pk,
                    offer=offer,
                    way=Way.LINK,
                    key=f"{person.pk}:{at.date()}:{time}",
                    at=at + timedelta(hours=time),
                )
    return made


def count(*places: Municipality, at: datetime = AFTER) -> None:
    for place in places:
        with working_for(place.pk):
            actions.count_months(at=at)
            actions.pass_words_on(at=at)


def publish(national: Municipality, *, at: datetime = AFTER) -> int:
    with working_for(national.pk):
        return actions.publish_months(at=at)


def test_months_that_are_over_end_with_the_one_before() -> None:
    assert [str(one) for one in closed_months(AFTER, back=2)] == ["2026-09-01", "2026-10-01"]


def test_a_firm_reads_a_month_with_ten_people_and_no_kommune_with_fewer(
    as_vera: KommuneClient,
    vera: Person,
    aarhus: Municipality,
    odense: Municipality,
    national: Municipality,
) -> None:
    offer = on_market(vera)
    used(offer, aarhus, 12)
    used(offer, odense, 3)
    count(aarhus, odense)
    assert publish(national) == 1
    shown = page(as_vera.get(f"{OWN}{offer.pk}/tal/"))
    assert ">15<" in shown
    assert ">30<" in shown
    assert "Odense" not in shown
    assert "Aarhus" not in shown  # 15 less 12 would tell of the three
    assert "Ikke kendt endnu" in shown
    assert "15" in page(as_vera.get("/leverandoer/"))


def test_fewer_than_ten_is_said_and_nothing_else(
    as_vera: KommuneClient, vera: Person, aarhus: Municipality, national: Municipality
) -> None:
    offer = on_market(vera)
    used(offer, aarhus, 9)
    count(aarhus)
    publish(national)
    assert "færre end ti" in page(as_vera.get(f"{OWN}{offer.pk}/tal/"))
    with working_for(national.pk):
        assert PublishedMonth.objects.get().figures["users"] is None


def test_what_is_published_never_moves_by_one_person(
    vera: Person, aarhus: Municipality, odense: Municipality, national: Municipality
) -> None:
    offer = on_market(vera)
    used(offer, aarhus, 11)
    count(aarhus)
    publish(national)
    used(offer, odense, 1)
    count(aarhus, odense)
    assert publish(national) == 0
    assert PublishedMonth.objects.get().figures["users"] == 11


def test_a_month_is_counted_once_and_published_from_the_third(
    vera: Person, aarhus: Municipality, national: Municipality
) -> None:
    offer = on_market(vera)
    used(offer, aarhus, 10)
    count(aarhus)
    used(offer, aarhus, 1)
    count(aarhus)
    assert KommuneMonth.objects.get().users == 10
    second = datetime(2026, 11, 2, 9, tzinfo=UTC)
    assert publish(national, at=second) == 0
    assert publish(national) == 1
    assert publish(national) == 0


def test_a_month_that_runs_is_never_told(
    vera: Person, aarhus: Municipality, national: Municipality
) -> None:
    offer = on_market(vera)
    used(offer, aarhus, 20, at=datetime(2026, 11, 1, 0, 30, tzinfo=UTC))
    used(offer, aarhus, 10, at=datetime(2026, 10, 31, 20, tzinfo=UTC))
    count(aarhus)
    publish(national)
    assert PublishedMonth.objects.get().figures["users"] == 10


def test_words_are_those_an_editor_shows_and_go_when_they_are_hidden(
    as_vera: KommuneClient, vera: Person, aarhus: Municipality, national: Municipality
) -> None:
    offer = on_market(vera)
    people = used(offer, aarhus, 10)
    with working_for(aarhus.pk):
        for number, person in enumerate(people):
            marketplace.rate(
                citizen_id=person.pk,
                offer=offer,
                stars=4,
                words=f"Ord nummer {number}" if number < 2 else "",
                at=THEN + timedelta(days=1),
            )
        Rating.objects.filter(words="Ord nummer 0").update(state=RatingState.SHOWN)
    count(aarhus)
    publish(national)
    shown = page(as_vera.get(f"{OWN}{offer.pk}/tal/"))
    assert "Ord nummer 0" in shown
    assert "Ord nummer 1" not in shown
    assert "4,0 af 5 stjerner" in shown
    with working_for(aarhus.pk):
        Rating.objects.filter(words="Ord nummer 0").update(
            state=RatingState.HIDDEN, hidden_why="Navn"
        )
    count(aarhus)
    assert not SaidWords.objects.exists()


def test_the_night_counts_every_kommune_and_publishes(
    vera: Person, aarhus: Municipality, national: Municipality, monkeypatch: pytest.MonkeyPatch
) -> None:
    offer = on_market(vera)
    used(offer, aarhus, 10)
    monkeypatch.setattr(timezone, "now", lambda: AFTER)
    tasks.count_use.func()
    with working_for(national.pk):
        assert portal.figures(offer.pk, language="da").months[0].shown.users == 10
