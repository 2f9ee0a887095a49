# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What people do leads to a proposal with figures; a person takes it into use, and back."""

from collections.abc import Callable, Sequence
from copy import copy
from dataclasses import dataclass
from datetime import datetime, timedelta
from io import StringIO
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone
from numpy.typing import NDArray

from jobunivers.foundation.tenancy import working_for
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.identity.models import Person
from jobunivers.rooms.tailored import actions, queries
from jobunivers.rooms.tailored.actions.exploring import DESIGN
from jobunivers.rooms.tailored.actions.gathering import Gathered
from jobunivers.rooms.tailored.models import Artefact, ListShown, RecommendationRun
from jobunivers.rooms.tailored.queries import worlds
from jobunivers.rooms.tailored.queries.models import content_of, model_of
from jobunivers.rooms.tailored.queries.packing import packed_records
from jobunivers.rooms.tailored.tests.making import MANAGER, home, make_profile, recommend
from jobunivers.rooms.vacancies.actions.importing import lock_writers, next_changes, writing
from jobunivers.rooms.vacancies.models import Hidden, Star, Vacancy
from jobunivers.rooms.vacancies.tests.factories import make_vacancy
from jobunivers.science.counterfactual import DRAWN, EMPTY, plan_many
from jobunivers.science.matching import DEFAULT_MODEL, PARTS, RECORD, UNIT, Model, Weights
from jobunivers.trust import actions as trust
from jobunivers.trust.cards import matching as card

Follow = Callable[[], None]
NOW = timezone.now()
A_DAY = timedelta(days=1)
PLACES, POOL = 12, 28
# What these people really want: their own words and taste, hardly their old trade.
WANTED = np.array([0.04, 0.12, 0.1, 0.04, 0.3, 0.3, 0.04, 0.03, 0.03])
LEARNED = Model(
    "matching-2.2026-11-25-abcdef",
    Weights(0.2, 0.2, 0.2, 0.0, 0.1, 0.1, 0.1, 0.05, 0.05),
    Weights(0.1, 0.2, 0.1, 0.2, 0.1, 0.1, 0.1, 0.05, 0.05),
)


@dataclass(frozen=True)
class Shown:
    """A run that was shown, and the parts of what stood there."""

    run: RecommendationRun
    vacancies: NDArray[np.int64]
    values: NDArray[np.float64]


def jobs() -> list[int]:
    """Return advertisements alike: what stands in a run is all that learning reads of them."""
    first, rows = make_vacancy(), []
    with writing(None):
        lock_writers()
        for change in next_changes(PLACES + POOL - 1):
            row = copy(first)
            row.pk, row.source_key, row.change = None, f"alike-{change}", change
            rows.append(row)
        Vacancy.objects.bulk_create(rows)
    return [first.pk, *(row.pk for row in rows)]


def show(
    at: Municipality,
    people: Sequence[int],
    vacancies: Sequence[int],
    rng: np.random.Generator,
    *,
    shown_at: datetime = NOW - timedelta(days=2),
    last_rank: int = PLACES,
) -> list[Shown]:
    """Show each of the people a list by today's weights with chance in it, as the room does."""
    weights = DEFAULT_MODEL.at(0.5).astype(np.float64)
    many = len(people)
    values = rng.beta(1.5, 1.5, (many, PLACES + POOL, len(PARTS)))
    parts = np.floor(values * weights * UNIT + 0.5).astype(np.int16)
    best = np.argsort(-parts.sum(axis=2), axis=1, kind="stable")
    plans = plan_many(DESIGN, np.full(many, PLACES), np.full(many, POOL), rng)
    which = np.where(plans.ranks == DRAWN, PLACES + plans.drawn, plans.ranks)
    chosen = np.take_along_axis(best, which.astype(np.int64), axis=1)
    ids = np.array([rng.permutation(vacancies) for _ in people])
    records = np.zeros((many, PLACES), dtype=RECORD)
    records["vacancy"] = np.take_along_axis(ids, chosen, axis=1)
    records["contributions"][:, :, : len(PARTS)] = np.take_along_axis(
        parts, chosen[:, :, None], axis=1
    )
    records["score"] = records["contributions"].sum(axis=2)
    records["propensity"] = plans.propensity
    runs = [
        RecommendationRun(
            municipality=at,
            citizen_id=person,
            profile_version=1,
            model=DEFAULT_MODEL.version,
            day=NOW.date(),
            boldness=0.5,
            basis="profile",
            place="profile",
            person=b"",
            ranking=packed_records(records[row]),
            places=plans.ranks[row].astype(np.int16).tobytes(),
            pool=POOL,
            considered=PLACES + POOL,
            computed_at=shown_at - timedelta(hours=1),
            current=False,
        )
        for row, person in enumerate(people)
    ]
    with working_for(at.pk):
        RecommendationRun.objects.bulk_create(runs)
        ListShown.objects.bulk_create(
            ListShown(
                municipality=at,
                run_id=run.pk,
                citizen_id=run.citizen_id,
                at=shown_at,
                first_rank=1,
                last_rank=last_rank,
            )
            for run in runs
        )
    taken = np.take_along_axis(values, chosen[:, :, None], axis=1)
    return [Shown(run, records["vacancy"][row], taken[row]) for row, run in enumerate(runs)]


def react(at: Municipality, shown: Sequence[Shown], rng: np.random.Generator) -> None:
    """Let people look less the lower a thing stands, keep what they want, hide what they do not."""
    looks = np.power(np.arange(1, PLACES + 1), -0.7)
    keeps, hides = [], []
    for one in shown:
        liking = one.values @ WANTED - 0.5
        looked = rng.random(PLACES) < looks
        keep = looked & (rng.random(PLACES) < np.minimum(0.9, 0.25 * np.exp(9 * liking)))
        hide = looked & ~keep & (rng.random(PLACES) < np.minimum(0.9, 0.04 * np.exp(-9 * liking)))
        told = {"municipality": at, "citizen_id": one.run.citizen_id, "at": NOW - A_DAY}
        keeps += [Star(vacancy_id=pk, **told) for pk in one.vacancies[keep].tolist()]
        hides += [
            Hidden(vacancy_id=pk, reason="other", **told) for pk in one.vacancies[hide].tolist()
        ]
    with working_for(at.pk):
        Star.objects.bulk_create(keeps)
        Hidden.objects.bulk_create(hides)


def keep(at: Municipality, citizen: int, vacancy: int, *, moment: datetime) -> None:
    with working_for(at.pk):
        Star.objects.create(citizen_id=citizen, vacancy_id=int(vacancy), at=moment)


def gathered() -> Gathered:
    return actions.gather_logs(since=NOW - timedelta(days=90), until=NOW)


def proposed() -> Artefact:
    """Return a proposal that stands in the database, as the loop would have left it."""
    return Artefact.objects.create(
        kind="weights",
        version=LEARNED.version,
        content=content_of(LEARNED),
        facts={"acts": 700},
        made_at=NOW,
    )


def take(
    version: str = LEARNED.version, *, because: str = "Den er bedre", by: str = "Anne"
) -> None:
    call_command("use_weights", version, because=because, by=by, stdout=StringIO())


# Learning


def test_the_loop_proposes_weights_that_people_like_better_and_uses_nothing(
    aarhus: Municipality, odense: Municipality
) -> None:
    rng, vacancies = np.random.default_rng(5), jobs()
    for number, kommune in enumerate((aarhus, odense)):
        people = range(10_000 * number, 10_000 * number + 400)
        react(kommune, show(kommune, people, vacancies, rng), rng)
    out = StringIO()
    call_command("learn_weights", stdout=out)

    row = Artefact.objects.get(kind="weights")
    assert row.in_use_from is None
    assert queries.running_model().version == DEFAULT_MODEL.version
    assert f"Kept as a proposal: {row.version}. It is not in use." in out.getvalue()
    assert row.facts["worth_trying"]
    assert row.facts["lists"] == row.facts["people"] == 800
    today, better = (row.facts["value"][name]["snips"] for name in ("today", "proposed"))
    assert better["value"] > today["interval"][1]
    assert today["value"] == pytest.approx(row.facts["acts"] / 800, rel=0.1)
    hides = row.facts["hides"]
    assert hides["proposed"]["value"] < hides["today"]["value"]
    model = model_of(row.version)
    assert model is not None
    for end, before in ((model.safe, DEFAULT_MODEL.safe), (model.bold, DEFAULT_MODEL.bold)):
        assert end.taste > before.taste
        assert end.occupation < before.occupation
    assert model.safe.bridge == 0.0


def test_what_people_hide_makes_its_parts_count_less(aarhus: Municipality) -> None:
    rng, vacancies, skills = np.random.default_rng(15), jobs(), PARTS.index("skills")
    kept: list[Star] = []
    hides: list[Hidden] = []
    for one in show(aarhus, range(120), vacancies, rng):
        told = {"municipality": aarhus, "citizen_id": one.run.citizen_id, "at": NOW - A_DAY}
        worst = int(one.values[:, skills].argmax())
        liked = np.argsort(-(one.values @ DEFAULT_MODEL.at(0.5)))  # today's weights are right
        best = next(int(place) for place in liked if place != worst)
        kept.append(Star(vacancy_id=int(one.vacancies[best]), **told))
        hides.append(Hidden(vacancy_id=int(one.vacancies[worst]), reason="other", **told))
    with working_for(aarhus.pk):
        Star.objects.bulk_create(kept)
    without = learned_from(gathered())
    with working_for(aarhus.pk):
        Hidden.objects.bulk_create(hides)

    with_hides = learned_from(gathered())
    assert with_hides.safe.skills < without.safe.skills / 2
    assert with_hides.bold.skills < without.bold.skills / 2


def test_when_no_weights_explain_what_people_did_nothing_is_proposed(
    aarhus: Municipality,
) -> None:
    shown = show(aarhus, range(60), jobs(), np.random.default_rng(16))
    for one in shown:  # they keep what has least of everything
        least = one.vacancies[one.values.sum(axis=1).argmin()]
        keep(aarhus, one.run.citizen_id, least, moment=NOW - A_DAY)

    with pytest.raises(CommandError, match="No other weights explain"):
        call_command("learn_weights", least=50, stdout=StringIO())
    assert not Artefact.objects.filter(kind="weights").exists()


def learned_from(found: Gathered) -> Model:
    return actions.propose_weights(gathered=found, least=100, at=NOW).model


def test_with_too_little_nothing_is_proposed_and_it_says_how_much_there_is(
    aarhus: Municipality,
) -> None:
    rng, vacancies = np.random.default_rng(6), jobs()
    shown = show(aarhus, range(30), vacancies, rng)
    for one in shown[:3]:
        keep(aarhus, one.run.citizen_id, one.vacancies[0], moment=NOW - A_DAY)

    with pytest.raises(CommandError, match="30 of 500 lists, 3 of 500 acts, 30 of 50 people"):
        call_command("learn_weights", stdout=StringIO())
    with pytest.raises(CommandError, match="30 of 20 lists, 3 of 20 acts, 30 of 2 people"):
        call_command("learn_weights", least=20, stdout=StringIO())
    assert not Artefact.objects.filter(kind="weights").exists()


def test_nobody_alone_decides_however_much_she_does(aarhus: Municipality) -> None:
    rng, vacancies = np.random.default_rng(7), jobs()
    shown = show(aarhus, [1] * 30, vacancies, rng)
    for pk in vacancies[:PLACES]:
        keep(aarhus, 1, pk, moment=NOW - A_DAY)
    assert shown

    with pytest.raises(CommandError, match="1 of 2 people"):
        call_command("learn_weights", least=10, stdout=StringIO())


def test_an_act_counts_when_it_came_after_the_list_and_within_a_week(
    aarhus: Municipality,
) -> None:
    rng, day = np.random.default_rng(8), A_DAY
    (one,) = show(aarhus, [1], jobs(), rng, shown_at=NOW - 20 * day)
    for place, moment in enumerate((NOW - 21 * day, NOW - 19 * day, NOW - 12 * day)):
        keep(aarhus, 1, one.vacancies[place], moment=moment)

    found = gathered()
    assert np.flatnonzero(found.logs.acts[0]).tolist() == [1]
    # What she had decided about before she saw the list is no part of the question.
    assert np.flatnonzero(found.logs.ranks[0] == EMPTY).tolist() == [0]


def test_an_act_on_what_was_not_on_her_screen_is_not_laid_to_the_list(
    aarhus: Municipality,
) -> None:
    rng = np.random.default_rng(9)
    (one,) = show(aarhus, [1], jobs(), rng, last_rank=6)
    keep(aarhus, 1, one.vacancies[5], moment=NOW - A_DAY)
    keep(aarhus, 1, one.vacancies[6], moment=NOW - A_DAY)

    assert np.flatnonzero(gathered().logs.acts[0]).tolist() == [5]


def test_an_act_belongs_to_the_last_list_it_was_seen_in(aarhus: Municipality) -> None:
    rng, vacancies, day = np.random.default_rng(10), jobs(), A_DAY
    (first,) = show(aarhus, [1], vacancies, rng, shown_at=NOW - 4 * day)
    (second,) = show(aarhus, [1], vacancies, rng, shown_at=NOW - 2 * day)
    in_both = sorted(set(first.vacancies.tolist()) & set(second.vacancies.tolist()))
    keep(aarhus, 1, in_both[0], moment=NOW - day)

    found = gathered()
    assert found.logs.acts.sum(axis=1).tolist() == [0, 1]
    assert found.people == 1


def test_the_values_are_those_that_gave_the_contributions(aarhus: Municipality) -> None:
    shown = show(aarhus, range(3), jobs(), np.random.default_rng(11))
    found = gathered()
    for row, one in enumerate(shown):
        assert found.values[row] == pytest.approx(one.values, abs=0.01)


def test_lists_without_chance_or_of_forgotten_weights_are_counted_and_left_out(
    aarhus: Municipality,
) -> None:
    rng, vacancies = np.random.default_rng(12), jobs()
    plain, old, _ = show(aarhus, range(3), vacancies, rng)
    with working_for(aarhus.pk):
        RecommendationRun.objects.filter(pk=plain.run.pk).update(places=b"", pool=0)
        RecommendationRun.objects.filter(pk=old.run.pk).update(model="matching-2.lost")

    found = gathered()
    assert len(found.logs.ranks) == 1
    assert found.left_out == {"of weights that are not kept": 1, "without chance in them": 1}


def test_each_kommune_is_read_under_its_own_lock(
    aarhus: Municipality, odense: Municipality
) -> None:
    rng, vacancies = np.random.default_rng(13), jobs()
    (mine,) = show(aarhus, [1], vacancies, rng)
    with working_for(odense.pk):  # somebody there names a run that is not theirs
        ListShown.objects.create(
            run_id=mine.run.pk, citizen_id=1, at=NOW - A_DAY, first_rank=1, last_rank=9
        )
    keep(odense, 1, mine.vacancies[0], moment=NOW - timedelta(hours=9))

    found = gathered()
    assert found.logs.ranks.shape == (1, PLACES)
    assert not found.logs.acts.any()


def test_a_kommune_that_has_switched_the_model_off_is_left_alone(
    aarhus: Municipality, anne: Person
) -> None:
    show(aarhus, range(2), jobs(), np.random.default_rng(14))
    with working_for(aarhus.pk):
        trust.switch(actor_id=anne.pk, code="matching", on=False, reason="Prøve", at=NOW)

    assert len(gathered().logs.ranks) == 0


# Taking into use


def test_a_proposal_is_taken_into_use_and_back_and_both_are_remembered(
    aarhus: Municipality,
) -> None:
    proposed()
    take()
    assert queries.running_model().version == LEARNED.version
    shown = card.card()
    assert shown.version == shown.versions[-1].code == LEARNED.version
    assert "lært af, hvad mange borgere" in str(shown.made_from)
    assert card.running().weights["bridge"] == (0.0, 0.2)

    take("matching-2", because="Klager", by="Omar")
    assert queries.running_model().version == card.card().versions[-1].code == "matching-2"
    assert "ikke trænet" in str(card.card().made_from)
    take()
    row = Artefact.objects.get(kind="weights")
    assert row.in_use_to is None
    assert row.facts["acts"] == 700
    assert [(one["by"], one["because"], one["to"]) for one in row.facts["history"]] == [
        ("Anne", "Den er bedre", LEARNED.version),
        ("Omar", "Klager", "matching-2"),
        ("Anne", "Den er bedre", LEARNED.version),
    ]


@pytest.mark.parametrize(
    ("version", "because", "by", "said"),
    [
        ("matching-3", "Den er bedre", "Anne", "no weights called 'matching-3'"),
        (LEARNED.version, "  ", "Anne", "Say why"),
        (LEARNED.version, "Den er bedre", "", "who you are"),
        ("matching-2", "Den er bedre", "Anne", "in use already"),
    ],
)
def test_what_cannot_be_taken_into_use_is_refused_and_changes_nothing(
    db: None, version: str, because: str, by: str, said: str
) -> None:
    proposed()
    with pytest.raises(CommandError, match=said):
        take(version, because=because, by=by)
    assert queries.running_model().version == "matching-2"
    assert "history" not in Artefact.objects.get(kind="weights").facts


def test_every_process_follows_with_the_next_minute_and_old_answers_can_be_made_again(
    kirsten: Person, index: Follow, settings: Any
) -> None:
    vacancy = make_vacancy("Lagerchef", occupation_uri=MANAGER, isco="1324")
    index()
    make_profile(kirsten)
    before = recommend(kirsten)
    elsewhere = worlds._Holder(Path(settings.MATCHING_FOLDER))  # another process
    assert model_there(elsewhere) == "matching-2"
    proposed()
    take()
    actions.bring_world_up_to_date(at=timezone.now())
    elsewhere.forget()  # half a second later
    assert model_there(elsewhere) == LEARNED.version
    learned = recommend(kirsten)
    take("matching-2")
    actions.bring_world_up_to_date(at=timezone.now())

    assert recommend(kirsten).model == "matching-2"
    assert (before.model, learned.model) == ("matching-2", LEARNED.version)
    with working_for(home(kirsten)):
        for run in (before, learned):
            again = queries.made_again(run=run, vacancy_id=vacancy.pk)
            assert again is not None
            assert again.same


def model_there(process: worlds._Holder) -> str:
    loaded = process.get()
    assert loaded is not None
    return loaded.world.model.version
