# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What counts as enough activity, in words, without blame."""

from django.utils.translation import gettext, ngettext

from jobunivers.foundation.ui.wording import day, number
from jobunivers.rooms.segmentation.queries.availability import Kept
from jobunivers.rooms.segmentation.queries.policy_text import ENOUGH


def kept_words(one: Kept) -> str:
    """Return one thing to keep an eye on, as the rules say it."""
    return str(ENOUGH[one.code]) % {"n": number(one.wanted)}


def kept_now(one: Kept) -> str:
    """Return how it stands with it, without blame."""
    if one.code == "applications_per_week":
        return gettext("De sidste 7 dage: %(n)s.") % {"n": number(one.now or 0)}
    if one.code == "cv_within_days":
        if one.now:
            return gettext("Det er der.")
        return gettext("Senest %(when)s.") % {"when": day(one.by)} if one.by else ""
    if one.now is None:
        return gettext("Ikke endnu.")
    days = round(one.now)
    if days == 0:
        return gettext("Sidst: i dag.")
    return ngettext("Sidst: for %(n)s dag siden.", "Sidst: for %(n)s dage siden.", days) % {
        "n": number(days)
    }
