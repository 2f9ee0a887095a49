# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Countries, and the grounds on which data may be sent out of the EU: a dated list."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _

from jobunivers.rooms.vendors.models import GroundFall

INSIDE = "eu"  # the data stay within the EU and the EEA
CLAUSES = "scc"  # the Commission's standard clauses, with an assessment
_ADEQUACY = "adequacy:"
_LIST = Path(__file__).parent.parent / "starter" / "transfers.toml"


@dataclass(frozen=True, slots=True)
class Ground:
    """A ground; `country` is "" where it is good for all.

    Attributes:
        decided_on: the day of the decision.
        until: its last day; None: it has none.
        confirmed_on: the day of what it was last confirmed by.
    """

    code: str
    country: str
    decision: str
    decided_on: date | None = None
    until: date | None = None
    confirmed_on: date | None = None

    def source(self, language: str = "da") -> str:
        """Return what it was last confirmed by; "" where nothing has to be."""
        told = _listed()["adequacy"].get(self.country)
        return str(_listed()["sources"][told["source"]][language]) if told else ""

    def words(self, language: str = "da") -> str:
        """Return what it is called."""
        if self.code == INSIDE:
            return _("Inden for EU og EØS")
        if self.code == CLAUSES:
            return _("EU's standardkontrakt og en vurdering af modtagerlandet")
        only = _listed()["adequacy"][self.country].get(f"only_{language}", "")
        said = _("EU har godkendt %(country)s, afgørelse %(decision)s") % {
            "country": country_name(self.country, language),
            "decision": self.decision,
        }
        return f"{said}: {only}" if only else said


@cache
def _listed() -> Mapping[str, Any]:
    with _LIST.open("rb") as file:
        return tomllib.load(file)


def read_on() -> date | None:
    """Return the day somebody held the list against its sources; None: nobody has yet."""
    day: date | None = _listed().get("read_on")
    return day


def countries(language: str = "da") -> list[tuple[str, str]]:
    """Return every country as code and name, by name."""
    known = {**_listed()["inside"], **_listed()["outside"]}
    named = [(code, names[language == "en"]) for code, names in known.items()]
    return sorted(named, key=lambda pair: pair[1])


def country_name(code: str, language: str = "da") -> str:
    """Return what a country is called; an unknown code is given back."""
    names = _listed()["inside"].get(code) or _listed()["outside"].get(code)
    return str(names[language == "en"]) if names else code


def is_inside(country: str) -> bool:
    """Say whether data in that country are within the EU and the EEA."""
    return country in _listed()["inside"]


@cache
def grounds() -> Mapping[str, Ground]:
    """Return every ground by its code."""
    made = [Ground(INSIDE, "", ""), Ground(CLAUSES, "", "(EU) 2021/914")]
    for country, told in sorted(_listed()["adequacy"].items()):
        day = _listed()["sources"][told["source"]].get("on", told["on"])
        made.append(
            Ground(
                f"{_ADEQUACY}{country}", country, told["decision"],
                decided_on=told["on"], until=told.get("until"), confirmed_on=day,
            )
        )  # fmt: skip
    return {one.code: one for one in made}


def falls(*, on: date) -> dict[str, GroundFall]:
    """Return the grounds that hold no longer on a day, by code: marked, or run out."""
    rows = GroundFall.objects.filter(lifted_at=None, from_on__lte=on)
    return _run_out(on) | {row.ground: row for row in rows}


def _run_out(on: date) -> dict[str, GroundFall]:
    return {
        code: GroundFall(
            ground=code,
            from_on=one.until + timedelta(days=1),
            why=_("Afgørelsen gjaldt kun til den dag."),
        )
        for code, one in grounds().items()
        if one.until is not None and one.until < on
    }


def marked() -> dict[str, GroundFall]:
    """Return every ground that is marked, also those that fall on a day to come."""
    return {row.ground: row for row in GroundFall.objects.filter(lifted_at=None)}
