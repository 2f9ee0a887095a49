# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What others have told of her interests: what is used, by whose word, and what it brought."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from jobunivers.rooms.journey import queries as journey
from jobunivers.rooms.tailored.models import RecommendationRun, Signal, SignalKind, SignalSource
from jobunivers.trust import consents
from jobunivers.trust import queries as trust

PURPOSE = "recommendations"
"""The only purpose: to put jobs in order for her."""
HALF = 0.5
"""A signal counts half as much as something she has said herself."""
_CLOCKS = timedelta(minutes=1)
"""A run that was being made just then is told from the profile's version, not from its time."""
_WHY = _(
    "Vi bruger det kun til at finde job til dig. Det tæller halvt så meget som det, du selv har"
    " skrevet. Du kan se hver ting og fjerne den. Siger du nej, sker der ikke andet."
)
_LAW = "Databeskyttelsesforordningen, artikel 6, stk. 1, litra a"
ASKS = (
    consents.Ask(
        source=SignalSource.AKASSE.value,
        purpose=PURPOSE,
        version="1",
        name=_("Din a-kasse: det, du skal søge"),
        what=_("Vi henter jobmål, de job du skal søge, og kurser, som a-kassen har skrevet ned."),
        why=_WHY,
        law=_LAW,
        page="tailored:signals",
    ),
    consents.Ask(
        source=SignalSource.SOCIAL.value,
        purpose=PURPOSE,
        version="1",
        name=_("Din profil på et netværk"),
        what=_("Vi læser ønsker om job, kompetencer, kurser og interesser i din profil der."),
        why=_WHY,
        law=_LAW,
        page="tailored:signals",
    ),
)
KINDS: Mapping[str, Promise] = {
    SignalKind.WISH: _("Job, du ønsker"),
    SignalKind.COURSE: _("Kursus"),
    SignalKind.SKILL: _("Kompetence"),
    SignalKind.INTEREST: _("Interesse"),
}
LEFT_OUT: Mapping[str, Promise] = {
    "health": _("helbred"),
    "union": _("fagforening"),
    "religion": _("tro"),
    "politics": _("politik"),
    "origin": _("oprindelse"),
    "sexuality": _("seksualitet"),
    "crime": _("straf"),
    "number": _("CPR-nummer"),
    "benefit": _("ydelse"),
    "other": _("andet, vi ikke bruger"),
}
"""What a source told that is never kept, in words."""


_WHOSE: Mapping[str, Promise] = {
    SignalSource.AKASSE: _("Din a-kasse"),
    SignalSource.SOCIAL: _("Din profil på et netværk"),
}


def register_asks() -> None:
    """Let citizens be asked."""
    for ask in ASKS:
        consents.register(ask)


def source_name(source: str) -> str:
    """Return whose word a source is: `Din a-kasse`."""
    return str(_WHOSE.get(source, source))


def usable(runs: QuerySet[RecommendationRun]) -> QuerySet[RecommendationRun]:
    """Leave out the runs that were made with what a source told, once she allows it no longer.

    It is a part of the same question, so that what she takes back is gone with the next page,
    whoever asks.
    """
    allowed = trust.open_consents(purpose=PURPOSE).filter(citizen_id=OuterRef("citizen_id"))
    told = ArraySubquery(allowed.order_by().values("source"))
    return runs.filter(Q(signal_sources=[]) | Q(signal_sources__contained_by=told))


def answering(runs: QuerySet[RecommendationRun]) -> QuerySet[RecommendationRun]:
    """Leave out also the runs of a profile that has lost what a source told, by her no.

    Until she has a new one, seconds later, she has none.
    """
    lost = trust.taken_back().filter(
        citizen_id=OuterRef("citizen_id"), withdrawn_at__gte=OuterRef("computed_at") - _CLOCKS
    )
    as_it_is = Q(profile_version__gte=Subquery(journey.version_question()))
    return usable(runs).filter(as_it_is | ~Exists(lost))


def in_use(*, citizen_ids: Sequence[int]) -> dict[int, list[Signal]]:
    """Return the signals that may be used now for each who has some, in a full order."""
    told = Signal.objects.filter(citizen_id__in=list(citizen_ids), removed_at=None)
    allowed = trust.open_consents(purpose=PURPOSE).filter(citizen_id=OuterRef("citizen_id"))
    rows = told.filter(source__in=allowed.order_by().values("source"))
    found: dict[int, list[Signal]] = {}
    for row in rows.order_by("citizen_id", "source", "pk"):
        found.setdefault(row.citizen_id, []).append(row)
    return found


@dataclass(frozen=True, slots=True)
class SignalRow:
    """One thing a source has told, as she sees it."""

    pk: int
    words: str
    kind: Promise
    told_at: datetime


@dataclass(frozen=True, slots=True)
class SignalSourceRow:
    """A source: whether she allows it, whether it can be asked, and what it has told."""

    ask: consents.Ask
    allowed: bool
    connected: bool
    takes_files: bool
    rows: list[SignalRow]


def signals_page(*, citizen_id: int, at: datetime) -> list[SignalSourceRow]:
    """Return every source with what it has told; nothing of a source that she does not allow."""
    allowed = trust.consented_sources(citizen_id=citizen_id, purpose=PURPOSE, at=at)
    told = in_use(citizen_ids=[citizen_id]).get(citizen_id, [])
    return [
        SignalSourceRow(
            ask=ask,
            allowed=ask.source in allowed,
            connected=bool(settings.PROFILE_SOURCES.get(ask.source, {}).get("address")),
            takes_files=ask.source == SignalSource.SOCIAL,
            rows=[
                SignalRow(row.pk, row.words, KINDS[row.kind], row.told_at)
                for row in told
                if row.source == ask.source and ask.source in allowed
            ],
        )
        for ask in ASKS
    ]


@dataclass(frozen=True, slots=True)
class Told:
    """What a source has told that a run was made with, in words."""

    source: str
    words: tuple[str, ...]


def told_of(run: RecommendationRun) -> list[Told]:
    """Return what sources had told that the run was made with; nothing for most runs."""
    if not run.signal_ids:
        return []
    rows = Signal.objects.filter(pk__in=run.signal_ids, removed_at=None).order_by("source", "pk")
    found: dict[str, tuple[str, ...]] = {}
    for row in rows:
        found[row.source] = (*found.get(row.source, ()), row.words)
    return [Told(source_name(source), words) for source, words in found.items()]
