# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reading what a citizen allows."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q, QuerySet

from jobunivers.identity import queries as identity
from jobunivers.trust import consents
from jobunivers.trust.models import Consent


@dataclass(frozen=True, slots=True)
class Asked:
    """One thing she may allow, and since when she does."""

    ask: consents.Ask
    given_at: datetime | None
    older_text: bool = False  # she agreed to an earlier text: it does not hold, and she is asked


@dataclass(frozen=True, slots=True)
class Past:
    """One period of consent, as she reads it."""

    name: str
    given_at: datetime
    given_by: str  # "" when it was herself
    withdrawn_at: datetime | None
    withdrawn_by: str
    text: str


@dataclass(frozen=True, slots=True)
class ConsentPage:
    """What she may allow, and all that she has allowed."""

    asks: list[Asked]
    history: list[Past]


def has_consent(*, citizen_id: int, source: str, purpose: str, at: datetime) -> bool:
    """Return whether she allows it at that moment, in the words that are used now."""
    return source in consented_sources(citizen_id=citizen_id, purpose=purpose, at=at)


def consented_sources(*, citizen_id: int, purpose: str, at: datetime) -> set[str]:
    """Return the sources whose use for the purpose she allows at that moment."""
    rows = Consent.objects.filter(citizen_id=citizen_id, purpose=purpose, given_at__lte=at)
    rows = rows.filter(Q(withdrawn_at=None) | Q(withdrawn_at__gt=at)).order_by("pk")
    versions = {one.source: one.version for one in consents.all_asks() if one.purpose == purpose}
    told = rows.values_list("source", "text_version")
    return {source for source, version in told if versions.get(source) == version}


def open_consents(*, purpose: str) -> QuerySet[Consent]:
    """Return the question for the consents to a purpose that hold, to be a part of another.

    A consent to an older text does not hold.
    """
    current = Q(pk__in=[])
    for one in consents.all_asks():
        if one.purpose == purpose:
            current |= Q(source=one.source, text_version=one.version)
    return Consent.objects.filter(current, purpose=purpose, withdrawn_at=None)


def taken_back() -> QuerySet[Consent]:
    """Return the question for consents that were taken back, to be a part of another."""
    return Consent.objects.exclude(withdrawn_at=None)


def consent_page(*, citizen_id: int) -> ConsentPage:
    """Return what she may allow, and her history, newest first."""
    rows = list(Consent.objects.filter(citizen_id=citizen_id).order_by("-given_at", "-pk"))
    given = {(row.source, row.purpose): row for row in rows if row.withdrawn_at is None}
    names = {(one.source, one.purpose): str(one.name) for one in consents.all_asks()}
    actors = {row.given_by_id for row in rows} | {row.withdrawn_by_id for row in rows} - {None}
    people = identity.names(ids=(pk for pk in actors if pk not in (None, citizen_id)))

    def who(pk: int | None) -> str:
        return "" if pk is None or pk == citizen_id else people.get(pk, ("", ""))[0]

    return ConsentPage(
        asks=[_asked(one, given.get((one.source, one.purpose))) for one in consents.all_asks()],
        history=[
            Past(
                names.get((row.source, row.purpose), row.source),
                row.given_at,
                who(row.given_by_id),
                row.withdrawn_at,
                who(row.withdrawn_by_id),
                row.text,
            )
            for row in rows
        ],
    )


def _asked(ask: consents.Ask, row: Consent | None) -> Asked:
    if row is None:
        return Asked(ask, None)
    current = row.text_version == ask.version
    return Asked(ask, row.given_at if current else None, older_text=not current)
