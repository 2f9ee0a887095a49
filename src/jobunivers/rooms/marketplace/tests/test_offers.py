# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from collections.abc import Iterator

import pytest
from django.db import IntegrityError, transaction

from jobunivers.foundation.events.models import Event
from jobunivers.foundation.tenancy import working_for, writing_shared
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.identity.models import Person
from jobunivers.rooms.marketplace import actions, queries
from jobunivers.rooms.marketplace.models import OfferState, Source, UseAct, Way
from jobunivers.rooms.marketplace.tests.making import NOW, entry, make_offer, make_vendor

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def at_work(aarhus: Municipality) -> Iterator[None]:
    with working_for(aarhus.pk):
        yield


def test_what_waits_is_seen_by_nobody_until_somebody_approves_it() -> None:
    offer = make_offer(approved=False)
    assert not queries.on_offer().exists()

    with writing_shared():
        made = actions.submit(offer=offer, at=NOW)
        assert not queries.on_offer().exists()
        actions.approve(offer=offer, number=made.number, at=NOW)

    assert [one.pk for one in queries.on_offer()] == [offer.pk]


def test_people_see_the_approved_version_while_the_next_is_written() -> None:
    offer = make_offer(title_da="Første")
    with writing_shared():
        actions.save_version(
            offer=offer, version=offer.version, entry=entry(title_da="Anden"), at=NOW
        )
        actions.save_version(
            offer=offer, version=offer.version, entry=entry(title_da="Tredje"), at=NOW
        )
        seen = queries.offer(offer.pk)
        assert seen is not None
        assert seen.current is not None
        assert seen.current.title_da == "Første"
        assert [one.title_da for one in queries.versions_of(offer)] == ["Tredje", "Første"]

        made = actions.submit(offer=offer, at=NOW)
        actions.approve(offer=offer, number=made.number, at=NOW)

    assert offer.current is not None
    assert offer.current.title_da == "Tredje"


def test_two_who_write_at_once_lose_nothing() -> None:
    offer = make_offer(approved=False)
    read = offer.version
    with writing_shared():
        actions.save_version(offer=offer, version=read, entry=entry(title_da="Min"), at=NOW)
        with pytest.raises(actions.ChangedMeanwhile) as caught:
            actions.save_version(offer=offer, version=read, entry=entry(title_da="Din"), at=NOW)

    assert caught.value.offer.pk == offer.pk
    assert [one.title_da for one in queries.versions_of(offer)] == ["Min"]


def test_only_what_waits_can_be_approved_or_sent_back() -> None:
    offer = make_offer(approved=False)
    with writing_shared():
        with pytest.raises(actions.NotReady):
            actions.approve(offer=offer, number=1, at=NOW)
        actions.submit(offer=offer, at=NOW)
        with pytest.raises(actions.NotReady):
            actions.submit(offer=offer, at=NOW)
        back = actions.send_back(offer=offer, number=1, why="Skriv, hvad det koster", at=NOW)
        assert (back.submitted_at, back.note) == (None, "Skriv, hvad det koster")
        assert queries.offer(offer.pk).state == OfferState.DRAFT  # type: ignore[union-attr]


def test_what_is_blocked_or_withdrawn_is_off_every_shelf_and_tells_search() -> None:
    offer = make_offer()
    before = offer.change
    with writing_shared():
        actions.block(offer=offer, codes=["dpa"], at=NOW)
        assert not queries.on_offer().exists()
        blocked = offer.change
        actions.block(offer=offer, codes=["dpa"], at=NOW)
        assert offer.change == blocked > before
        actions.block(offer=offer, codes=[], at=NOW)
        assert queries.on_offer().exists()
        for _ in range(2):
            actions.withdraw(offer=offer, why="Findes ikke mere", at=NOW)

    assert not queries.on_offer().exists()
    assert Event.objects.filter(kind="marketplace.offer_withdrawn").count() == 1


def test_a_local_offer_is_its_kommunes_alone(odense: Municipality) -> None:
    offer = make_offer(source=Source.LOCAL)

    with working_for(odense.pk):
        assert queries.offer(offer.pk) is None
        assert not queries.on_offer().exists()


def test_a_shared_offer_is_not_written_by_a_kommune() -> None:
    offer = make_offer()

    actions.withdraw(offer=offer, why="-", at=NOW)

    kept = queries.offer(offer.pk)
    assert kept is not None
    assert kept.state == OfferState.APPROVED


def test_an_offer_on_the_market_has_a_vendor() -> None:
    with pytest.raises(IntegrityError), transaction.atomic(), writing_shared():
        actions.new_offer(
            key="uden", kind=queries.Kind.TOOL, source=Source.MARKET, entry=entry(), at=NOW
        )


def test_a_firm_saved_again_is_the_same_firm() -> None:
    vendor = make_vendor("Første")
    again = actions.save_vendor(
        key=vendor.key, entry=actions.VendorEntry(name="Andet navn"), at=NOW
    )

    assert (again.pk, again.name, again.version) == (vendor.pk, "Andet navn", 2)


def test_the_same_start_told_twice_counts_once(kirsten: Person) -> None:
    offer = make_offer()
    for key in ("a", "a", "b"):
        use = actions.start(citizen_id=kirsten.pk, offer=offer, way=Way.LINK, key=key, at=NOW)

    assert use.starts == 2
    assert UseAct.objects.count() == 2


def test_progress_never_goes_back_and_completion_counts_once(kirsten: Person) -> None:
    offer = make_offer()
    assert (
        actions.progress(citizen_id=kirsten.pk, offer=offer, share=0.5, score=None, at=NOW) is None
    )
    actions.start(citizen_id=kirsten.pk, offer=offer, way=Way.LINK, key="s", at=NOW)
    actions.progress(citizen_id=kirsten.pk, offer=offer, share=0.6, score=0.9, at=NOW)
    use = actions.progress(citizen_id=kirsten.pk, offer=offer, share=0.2, score=None, at=NOW)
    assert use is not None
    assert (use.progress, use.score) == (0.6, 0.9)

    for key in ("c1", "c1", "c2"):
        actions.complete(citizen_id=kirsten.pk, offer=offer, key=key, at=NOW)
    assert Event.objects.filter(kind="marketplace.offer_completed").count() == 1


@pytest.mark.parametrize(
    ("share", "score"), [(1.5, None), (-0.1, None), (0.5, 2.0), (float("nan"), None)]
)
def test_a_share_that_is_none_is_refused(
    kirsten: Person, share: float, score: float | None
) -> None:
    offer = make_offer()
    with pytest.raises(ValueError, match="\\("):
        actions.progress(citizen_id=kirsten.pk, offer=offer, share=share, score=score, at=NOW)


def test_what_is_off_the_shelf_cannot_be_begun(kirsten: Person) -> None:
    offer = make_offer()
    with writing_shared():
        actions.withdraw(offer=offer, why="-", at=NOW)

    with pytest.raises(actions.NotOnOffer):
        actions.start(citizen_id=kirsten.pk, offer=offer, way=Way.LINK, key="x", at=NOW)
