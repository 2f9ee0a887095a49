# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Simulated people use what stands on the shelves; some truly helps, and the truth says which."""

import json
from collections import Counter
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from jobunivers.foundation.tenancy import working_for
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.identity.models import Role
from jobunivers.rooms.launching.models import Receipt
from jobunivers.rooms.marketplace.models import KeptOffer, OfferUse, Rating, RatingState, UseAct
from jobunivers.simulator import market
from jobunivers.simulator.life import behaving, running, truths
from jobunivers.simulator.life.record import PERSON, Record
from jobunivers.simulator.life.scene import moment
from jobunivers.simulator.life.tests.test_running import MONDAY, PLAN, happened, record_of
from jobunivers.simulator.market_words import goods, sayings
from jobunivers.simulator.truth import TRULY_HELP, Truth
from jobunivers.testing.cast import add_person

# Everybody takes something every time, so that a few days are enough to see all of it.
_EAGER = replace(Truth().behaviour, takes_offers=0.7, keeps_offers=0.9, rates_offers=0.9)
EAGER = replace(PLAN, people=25, stock=10, truth=Truth(behaviour=_EAGER))


def _silent(_text: str) -> None:
    pass


@pytest.mark.django_db
def test_people_keep_begin_get_through_and_rate_and_an_editor_reads_most_words(
    aarhus: Municipality, tmp_path: Path
) -> None:
    add_person(aarhus, "Redaktør", Role.EDITOR)
    market.fill(at=moment(MONDAY, 6.0), today=moment(MONDAY, 6.0))
    told = running.run([aarhus], EAGER, progress=_silent)

    with working_for(aarhus.pk):
        acts = Counter(UseAct.objects.values_list("act", flat=True))
        assert acts["started"] == told.counts["offers_begun"] > 20
        assert acts["completed"] > 5
        assert KeptOffer.objects.exists()
        signed_in = UseAct.objects.filter(act="started").filter(
            offer_id__in=OfferUse.objects.filter(way__in=["oidc", "lti"]).values("offer_id")
        )
        # Each hand-over left a receipt.
        assert Receipt.objects.count() == signed_in.count()
        for use in OfferUse.objects.filter(completed_at__isnull=False):
            assert use.started_at < (use.completed_at or use.started_at)
        words = list(Rating.objects.exclude(words="").values_list("words", flat=True))
        assert len(set(words)) == len(words) > 3
        assert set(words) <= {one.words for one in sayings()}
        states = set(Rating.objects.exclude(words="").values_list("state", flat=True))
        assert states == {RatingState.WAITING, RatingState.SHOWN}
        helped = set(
            OfferUse.objects.filter(completed_at__isnull=False, offer__key__in=TRULY_HELP)
            .order_by()
            .values_list("citizen_id", flat=True)
        )
    people = record_of(aarhus).people
    assert set(people["citizen"][people["lifted"] > 0].tolist()) == helped
    truths.write_truth(tmp_path / "truth.json", [aarhus])
    (true,) = json.loads((tmp_path / "truth.json").read_text())["kommuner"]
    assert true["truly_help"] == list(TRULY_HELP)
    assert true["truth"]["effects"]["lesson"] == 1.08
    assert sum(day is not None for day in true["people"]["lifted"]) == len(helped)


@pytest.mark.django_db
def test_without_anything_on_the_shelves_nobody_takes_anything(aarhus: Municipality) -> None:
    running.run([aarhus], replace(EAGER, days=2), progress=_silent)

    assert not [kind for kind, _ in happened(aarhus) if kind.startswith("marketplace.")]


def test_one_who_is_lifted_leaves_more_often_by_exactly_that_factor() -> None:
    people = np.zeros(2, dtype=PERSON)
    people["born"], people["education"], people["danish"] = 725_000, 2, 2
    people["lifted"] = (0, 740_000)
    record = Record(truth=Truth(), target=2, people=people)
    none = np.zeros(2, dtype=np.bool_)
    today = behaving.look(record, day=739_900, weekday=1, month=9, has_list=none)

    usual, lifted = behaving.leaves(record, today, follows=none, tightness=1.0)

    weekly = [1 - (1 - one) ** 7 for one in (usual, lifted)]
    assert weekly[1] / weekly[0] == pytest.approx(Truth().effects.lesson)


def test_what_truly_helps_is_there_and_is_a_small_part() -> None:
    keys = {one.key for one in goods()}

    assert set(TRULY_HELP) <= keys
    assert len(TRULY_HELP) < len(keys) / 10
