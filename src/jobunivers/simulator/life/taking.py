# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What citizens do on the shelves in a day: keep, plan, begin, get through, and rate.

It draws from a lot of its own, so that a day without a market is the day it always was.
"""

import contextlib
from dataclasses import dataclass
from datetime import datetime, timedelta

import numpy as np

from jobunivers.foundation.things import Pointer
from jobunivers.identity import queries as identity
from jobunivers.identity.models import Role
from jobunivers.rooms.launching.actions import agree, keep_receipt
from jobunivers.rooms.launching.queries.terms import terms_of
from jobunivers.rooms.marketplace import actions, queries
from jobunivers.rooms.marketplace.queries import Kind, Offer
from jobunivers.rooms.marketplace.queries.ratings import words_to_read
from jobunivers.rooms.plan import actions as plan
from jobunivers.simulator import truth as true
from jobunivers.simulator.life.scene import Scene, moment
from jobunivers.simulator.liking import A_DAY, AT_ONCE, NO_END, STARS, chances
from jobunivers.simulator.market_words import Said, sayings
from jobunivers.simulator.truth import TRULY_HELP

_THING = "offer"  # as the plan points at it
_LOT = 7310  # keeps this lot apart from the day's own
_GIVES_UP_AFTER = 21  # days
_EDITOR_READS_AFTER = timedelta(days=3)


@dataclass(frozen=True, slots=True)
class _Thing:
    """What can be taken: as much of an offer as a choice needs."""

    pk: int
    key: str
    kind: str
    minutes: int


@dataclass(slots=True)
class _Shop:
    """The shelves of a day and the lot that is drawn from."""

    scene: Scene
    rng: np.random.Generator
    things: list[_Thing]
    chances: np.ndarray  # by how used to screens she is, and thing
    unsaid: list[Said]

    def happens(self, chance: float) -> bool:
        """Say whether something of this chance happens."""
        return bool(self.rng.random() < chance)


def take(scene: Scene) -> None:
    """Let those who logged in use what stands on the kommune's shelves; nothing if nothing does."""
    shop = _open(scene)
    if shop is None:
        return
    takes = true.takes_offers(scene.truth, scene.people["readiness"])
    for row, at in scene.logins.items():
        if scene.people["using"][row]:
            _go_on(shop, row, at)
        elif shop.happens(float(takes[row])):
            _begin(shop, row, at + timedelta(minutes=4))
        elif shop.happens(scene.truth.behaviour.keeps_offers):
            _keep(shop, row, at)
    _let_editor_read(scene)


def _keep(shop: _Shop, row: int, at: datetime) -> None:
    citizen, offer = int(shop.scene.people["citizen"][row]), _offer(_chosen(shop, row))
    actions.keep(citizen_id=citizen, offer=offer, at=at)
    _plan(shop, citizen, offer, begun=False, at=at + timedelta(minutes=1))


def _plan(shop: _Shop, citizen: int, offer: Offer, *, begun: bool, at: datetime) -> None:
    """Let her put it into her plan, perhaps; what stands there already stays."""
    if not shop.happens(shop.scene.truth.behaviour.plans_offers):
        return
    hers = plan.herself(citizen)
    with contextlib.suppress(plan.AlreadyPlanned, plan.NoSuchThing):
        made = plan.add_thing(
            citizen_id=citizen, pointer=Pointer(_THING, offer.pk), actor=hers, language="da", at=at
        )
        shop.scene.count("offers_planned", 1)
        if begun:
            plan.set_state(activity=made, state=plan.ActivityState.BEGUN, actor=hers, at=at)


def _open(scene: Scene) -> _Shop | None:
    """Return the shelves of the day; None while nothing stands on them."""
    standing = queries.standing_ids(None, at=moment(scene.day, 9.0))
    if not standing or not scene.logins:
        return None
    rows = queries.on_offer().filter(pk__in=standing).order_by("key", "pk")
    read = rows.values_list("pk", "key", "kind", "current__minutes")
    things = [_Thing(pk, key, kind, minutes or NO_END) for pk, key, kind, minutes in read]
    said = set(words_to_read(state="waiting").values_list("words", flat=True))
    said |= set(words_to_read(state="shown").values_list("words", flat=True))
    return _Shop(
        scene=scene,
        rng=np.random.default_rng([scene.seed, int(scene.code), scene.ordinal, _LOT]),
        things=things,
        chances=chances([one.kind for one in things]),
        unsaid=[one for one in sayings() if one.words not in said],
    )


def _chosen(shop: _Shop, row: int) -> _Thing:
    band = true.readiness_band(shop.scene.people["readiness"][[row]])[0]
    return shop.things[int(shop.rng.choice(len(shop.things), p=shop.chances[band]))]


def _offer(thing: _Thing) -> Offer:
    found = queries.offer(thing.pk)
    assert found is not None  # it stood on a shelf a moment ago
    return found


def _begin(shop: _Shop, row: int, at: datetime) -> None:
    """Let her open something; what is short she may get through at once."""
    scene, thing = shop.scene, _chosen(shop, row)
    citizen, offer = int(scene.people["citizen"][row]), _offer(thing)
    if offer.current is None:
        return
    key = f"sim:{citizen}:{thing.pk}:{scene.ordinal}"
    way = queries.Way(offer.current.way)
    if way in {queries.Way.OIDC, queries.Way.LTI}:
        # She is asked before anything is handed over; who begins has said yes.
        handed = agree(citizen_id=citizen, offer=offer, terms=terms_of(offer), at=at)
        keep_receipt(citizen_id=citizen, offer=offer, handed=handed, at=at)
    actions.shown(citizen_id=citizen, offer=offer, key=f"{key}:seen", at=at)
    actions.start(citizen_id=citizen, offer=offer, way=way, key=key, at=at)
    scene.count("offers_begun", 1)
    if thing.minutes <= AT_ONCE and shop.happens(scene.truth.behaviour.gets_through):
        _through(shop, row, thing, offer, at + timedelta(minutes=max(6, thing.minutes)))
    elif thing.kind != Kind.JOB_BOARD:
        scene.people["using"][row] = thing.pk
        scene.people["using_since"][row] = scene.ordinal
        _plan(shop, citizen, offer, begun=True, at=at + timedelta(minutes=1))


def _go_on(shop: _Shop, row: int, at: datetime) -> None:
    """Let her come further with what she is in the middle of, get through it, or let it be."""
    scene, person = shop.scene, shop.scene.people[row]
    thing = next((one for one in shop.things if one.pk == int(person["using"])), None)
    days = scene.ordinal - int(person["using_since"])
    if thing is None or days > max(_GIVES_UP_AFTER, thing.minutes // A_DAY * 2):
        person["using"] = 0
        return
    offer, citizen = _offer(thing), int(person["citizen"])
    share = min(0.9, (days + 1) * A_DAY / max(thing.minutes, 1))
    if share >= 0.9 and shop.happens(scene.truth.behaviour.gets_through):
        person["using"] = 0
        _through(shop, row, thing, offer, at + timedelta(minutes=20))
    else:
        actions.progress(citizen_id=citizen, offer=offer, share=share, score=None, at=at)


def _through(shop: _Shop, row: int, thing: _Thing, offer: Offer, at: datetime) -> None:
    """Note that she is through; it helps if it is one that truly does, and she may rate it."""
    scene, ways = shop.scene, shop.scene.truth.behaviour
    citizen = int(scene.people["citizen"][row])
    if thing.kind != Kind.JOB_BOARD:
        score = round(float(shop.rng.uniform(0.5, 1.0)), 2) if thing.kind == Kind.LESSON else None
        key = f"sim:{citizen}:{thing.pk}:{scene.ordinal}:done"
        actions.complete(citizen_id=citizen, offer=offer, key=key, at=at, score=score)
        scene.count("offers_done", 1)
        # The past is lived without the worker, who follows what she is through with.
        plan.done_by_offer(citizen_id=citizen, offer_id=offer.pk, at=at)
        if thing.key in TRULY_HELP:
            scene.people["lifted"][row] = scene.ordinal + scene.truth.effects.lesson_days
    if shop.happens(ways.rates_offers):
        stars, words = _opinion(shop, thing)
        actions.rate(
            citizen_id=citizen, offer=offer, stars=stars, words=words,
            at=at + timedelta(minutes=2),
        )  # fmt: skip


def _opinion(shop: _Shop, thing: _Thing) -> tuple[int, str]:
    """Return stars and words; words nobody has said before, or none."""
    mine = [one for one in shop.unsaid if thing.key in one.of]
    mine = mine or [one for one in shop.unsaid if thing.kind in one.kinds]
    if mine and shop.happens(shop.scene.truth.behaviour.writes_words):
        said = mine[int(shop.rng.integers(len(mine)))]
        shop.unsaid.remove(said)
        return said.stars, said.words
    stars, shares = zip(*STARS, strict=True)
    return int(shop.rng.choice(stars, p=shares)), ""


def _let_editor_read(scene: Scene) -> None:
    """Let the kommune's editor show the words that have waited for some days."""
    at = moment(scene.day, 14.0)
    waiting = list(words_to_read().filter(at__lt=at - _EDITOR_READS_AFTER).order_by("pk"))
    editors = identity.staff_of(roles=(Role.EDITOR,)) if waiting else []
    for one in waiting if editors else []:
        actions.show_words(rating=one, version=one.version, actor_id=editors[0][0], at=at)
