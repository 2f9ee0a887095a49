# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What notices holds: what a person was told, how, and where she can be reached."""

from collections.abc import Mapping
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from jobunivers.foundation.datamap import (
    About,
    Holding,
    by,
    free_text,
    hold,
    inner,
    ordinary,
    public,
    staff,
)
from jobunivers.foundation.notices.models import (
    Address,
    Alarm,
    Beat,
    Choice,
    Delivery,
    Limits,
    Notice,
    Preferences,
    State,
)
from jobunivers.foundation.notices.register import senders, type_of
from jobunivers.foundation.notices.words import CHANNELS, RHYTHMS

_ROW = {"id": inner(), "municipality": inner()}
_HERS = {**_ROW, "person_id": inner()}
_YOU = _("Dig selv")
_SITE = _("Skrevet af siden")
_LANGUAGES = {"da": _("Dansk"), "en": _("Engelsk")}
_STATES = {
    State.WAITING: _("Venter"),
    State.SENDING: _("På vej"),
    State.SENT: _("Sendt"),
    State.FAILED: _("Kom ikke frem"),
    State.LEFT_OUT: _("Ikke sendt"),
}
_REASONS = {
    "paused": _("Du har holdt pause fra beskeder"),
    "no_address": _("Der er ingen adresse at sende til"),
    "turned_off": _("Du har sagt nej tak til den slags"),
    "seen_already": _("Du havde læst den"),
    "no_longer_relevant": _("Den havde ingen betydning mere"),
}


def _kind(code: str) -> Promise | str:
    known = type_of(code)
    return known.name if known else code


def _sender(code: str) -> Promise | str:
    return {one.code: one.name for one in senders()}.get(code, code)


def _told(row: Notice) -> str:
    """Return a notice in the words she reads; by its kind when nobody knows it any more."""
    known = type_of(row.kind)
    return known.wording(row.data) if known else row.kind


def _data(data: Mapping[str, Any]) -> str:
    """Return the texts a notice is made with; the numbers of rows and codes say nothing alone."""
    return ", ".join(str(one) for one in data.values() if isinstance(one, str) and one)


def _address(address: str) -> Promise | str:
    """Return an e-mail address; of a phone, whose keys nobody is shown, that it is one."""
    return _("En telefon eller computer") if address.startswith("{") else address


hold(
    Holding(
        model=Notice,
        about=About.CITIZEN,
        subject="person_id",
        group="talks",
        what=_("Beskeder til dig fra siden"),
        source=_SITE,
        purpose="journey",
        retention="journey",
        at="created_at",
        title=_told,
        fields={
            **_HERS,
            "kind": ordinary(_("Hvad den handler om"), _kind),
            "sender": ordinary(_("Fra"), _sender),
            "key": inner(),
            "data": free_text(_("Ord i beskeden"), _data),
            "path": inner(),
            "wants_answer": ordinary(_("Beder dig om noget")),
            "created_at": ordinary(_("Hvornår")),
            "sent_at": ordinary(_("Sendt")),
            "read_at": ordinary(_("Læst")),
            "opened_at": ordinary(_("Åbnet")),
            "opened_via": ordinary(_("Åbnet gennem"), by(CHANNELS)),
            "acted_at": ordinary(_("Du gjorde det")),
        },
    ),
    Holding(
        model=Delivery,
        about=About.CITIZEN,
        subject="person_id",
        group="talks",
        what=_("Hvordan beskederne er sendt til dig"),
        source=_SITE,
        purpose="account",
        retention="journey",
        at="changed_at",
        title=lambda row: by(CHANNELS)(row.channel),
        fields={
            **_HERS,
            "notice": inner(),
            "channel": ordinary(_("Hvordan"), by(CHANNELS)),
            "rhythm": ordinary(_("Hvor tit"), by(RHYTHMS)),
            "critical": ordinary(_("Vigtig")),
            "state": ordinary(_("Hvordan det gik"), by(_STATES)),
            "due_at": ordinary(_("Skulle sendes")),
            "message": inner(),
            "tries": ordinary(_("Forsøg")),
            "reached": inner(),
            "changed_at": ordinary(_("Hvornår")),
            "reason": ordinary(_("Hvorfor"), by(_REASONS)),
        },
    ),
    Holding(
        model=Preferences,
        about=About.CITIZEN,
        subject="person_id",
        group="who",
        what=_("Hvornår du vil have beskeder, og på hvilket sprog"),
        source=_YOU,
        purpose="account",
        retention="journey",
        at="changed_at",
        title=lambda _row: _("Dine valg for beskeder"),
        change="notices:settings",
        fields={
            **_HERS,
            "language": ordinary(_("Hvilket sprog"), by(_LANGUAGES)),
            "quiet_from": ordinary(_("Stille fra")),
            "quiet_to": ordinary(_("Stille til")),
            "digest_hour": ordinary(_("Klokkeslæt for den samlede besked")),
            "paused_until": ordinary(_("Pause til")),
            "changed_at": ordinary(_("Sidst ændret")),
        },
    ),
    Holding(
        model=Choice,
        about=About.CITIZEN,
        subject="person_id",
        group="who",
        what=_("Hvilke beskeder du vil have, og hvordan"),
        source=_YOU,
        purpose="account",
        retention="journey",
        at="changed_at",
        title=lambda row: _kind(row.kind),
        change="notices:settings",
        fields={
            **_HERS,
            "kind": ordinary(_("Hvad den handler om"), _kind),
            "channel": ordinary(_("Hvordan"), by(CHANNELS)),
            "rhythm": ordinary(_("Hvor tit"), by(RHYTHMS)),
            "changed_at": ordinary(_("Sidst ændret")),
        },
    ),
    Holding(
        model=Address,
        about=About.CITIZEN,
        subject="person_id",
        group="who",
        what=_("Din e-mail og de telefoner, du får beskeder på"),
        source=_YOU,
        purpose="account",
        retention="journey",
        at="created_at",
        title=lambda row: _address(row.address),
        hers=True,
        change="notices:settings",
        fields={
            **_HERS,
            "channel": ordinary(_("Hvordan"), by(CHANNELS)),
            "address": ordinary(_("Adresse"), _address),
            "address_hash": inner(),
            "label": ordinary(_("Navn")),
            "created_at": ordinary(_("Skrevet")),
            "verified_at": ordinary(_("Bekræftet")),
            "asked_at": ordinary(_("Vi bad dig bekræfte")),
            "gone_at": ordinary(_("Virker ikke mere siden")),
        },
    ),
    Holding(
        model=Limits,
        about=About.NOBODY,
        what=_("Hvor mange beskeder kommunen højst sender til én person"),
        purpose="work",
        retention="forever",
        fields={
            **_ROW,
            **dict.fromkeys(("per_day", "per_week", "changed_at"), public()),
            "changed_by": staff(),
        },
    ),
    Holding(
        model=Alarm,
        about=About.NOBODY,
        what=_("Fejl i udsendelsen af beskeder, som kommunen har fået at vide"),
        purpose="running",
        retention="forever",
        fields={**_ROW, **dict.fromkeys(("code", "raised_at", "over_at"), public())},
    ),
    Holding(
        model=Beat,
        about=About.NOBODY,
        what=_("Hvornår hver udsendelse sidst kørte"),
        purpose="running",
        retention="forever",
        fields={
            "id": inner(),
            **dict.fromkeys(("sender", "known_since", "beat_at", "made"), public()),
        },
    ),
)
