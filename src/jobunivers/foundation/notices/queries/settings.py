# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""All that the page of her own choices shows."""

from dataclasses import dataclass
from datetime import datetime

from jobunivers.foundation.notices.channels import offered
from jobunivers.foundation.notices.models import Address, Channel, Preferences
from jobunivers.foundation.notices.queries import wishes
from jobunivers.foundation.notices.register import NoticeType, senders, types


@dataclass(frozen=True, slots=True, kw_only=True)
class SettingsPage:
    """Her choices, her addresses, and what there is to choose."""

    preferences: Preferences
    paused: bool
    types: list[NoticeType]
    critical: list[NoticeType]
    channels: list[Channel]
    choices: dict[tuple[str, str], str]
    email: Address | None  # the confirmed one
    unconfirmed: Address | None
    phones: list[Address]
    per_day: int
    per_week: int

    @property
    def by_sender(self) -> dict[str, list[NoticeType]]:
        """Return the types by whom they come from, in the order of their names."""
        names = {one.code: str(one.name) for one in senders()}
        found: dict[str, list[NoticeType]] = {}
        for known in sorted(self.types, key=lambda one: names[one.sender].casefold()):
            found.setdefault(names[known.sender], []).append(known)
        return found


def settings_page(*, person_id: int, staff: bool, at: datetime, firm: bool = False) -> SettingsPage:
    """Return her page; staff choose among what staff are told, firms and citizens among theirs."""
    mine = [known for known in types() if known.is_for(staff=staff, firm=firm)]
    hers = wishes.of_many([person_id])[person_id]
    preferences = wishes.preferences_of(person_id=person_id)
    limits = wishes.limits()
    channels = offered()
    rows = list(
        Address.objects.filter(person_id=person_id, gone_at=None).order_by("-created_at", "-pk")
    )
    emails = [one for one in rows if one.channel == Channel.EMAIL]
    return SettingsPage(
        preferences=preferences,
        paused=preferences.paused_until is not None and preferences.paused_until > at,
        # What never leaves the house is nothing to choose about.
        types=[known for known in mine if not known.critical and known.defaults],
        critical=[known for known in mine if known.critical],
        channels=channels,
        choices={
            (known.code, channel): hers.rhythm(known, channel)
            for known in mine
            for channel in channels
        },
        email=next((one for one in emails if one.verified_at), None),
        unconfirmed=next((one for one in emails if not one.verified_at), None),
        phones=[one for one in rows if one.channel == Channel.PHONE],
        per_day=limits.per_day,
        per_week=limits.per_week,
    )
