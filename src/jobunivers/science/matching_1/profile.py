# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a person brings and wants, as matching sees her: nothing about who she is."""

from dataclasses import dataclass
from typing import NamedTuple


class Experience(NamedTuple):
    """An occupation the person has worked in or is trained for.

    `uri` is the ESCO (or starter) occupation or "", `isco` the ISCO-08 digits ("2221") or "".
    """

    uri: str
    isco: str = ""
    years: float = 1.0


class Wish(NamedTuple):
    """An occupation, or with uri "" a whole ISCO group ("22"), that the person wants to work in."""

    uri: str
    isco: str = ""


@dataclass(frozen=True, slots=True)
class Profile:
    """What a person brings and wants; everything may be left out.

    A part of the score about which the profile says nothing is left out and the others count
    for more. `max_km` without a point, and an empty `languages`, restrict nothing.
    `wants_remote` widens what is looked at and weighs nothing: work from home is as near as can
    be for everybody. `hidden` holds openings, employers and occupations (ids, keys, URIs) she
    does not want to see.
    """

    occupations: tuple[Experience, ...] = ()
    skills: frozenset[str] = frozenset()
    wanted_occupations: tuple[Wish, ...] = ()
    lat: float | None = None
    lon: float | None = None
    max_km: float | None = None
    hours_min: float | None = None
    hours_max: float | None = None
    wants_remote: bool = False
    languages: frozenset[str] = frozenset()
    hidden: frozenset[str] = frozenset()
