# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What her joblog holds (BEK 113/2026 § 98, stk. 2)."""

from django.utils.translation import gettext_lazy as _

from jobunivers.foundation.datamap import (
    About,
    Holding,
    by,
    confidential,
    free_text,
    inner,
    ordinary,
    public,
)
from jobunivers.foundation.files.models import StoredFile
from jobunivers.identity.models import ADVISING
from jobunivers.rooms.vacancies.forms.documents import DOCUMENTS
from jobunivers.rooms.vacancies.forms.joblog import (
    APPLIED_HOW,
    COUNTRIES,
    EXTENTS,
    FOUND_HOW,
    STATUSES,
)
from jobunivers.rooms.vacancies.models import (
    Application,
    ApplicationDocument,
    ApplicationStep,
    Interview,
)

_HERS = {"id": inner(), "municipality": inner(), "citizen_id": inner()}
_SEEN = tuple(ADVISING)


def _job(application: Application) -> str:
    return f"{application.title}, {application.employer}"


def _file(file: StoredFile) -> str:
    return file.name


def _of(row: ApplicationStep | Interview | ApplicationDocument) -> str:
    return _job(row.application)


JOBLOG = (
    Holding(
        model=Application,
        about=About.CITIZEN,
        subject="citizen_id",
        group="jobs",
        what=_("Ansøgninger i din joblog"),
        source=_("Dig selv"),
        purpose="availability",
        retention="journey",
        seen_by=_SEEN,
        at="created_at",
        title=_job,
        hers=True,
        change="vacancies:application",
        change_takes_pk=True,
        fields={
            **_HERS,
            "vacancy": inner(),
            "status": confidential(_("Hvor langt du er"), by(STATUSES)),
            "applied_on": ordinary(_("Søgt")),
            "title": free_text(_("Stilling")),
            "employer": free_text(_("Arbejdsgiver")),
            "place": free_text(_("By")),
            "hours_per_week": ordinary(_("Timer om ugen")),
            "found_how": ordinary(_("Fundet gennem"), by(FOUND_HOW)),
            "applied_how": ordinary(_("Søgt hvordan"), by(APPLIED_HOW)),
            "deadline": ordinary(_("Frist")),
            "url": public(_("Link")),
            "note": free_text(_("Noter")),
            "extent": ordinary(_("Fuldtid eller deltid"), by(EXTENTS)),
            "address": free_text(_("Adresse")),
            "postal_code": ordinary(_("Postnummer")),
            "area": free_text(_("Område")),
            "country": ordinary(_("Land"), by(COUNTRIES)),
            "contact_name": free_text(_("Hvem du har talt med")),
            "contact_reach": free_text(_("Telefon eller e-mail til virksomheden")),
            "reference": free_text(_("Jobbets nummer")),
            "answered_on": ordinary(_("De svarede")),
            "answered_by": free_text(_("Svaret af")),
            "remind_on": ordinary(_("Mind mig om det")),
            "uploaded_on": ordinary(_("Lagt på Jobnet")),
            "vacancy_deadline": public(_("Opslagets frist")),
            "created_at": ordinary(_("Skrevet")),
            "changed_at": ordinary(_("Sidst ændret")),
            "version": inner(),
        },
    ),
    Holding(
        model=ApplicationStep,
        about=About.CITIZEN,
        subject="citizen_id",
        group="jobs",
        what=_("Hvad der skete med hver ansøgning, og hvornår"),
        source=_("Dig selv, når du skriver i din joblog"),
        purpose="availability",
        retention="journey",
        seen_by=_SEEN,
        at="at",
        title=lambda row: by(STATUSES)(row.status),
        fields={
            **_HERS,
            "application": ordinary(_("Ansøgning"), _job),
            "status": confidential(_("Hvor langt du er"), by(STATUSES)),
            "on": ordinary(_("Dag")),
            "at": ordinary(_("Skrevet")),
        },
    ),
    Holding(
        model=Interview,
        about=About.CITIZEN,
        subject="citizen_id",
        group="jobs",
        what=_("Jobsamtaler"),
        source=_("Dig selv"),
        purpose="availability",
        retention="journey",
        seen_by=_SEEN,
        at="created_at",
        title=_of,
        change="vacancies:interview",
        change_takes_pk=True,
        fields={
            **_HERS,
            "application": ordinary(_("Ansøgning"), _job),
            "on": ordinary(_("Dag")),
            "starts_at": ordinary(_("Begynder")),
            "ends_at": ordinary(_("Slutter")),
            "place": free_text(_("Sted")),
            "note": free_text(_("Noter")),
            "cancelled_at": ordinary(_("Aflyst")),
            "created_at": ordinary(_("Skrevet")),
            "changed_at": ordinary(_("Sidst ændret")),
            "version": inner(),
        },
    ),
    Holding(
        model=ApplicationDocument,
        about=About.CITIZEN,
        subject="citizen_id",
        group="jobs",
        what=_("Ansøgninger og CV’er, du har sendt, som PDF"),
        source=_("Dig selv"),
        purpose="own",
        retention="journey",
        at="added_at",
        title=_of,
        hers=True,
        change="vacancies:applications",
        fields={
            **_HERS,
            "application": ordinary(_("Ansøgning"), _job),
            "kind": ordinary(_("Hvad"), by(DOCUMENTS)),
            "file": ordinary(_("Fil"), _file),
            "added_at": ordinary(_("Lagt ind")),
        },
    ),
)
