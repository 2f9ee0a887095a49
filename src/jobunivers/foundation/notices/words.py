# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Codes in words."""

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jobunivers.foundation.notices.models import Channel, Rhythm
from jobunivers.foundation.notices.register import senders

CHANNELS: dict[str, Promise] = {
    Channel.EMAIL: gettext_lazy("E-mail"),
    Channel.PHONE: gettext_lazy("Besked på telefon eller computer"),
    Channel.SMS: gettext_lazy("SMS"),
    Channel.DIGITAL_POST: gettext_lazy("Digital Post"),
}
RHYTHMS: dict[str, Promise] = {
    Rhythm.OFF: gettext_lazy("Nej tak"),
    Rhythm.DAILY: gettext_lazy("Samlet én gang om dagen"),
    Rhythm.AT_ONCE: gettext_lazy("Med det samme"),
}


def channel_name(channel: str) -> str:
    """Return what a channel is called."""
    return str(CHANNELS.get(channel, channel))


def trouble_words(code: str) -> str:
    """Return what is wrong with sending, in a sentence."""
    what, _colon, whose = code.partition(":")
    name = {one.code: str(one.name) for one in senders()}.get(whose, whose)
    if what == "stopped":
        return _("“%(name)s” har ikke kørt, som den plejer.") % {"name": name}
    if what == "silent":
        return _("“%(name)s” har ikke sendt noget længe.") % {"name": name}
    if what == "failing":
        return _("Usædvanligt mange beskeder kommer ikke frem: %(channel)s.") % {
            "channel": channel_name(whose)
        }
    if what == "stuck":
        return _("Beskeder har ventet på at blive sendt i over en halv time.")
    return code
