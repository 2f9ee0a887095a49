# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the pages of the AI register show: cards, figures of the running version, states."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from jobunivers.foundation.places import queries as places
from jobunivers.trust import local, register, words
from jobunivers.trust.models import GroupFigure, ModelFigure
from jobunivers.trust.queries.by_use import UseTable, use_tables
from jobunivers.trust.queries.switches import State, SwitchRow, history_of, state_of
from jobunivers.trust.register import ModelCard


@dataclass(frozen=True, slots=True)
class FigureRow:
    """One figure in words: what it says, its interval, and what it is compared with."""

    name: str
    meaning: str
    dimension: str
    group: str
    value: float
    low: float | None
    high: float | None
    baseline: float | None
    measured_at: datetime
    command: str


@dataclass(frozen=True, slots=True)
class GroupFigures:
    """One figure for each group of a dimension."""

    dimension: str
    name: str
    rows: list[FigureRow]

    @property
    def meaning(self) -> str:
        """Return what the figure says, which is the same for each group."""
        return self.rows[0].meaning

    @property
    def has_baseline(self) -> bool:
        """Say whether any group's figure is compared with something."""
        return any(one.baseline is not None for one in self.rows)

    @property
    def measured_at(self) -> datetime:
        """Return when the newest of them was measured."""
        return max(one.measured_at for one in self.rows)


@dataclass(frozen=True, slots=True)
class Listed:
    """One line of the register."""

    card: ModelCard
    state: State
    measured: bool
    whole: ModelCard | None  # what it is a part of


@dataclass(frozen=True, slots=True)
class RegisterPage:
    """The whole register of a kommune."""

    models: list[Listed]
    any_on: bool  # of those that read of persons


@dataclass(frozen=True, slots=True)
class CardPage:
    """One model: its card, state, figures of the running version, and its use in the kommune."""

    card: ModelCard
    state: State
    figures: list[FigureRow]
    groups: list[GroupFigures]
    measured_before: str  # the newest version with figures, when the running one has none
    local: list[local.LocalFigure]
    used: list[UseTable]  # how good it was in real use, for each group
    whole: ModelCard | None  # what it is a part of


@dataclass(frozen=True, slots=True)
class SwitchPage:
    """One model's switch, for the administrator."""

    card: ModelCard
    state: State
    history: list[SwitchRow]


def register_page() -> RegisterPage:
    """Return all models with their state in the kommune worked for."""
    cards = register.cards()
    versions = ModelFigure.objects.order_by().values_list("code", "version").distinct()
    measured = set(versions)
    in_use = set(GroupFigure.objects.order_by().values_list("code", flat=True).distinct())
    by_code = {card.code: card for card in cards}
    models = [
        Listed(
            card,
            state_of(card.code),
            (card.code, card.version) in measured or card.code in in_use,
            by_code.get(card.part_of),
        )
        for card in cards
    ]
    return RegisterPage(models, any(one.state.on for one in models if one.card.inputs_person))


def card_page(code: str, *, at: datetime) -> CardPage:
    """Return all that is shown of a model.

    Raises:
        UnknownModel: there is none of that code.
    """
    card = register.card(code)
    whole = [register.card(card.part_of)] if card.part_of else []
    return _pages([card, *whole], [code], at=at)[0]


def card_pages(*, at: datetime) -> list[CardPage]:
    """Return all that is shown of every model, in the order of the register."""
    cards = register.cards()
    return _pages(cards, [card.code for card in cards], at=at)


def _pages(cards: Sequence[ModelCard], codes: Sequence[str], *, at: datetime) -> list[CardPage]:
    """Return the pages of those `codes`; of all of them each kind of row is asked for once."""
    known = {card.code: card for card in cards}
    figures, used = _figures_of([known[code] for code in codes]), use_tables(codes)
    found = []
    for code in codes:
        card, rows = known[code], figures[code]
        found.append(
            CardPage(
                card=card,
                state=state_of(code),
                figures=[row for row in rows if not row.dimension],
                groups=_grouped([row for row in rows if row.dimension]),
                measured_before="" if rows else _measured_before(card),
                local=local.figures(code, at=at),
                used=used[code],
                whole=known[card.part_of] if card.part_of else None,
            )
        )
    return found


def switch_page(code: str) -> SwitchPage:
    """Return a model's switch with its history.

    Raises:
        UnknownModel: there is none of that code, or none that can be switched.
    """
    card = register.card(code)
    if not card.has_switch:
        raise register.UnknownModel(code)
    return SwitchPage(card, state_of(code), history_of(code))


def _figures_of(cards: Sequence[ModelCard]) -> dict[str, list[FigureRow]]:
    """Return each model's newest figure of each name and group, of the version that runs."""
    runs = {card.code: card.version for card in cards}
    newest = (
        ModelFigure.objects.filter(code__in=runs, version__in=set(runs.values()))
        .order_by("code", "version", "name", "group", "-measured_at", "-pk")
        .distinct("code", "version", "name", "group")
    )
    found: dict[str, list[FigureRow]] = {code: [] for code in runs}
    for figure in newest:
        if figure.version == runs[figure.code]:
            found[figure.code].append(_row(figure))
    return found


def _row(figure: ModelFigure) -> FigureRow:
    dimension, _colon, group = figure.group.partition(":")
    name, meaning = words.figure(figure.name)
    return FigureRow(
        name=name,
        meaning=meaning,
        dimension=dimension,
        group=_group(dimension, group),
        value=figure.value,
        low=figure.low,
        high=figure.high,
        baseline=figure.baseline,
        measured_at=figure.measured_at,
        command=figure.command,
    )


def _group(dimension: str, value: str) -> str:
    if dimension == "kommune":
        area = places.kommune(value)
        return area.name if area else value
    return words.group(dimension, value)


def _grouped(rows: list[FigureRow]) -> list[GroupFigures]:
    found: dict[tuple[str, str], list[FigureRow]] = {}
    for row in rows:
        found.setdefault((row.dimension, row.name), []).append(row)
    order = list(words.DIMENSIONS)
    keys = sorted(found, key=lambda key: (order.index(key[0]), key[1]))
    return [GroupFigures(str(words.DIMENSIONS[key[0]]), key[1], found[key]) for key in keys]


def _measured_before(card: ModelCard) -> str:
    older = ModelFigure.objects.filter(code=card.code).order_by("-measured_at", "-pk")
    return older.values_list("version", flat=True).first() or ""
