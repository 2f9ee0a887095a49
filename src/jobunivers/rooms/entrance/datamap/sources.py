# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is held of what sources have told, until she has decided and after."""

from collections.abc import Mapping

from django.utils.translation import gettext_lazy as _

from jobunivers.foundation.datamap import About, Holding, by, free_text, inner, ordinary
from jobunivers.rooms.entrance.models import Finding, FindingState, Telling
from jobunivers.rooms.entrance.queries import source_words
from jobunivers.rooms.journey.queries import words as profile_words

_ROW = {"id": inner(), "municipality": inner()}
_SOURCE = _("Kilden, du hentede fra, eller din fil")
_STATES = {
    FindingState.WAITING: _("Venter på dit svar"),
    FindingState.TAKEN: _("Kom med i profilen"),
    FindingState.KNOWN: _("Stod der allerede"),
    FindingState.DECLINED: _("Du sagde nej tak"),
}


def _told_by(telling: Telling) -> str:
    return source_words.source(telling.source, telling.name)


def _found(row: Finding) -> str:
    kind = str(by(source_words.KINDS)(row.kind))
    return f"{kind}: {source_words.finding(row.kind, row.fields)[0]}"


def _said(fields: Mapping[str, object]) -> str:
    return ", ".join(str(value) for value in fields.values() if value)


def _where(place: Mapping[str, object]) -> str:
    return ": ".join(part for part in source_words.place(place) if part)


SOURCES = (
    Holding(
        model=Telling,
        about=About.CITIZEN,
        subject="citizen_id",
        group="consents",
        what=_("Kilder og filer, du har hentet din profil fra"),
        source=_SOURCE,
        purpose="consented",
        retention="journey",
        at="told_at",
        title=_told_by,
        hers=True,
        change="entrance:sources",
        fields={
            **_ROW,
            "citizen_id": inner(),
            "source": ordinary(_("Kilde"), by(profile_words.SOURCES)),
            "name": ordinary(_("Filens navn")),
            "format": inner(),
            "digest": inner(),
            "told_at": ordinary(_("Hentet")),
            "passed_over": ordinary(_("Ting, vi ikke kunne bruge")),
        },
    ),
    Holding(
        model=Finding,
        about=About.CITIZEN,
        subject="telling__citizen_id",
        group="consents",
        what=_("Hver ting, en kilde har fortalt, og hvad du sagde til den"),
        source=_SOURCE,
        purpose="consented",
        retention="journey",
        title=_found,
        change="entrance:found",
        fields={
            **_ROW,
            "telling": ordinary(_("Kilde"), _told_by),
            "kind": ordinary(_("Slags"), by(source_words.KINDS)),
            "key": inner(),
            "fields": free_text(_("Det, kilden siger"), _said),
            "concept": inner(),
            "sure": ordinary(_("Læst uden tvivl")),
            "place": free_text(_("Hvor det står i filen"), _where),
            "state": ordinary(_("Hvad der skete med det"), by(_STATES)),
            "line": inner(),
            "order": inner(),
            "decided_at": ordinary(_("Besluttet")),
        },
    ),
)
