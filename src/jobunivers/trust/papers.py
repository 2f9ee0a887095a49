# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""A model's documentation for people to read: headings of the law, each with its lines.

The same as `exporting` gives as data. What is not there says so.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext

from jobunivers.foundation.ui import wording
from jobunivers.trust.queries import CardPage, FigureRow
from jobunivers.trust.register import Input, ModelCard


@dataclass(frozen=True, slots=True)
class Heading:
    """One heading with its paragraph of law, and what stands below it."""

    name: str
    law: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Paper:
    """One model: its card, and the headings."""

    card: ModelCard
    state: str
    headings: tuple[Heading, ...]


def paper(page: CardPage) -> Paper:
    """Return a model's documentation under the headings of the law."""
    card = page.card
    state = gettext("Slået til")
    if not page.state.on and page.state.since is not None:
        since = {"when": wording.day_year(page.state.since.date())}
        state = gettext("Slået fra siden %(when)s") % since
    return Paper(card, state, (*_employment_order(card), *_ai_act(page)))


def _heading(name: str, law: str, lines: Iterable[object]) -> Heading:
    said = tuple(str(one) for one in lines)
    return Heading(name, law, said or (gettext("Ikke lavet endnu."),))


def _employment_order(card: ModelCard) -> list[Heading]:
    order = "BEK 101/2026"
    decides = gettext("Den afgør ikke noget. Et menneske bestemmer.")
    return [
        _heading(gettext("Formål"), f"{order} § 2, stk. 1", [card.purpose, card.kind]),
        _heading(
            gettext("Ingen afgørelse alene ved computer"), f"{order} § 1, stk. 6",
            [decides, *card.oversight],
        ),
        _heading(gettext("Sådan bliver den brugt"), f"{order} § 2, stk. 1", card.how),
        _heading(
            gettext("Oplysninger om personen, og hvor de kommer fra"), f"{order} § 2, stk. 1",
            _inputs(card.inputs_person) or [gettext("Ingen.")],
        ),
        _heading(
            gettext("Bruges aldrig"), f"{order} § 2, stk. 2",
            [", ".join(str(one) for one in card.never_used)] if card.never_used else [],
        ),
        _heading(gettext("Sådan ser personen, at det er AI"), f"{order} § 2, stk. 4", [card.shown]),
    ]  # fmt: skip


def _ai_act(page: CardPage) -> list[Heading]:
    return [*_made_of(page.card), *_how_good(page), *_over_time(page.card)]


def _act(place: str) -> str:
    told = place.replace("bilag", gettext("bilag")).replace("og art.", gettext("og art."))
    return f"{gettext('AI-forordningen')}, {told}"


def _made_of(card: ModelCard) -> list[Heading]:
    risk = gettext("Behandlet som høj risiko") if card.high_risk else gettext("Ikke høj risiko")
    nothing = [gettext("Ingen.")]
    numbers = [f"{one.name}: {one.value}. {one.meaning}" for one in card.parameters]
    return [
        _heading(gettext("Risiko"), _act("bilag III"), [risk]),
        _heading(gettext("Udgave og ejer"), _act("bilag IV, 1"), [card.version, card.owner]),
        _heading(gettext("Tal og valg"), _act("bilag IV, 2"), numbers or nothing),
        _heading(
            gettext("Andre oplysninger"), _act("bilag IV, 2"), _inputs(card.inputs_other) or nothing
        ),
        _heading(gettext("Lavet af"), _act("bilag IV, 2, og art. 10"), [card.made_from]),
        _heading(gettext("Faste grænser"), _act("bilag IV, 3"), card.constraints),
        _heading(gettext("Det kan den ikke"), _act("bilag IV, 3, og art. 13"), card.limits),
    ]


def _how_good(page: CardPage) -> list[Heading]:
    nowhere = [gettext("ikke målt")]
    groups = [
        f"{group.name}, {group.dimension}: {_figure(row, by_group=True)}"
        for group in page.groups
        for row in group.rows
    ]
    here = [f"{one.name}: {one.value}" for one in page.local] or [gettext("Ingen tal.")]
    in_use = [
        f"{table.name}, {table.dimension}, {row.group}: {row.value}"
        + (f" ({row.interval})" if row.interval else "")
        for table in page.used
        for row in table.rows
    ]
    all_of_them = [_figure(row, by_group=False) for row in page.figures]
    return [
        _heading(
            gettext("Hvor god den er"), _act("bilag IV, 3, og art. 15"), all_of_them or nowhere
        ),
        _heading(
            gettext("Hvor god den er for hver gruppe"), _act("bilag IV, 3, og art. 13"),
            groups or nowhere,
        ),
        _heading(gettext("I denne kommune"), _act("bilag IV, 9"), here),
        _heading(gettext("I brug, for hver gruppe"), _act("bilag IV, 9"), in_use or nowhere),
    ]  # fmt: skip


def _over_time(card: ModelCard) -> list[Heading]:
    risks = [f"{one.what} {one.answer}" for one in card.risks]
    versions = [f"{one.code}, {wording.day_year(one.since)}: {one.changed}"
                for one in card.versions]  # fmt: skip
    return [
        _heading(gettext("Risici, og hvad der er gjort"), _act("bilag IV, 5, og art. 9"), risks),
        _heading(gettext("Når den er slået fra"), _act("art. 14"), [card.when_off]),
        _heading(gettext("Udgaver"), _act("bilag IV, 6"), versions),
        _heading(gettext("EU-overensstemmelseserklæring"), _act("bilag IV, 8"), []),
    ]


def _inputs(inputs: Sequence[Input]) -> list[str]:
    return [f"{one.what} ({one.source})" for one in inputs]


def _figure(row: FigureRow, *, by_group: bool) -> str:
    name = row.group if by_group else row.name
    said = f"{name}: {wording.number(row.value, 2)}"
    if row.low is not None and row.high is not None:
        ends = {"low": wording.number(row.low, 2), "high": wording.number(row.high, 2)}
        said += gettext(" (fra %(low)s til %(high)s)") % ends
    else:
        said += gettext(" (usikkerhed ikke målt)")
    if row.baseline is not None:
        simple = {"value": wording.number(row.baseline, 2)}
        said += gettext("; en enkel regel får %(value)s") % simple
    return said
