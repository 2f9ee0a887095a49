# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""How the entrance's notices read."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from django.template.defaultfilters import date as formatted
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jobunivers.foundation.notices import register
from jobunivers.identity import queries as identity

SENDER = "entrance"


def register_all() -> None:
    """Say who sends and which notices there are; once, in `apps.py`."""
    register.sender(
        register.Sender(code=SENDER, name=gettext_lazy("Din vej ind"), every=timedelta(minutes=15))
    )
    for kind, name, about, wording in _KINDS:
        register.notice_type(
            register.NoticeType(
                code=kind,
                sender=SENDER,
                name=name,
                about=about,
                wording=wording,
                critical=True,
            )
        )


def _soon(data: Mapping[str, Any]) -> str:
    return _("Husk dit møde med jobrådgiveren: %(when)s.") % {"when": _when(data)}


def _cancelled(data: Mapping[str, Any]) -> str:
    return _("Dit møde %(when)s er aflyst. Vælg en anden tid her.") % {"when": _when(data)}


def _asked(data: Mapping[str, Any]) -> str:
    return _("%(helper)s vil gerne hjælpe dig ved skranken. Svar ja eller nej her.") % {
        "helper": _helper(data)
    }


def _begun(data: Mapping[str, Any]) -> str:
    return _("%(helper)s hjælper dig ved skranken. Du kan stoppe det her.") % {
        "helper": _helper(data)
    }


def _when(data: Mapping[str, Any]) -> str:
    """Return day and clock as Danish clocks show them."""
    local = timezone.localtime(datetime.fromisoformat(str(data["starts_at"])))
    return f"{formatted(local, 'l j. F')} {formatted(local, _('H.i'))}"


def _helper(data: Mapping[str, Any]) -> str:
    pk = int(data["helper_id"])
    return identity.names(ids=[pk]).get(pk, (_("En medarbejder"), ""))[0]


_KINDS = (
    (
        "entrance.meeting_soon",
        gettext_lazy("Dit første møde er snart"),
        gettext_lazy("Kommer dagen før mødet."),
        _soon,
    ),
    (
        "entrance.meeting_cancelled",
        gettext_lazy("Dit første møde er aflyst"),
        gettext_lazy("Kommer, når kommunen aflyser mødet."),
        _cancelled,
    ),
    (
        "entrance.help_asked",
        gettext_lazy("Nogen vil hjælpe dig ved skranken"),
        gettext_lazy("Kommer, når en medarbejder spørger, om du vil have hjælp."),
        _asked,
    ),
    (
        "entrance.help_begun",
        gettext_lazy("Nogen hjælper dig ved skranken"),
        gettext_lazy("Kommer, når hjælp ved skranken begynder."),
        _begun,
    ),
)
