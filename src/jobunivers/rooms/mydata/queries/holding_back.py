# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Nothing of hers is deleted by rule while she waits for an answer about it."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from jobunivers.foundation import keeping
from jobunivers.rooms.mydata.queries.requests import waiting

CODE = "mydata.requests"
_WHY = _("En anmodning om egne oplysninger venter på svar")


def offer() -> None:
    """Say who must be left alone; said once, in `apps.py`."""
    keeping.offer_hold(CODE, _("Anmodninger om egne data, der venter på svar"), _held)


def _held() -> Mapping[int, Promise | str]:
    return dict.fromkeys(waiting().values_list("person_id", flat=True), _WHY)
