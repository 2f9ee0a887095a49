# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""She deletes all of one kind at once, by the same acts that delete one of them."""

from datetime import datetime

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from jobunivers.rooms.mydata.actions import Erasure, offer_erasure
from jobunivers.rooms.vacancies.actions.documents import remove_document
from jobunivers.rooms.vacancies.actions.following import stop_following
from jobunivers.rooms.vacancies.actions.joblog import delete_application
from jobunivers.rooms.vacancies.actions.letters import close_address, discard_proposal
from jobunivers.rooms.vacancies.actions.personal import show_again, unstar
from jobunivers.rooms.vacancies.actions.remembering import forget_past_searches
from jobunivers.rooms.vacancies.actions.searches import forget_search
from jobunivers.rooms.vacancies.models import (
    Application,
    ApplicationDocument,
    DocumentKind,
    Followed,
    Hidden,
    LetterAddress,
    Proposal,
    SavedSearch,
    Star,
)


def offer() -> None:
    """Offer what she may delete here; said once, in `apps.py`."""
    for one in _ERASURES:
        offer_erasure(one)


def _searches(citizen_id: int, at: datetime) -> int:
    rows = list(SavedSearch.objects.filter(citizen_id=citizen_id).order_by("pk"))
    for row in rows:
        forget_search(saved=row, at=at)
    return len(rows)


def _past(citizen_id: int, _at: datetime) -> int:
    return forget_past_searches(citizen_id=citizen_id)


def _stars(citizen_id: int, at: datetime) -> int:
    ids = list(Star.objects.filter(citizen_id=citizen_id).values_list("vacancy_id", flat=True))
    for pk in ids:
        unstar(citizen_id=citizen_id, vacancy_id=pk, at=at)
    return len(ids)


def _hidden(citizen_id: int, at: datetime) -> int:
    ids = list(Hidden.objects.filter(citizen_id=citizen_id).values_list("vacancy_id", flat=True))
    for pk in ids:
        show_again(citizen_id=citizen_id, vacancy_id=pk, at=at)
    return len(ids)


def _followed(citizen_id: int, at: datetime) -> int:
    rows = list(Followed.objects.filter(citizen_id=citizen_id).order_by("pk"))
    for row in rows:
        stop_following(row=row, at=at)
    return len(rows)


def _documents(citizen_id: int, at: datetime) -> int:
    rows = ApplicationDocument.objects.filter(citizen_id=citizen_id)
    found = list(rows.select_related("application").order_by("pk"))
    for row in found:
        remove_document(application=row.application, kind=DocumentKind(row.kind), at=at)
    return len(found)


def _letters(citizen_id: int, at: datetime) -> int:
    rows = list(Proposal.objects.filter(citizen_id=citizen_id).order_by("pk"))
    for row in rows:
        discard_proposal(proposal=row)
    had = LetterAddress.objects.filter(citizen_id=citizen_id).count()
    close_address(citizen_id=citizen_id, at=at)
    return len(rows) + had


def _not_handed_in(citizen_id: int, at: datetime) -> int:
    rows = list(_only_hers(citizen_id).order_by("pk"))
    for row in rows:
        delete_application(application=row, at=at)
    return len(rows)


def _only_hers(citizen_id: int) -> "QuerySet[Application]":
    return Application.objects.filter(citizen_id=citizen_id, uploaded_on=None)


_ERASURES = (
    Erasure(
        code="vacancies.searches",
        name=_("Søgninger, du har gemt"),
        labels=["vacancies.SavedSearch"],
        erase=_searches,
        order=10,
    ),
    Erasure(
        code="vacancies.past_searches",
        name=_("Søgninger, du har lavet for nylig"),
        labels=["vacancies.PastSearch"],
        erase=_past,
        order=11,
    ),
    Erasure(
        code="vacancies.stars",
        name=_("Job, du har gemt"),
        labels=["vacancies.Star"],
        erase=_stars,
        order=12,
    ),
    Erasure(
        code="vacancies.hidden",
        name=_("Job, du har skjult"),
        labels=["vacancies.Hidden"],
        erase=_hidden,
        order=13,
    ),
    Erasure(
        code="vacancies.followed",
        name=_("Det, du følger"),
        labels=["vacancies.Followed"],
        erase=_followed,
        order=14,
    ),
    Erasure(
        code="vacancies.documents",
        name=_("Ansøgninger og CV’er, du har lagt ind som PDF"),
        labels=["vacancies.ApplicationDocument", "files.StoredFile", "files.FilePiece"],
        erase=_documents,
        count=lambda pk: ApplicationDocument.objects.filter(citizen_id=pk).count(),
        order=20,
    ),
    Erasure(
        code="vacancies.letters",
        name=_("Din adresse til breve, og breve, du ikke har svaret på"),
        labels=["vacancies.LetterAddress", "vacancies.Proposal"],
        erase=_letters,
        order=21,
    ),
    Erasure(
        code="vacancies.applications",
        name=_("Ansøgninger, du ikke har lagt i joblog"),
        labels=["vacancies.Application", "vacancies.ApplicationStep", "vacancies.Interview"],
        erase=_not_handed_in,
        count=lambda pk: _only_hers(pk).count(),
        stays=_(
            "Dem, du har lagt i joblog, bliver. De viser, at du følger reglerne (BEK 46/2026 § 14)."
        ),
        order=22,
    ),
)
