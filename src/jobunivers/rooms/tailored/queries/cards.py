# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the AI register says of the models that run in this room: numbers as they are now.

The words stand in `trust.cards`; here are the numbers that only this room knows.
"""

from functools import partial

from django.utils import timezone

from jobunivers.rooms.tailored.models import Artefact, Night
from jobunivers.rooms.tailored.queries.figures import TREND_DAYS, newest
from jobunivers.rooms.tailored.queries.models import WEIGHTS, model_in_use
from jobunivers.science.counterfactual import Design
from jobunivers.trust import register
from jobunivers.trust.cards import demand, exploration, matching, meaning, spreading
from jobunivers.trust.register import ModelCard, Provider

_MEANING = "meaning"
_FIGURES = ("fit_kept", "shown_once", "shown_five_times", "gini")


def register_cards(*, design: Design, list_length: int) -> None:
    """Put the parts of matching that run here in the register; said once, in `apps.py`.

    `design` and `list_length` are those that lists are made with.
    """
    cards: dict[str, Provider] = {
        meaning.CODE: meaning_card,
        spreading.CODE: partial(spreading_card, list_length),
        demand.CODE: demand_card,
        exploration.CODE: partial(exploration_card, design, list_length),
    }
    for code, card in cards.items():
        register.register(code, card, part_of=matching.CODE)


def meaning_card() -> ModelCard:
    """Return the card of the vectors of text in use."""
    rows = Artefact.objects.filter(kind=_MEANING, in_use_from__isnull=False, in_use_to=None)
    row = rows.defer("content").order_by("pk").first()
    if row is None or row.in_use_from is None:
        return meaning.card(None)
    since = timezone.localdate(row.in_use_from)
    return meaning.card(meaning.Running(row.version, int(row.facts.get("texts", 0)), since))


def spreading_card(list_length: int) -> ModelCard:
    """Return the card of spreading with the newest night that made anybody's list."""
    return spreading.card(list_length=list_length, night=_last_night())


def _last_night() -> spreading.Night | None:
    """Return the newest night with all its figures; None before the first."""
    nights = Night.objects.filter(finished_at__isnull=False, facts__has_keys=_FIGURES)
    night = nights.order_by("-started_at", "-pk").first()
    if night is None:
        return None
    figures = {name: float(night.facts[name]) for name in _FIGURES}
    return spreading.Night(timezone.localdate(night.started_at), night.people, **figures)


def demand_card() -> ModelCard:
    """Return the card of the labour market's figures with the day of the newest."""
    figures = newest()
    return demand.card(trend_days=TREND_DAYS, day=figures.day if figures else None)


def exploration_card(design: Design, list_length: int) -> ModelCard:
    """Return the card of chance in lists: how much there is, and what has been learned."""
    proposed = Artefact.objects.filter(kind=WEIGHTS, in_use_from=None).count()
    now = exploration.Running(
        share=design.share,
        swap=design.swap,
        list_length=list_length,
        weights=model_in_use().version,
        proposed=proposed,
    )
    return exploration.card(now)
