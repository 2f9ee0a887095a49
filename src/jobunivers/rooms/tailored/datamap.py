# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What tailored holds: suggestions and what they were made of, wishes, and what others told."""

import zlib
from collections.abc import Mapping, Sequence

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from jobunivers.foundation.datamap import (
    About,
    Holding,
    by,
    confidential,
    free_text,
    hold,
    inner,
    ordinary,
    public,
)
from jobunivers.foundation.ui import wording
from jobunivers.identity.models import ADVISING
from jobunivers.rooms.tailored.models import (
    Artefact,
    DemandFigures,
    ListShown,
    MoreLikeThis,
    Night,
    OpeningVersion,
    Preference,
    Pressure,
    RecommendationRun,
    SeekerFigures,
    Signal,
    SignalSource,
)
from jobunivers.rooms.tailored.queries.packing import unpacked_records
from jobunivers.rooms.tailored.queries.signals import KINDS
from jobunivers.rooms.tailored.queries.slider import STEPS, step_of
from jobunivers.rooms.tailored.queries.words import KEPT_AWAY

_HELPERS = tuple(sorted(ADVISING))
_SOURCES = {
    SignalSource.AKASSE: _("Din a-kasse"),
    SignalSource.SOCIAL: _("Din profil på et netværk"),
}
_BASES = {
    "profile": _("Din profil"),
    "words": _("Dine egne ord"),
    "nothing": _("Intet: du havde ikke skrevet noget"),
}
_PLACES = {"profile": _("Det sted, du har valgt"), "kommune": _("Midten af kommunen")}


def _list(stored: bytes | memoryview) -> str:
    """Return how many jobs a list has; "" when it cannot be read."""
    try:
        return wording.number(len(unpacked_records(stored)))
    except (zlib.error, ValueError):
        return ""


def _kept_away(counts: Mapping[str, int]) -> str:
    """Return which jobs were left out, and how many."""
    return "; ".join(
        f"{wording.number(count)}: {KEPT_AWAY.get(code, code)}" for code, count in counts.items()
    )


def _because(found: Mapping[str, Sequence[object]]) -> str:
    return wording.number(len(found.get("jobs", ())))


def _told_by(codes: Sequence[str]) -> str:
    return ", ".join(str(by(_SOURCES)(code)) for code in codes)


def _bold(share: float) -> Promise:
    return STEPS[step_of(share)]


def _far(km: float | None) -> str:
    return wording.km(km) if km is not None else ""


def _job(number: int) -> Promise | str:
    return _("Opslag nummer %(number)s") % {"number": number}


hold(
    Holding(
        model=RecommendationRun,
        about=About.CITIZEN,
        subject="citizen_id",
        group="computed",
        what=_("Lister over job, vi har foreslået dig, og det, de er regnet ud fra"),
        source=_("Regnet ud af siden ud fra din profil og det, du har gjort"),
        purpose="journey",
        retention="computed",
        seen_by=_HELPERS,
        at="computed_at",
        title=lambda row: wording.day_year(row.day),
        change="tailored:recommended",
        fields={
            "id": inner(),
            "municipality": inner(),
            "citizen_id": inner(),
            "profile_version": inner(),
            "model": public(_("Modellen, der lavede listen")),
            "vocabulary": inner(),
            "meaning": inner(),
            "day": ordinary(_("Dag")),
            "boldness": ordinary(_("Hvor modig listen er"), _bold),
            "basis": ordinary(_("Hvad vi læste"), by(_BASES)),
            "place": ordinary(_("Afstande er målt fra"), by(_PLACES)),
            "max_km": ordinary(_("Så langt vil du rejse"), _far),
            # Her profile as numbers: it is told in words where the profile is.
            "person": inner(),
            "ranking": confidential(_("Hvor mange job der står på listen"), _list),
            "places": inner(),
            "pool": inner(),
            "considered": ordinary(_("Så mange job har vi set på")),
            "excluded": ordinary(_("Job, vi lod være ude"), _kept_away),
            "because": ordinary(_("Job, der kom nærmere med dine nye kompetencer"), _because),
            "signal_ids": inner(),
            "signal_sources": ordinary(_("Andre, der har fortalt noget"), _told_by),
            "signals_brought": inner(),
            "computed_at": ordinary(_("Regnet ud")),
            "current": ordinary(_("Det er den liste, du ser nu")),
        },
    ),
    Holding(
        model=ListShown,
        about=About.CITIZEN,
        subject="citizen_id",
        group="computed",
        what=_("Hvornår du har fået vist foreslåede job. Hvad du trykker på, gemmer vi ikke"),
        source=_("Skrevet af siden, da du så listen"),
        purpose="quality",
        retention="computed",
        at="at",
        fields={
            "id": inner(),
            "municipality": inner(),
            "run_id": inner(),
            "citizen_id": inner(),
            "at": ordinary(_("Hvornår")),
            "first_rank": ordinary(_("Fra plads på listen")),
            "last_rank": ordinary(_("Til plads på listen")),
        },
    ),
    Holding(
        model=Preference,
        about=About.CITIZEN,
        subject="citizen_id",
        group="profile",
        what=_("Hvor modige dine forslag til job skal være"),
        source=_("Dig selv"),
        purpose="own",
        retention="journey",
        seen_by=_HELPERS,
        at="changed_at",
        hers=True,
        change="tailored:recommended",
        fields={
            "id": inner(),
            "municipality": inner(),
            "citizen_id": inner(),
            "boldness": ordinary(_("Hvor modig listen er"), _bold),
            "changed_at": ordinary(_("Sidst ændret")),
        },
    ),
    Holding(
        model=MoreLikeThis,
        about=About.CITIZEN,
        subject="citizen_id",
        group="jobs",
        what=_("Job, du har bedt om at se flere af"),
        source=_("Dig selv"),
        purpose="own",
        retention="journey",
        seen_by=_HELPERS,
        at="at",
        title=lambda row: _job(row.vacancy_id),
        hers=True,
        change="tailored:recommended",
        fields={
            "id": inner(),
            "municipality": inner(),
            "citizen_id": inner(),
            "vacancy_id": ordinary(_("Job"), _job),
            "at": ordinary(_("Hvornår")),
        },
    ),
    Holding(
        model=Signal,
        about=About.CITIZEN,
        subject="citizen_id",
        group="consents",
        what=_("Hvad andre har fortalt om det, du gerne vil, fordi du sagde ja"),
        source=_("Din a-kasse eller din profil på et netværk, med dit ja"),
        purpose="consented",
        retention="journey",
        seen_by=_HELPERS,
        at="told_at",
        title=lambda row: row.words or by(KINDS)(row.kind),
        hers=True,
        change="tailored:signals",
        fields={
            "id": inner(),
            "municipality": inner(),
            "citizen_id": inner(),
            "source": ordinary(_("Hvem der fortalte det"), by(_SOURCES)),
            "kind": ordinary(_("Hvad det er"), by(KINDS)),
            "key": inner(),
            "words": free_text(_("Deres ord")),
            "told_at": ordinary(_("Fortalt")),
            "removed_at": ordinary(_("Fjernet af dig")),
        },
    ),
    Holding(
        model=SeekerFigures,
        about=About.NOBODY,
        what=_("Hvor mange jobsøgende der passer til hvilket arbejde; færre end fem tælles ikke"),
        source=_("Regnet ud af siden"),
        purpose="running",
        retention="forever",
        fields={"id": inner(), "municipality": inner(), "day": public(), "groups": public()},
    ),
    Holding(
        model=DemandFigures,
        about=About.NOBODY,
        what=_("Ledige stillinger holdt op mod jobsøgende, som summer"),
        source=_("Regnet ud af siden"),
        purpose="running",
        retention="forever",
        fields={"id": inner(), "day": public(), "rows": public(), "unplaced": public()},
    ),
    Holding(
        model=Artefact,
        about=About.NOBODY,
        what=_("Det, modellen for job er lavet af, for hver udgave"),
        purpose="running",
        retention="forever",
        fields={
            "id": inner(),
            "kind": public(),
            "version": public(),
            "content": inner(),
            "facts": public(),
            "made_at": public(),
            "in_use_from": public(),
            "in_use_to": public(),
        },
    ),
    Holding(
        model=OpeningVersion,
        about=About.NOBODY,
        what=_("Jobopslag, som modellen så dem"),
        source=_("Jobopslagene"),
        purpose="running",
        retention="forever",
        fields={
            "id": inner(),
            "municipality": inner(),
            "vacancy_id": inner(),
            "digest": inner(),
            "features": inner(),
            "made_at": public(),
            "replaced_at": public(),
        },
    ),
    Holding(
        model=Pressure,
        about=About.NOBODY,
        what=_("Hvor mange der får vist et job, som summer for hele landet"),
        source=_("Regnet ud af siden"),
        purpose="running",
        retention="forever",
        fields={
            "vacancy_id": inner(),
            "price": public(),
            "views": public(),
            "capacity": public(),
            "at": public(),
        },
    ),
    Holding(
        model=Night,
        about=About.NOBODY,
        what=_("Hvordan nattens beregning af forslag gik"),
        source=_("Skrevet af siden"),
        purpose="running",
        retention="forever",
        fields={
            "id": inner(),
            "started_at": public(),
            "finished_at": public(),
            "people": public(),
            "openings": public(),
            "facts": public(),
            "failure": public(),
        },
    ),
)
