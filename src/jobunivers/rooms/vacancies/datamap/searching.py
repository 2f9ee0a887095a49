# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is held of what she keeps, follows and looks for: hers alone."""

from django.utils.translation import gettext_lazy as _

from jobunivers.foundation.datamap import About, Holding, by, free_text, inner, ordinary, public
from jobunivers.rooms.vacancies.forms.marks import HIDE_REASONS
from jobunivers.rooms.vacancies.forms.searches import RHYTHMS
from jobunivers.rooms.vacancies.models import (
    Employer,
    Followed,
    FollowKind,
    Hidden,
    NoHistory,
    PastSearch,
    SavedSearch,
    Star,
    Vacancy,
)
from jobunivers.rooms.vacancies.queries.remembered import search_words

_HERS = {"id": inner(), "municipality": inner(), "citizen_id": inner()}
_KINDS = {
    FollowKind.EMPLOYER: _("En virksomhed"),
    FollowKind.AREA: _("Et område"),
    FollowKind.OCCUPATION: _("Et fag"),
    FollowKind.THEME: _("Dine egne ord"),
}


def _title(vacancy: Vacancy) -> str:
    return vacancy.title


def _employer(employer: Employer) -> str:
    return employer.name


SEARCHING = (
    Holding(
        model=Star,
        about=About.CITIZEN,
        subject="citizen_id",
        group="jobs",
        what=_("Job, du har gemt"),
        source=_("Dig selv"),
        purpose="own",
        retention="journey",
        at="at",
        title=lambda row: _title(row.vacancy),
        hers=True,
        change="vacancies:starred",
        fields={
            **_HERS,
            "vacancy": ordinary(_("Job"), _title),
            "at": ordinary(_("Gemt")),
            "deadline": public(_("Frist")),
        },
    ),
    Holding(
        model=Hidden,
        about=About.CITIZEN,
        subject="citizen_id",
        group="jobs",
        what=_("Job, du ikke vil se mere"),
        source=_("Dig selv"),
        purpose="own",
        retention="journey",
        at="at",
        title=lambda row: _title(row.vacancy),
        fields={
            **_HERS,
            "vacancy": ordinary(_("Job"), _title),
            "reason": ordinary(_("Hvorfor"), by(HIDE_REASONS)),
            "at": ordinary(_("Hvornår")),
        },
    ),
    Holding(
        model=Followed,
        about=About.CITIZEN,
        subject="citizen_id",
        group="jobs",
        what=_("Virksomheder, områder og ord, du følger"),
        source=_("Dig selv"),
        purpose="own",
        retention="journey",
        at="at",
        title=lambda row: str(row.name_da),
        hers=True,
        change="vacancies:following",
        fields={
            **_HERS,
            "kind": ordinary(_("Slags"), by(_KINDS)),
            "employer": ordinary(_("Virksomhed"), _employer),
            "value": inner(),
            "name_da": free_text(_("Hvad du følger")),
            "name_en": inner(),
            "news": inner(),
            "at": ordinary(_("Siden")),
        },
    ),
    Holding(
        model=SavedSearch,
        about=About.CITIZEN,
        subject="citizen_id",
        group="jobs",
        what=_("Søgninger, du har gemt"),
        source=_("Dig selv"),
        purpose="own",
        retention="journey",
        at="created_at",
        hers=True,
        change="vacancies:saved_searches",
        fields={
            **_HERS,
            "name": free_text(_("Navn")),
            "query": free_text(_("Du søger"), search_words),
            "created_at": ordinary(_("Gemt")),
            "opened_at": ordinary(_("Sidst åbnet")),
            "rhythm": ordinary(_("Hvor tit du får nye job at vide"), by(RHYTHMS)),
        },
    ),
    Holding(
        model=PastSearch,
        about=About.CITIZEN,
        subject="citizen_id",
        group="jobs",
        what=_("Søgninger, du har lavet de sidste 30 dage"),
        source=_("Skrevet af siden, når du søger"),
        purpose="own",
        retention="short",
        at="last_at",
        title=lambda row: search_words(row.query),
        hers=True,
        change="vacancies:search_history",
        fields={
            **_HERS,
            "query": free_text(_("Du søgte"), search_words),
            "words": inner(),
            "others": inner(),
            "last_at": ordinary(_("Sidst")),
            "times": ordinary(_("Hvor mange gange")),
        },
    ),
    Holding(
        model=NoHistory,
        about=About.CITIZEN,
        subject="citizen_id",
        group="jobs",
        what=_("At dine søgninger ikke må huskes"),
        source=_("Dig selv"),
        purpose="own",
        retention="journey",
        at="since",
        title=lambda _row: _("Søgninger huskes ikke"),
        hers=True,
        change="vacancies:search_history",
        fields={**_HERS, "since": ordinary(_("Siden"))},
    ),
)
