# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The few wishes of the entrance become part of the profile."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import fields, replace
from datetime import datetime

from django.db import transaction

from jobunivers.foundation.places import queries as places
from jobunivers.rooms.journey import actions as journey


@transaction.atomic
def say_wishes(
    *, citizen_id: int, wishes: Sequence[journey.Named], postal_code: str, at: datetime
) -> None:
    """Add occupations she would like, and where she lives; what stands already stays.

    An unknown postal code is left alone: the form has refused it.
    """
    profile = journey.ensure_profile(citizen_id=citizen_id, at=at)
    for named in wishes:
        with suppress(journey.AlreadyThere):
            journey.add_wish(profile=profile, named=named, at=at)
    place = places.postcode(postal_code) if postal_code else None
    if place is None or postal_code == profile.postal_code:
        return
    stands = {one.name: getattr(profile, one.name) for one in fields(journey.Basics)}
    moved = replace(
        journey.Basics(**stands),
        postal_code=postal_code,
        city=place.city,
        kommune_code=place.kommune_code,
        latitude=place.lat,
        longitude=place.lon,
    )
    journey.save_basics(profile=profile, basics=moved, at=at)
