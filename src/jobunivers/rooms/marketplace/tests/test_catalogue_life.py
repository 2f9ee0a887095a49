# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The index that follows, plans that point here, lessons, what is told, and what staff give."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from jobunivers.foundation import lessons, things
from jobunivers.foundation.events.models import Event
from jobunivers.foundation.notices.models import Notice
from jobunivers.foundation.search.offers import EVERYWHERE, duration_values
from jobunivers.foundation.tenancy import working_for, writing_shared
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.foundation.tiles import Asking
from jobunivers.identity.models import Person
from jobunivers.rooms.marketplace import actions, queries, tasks
from jobunivers.rooms.marketplace.models import UseAct
from jobunivers.rooms.marketplace.queries import Kind, Source, tiles
from jobunivers.rooms.marketplace.queries.index import reader
from jobunivers.rooms.marketplace.queries.parameters import Parameters
from jobunivers.rooms.marketplace.queries.searching import found_page
from jobunivers.rooms.marketplace.tests.catalogue import on_shelf, used, withdrawn
from jobunivers.rooms.marketplace.tests.making import entry
from jobunivers.testing.browsers import KommuneClient, text_of

Index = Callable[[], int]
pytestmark = pytest.mark.django_db
_SKILL = "http://data.europa.eu/esco/skill/truck"


def _found(aarhus: Municipality, text: str = "", **filters: tuple[str, ...]) -> list[str]:
    with working_for(aarhus.pk):
        page = found_page(
            parameters=Parameters(text=text, filters=filters),
            owner=aarhus.pk,
            among=queries.standing_ids(None, at=timezone.now()),
            at=timezone.now(),
        )
    return [row.current.title_da for row in page.rows if row.current]


def test_the_index_follows_new_versions_withdrawals_and_local_offers(
    aarhus: Municipality, odense: Municipality, offers_index: Index
) -> None:
    shared, local = on_shelf("Fælles kursus"), on_shelf("Lokalt kursus", source=Source.LOCAL)
    assert offers_index() == 2
    assert sorted(_found(aarhus, "kursus")) == ["Fælles kursus", "Lokalt kursus"]
    assert offers_index() == 0

    with working_for(aarhus.pk), writing_shared():
        actions.save_version(
            offer=shared, version=shared.version, entry=entry(title_da="Fælles forløb"),
            at=timezone.now(),
        )  # fmt: skip
        made = actions.submit(offer=shared, at=timezone.now())
        actions.approve(offer=shared, number=made.number, at=timezone.now())
    withdrawn(local)
    assert offers_index() > 0
    reader()._looked = float("-inf")

    assert _found(aarhus, "kursus") == []
    assert _found(aarhus, "forløb") == ["Fælles forløb"]
    with working_for(odense.pk):
        assert queries.offer(local.pk) is None


def test_an_index_that_is_broken_is_built_anew(
    aarhus: Municipality, offers_index: Index, settings: object
) -> None:
    from pathlib import Path

    on_shelf("Truckkursus")
    offers_index()
    folder = Path(settings.SEARCH_FOLDER) / "offers"  # type: ignore[attr-defined]
    (folder / "current").write_text("g999999", encoding="ascii")
    assert offers_index() == 1
    reader()._looked = float("-inf")
    assert _found(aarhus, "truck") == ["Truckkursus"]


def test_filters_know_duration_place_and_category(
    aarhus: Municipality, offers_index: Index
) -> None:
    on_shelf("Kort", minutes=10, categories=["cv"])
    on_shelf("Lang", minutes=3000, kommuner=["0461"])
    offers_index()

    assert _found(aarhus, varighed=("15",)) == ["Kort"]
    assert _found(aarhus, emne=("cv",)) == ["Kort"]
    assert _found(aarhus, kommune=("0461",)) == ["Lang"]
    assert _found(aarhus, kommune=(EVERYWHERE,)) == ["Kort"]


@pytest.mark.parametrize(
    ("minutes", "value"),
    [(0, "15"), (15, "15"), (16, "60"), (60, "60"), (480, "day"), (481, "week"), (2221, "longer")],
)
def test_each_length_has_one_span(minutes: int, value: str) -> None:
    assert duration_values(minutes) == [value]
    assert duration_values(None) == []


def test_a_plan_keeps_the_words_of_what_is_withdrawn(aarhus: Municipality) -> None:
    offer = on_shelf("Truckkursus")
    pointer = things.Pointer("offer", offer.pk)
    with working_for(aarhus.pk):
        before = things.find([pointer], language="da", at=timezone.now())[pointer]
    withdrawn(offer)
    with working_for(aarhus.pk):
        after = things.find([pointer], language="da", at=timezone.now())[pointer]
    assert (before.title, before.gone) == ("Truckkursus", False)
    assert (after.title, after.gone) == ("Truckkursus", True)
    assert after.path == f"markedspladsen/{offer.pk}/"


def test_courses_on_shelves_that_teach_something_are_lessons(aarhus: Municipality) -> None:
    teaches = on_shelf("Truckkursus", kind=Kind.COURSE, skills=[_SKILL], minutes=120)
    on_shelf("Værktøj", kind=Kind.TOOL, skills=[_SKILL])
    on_shelf("Uden kompetencer", kind=Kind.LESSON)
    with working_for(aarhus.pk):
        [found] = [
            one
            for one in lessons.lessons(language="da", at=timezone.now())
            if one.code.startswith("marketplace:")
        ]
    assert (found.code, found.hours, found.skills) == (f"marketplace:{teaches.pk}", 2.0, (_SKILL,))
    withdrawn(teaches)
    with working_for(aarhus.pk):
        assert lessons.find([found.code], language="da", at=timezone.now()) == []


def test_those_who_use_save_or_plan_a_withdrawn_offer_are_told_once(
    kirsten: Person, mads: Person, aarhus: Municipality, as_mads: KommuneClient
) -> None:
    offer = on_shelf("Truckkursus")
    used(offer, kirsten)
    as_mads.post("/min-plan/tilfoej/", {"thing": f"offer:{offer.pk}"})
    withdrawn(offer)
    for _ in range(2):
        tasks.tell_of_withdrawn(
            municipality_id=aarhus.pk, citizen_id=None, event_data={"offer_id": offer.pk}
        )
    with working_for(aarhus.pk):
        told = Notice.objects.filter(kind="marketplace.gone")
        assert sorted(told.values_list("person_id", flat=True)) == sorted([kirsten.pk, mads.pk])


def test_nobody_is_told_of_what_is_not_withdrawn(kirsten: Person, aarhus: Municipality) -> None:
    offer = on_shelf()
    used(offer, kirsten)
    with working_for(aarhus.pk):
        assert actions.tell_gone(offer_id=offer.pk, at=timezone.now()) == 0
        assert actions.tell_gone(offer_id=0, at=timezone.now()) == 0


def test_her_tile_shows_what_she_has_begun_and_saved_in_one_journey(
    kirsten: Person, aarhus: Municipality
) -> None:
    begun, kept, stopped = on_shelf("Begyndt"), on_shelf("Gemt"), on_shelf("Stoppet")
    used(begun, kirsten, ago=timedelta(days=2))
    used(stopped, kirsten, ago=timedelta(days=3))
    now = timezone.now()
    with working_for(aarhus.pk):
        actions.keep(citizen_id=kirsten.pk, offer=kept, at=now)
        actions.stop(citizen_id=kirsten.pk, offer=stopped, key="x", at=now)
        asking = Asking(citizen_id=kirsten.pk, language="da", at=now)
        tiles._ask(asking)
        with CaptureQueriesContext(
            connection,
        ) as asked:
            shown = tiles._load(asking)
    assert [use.offer_id for use in shown["begun"]] == [begun.pk]
    assert [offer.pk for offer in shown["kept"]] == [kept.pk]
    assert len(asked) == 1


def test_staff_suggest_what_stands_on_her_shelves_and_it_stands_in_her_plan(
    as_omar: KommuneClient,
    as_kirsten: KommuneClient,
    kirsten: Person,
    aarhus: Municipality,
    offers_index: Index,
) -> None:
    offer = on_shelf("Truckkursus")
    offers_index()
    address = f"/medarbejder/borgere/{kirsten.pk}/markedspladsen/"
    assert as_omar.get(address).status_code == 302
    as_omar.post(
        f"/medarbejder/borgere/{kirsten.pk}/grund/", {"reason": "follow_up", "next": address}
    )
    assert "Truckkursus" in text_of(as_omar.get(address))

    for _ in range(2):
        as_omar.post(f"{address}{offer.pk}/")

    with working_for(aarhus.pk):
        assert UseAct.objects.filter(act="assigned").count() == 1
        event = Event.objects.get(kind="marketplace.offer_assigned")
        assert event.data["staff_id"] == event.actor_id
    assert "Foreslået til dig" in text_of(as_kirsten.get("/markedspladsen/mine/"))
    assert "Din jobrådgiver har foreslået" in text_of(
        as_kirsten.get(f"/markedspladsen/{offer.pk}/")
    )


def test_another_kommunes_staff_give_nothing(as_lise: KommuneClient, kirsten: Person) -> None:
    offer = on_shelf()
    address = f"/medarbejder/borgere/{kirsten.pk}/markedspladsen/"
    assert as_lise.get(address).status_code == 404
    assert as_lise.post(f"{address}{offer.pk}/").status_code == 404


def test_what_she_has_stopped_says_so_and_can_be_begun_again(
    as_kirsten: KommuneClient, kirsten: Person, aarhus: Municipality
) -> None:
    offer = on_shelf("Stoppet")
    used(offer, kirsten, ago=timedelta(days=3))
    with working_for(aarhus.pk):
        before = timezone.now() - timedelta(hours=1)
        actions.stop(citizen_id=kirsten.pk, offer=offer, key="x", at=before)
    shown = text_of(as_kirsten.get(f"/markedspladsen/{offer.pk}/"))
    assert "Du er stoppet med den." in shown
    assert "Du begyndte" not in shown
    used(offer, kirsten, ago=timedelta(0))
    assert "Du begyndte" in text_of(as_kirsten.get(f"/markedspladsen/{offer.pk}/"))
