# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What stands on whose shelves, who says so, and what it costs to ask."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from jobunivers.foundation.events.models import Event
from jobunivers.foundation.notices.models import Notice
from jobunivers.foundation.tenancy import working_for, writing_shared
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.identity.models import Person
from jobunivers.rooms.marketplace import actions, queries
from jobunivers.rooms.marketplace.models import Offer, ShelfEntry, Stance
from jobunivers.rooms.marketplace.queries import shelf_rows
from jobunivers.rooms.marketplace.queries import shelves as shelves_module
from jobunivers.rooms.marketplace.tests.making import NOW, make_offer

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def at_work(aarhus: Municipality) -> Iterator[None]:
    with working_for(aarhus.pk):
        actions.ensure_shelves(at=NOW)
        yield


def placed(offer: Offer, whose: actions.Whose = actions.COUNTRY, **more: object) -> ShelfEntry:
    said = {"shelf_key": "cv"} | more
    return actions.place(offer_id=offer.pk, whose=whose, at=NOW, **said)  # type: ignore[arg-type]


def titles(course: str | None = None) -> list[str]:
    return [
        card.offer.current.title_da
        for shelf in queries.shelves_for(course, at=NOW)
        for card in shelf.cards
        if card.offer.current
    ]


def test_the_starter_shelves_are_laid_once_and_left_as_they_are_changed() -> None:
    words = actions.ShelfWords(title_da="Andet navn", order=3)
    actions.save_shelf(key="cv", whose=actions.COUNTRY, entry=words, seen=1, at=NOW)
    assert actions.ensure_shelves(at=NOW) == 0
    placed(make_offer())
    assert [one.title for one in queries.shelves_for(None, at=NOW)] == ["Andet navn"]


def test_a_shelf_with_nothing_on_it_is_not_shown_and_words_are_in_the_readers_language() -> None:
    assert queries.shelves_for(None, at=NOW) == []
    offer = make_offer()
    placed(offer)
    [shelf] = queries.shelves_for(None, at=NOW, language="en")
    assert (shelf.key, shelf.title) == ("cv", "CV and application")
    assert [card.offer.pk for card in shelf.cards] == [offer.pk]
    assert queries.why_here(offer.pk, None, at=NOW) == [
        "Den står på hylden “CV og ansøgning”. Den er på hylderne i hele landet."
    ]


def test_a_kommune_says_otherwise_and_takes_its_word_back(odense: Municipality) -> None:
    offer = make_offer()
    placed(offer)
    placed(offer, actions.OWN, stance=Stance.HIDE)
    assert queries.standing_ids(None, at=NOW) == frozenset()
    assert queries.why_here(offer.pk, None, at=NOW) == []
    with working_for(odense.pk):
        assert queries.standing_ids(None, at=NOW) == {offer.pk}
    assert actions.remove_entry(shelf_key="cv", offer_id=offer.pk, whose=actions.OWN, at=NOW)
    assert queries.standing_ids(None, at=NOW) == {offer.pk}
    assert not actions.remove_entry(shelf_key="cv", offer_id=offer.pk, whose=actions.OWN, at=NOW)


def test_a_cluster_speaks_for_its_kommuner_and_for_no_other(odense: Municipality) -> None:
    made = actions.save_cluster(key="oestjylland", name="Østjylland", kommuner=["0751"], at=NOW)
    offer = make_offer()
    placed(offer, actions.cluster(made.pk))
    assert queries.standing_ids(None, at=NOW) == {offer.pk}
    with working_for(odense.pk):
        assert queries.standing_ids(None, at=NOW) == frozenset()
    with pytest.raises(actions.InAnother) as caught:
        actions.save_cluster(key="fyn", name="Fyn", kommuner=["0461", "0751"], at=NOW)
    assert caught.value.names == ["Aarhus"]
    with pytest.raises(ValueError, match="9999"):
        actions.save_cluster(key="fyn", name="Fyn", kommuner=["9999"], at=NOW)
    actions.save_cluster(key="oestjylland", name="Østjylland", kommuner=[], at=NOW)
    assert queries.standing_ids(None, at=NOW) == frozenset()


def test_courses_days_and_levels_decide_who_sees_it() -> None:
    close, later, high = (make_offer(title_da=title) for title in ("Tæt", "Senere", "Højt"))
    placed(close, courses=["close_support"])
    placed(later, starts_on=date(2026, 12, 1))
    placed(high, least_version=4)
    assert titles() == ["Højt"]
    assert titles("close_support") == ["Højt", "Tæt"] or titles("close_support") == ["Tæt", "Højt"]
    actions.decide_level(level=3, from_on=NOW.date(), why="Trin 3", at=NOW, actor_id=1)
    assert titles() == []
    after = queries.standing_ids(None, at=NOW + timedelta(days=7))
    assert after == {later.pk}


def test_what_is_blocked_withdrawn_or_a_draft_stands_nowhere() -> None:
    blocked, gone, draft = make_offer(), make_offer(), make_offer(approved=False)
    for offer in (blocked, gone, draft):
        placed(offer)
    with writing_shared():
        actions.block(offer=blocked, codes=["dpa"], at=NOW)
        actions.withdraw(offer=gone, why="-", at=NOW)
    assert queries.standing_ids(None, at=NOW) == frozenset()
    assert queries.shelves_for(None, at=NOW) == []


def test_featured_first_then_as_the_kommune_has_moved_them() -> None:
    first, second, third = (make_offer(title_da=title) for title in ("A", "B", "C"))
    for offer in (first, second, third):
        placed(offer)
    assert titles() == ["A", "B", "C"]
    moves = {"shelf_key": "cv", "whose": actions.OWN, "at": NOW}
    for _ in range(2):  # twice is once
        assert actions.move_entry(offer_id=third.pk, before_id=first.pk, **moves)  # type: ignore[arg-type]
        assert titles() == ["C", "A", "B"]
    assert ShelfEntry.objects.filter(municipality__isnull=False).count() == 1
    placed(second, actions.OWN, stance=Stance.FEATURE)
    assert titles() == ["B", "C", "A"]
    # What is featured is not moved among the rest.
    assert not actions.move_entry(offer_id=second.pk, before_id=first.pk, **moves)  # type: ignore[arg-type]
    assert not actions.move_entry(offer_id=999_999, before_id=None, **moves)  # type: ignore[arg-type]


def test_where_nothing_fits_between_the_shelf_is_set_anew() -> None:
    offers = [make_offer(title_da=title) for title in "ABC"]
    for offer in offers:
        placed(offer, order=1000)
    a, _, c = offers
    actions.move_entry(shelf_key="cv", offer_id=c.pk, before_id=a.pk, whose=actions.OWN, at=NOW)
    assert titles() == ["C", "A", "B"]


def test_shelves_are_moved_and_a_kommunes_stands_instead_of_the_countrys() -> None:
    offer = make_offer()
    for key in ("cv", "laering", "jobsoegning"):
        placed(offer, shelf_key=key)
    keys = [one.key for one in queries.shelves_for(None, at=NOW)]
    assert keys == ["jobsoegning", "cv", "laering"]
    moves = {"whose": actions.OWN, "day": NOW.date(), "at": NOW}
    assert actions.move_shelf(key="laering", before="jobsoegning", **moves)  # type: ignore[arg-type]
    assert queries.shelves_for(None, at=NOW)[0].key == "laering"
    hidden = actions.ShelfWords(title_da="CV", hidden=True)
    actions.save_shelf(key="cv", whose=actions.OWN, entry=hidden, seen=0, at=NOW)
    assert "cv" not in [one.key for one in queries.shelves_for(None, at=NOW)]
    assert actions.remove_shelf(key="cv", whose=actions.OWN, at=NOW)
    assert "cv" in [one.key for one in queries.shelves_for(None, at=NOW)]
    assert not actions.move_shelf(key="findes-ikke", before=None, **moves)  # type: ignore[arg-type]


def test_two_who_write_at_once_lose_nothing() -> None:
    offer = make_offer()
    said = actions.Placing(shelf_key="cv", offer_id=offer.pk, why="Min")
    actions.save_entry(said, whose=actions.OWN, seen=0, at=NOW)
    for seen in (0, 7):
        with pytest.raises(actions.EntryChanged) as caught:
            actions.save_entry(said, whose=actions.OWN, seen=seen, at=NOW)
        assert caught.value.entry is not None
        assert caught.value.entry.why == "Min"
    words = actions.ShelfWords(title_da="Ny")
    for seen in (0, 7):
        with pytest.raises(actions.ShelfChanged):
            actions.save_shelf(key="cv", whose=actions.COUNTRY, entry=words, seen=seen, at=NOW)


def test_the_same_word_said_again_changes_nothing() -> None:
    offer = make_offer()
    first = placed(offer, actions.OWN, courses=["combined"])
    again = placed(offer, actions.OWN, courses=["combined"])
    assert (again.pk, again.version, again.order) == (first.pk, 1, first.order)
    assert Event.objects.filter(kind="marketplace.entry_saved").count() == 1
    with writing_shared():  # what the caller has allowed does not end with one word
        placed(offer)
        placed(make_offer())
        actions.block(offer=offer, codes=["dpa"], at=NOW)
    assert queries.standing_ids(None, at=NOW) != {offer.pk}


def test_a_kommune_writes_no_others_shelf(odense: Municipality) -> None:
    offer = make_offer()
    with working_for(odense.pk):
        placed(offer, actions.OWN)
    assert queries.standing_ids(None, at=NOW) == frozenset()
    assert not ShelfEntry.objects.filter(pk__gt=0).exists()


def test_taken_down_it_is_off_every_shelf_and_each_who_uses_it_is_told_once(
    kirsten: Person, mads: Person, odense: Municipality, anne: Person
) -> None:
    offer = make_offer()
    placed(offer)
    placed(offer, actions.OWN, shelf_key="laering", stance=Stance.FEATURE)
    actions.start(citizen_id=kirsten.pk, offer=offer, way=queries.Way.LINK, key="s", at=NOW)
    actions.keep(citizen_id=kirsten.pk, offer=offer, at=NOW)
    actions.keep(citizen_id=mads.pk, offer=offer, at=NOW)

    entry = actions.take_down(offer=offer, why="Virker ikke", at=NOW, actor_id=anne.pk)
    assert actions.take_down(offer=offer, why="Igen", at=NOW, actor_id=anne.pk).pk == entry.pk
    assert queries.standing_ids(None, at=NOW) == frozenset()
    assert [actions.tell_of_taken_down(entry_id=entry.pk, at=NOW) for _ in range(2)] == [2, 0]
    assert Notice.objects.filter(kind="marketplace.gone").count() == 2
    with working_for(odense.pk):
        assert queries.standing_ids(None, at=NOW) == {offer.pk}

    assert actions.put_back(offer=offer, at=NOW, actor_id=anne.pk)
    assert not actions.put_back(offer=offer, at=NOW, actor_id=anne.pk)
    assert queries.standing_ids(None, at=NOW) == {offer.pk}


def test_nobody_is_told_of_what_was_put_back_before_the_worker_came(
    kirsten: Person, anne: Person
) -> None:
    offer = make_offer()
    actions.keep(citizen_id=kirsten.pk, offer=offer, at=NOW)
    entry = actions.take_down(offer=offer, why="-", at=NOW, actor_id=anne.pk)
    actions.put_back(offer=offer, at=NOW, actor_id=anne.pk)
    assert actions.tell_of_taken_down(entry_id=entry.pk, at=NOW) == 0


def test_shelves_are_asked_for_in_one_journey_and_once_a_request() -> None:
    for _ in range(5):
        placed(make_offer())
    with CaptureQueriesContext(connection) as asked:
        queries.standing_ids(None, at=NOW)
    assert len(asked) == 1
    with shelf_rows.remembering(), CaptureQueriesContext(connection) as asked:
        queries.standing_ids(None, at=NOW)
        queries.shelves_for("combined", at=NOW)
        queries.why_here(1, None, at=NOW)
    assert len(asked) == 2
    offer = make_offer()
    with shelf_rows.remembering():
        queries.standing_ids(None, at=NOW)
        placed(offer)
        assert offer.pk in queries.standing_ids(None, at=NOW)


def test_who_knows_a_citizens_course_is_told_by_a_room_above() -> None:
    before = list(shelves_module._course_of)
    try:
        shelves_module._course_of.clear()
        assert queries.course_of(1) is None
        queries.provide_course(lambda pk: f"course-{pk}")
        assert queries.course_of(7) == "course-7"
    finally:
        shelves_module._course_of[:] = before


def test_the_first_of_a_shelf_are_the_same_as_of_the_whole_and_it_says_how_many() -> None:
    for title, order in (("Å", 5), ("B", 5), ("A", 5), ("Først", 1), ("Sidst", 9)):
        placed(make_offer(title_da=title), order=order)
    [whole] = queries.shelves_for(None, at=NOW, only="cv")
    [few] = queries.shelves_for(None, at=NOW, most=2, only="cv")
    assert [one.offer.current.title_da for one in few.cards if one.offer.current] == ["Først", "A"]
    assert [one.offer.pk for one in few.cards] == [one.offer.pk for one in whole.cards[:2]]
    assert (few.many, len(whole.cards)) == (len(whole.cards), whole.many)
