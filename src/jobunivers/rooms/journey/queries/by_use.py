# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""In which town citizens live, for the register to count how good models are in each."""

from collections.abc import Mapping, Sequence

from jobunivers.rooms.journey.models import Profile
from jobunivers.trust import dividing


def offer() -> None:
    """Offer towns as groups; said once, in `apps.py`."""
    dividing.offer_division(dividing.Division(code="place", groups=towns_of, called=_town))


def towns_of(citizen_ids: Sequence[int]) -> Mapping[int, str]:
    """Return the town each lives in, of those who have said."""
    rows = Profile.objects.filter(citizen_id__in=list(citizen_ids)).exclude(city="")
    return dict(rows.order_by().values_list("citizen_id", "city"))


def _town(town: str, _language: str) -> str:
    return town
