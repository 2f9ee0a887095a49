# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What staff are told of their lists."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from jobunivers.foundation.notices.register import NoticeType, Sender, notice_type, sender


def register_notices() -> None:
    """Register what is told of the work list; said once, in `apps.py`."""
    sender(Sender(code="casework", name=_("Dem, der hjælper dig")))
    for known in _TYPES:
        notice_type(known)


def _objection(_data: Mapping[str, Any]) -> str:
    return gettext("En af dine borgere siger, at noget, vi har lagt mærke til, ikke passer.")


_TYPES = (
    NoticeType(
        code="casework.objection",
        sender="casework",
        name=_("Borgere, der siger, at noget ikke passer"),
        about=_("Når en af dine borgere siger, at et opmærksomhedspunkt ikke passer."),
        wording=_objection,
        staff=True,
    ),
)
