# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Notices become one message, in the reader's language, with links back into her kommune."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from jobunivers.foundation.notices import links
from jobunivers.foundation.notices.models import Address, Delivery
from jobunivers.foundation.notices.queries.own import outside_text_of
from jobunivers.foundation.notices.register import type_of
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.foundation.ui import wording
from jobunivers.foundation.ui.frame import SERVICE
from jobunivers.integrations.carrying import Message


@dataclass(frozen=True, slots=True)
class Item:
    """One notice in a message."""

    text: str
    link: str


def compose(
    group: Sequence[Delivery], *, municipality: Municipality, language: str, at: datetime
) -> Message:
    """Return the message of one notice, or of a day's.

    Its link leads to the notice itself, or to all of hers; the way it was opened is in the link,
    and nothing else: no picture is fetched, and no address knows who reads.
    """
    first, channel = group[0], group[0].channel
    with translation.override(language), links.at_home(municipality):
        items = [_item(row, municipality) for row in group]
        alone = len(items) == 1
        title = items[0].text if alone else _titled(len(items))
        everything = links.absolute(municipality, reverse("front:notices"))
        leave = "" if first.critical else _leave(group, municipality)
        context = {
            "title": title,
            "items": items,
            "alone": alone,
            "everything": everything,
            "settings": links.absolute(municipality, reverse("notices:settings")),
            "leave": leave,
            "about": _about(group),
            "kommune": wording.kommune(municipality.name),
            "service": SERVICE,
            "language": language,
        }
        return Message(
            key=first.message,
            title=title,
            text=render_to_string("notices/mail.txt", context),
            html=render_to_string("notices/mail.html", context) if channel == "email" else "",
            link=(items[0].link or everything) if alone else everything,
            leave=leave,
            urgent=first.critical,
            at=at,
            sender_name=f"{SERVICE} – {wording.kommune(municipality.name)}",
            reply_to=municipality.contact_email,
            headers={"X-Jobunivers-Kommune": municipality.slug, "Content-Language": language},
        )


def confirmation(
    address: Address, *, municipality: Municipality, language: str, at: datetime
) -> Message:
    """Return the letter that asks whether an address is hers."""
    with translation.override(language), links.at_home(municipality):
        path = links.confirm_path(address_id=address.pk, municipality_id=municipality.pk)
        link = links.absolute(municipality, path)
        context = {
            "title": _("Bekræft din e-mail"),
            "link": link,
            "kommune": wording.kommune(municipality.name),
            "service": SERVICE,
            "language": language,
        }
        asked = address.asked_at or at
        return Message(
            key=f"confirm-{address.pk}-{asked:%Y%m%d%H%M%S}",
            title=str(context["title"]),
            text=render_to_string("notices/confirm_mail.txt", context),
            html=render_to_string("notices/confirm_mail.html", context),
            link=link,
            at=at,
            sender_name=f"{SERVICE} – {wording.kommune(municipality.name)}",
            reply_to=municipality.contact_email,
            headers={"X-Jobunivers-Kommune": municipality.slug, "Content-Language": language},
        )


def _item(row: Delivery, municipality: Municipality) -> Item:
    path = row.notice.link or reverse("front:notices")
    via = f"{path}?fra={row.channel}" if row.notice.link else path
    return Item(outside_text_of(row.notice), links.absolute(municipality, via))


def _titled(count: int) -> str:
    return ngettext("%(count)d ny besked til dig", "%(count)d nye beskeder til dig", count) % {
        "count": count
    }


def _leave(group: Sequence[Delivery], municipality: Municipality) -> str:
    kinds = {row.notice.kind for row in group}
    path = links.leave_path(
        person_id=group[0].person_id,
        kind=kinds.pop() if len(kinds) == 1 else links.EVERYTHING,
        channel=group[0].channel,
        municipality_id=municipality.pk,
    )
    return links.absolute(municipality, path)


def _about(group: Sequence[Delivery]) -> str:
    """Return why she gets it: the name of the type, where it is one."""
    kinds = {row.notice.kind for row in group}
    known = type_of(kinds.pop()) if len(kinds) == 1 else None
    return str(known.name) if known else ""
