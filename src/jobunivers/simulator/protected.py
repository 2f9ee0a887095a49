# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""One citizen of the demo has her name and address protected, so that it can be seen."""

from datetime import datetime

from django.utils import timezone

from jobunivers.identity import protecting
from jobunivers.identity import queries as identity
from jobunivers.identity.models import ProtectionKind, Role

_REASON = "Meldt af kommunens sagssystem: navne- og adressebeskyttelse i CPR (opdigtet)."


def protect_one(*, at: datetime) -> None:
    """Protect the first of the kommune's citizens who is nobody's persona, once."""
    if identity.protections().exists():
        return
    personas = {one.person_id for one in identity.personas()}
    ids, _born, _came = identity.citizen_columns()
    one = next((pk for pk in sorted(ids.tolist()) if pk not in personas), None)
    if one is None:
        return
    known = identity.staff_of(roles=[Role.ADMINISTRATOR])
    wanted = protecting.Wanted(
        kind=ProtectionKind.CPR, reason=_REASON, since_on=timezone.localdate(at)
    )
    protecting.protect(person_id=one, wanted=wanted, actor_id=known[0][0] if known else None, at=at)
