# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Terms written down and read again, with what is wrong in them said by code."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from itertools import pairwise
from typing import Any, TypeVar

from jobunivers.science.pricing.money import is_price
from jobunivers.science.pricing.terms import (
    Act,
    Band,
    Counting,
    Flat,
    Guard,
    Ladder,
    PerAct,
    Period,
    Step,
    Terms,
)

_C = TypeVar("_C", bound=StrEnum)
_MOST = Decimal(10) ** 9
_PERCENT = Decimal(100)


class BadTerms(ValueError):  # noqa: N818 - it reads as what is wrong
    """Terms that cannot be counted by; `code` says why, `where` in what."""

    def __init__(self, code: str, where: str) -> None:
        super().__init__(f"{where}: {code}")
        self.code, self.where = code, where


def as_json(terms: Terms) -> dict[str, Any]:
    """Return terms as they are kept; numbers are texts, so that nothing is lost."""
    return {
        "flat": None
        if terms.flat is None
        else {"amount": str(terms.flat.amount), "period": terms.flat.period.value},
        "bands": [{"up_to": one.up_to, "price": str(one.price)} for one in terms.bands],
        "acts": [
            {"act": one.act.value, "price": str(one.price), "counting": one.counting.value}
            for one in terms.acts
        ],
        "effect": _ladder_json(terms.effect),
        "feedback": _ladder_json(terms.feedback),
        "minimum": _text(terms.minimum),
        "cap": _text(terms.cap),
        "budget": _text(terms.budget),
        "guard": {
            "window_minutes": terms.guard.window_minutes,
            "most_a_minute": terms.guard.most_a_minute,
            "most_a_day": terms.guard.most_a_day,
        },
    }


def terms_of(said: Mapping[str, Any]) -> Terms:
    """Return the terms that were written down.

    Raises:
        BadTerms: what is the matter, and where.
    """
    flat = said.get("flat")
    terms = Terms(
        flat=None
        if flat is None
        else Flat(_price(flat.get("amount"), "flat"), _choice(Period, flat.get("period"), "flat")),
        bands=tuple(
            Band(_whole(one.get("up_to"), "bands"), _price(one.get("price"), "bands"))
            for one in said.get("bands") or ()
        ),
        acts=tuple(
            PerAct(
                _choice(Act, one.get("act"), "acts"),
                _price(one.get("price"), "acts"),
                _choice(Counting, one.get("counting"), "acts"),
            )
            for one in said.get("acts") or ()
        ),
        effect=_ladder(said.get("effect"), "effect"),
        feedback=_ladder(said.get("feedback"), "feedback"),
        minimum=_amount(said.get("minimum"), "minimum"),
        cap=_amount(said.get("cap"), "cap"),
        budget=_amount(said.get("budget"), "budget"),
        guard=_guard(said.get("guard") or {}),
    )
    for code, where in problems(terms):
        raise BadTerms(code, where)
    return terms


def problems(terms: Terms) -> Iterator[tuple[str, str]]:
    """Give what is wrong with terms as (code, where); nothing: they can be counted by."""
    if terms.flat is None and not terms.bands and not terms.acts and not terms.minimum:
        yield "nothing_is_paid", "terms"
    yield from _bands(terms.bands)
    pairs = [(one.act, one.counting) for one in terms.acts]
    if len(set(pairs)) != len(pairs):
        yield "twice", "acts"
    for where, ladder in (("effect", terms.effect), ("feedback", terms.feedback)):
        if ladder is not None:
            yield from _ladders(ladder, where)
    if terms.minimum is not None and terms.cap is not None and terms.minimum > terms.cap:
        yield "above_cap", "minimum"
    guard = terms.guard
    if guard.window_minutes < 0 or guard.most_a_minute < 1 or guard.most_a_day < 1:
        yield "number", "guard"


def _bands(bands: Sequence[Band]) -> Iterator[tuple[str, str]]:
    if not bands:
        return
    if bands[-1].up_to is not None:
        yield "last_band_is_open", "bands"
    tops = [band.up_to for band in bands[:-1]]
    if any(top is None for top in tops):
        yield "bands_rise", "bands"
        return
    numbers = [0, *(top for top in tops if top is not None)]
    if any(later <= earlier for earlier, later in pairwise(numbers)):
        yield "bands_rise", "bands"


def _ladders(ladder: Ladder, where: str) -> Iterator[tuple[str, str]]:
    leasts = [step.least for step in ladder.steps]
    if not leasts or len(set(leasts)) != len(leasts):
        yield "twice", where
    if any(abs(one) > _PERCENT for one in (ladder.below, *(s.percent for s in ladder.steps))):
        yield "percent", where


def _ladder_json(ladder: Ladder | None) -> dict[str, Any] | None:
    if ladder is None:
        return None
    steps = [{"least": str(one.least), "percent": str(one.percent)} for one in ladder.steps]
    return {"steps": steps, "below": str(ladder.below)}


def _ladder(said: Mapping[str, Any] | None, where: str) -> Ladder | None:
    if said is None:
        return None
    steps = tuple(
        Step(_number(one.get("least"), where), _number(one.get("percent"), where))
        for one in said.get("steps") or ()
    )
    return Ladder(steps, _number(said.get("below", "0"), where))


def _guard(said: Mapping[str, Any]) -> Guard:
    usual = Guard()
    return Guard(
        *(
            _whole(said.get(name, getattr(usual, name)), "guard") or 0
            for name in ("window_minutes", "most_a_minute", "most_a_day")
        )
    )


def _text(amount: Decimal | None) -> str | None:
    return None if amount is None else str(amount)


def _number(said: object, where: str) -> Decimal:
    try:
        number = Decimal(str(said))
    except InvalidOperation:
        raise BadTerms("number", where) from None
    if not number.is_finite() or abs(number) >= _MOST:
        raise BadTerms("number", where)
    return number


def _price(said: object, where: str) -> Decimal:
    price = _number(said, where)
    if not is_price(price):
        raise BadTerms("price", where)
    return price


def _amount(said: object, where: str) -> Decimal | None:
    return None if said is None else _price(said, where)


def _whole(said: object, where: str) -> int | None:
    if said is None:
        return None
    number = _number(said, where)
    if number != int(number) or number < 0:
        raise BadTerms("number", where)
    return int(number)


def _choice(choices: type[_C], said: object, where: str) -> _C:
    try:
        return choices(str(said))
    except ValueError:
        raise BadTerms("choice", where) from None
