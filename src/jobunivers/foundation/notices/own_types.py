# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What sending itself tells people: an address that is gone, and that sending has stopped."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jobunivers.foundation.notices import register
from jobunivers.foundation.notices.actions.delivering import ADDRESS_GONE
from jobunivers.foundation.notices.actions.watching import TROUBLE
from jobunivers.foundation.notices.models import Channel, Rhythm
from jobunivers.foundation.notices.queries.health import DELIVERY
from jobunivers.foundation.notices.words import trouble_words


def register_all() -> None:
    """Register both."""
    register.notice_type(
        register.NoticeType(
            code=ADDRESS_GONE,
            sender=DELIVERY,
            name=gettext_lazy("Din e-mail virker ikke"),
            about=gettext_lazy("Vi siger til, når vi ikke kan sende til din e-mail."),
            wording=_address_gone,
            defaults={},
        )
    )
    register.notice_type(
        register.NoticeType(
            code=TROUBLE,
            sender=DELIVERY,
            name=gettext_lazy("Udsendelser, der er gået i stå"),
            about=gettext_lazy("Når beskeder til borgerne ikke bliver sendt, som de plejer."),
            wording=_trouble,
            defaults={Channel.EMAIL: Rhythm.AT_ONCE, Channel.PHONE: Rhythm.AT_ONCE},
            critical=True,
            staff=True,
        )
    )


def _address_gone(_data: Mapping[str, Any]) -> str:
    return _("Vi kan ikke sende til din e-mail. Se, om adressen er rigtig.")


def _trouble(data: Mapping[str, Any]) -> str:
    return trouble_words(str(data.get("code", "")))
