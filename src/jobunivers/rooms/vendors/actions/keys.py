# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""A firm's people come in by a link in a mail: made, sent, and spent once.

Whoever reads the mail gets in, so it is proof of little: the level of assurance is low, and no page
of a firm shows anything of a citizen. The link itself stands in the mail alone.
"""

import hashlib
import secrets
from datetime import datetime, timedelta

from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from jobunivers.foundation.events import actions as events
from jobunivers.foundation.notices import actions as notices
from jobunivers.foundation.notices.channels import carrier_of
from jobunivers.foundation.notices.links import absolute, at_home
from jobunivers.foundation.notices.models import Channel
from jobunivers.foundation.notices.queries import preferences_of
from jobunivers.foundation.tenancy import queries as tenancy
from jobunivers.foundation.ui.frame import SERVICE
from jobunivers.integrations.carrying import Fate, Message
from jobunivers.rooms.vendors.models import KeyKind, MailKey, VendorMember
from jobunivers.rooms.vendors.queries.members import membership_of

LIVES = {KeyKind.INVITATION: timedelta(days=7), KeyKind.LOGIN: timedelta(minutes=15)}
MOST_AN_HOUR = 3
_HOUR = timedelta(hours=1)
_MOST_ASKED = 5  # firms that one address is given at


class NotNow(Exception):  # noqa: N818 - it reads as what happened
    """The mail server could not take it; try again later."""


class NotSent(Exception):  # noqa: N818
    """It goes nowhere: no mail here, no address, too many lately, or nobody of the firm."""


def asked_for(*, email: str, at: datetime) -> list[int]:
    """Return the members a mail of login would go to; who asks is told the same in any case.

    Addresses are encrypted, so all are opened: it takes as long for one that nobody has.
    """
    wanted = email.strip().casefold()
    today = timezone.localdate(at)
    rows = VendorMember.objects.filter(ended_at=None, from_on__lte=today).order_by("pk")
    found = [row for row in rows if row.email.strip().casefold() == wanted and wanted]
    return [row.pk for row in found[:_MOST_ASKED]]


def ask_for_login(*, email: str, at: datetime) -> None:
    """Let a worker send a link to who has this address; what is done for nobody is the same."""
    data = {"members": asked_for(email=email, at=at), "key": KeyKind.LOGIN.value}
    events.record("vendors.login_asked", at=at, actor_id=None, data=data)


@transaction.atomic
def new_key(*, member: VendorMember, kind: KeyKind, at: datetime) -> tuple[MailKey, str]:
    """Make a key, and end those before it; return it with what stands in the mail.

    Raises:
        NotSent: three were made within the hour, or she acts for the firm no more.
    """
    # One at a time: two requests at once are not given one each above the limit.
    VendorMember.objects.select_for_update().get(pk=member.pk)
    mine = MailKey.objects.filter(member=member)
    if mine.filter(made_at__gt=at - _HOUR).count() >= MOST_AN_HOUR or not member.email:
        raise NotSent
    if membership_of(member.person_id, on=timezone.localdate(at)) is None:
        raise NotSent
    mine.filter(used_at=None, ended_at=None).update(ended_at=at)
    secret = secrets.token_urlsafe(32)
    row = MailKey.objects.create(
        member=member, kind=kind, digest=_digest(secret), made_at=at, expires_at=at + LIVES[kind]
    )
    data = {"vendor_id": member.vendor_id, "person_id": member.person_id, "kind": kind.value}
    events.record("vendors.key_mailed", at=at, actor_id=None, data=data)
    return row, secret


def send_key(*, member_id: int, kind: KeyKind, at: datetime) -> None:
    """Make a key and send it; the kommune at work is the one that runs the platform.

    Raises:
        NotSent: it goes nowhere.
        NotNow: the mail server could not take it.
    """
    member = VendorMember.objects.select_related("vendor").filter(pk=member_id).first()
    carrier = carrier_of(Channel.EMAIL)
    if member is None or carrier is None:
        raise NotSent
    row, secret = new_key(member=member, kind=kind, at=at)
    outcome = carrier.send(_letter(row, secret, at=at), member.email)
    if outcome.fate is Fate.ACCEPTED:
        return
    MailKey.objects.filter(pk=row.pk).update(ended_at=at)
    if outcome.fate is Fate.LATER:
        raise NotNow(outcome.reason)
    raise NotSent


def _letter(row: MailKey, secret: str, *, at: datetime) -> Message:
    national = tenancy.national()
    if national is None:
        raise NotSent
    language = preferences_of(person_id=row.member.person_id).language
    invited = row.kind == KeyKind.INVITATION
    with translation.override(language), at_home(national):
        link = absolute(national, reverse("vendors:enter", args=[secret]))
        firm = row.member.vendor.name
        title = _("Du kan nu handle for %(firm)s") % {"firm": firm} if invited else _("Dit login")
        context = {
            "title": title, "link": link, "firm": firm, "invited": invited, "service": SERVICE,
        }  # fmt: skip
        return Message(
            key=f"firm-key-{row.pk}",
            title=title,
            text=render_to_string("vendors/mail/key.txt", context),
            link=link,
            at=at,
            sender_name=SERVICE,
            reply_to=national.contact_email,
            headers={"X-Jobunivers-Kommune": national.slug, "Content-Language": language},
        )


def opens(*, secret: str, at: datetime) -> MailKey | None:
    """Return the key that opens now: not used, not ended, not too old, and of who still acts."""
    rows = MailKey.objects.filter(
        digest=_digest(secret), used_at=None, ended_at=None, expires_at__gt=at
    )
    row = rows.select_related("member__vendor").first()
    if row is None or membership_of(row.member.person_id, on=timezone.localdate(at)) is None:
        return None
    return row


@transaction.atomic
def spend(*, secret: str, at: datetime) -> int | None:
    """Use a key up; return who comes in by it. None: it opens nothing (any more)."""
    row = opens(secret=secret, at=at)
    if row is None or not MailKey.objects.filter(pk=row.pk, used_at=None, ended_at=None).update(
        used_at=at
    ):
        return None
    # The first time only: an address she has taken out of her settings since stays out.
    if not MailKey.objects.filter(member=row.member, used_at__lt=at).exists():
        notices.take_proved(person_id=row.member.person_id, address=row.member.email, at=at)
    return row.member.person_id


def _digest(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()
