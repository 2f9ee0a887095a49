# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Letters to people who are no users here: a firm that asked to come in, and was told no."""

from datetime import datetime

from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from jobunivers.foundation.notices.channels import carrier_of
from jobunivers.foundation.notices.links import absolute, at_home
from jobunivers.foundation.notices.models import Channel
from jobunivers.foundation.tenancy import queries as tenancy
from jobunivers.foundation.ui.frame import SERVICE
from jobunivers.integrations.carrying import Fate, Message
from jobunivers.rooms.vendors.actions.keys import NotNow, NotSent
from jobunivers.rooms.vendors.models import SignUp

_LANGUAGES = ("da", "en")  # which of them is read is not known


def send_refusal(*, sign_up_id: int, at: datetime) -> None:
    """Tell a firm that asked why it is not let in.

    Raises:
        NotSent: no mail is sent here, or it is not refused.
        NotNow: the mail server could not take it.
    """
    row = SignUp.objects.filter(pk=sign_up_id, accepted=False).first()
    carrier, national = carrier_of(Channel.EMAIL), tenancy.national()
    if row is None or carrier is None or national is None:
        raise NotSent
    texts, titles = [], []
    with at_home(national):
        link = absolute(national, reverse("vendors:sign_up"))
        for language in _LANGUAGES:
            with translation.override(language):
                titles.append(_("Svar til %(firm)s") % {"firm": row.name})
                told = {"firm": row.name, "why": row.why, "link": link, "service": SERVICE}
                texts.append(render_to_string("vendors/mail/refused.txt", told))
    outcome = carrier.send(
        Message(
            # Tried again under the same name, a mail program shows it once.
            key=f"firm-refused-{row.pk}",
            title=titles[0],
            text="\n\n".join(texts),
            link=link,
            at=at,
            sender_name=SERVICE,
            reply_to=national.contact_email,
            headers={"X-Jobunivers-Kommune": national.slug},
        ),
        row.contact_email,
    )
    if outcome.fate is Fate.LATER:
        raise NotNow(outcome.reason)
    if outcome.fate is not Fate.ACCEPTED:
        raise NotSent
