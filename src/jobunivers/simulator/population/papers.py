# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What stands on somebody's papers: CPR number, address, telephone and e-mail, all leading nowhere.

Telephone numbers begin with 01-09: Danish numbers have eight digits and begin with 2-9 (1xx are the
short numbers, 00 leads abroad), so these cannot be dialled. E-mail ends in `.example` (RFC 2606).
Streets are made; postcode and town are real, from the places that the simulator knows.
"""

import random
import re
from dataclasses import dataclass
from datetime import date

from jobunivers.foundation.text import fold
from jobunivers.simulator.population import names
from jobunivers.simulator.population.cpr import invented_cpr
from jobunivers.simulator.world import Place

_SIDES = ("tv", "th", "mf")
_FLATS = re.compile(r" (?:[KCVNSØ]|NV|SV|Ø)$")  # districts of large towns: most live in flats
_HOSTS = ("post.example", "mail.example", "brev.example", "kontor.example")


@dataclass(frozen=True, slots=True)
class Papers:
    """One person's papers."""

    cpr: str
    street: str
    postal_code: str
    city: str
    phone: str
    email: str


def papers(rng: random.Random, name: str, place: Place, *, born_on: date, woman: bool) -> Papers:
    """Return the papers of somebody with this name who lives there."""
    return Papers(
        cpr=invented_cpr(rng, born_on, woman=woman),
        street=_home(rng, place.city),
        postal_code=place.postal_code,
        city=place.city,
        phone=invented_phone(rng),
        email=invented_email(rng, name, born_on.year),
    )


def _home(rng: random.Random, city: str) -> str:
    number = 1 + int(rng.random() * rng.random() * 140)
    letter = names.one(rng, ("A", "B", "C")) if rng.random() < 0.15 else ""
    home = f"{names.street(rng)} {number}{letter}"
    if rng.random() < (0.8 if _FLATS.search(city) else 0.25):
        floor = int(rng.random() * 6)
        home += f", {f'{floor}.' if floor else 'st.'} {names.one(rng, _SIDES)}"
    return home


def invented_phone(rng: random.Random) -> str:
    """Return eight digits that nobody can dial."""
    digits = f"0{1 + int(rng.random() * 9)}{int(rng.random() * 1_000_000):06}"
    return " ".join(digits[at : at + 2] for at in range(0, 8, 2))


def invented_email(rng: random.Random, name: str, year: int) -> str:
    """Return an address in a domain that cannot exist."""
    plain = fold(name.replace("ı", "i")).encode("ascii", "ignore").decode()
    parts = plain.split() or ["post"]
    form = int(rng.random() * 4)
    user = (
        ".".join((parts[0], parts[-1])),
        parts[0] + parts[-1][:1] + str(year % 100),
        parts[-1] + "." + parts[0][:2] + str(int(rng.random() * 90) + 10),
        "".join(part[:3] for part in parts) + str(year),
    )[form]
    return f"{user}@{names.one(rng, _HOSTS)}"
