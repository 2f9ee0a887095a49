# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""From what people do to better weights: proposed with figures, taken into use by a person."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

import numpy as np
from django.db import transaction
from django.utils import timezone
from numpy.typing import NDArray

from jobunivers.rooms.tailored.actions.artefacts import WEIGHTS, in_use, take_into_use
from jobunivers.rooms.tailored.actions.gathering import Gathered
from jobunivers.rooms.tailored.models import Artefact
from jobunivers.rooms.tailored.queries.models import content_of, model_in_use
from jobunivers.science.counterfactual import (
    Bias,
    Learned,
    Logs,
    Policy,
    estimate,
    learn_weights,
    position_bias,
)
from jobunivers.science.matching import DEFAULT_MODEL, UNIT, Model, Weights

_METHODS = ("ips", "snips", "dr")
_BINS = 10
# Each place has its own number when so many acts a place were seen; else one number for all.
_ENOUGH_FOR_EACH = 100
# One in so many of the least acts must be another person: nobody's taste decides for all.
_ACTS_A_PERSON = 10
_BOLDNESS_STEPS = 100

Doubles = NDArray[np.float64]


class TooLittle(Exception):  # noqa: N818 - it reads as what happened
    """There is too little to learn from: `there` and `needed` say of what, and how much."""

    def __init__(self, there: Mapping[str, int], needed: Mapping[str, int]) -> None:
        super().__init__(f"there are {dict(there)}, needed are {dict(needed)}")
        self.there, self.needed = there, needed


class NothingLearned(Exception):  # noqa: N818
    """No weights explain what people did better than today's: there is nothing to propose."""


class NotPossible(Exception):  # noqa: N818
    """These weights cannot be taken into use; the message says why."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """Weights that may be better than those in use, and what is known about them."""

    model: Model
    present: Model
    facts: dict[str, Any]


def propose_weights(*, gathered: Gathered, least: int, at: datetime) -> Proposal:
    """Learn weights and keep them as a proposal; nothing is put into use.

    Raises TooLittle below `least` acts, as many lists, and a tenth as many people; NothingLearned
    where no weights are nearer to what people did than those in use.
    """
    _check_enough(gathered, least)
    present = model_in_use()
    bias = _bias(gathered)
    learned = _learn(gathered, present, bias.theta)
    model = _named(_moved(present, learned), at)
    if (model.safe, model.bold) == (present.safe, present.bold):
        raise NothingLearned
    told = _figures(gathered, present, bias, learned)
    told["against"] = present.version
    row, _ = Artefact.objects.get_or_create(
        kind=WEIGHTS,
        version=model.version,
        defaults={"content": content_of(model), "facts": told, "made_at": at},
    )
    return Proposal(model, present, row.facts)


def use_weights(*, version: str, because: str, by: str, at: datetime) -> Model:
    """Take a proposal into use, or go back to what came with the program; return the model.

    Who, why and when is kept with what was taken in and with what it replaced. Raises NotPossible
    for an unknown version, one that is in use already, and without a reason or a name.
    """
    because, by = because.strip(), by.strip()
    if not because or not by:
        raise NotPossible("Say why (because) and who you are (by): both are kept.")
    with transaction.atomic():
        rows = Artefact.objects.select_for_update().filter(kind=WEIGHTS).order_by("pk")
        known = {row.version: row for row in rows}
        old = in_use(WEIGHTS)
        before = old.version if old is not None else DEFAULT_MODEL.version
        if version not in known and version != DEFAULT_MODEL.version:
            raise NotPossible(f"There are no weights called {version!r}.{_others(known)}")
        if version == before:
            raise NotPossible(f"{version} is in use already.")
        said = {"at": at.isoformat(), "by": by, "because": because, "from": before, "to": version}
        for row in {before, version} & set(known):
            _remember(known[row], said)
        if version == DEFAULT_MODEL.version:
            Artefact.objects.filter(kind=WEIGHTS, version=before).update(in_use_to=at)
        else:
            take_into_use(WEIGHTS, version, b"", facts={}, at=at)
        return model_in_use()


def _others(known: Mapping[str, Artefact]) -> str:
    names = ", ".join([DEFAULT_MODEL.version, *sorted(known)])
    return f" Known are: {names}."


def _remember(row: Artefact, said: dict[str, str]) -> None:
    row.facts = row.facts | {"history": [*row.facts.get("history", []), said]}
    row.save(update_fields=["facts"])


def _check_enough(gathered: Gathered, least: int) -> None:
    there = {
        "lists": len(gathered.logs.ranks),
        "acts": int(gathered.logs.acts.sum()),
        "people": gathered.people,
    }
    needed = {"lists": least, "acts": least, "people": max(least // _ACTS_A_PERSON, 2)}
    if any(there[what] < needed[what] for what in needed):
        raise TooLittle(there, needed)


def _bias(gathered: Gathered) -> Bias:
    """Return how likely she looks at each place; hiding needs looking as much as keeping."""
    logs = replace(gathered.logs, acts=gathered.logs.acts | gathered.hidden)
    many = int(logs.acts.sum()) >= _ENOUGH_FOR_EACH * logs.places
    return position_bias(logs, "free" if many else "power")


def _learn(gathered: Gathered, present: Model, theta: Doubles) -> Learned:
    """Return learned weights; what she hid counts as what everything else should stand above.

    A hidden thing is an act in the mirrored list (1 − each value): the pair "hidden, other" then
    says that the other was better, with the same care for places.
    """
    logs = gathered.logs
    mirrored = gathered.of(np.any(gathered.hidden, axis=1, keepdims=False))
    both = Logs(
        logs.design,
        np.concatenate([logs.ranks, mirrored.logs.ranks]),
        np.concatenate([logs.propensity, mirrored.logs.propensity]),
        np.concatenate([logs.acts, mirrored.hidden]),
        np.concatenate([logs.lengths, mirrored.logs.lengths]),
        np.concatenate([logs.pools, mirrored.logs.pools]),
        np.concatenate([logs.people, mirrored.logs.people]),
    )
    values = np.concatenate([gathered.values, 1 - mirrored.values])
    start = _weights_of(present, gathered).mean(axis=0)
    return learn_weights(both, values, start, theta)


def _weights_of(model: Model, gathered: Gathered) -> Doubles:
    """Return the weights at each list's boldness: float64[L, P]."""
    steps = np.rint(gathered.boldness * _BOLDNESS_STEPS).astype(np.int64)
    return model.table()[steps].astype(np.float64) / UNIT


def _moved(present: Model, learned: Learned) -> Model:
    """Return the model with both ends moved alike: each weight times learned / present.

    What does not count at the safe end still does not; each end adds up to 1 again.
    """
    none = np.ones_like(learned.start)
    factor = np.divide(learned.weights, learned.start, out=none, where=learned.start > 0)
    return Model("", _end(present.safe, factor), _end(present.bold, factor))


def _end(end: Weights, factor: Doubles) -> Weights:
    shares = end.as_array() * factor
    if not shares.sum() > 0:
        return end
    whole = np.rint(shares / shares.sum() * UNIT)
    whole[whole.argmax()] += UNIT - whole.sum()
    return Weights(*(whole / UNIT).tolist())


def _named(model: Model, at: datetime) -> Model:
    mark = hashlib.sha256(content_of(model)).hexdigest()[:6]
    return replace(model, version=f"{DEFAULT_MODEL.version}.{timezone.localdate(at)}-{mark}")


# What it would be worth


def _figures(gathered: Gathered, present: Model, bias: Bias, learned: Learned) -> dict[str, Any]:
    logs, theta = gathered.logs, bias.theta
    crossed = _crossed(gathered, present, theta)
    now = _weights_of(present, gathered)
    guess = _predicted(gathered, _scores(gathered, crossed), theta)
    hides = replace(logs, acts=gathered.hidden)
    policies = {
        "today": _policy(gathered, now, guess),
        "proposed": _policy(gathered, crossed, guess),
    }
    return {
        "lists": len(logs.ranks),
        "people": gathered.people,
        "acts": int(logs.acts.sum()),
        "hidden": int(gathered.hidden.sum()),
        "left_out": gathered.left_out,
        "bias": {"theta": _rounded(theta), "low": _rounded(bias.low), "high": _rounded(bias.high)},
        "value": {
            name: {method: _told(logs, policy, theta, method) for method in _METHODS}
            for name, policy in policies.items()
        },
        "hides": {name: _told(hides, one, theta, "snips") for name, one in policies.items()},
        "order": {
            "before": round(learned.before, 4),
            "after": round(learned.after, 4),
            "gain": round(learned.gain, 4),
            "interval": _rounded(np.array(learned.interval)),
        },
        "worth_trying": learned.worth_trying,
    }


def _told(logs: Logs, policy: Policy, theta: Doubles, method: Any) -> dict[str, Any]:
    found = estimate(logs, policy, theta, method)
    return {
        "value": round(found.value, 4),
        "interval": _rounded(np.array(found.interval)),
        "support": round(found.support, 4),
    }


def _rounded(values: Doubles) -> list[float]:
    return [round(float(value), 4) for value in values]


def _crossed(gathered: Gathered, present: Model, theta: Doubles) -> Doubles:
    """Return for each list the weights that the other half of the people teaches: float64[L, P].

    So what learning is worth is never judged by those who taught it.
    """
    found = _weights_of(present, gathered)
    half = gathered.logs.people % 2 == 0
    for judges in (half, ~half):
        teachers = gathered.of(~judges)
        if (teachers.logs.acts | teachers.hidden).any():
            taught = _moved(present, _learn(teachers, present, theta))
            found[judges] = _weights_of(taught, gathered.of(judges))
    return found


def _scores(gathered: Gathered, weights: Doubles) -> Doubles:
    """Return the score, of 1, of each thing of her own list, in its first order: float64[L, N].

    What chance had put away is not known: it is taken to lie between its neighbours. After the
    end of a list the score is −inf.
    """
    shown = np.einsum("lnp,lp->ln", gathered.values, weights) + gathered.prices
    found = np.full(shown.shape, -np.inf)
    for row, (ranks, length) in enumerate(
        zip(gathered.logs.ranks, gathered.logs.lengths.tolist(), strict=True)
    ):
        own = np.flatnonzero(ranks >= 0)
        own = own[np.argsort(ranks[own])]
        known = shown[row, own] if len(own) else [0.0]
        found[row, :length] = np.interp(np.arange(length), ranks[own] if len(own) else [0], known)
    return found


def _policy(gathered: Gathered, weights: Doubles, guess: Doubles) -> Policy:
    """Return how these weights would order her own list.

    What stood further down is left out: a drawn thing says nothing of what else it would meet
    there. So what other weights would bring up from below is not counted in their favour.
    """
    ranks, most = gathered.logs.ranks, gathered.logs.places
    order = np.argsort(-_scores(gathered, weights), axis=1, kind="stable")
    column = np.broadcast_to(np.arange(1, most + 1)[None, :], order.shape)
    places = np.zeros(order.shape, dtype=np.int64)
    np.put_along_axis(places, order, column, axis=1)
    at = np.clip(ranks, 0, most - 1)
    own = ranks >= 0
    return Policy(
        np.where(own, np.take_along_axis(places, at, axis=1), 0),
        gathered.logs.lengths,
        np.where(own, np.take_along_axis(guess, at, axis=1), 0.0),
        np.take_along_axis(guess, order, axis=1),
    )


def _predicted(gathered: Gathered, scores: Doubles, theta: Doubles) -> Doubles:
    """Return how likely an act is once looked at, told by tenths of the score.

    Float64[L, N] as `scores`: of each thing of her own list, in its first order.
    """
    logs, own = gathered.logs, gathered.logs.ranks >= 0
    there = np.isfinite(scores)
    edges = np.quantile(scores[there], np.linspace(0, 1, _BINS + 1)[1:-1])
    bins = np.searchsorted(edges, scores)
    at = np.take_along_axis(bins, np.clip(logs.ranks, 0, logs.places - 1), axis=1)[own]
    acted = np.bincount(at, logs.acts[own], _BINS)
    looked = np.broadcast_to(theta[None, : logs.places], own.shape)[own]
    rates = np.clip(acted / np.maximum(np.bincount(at, looked, _BINS), 1e-9), 0.0, 1.0)
    found: Doubles = np.where(there, rates[bins], 0.0)
    return found
