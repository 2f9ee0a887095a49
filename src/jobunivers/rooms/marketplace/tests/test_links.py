# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is asked at night, and what is kept of it."""

from datetime import timedelta

import pytest

from jobunivers.foundation.tenancy import working_for, writing_shared
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.integrations.links import Answer, State
from jobunivers.rooms.marketplace import actions, tasks
from jobunivers.rooms.marketplace.models import LinkCheck, Offer, Source, Way
from jobunivers.rooms.marketplace.tasks import shelves as worker
from jobunivers.rooms.marketplace.tests.making import NOW, make_offer

pytestmark = pytest.mark.django_db
NIGHT = timedelta(days=1)


def kept(offer: Offer) -> LinkCheck:
    return LinkCheck.objects.get(offer=offer)


def test_only_addresses_of_approved_offers_are_asked_and_the_longest_ago_first(
    aarhus: Municipality,
) -> None:
    with working_for(aarhus.pk):
        first, second = make_offer(), make_offer(url="https://b.example/")
        make_offer(approved=False)
        make_offer(way=Way.CONTACT, url="", contact="Ring")
        own = make_offer(source=Source.LOCAL, url="https://own.example/")
        assert [one.offer_id for one in actions.links_to_ask()] == [own.pk]
        gone = make_offer()
        with writing_shared():
            actions.withdraw(offer=gone, why="-", at=NOW)
    asked = actions.links_to_ask()
    assert [one.offer_id for one in asked] == [first.pk, second.pk]
    actions.keep_answers(asked[:1], {asked[0].url: Answer(State.WORKS, 200)}, at=NOW)
    assert [one.offer_id for one in actions.links_to_ask()] == [second.pk, first.pk]


def test_failures_in_a_row_are_counted_from_the_first_and_forgotten_when_it_works(
    aarhus: Municipality,
) -> None:
    with working_for(aarhus.pk):
        offer = make_offer()
    asked = actions.links_to_ask()
    url = asked[0].url
    for night in range(3):
        told = actions.keep_answers(asked, {url: Answer(State.LOOP, 302)}, at=NOW + night * NIGHT)
        assert told[State.LOOP] == 1
    row = kept(offer)
    assert (row.failures, row.failing_since, row.status) == (3, NOW, 302)
    moved = [actions.links.ToAsk(offer.pk, "https://new.example/")]
    actions.keep_answers(moved, {"https://new.example/": Answer(State.GONE, 404)}, at=NOW + NIGHT)
    row = kept(offer)
    assert (row.failures, row.failing_since) == (1, NOW + NIGHT)
    actions.keep_answers(asked, {url: Answer(State.CLOSED, 403)}, at=NOW)
    assert (kept(offer).failures, kept(offer).failing_since) == (0, None)


def test_what_was_not_asked_leaves_no_trace(aarhus: Municipality) -> None:
    with working_for(aarhus.pk):
        make_offer()
    actions.keep_answers(actions.links_to_ask(), {}, at=NOW)
    assert not LinkCheck.objects.exists()


def test_each_night_everybodys_and_each_kommunes_own_are_asked(
    aarhus: Municipality, odense: Municipality, monkeypatch: pytest.MonkeyPatch
) -> None:
    with working_for(aarhus.pk):
        shared = make_offer()
    with working_for(odense.pk):
        own = make_offer(source=Source.LOCAL, url="https://own.example/")
    monkeypatch.setattr(
        worker, "ask_many", lambda urls: {url: Answer(State.SILENT) for url in urls}
    )
    for _ in range(2):
        tasks.check_links()
    assert kept(shared).failures == 2
    with working_for(odense.pk):
        assert (kept(own).failures, kept(own).municipality_id) == (2, odense.pk)
    with working_for(aarhus.pk):
        assert not LinkCheck.objects.filter(offer_id=own.pk).exists()
