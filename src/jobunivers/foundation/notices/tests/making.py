# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Notices, addresses and letters for the tests of any room."""

from datetime import datetime
from typing import Any

from django.conf import settings
from django.core import signing
from django.utils import timezone

from jobunivers.foundation.notices import actions
from jobunivers.foundation.notices.models import Address, Channel
from jobunivers.foundation.tenancy.people import PersonLike
from jobunivers.integrations.mail.fake import MailCatcher

LETTER = b"X-Jobunivers-Kommune: aarhus\r\nTo: kirsten@example.org\r\nSubject: Hej\r\n\r\nHej\r\n"


def make_address(
    person: PersonLike,
    address: str = "kirsten@example.org",
    *,
    channel: Channel = Channel.EMAIL,
    at: datetime | None = None,
    confirmed: bool = True,
) -> Address:
    """Return an address of a person, confirmed unless said otherwise."""
    now = at or timezone.now()
    assert person.pk is not None
    return Address.objects.create(
        person_id=person.pk,
        channel=channel,
        address=address,
        created_at=now,
        verified_at=now if confirmed else None,
    )


def notice_objects(person: Any) -> dict[str, dict[str, Any]]:
    """Return one of each thing of notices that has an address, for the table of all addresses."""
    now, kommune = timezone.now(), person.municipality_id
    notice = actions.notify(person_id=person.pk, kind="tests.news", at=now, path="job/")
    address = make_address(person)
    waiting = make_address(person, "ny@example.org", confirmed=False)
    catcher = MailCatcher(settings.MAIL_FOLDER)
    catcher.keep(LETTER)
    letter = catcher.letters()[-1].name
    catcher.close()
    confirm = signing.dumps([kommune, waiting.pk], salt="notices.confirm")
    leave = signing.dumps([kommune, person.pk, "*", "email"], salt="notices.leave")
    return {
        "notice": {"pk": notice.pk},
        "address": {"pk": address.pk},
        "confirm": {"token": confirm},
        "leave": {"token": leave},
        "letter": {"name": letter},
    }
