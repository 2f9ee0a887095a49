# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who outside the kommune has personal data in their hands, where, and on what ground.

Rooms above say it of those they pass data to; what the platform itself sends out by is said here.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from django.conf import settings
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from jobunivers.foundation.notices import channels
from jobunivers.foundation.notices.models import Channel

Text = Promise | str


class Part(StrEnum):
    """What a recipient is, in the words of GDPR article 4."""

    PROCESSOR = "processor"  # databehandler: acts for the kommune
    SUB = "sub"  # underdatabehandler
    CONTROLLER = "controller"  # answers for the data itself
    CARRIER = "carrier"  # carries what is sealed and reads nothing


PARTS: dict[str, Promise] = {
    Part.PROCESSOR: _("Databehandler"),
    Part.SUB: _("Underleverandør"),
    Part.CONTROLLER: _("Har selv ansvar for data"),
    Part.CARRIER: _("Bringer det videre uden at læse det"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipient:
    """Somebody outside the kommune who gets data.

    Attributes:
        name: who it is.
        part: what it is.
        what: the data it gets, in words.
        why: what for, such as the name of a solution.
        purposes: codes of `foundation.datamap.PURPOSES` that it serves.
        country: where data are, in words; "" when the kommune itself must say it.
        outside: data may leave the EU and the EEA.
        ground: by which right they leave it, or that they do not.
        fallen: the ground holds no longer: why; nothing is sent.
    """

    name: Text
    part: Part
    what: Text
    why: Text
    purposes: Sequence[str]
    country: Text = ""
    outside: bool = False
    ground: Text = ""
    fallen: Text = ""

    @property
    def part_words(self) -> Promise:
        """Return what it is, in words."""
        return PARTS[self.part]


Ask = Callable[[date, str], Sequence[Recipient]]
"""Day, language → those that a room passes data to on that day."""

_asks: dict[str, Ask] = {}


def offer_recipients(code: str, ask: Ask) -> None:
    """Let a room say whom it passes data to; said once, in its `apps.py`."""
    _asks[code] = ask


def recipients(*, on: date, language: str) -> list[Recipient]:
    """Return everybody who gets data on a day: those of the platform first, then by name."""
    of_rooms = [one for ask in _asks.values() for one in ask(on, language)]
    return [*carriers(), *sorted(of_rooms, key=lambda one: (str(one.name).lower(), str(one.why)))]


_THE_ADDRESS = _("E-mailadressen og korte beskeder uden navn")


def carriers() -> list[Recipient]:
    """Return those who carry messages out of the house, as far as each way is in use."""
    in_use = set(channels.offered())
    return [_CARRIERS[one]() for one in _CARRIERS if one in in_use]


def _mail() -> Recipient:
    return Recipient(
        name=_("Kommunens mailserver"),
        part=Part.PROCESSOR,
        what=_THE_ADDRESS,
        why=_("Beskeder på e-mail til dem, der har bedt om det"),
        purposes=("account",),
        ground=_("Kommunens egen aftale"),
    )


def _push() -> Recipient:
    return Recipient(
        name=_("Browserens push-tjeneste: %(hosts)s")
        % {"hosts": ", ".join(sorted(settings.PUSH_HOSTS))},
        part=Part.CARRIER,
        what=_("Telefonens adresse og en besked, der er krypteret til den"),
        why=_("Beskeder på telefonen til dem, der har bedt om det"),
        purposes=("account",),
        country=_("Kan være uden for EU"),
        outside=True,
        ground=_("Indholdet er krypteret; borgeren har selv valgt det og kan slå det fra"),
    )


def _sms() -> Recipient:
    return Recipient(
        name=_("Kommunens sms-tjeneste"),
        part=Part.PROCESSOR,
        what=_("Telefonnummeret og korte beskeder uden navn"),
        why=_("Beskeder på sms til dem, der har bedt om det"),
        purposes=("account",),
        ground=_("Kommunens egen aftale"),
    )


def _digital_post() -> Recipient:
    return Recipient(
        name=_("Digital Post (Digitaliseringsstyrelsen)"),
        part=Part.CONTROLLER,
        what=_("Breve til borgeren"),
        why=_("Breve, der skal sendes med Digital Post"),
        purposes=("case", "availability"),
        country=_("Danmark"),
        ground=_("Lov om Digital Post"),
    )


_CARRIERS: dict[Channel, Callable[[], Recipient]] = {
    Channel.EMAIL: _mail,
    Channel.PHONE: _push,
    Channel.SMS: _sms,
    Channel.DIGITAL_POST: _digital_post,
}
