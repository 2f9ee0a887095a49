# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What this room has for a citizen's own page."""

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from jobunivers.foundation import tiles
from jobunivers.foundation.prepared import prepared
from jobunivers.foundation.tiles import Asking, Context
from jobunivers.rooms.vacancies.models import Application, SavedSearch, Star
from jobunivers.rooms.vacancies.queries.index import LIST_FIELDS

_SHORT = 4
_APPLICATIONS, _STARS, _SEARCHES = (
    "vacancies.applications_latest",
    "vacancies.stars_latest",
    "vacancies.searches_first",
)


def register_tiles() -> None:
    """Offer them."""
    tiles.register(
        tiles.Tile(
            code="vacancies.applications",
            name=_("Dine ansøgninger"),
            about=_("De ansøgninger i din joblog, du har rørt ved sidst."),
            template="vacancies/tiles/applications.html",
            asks=_ask_applications,
            load=_applications,
            wide=True,
        )
    )
    tiles.register(
        tiles.Tile(
            code="vacancies.starred",
            name=_("Gemte job"),
            about=_("De job, du har sat stjerne ved sidst."),
            template="vacancies/tiles/starred.html",
            asks=_ask_starred,
            load=_starred,
        )
    )
    tiles.register(
        tiles.Tile(
            code="vacancies.searches",
            name=_("Gemte søgninger"),
            about=_("Dine gemte søgninger, så du kan søge igen med et tryk."),
            template="vacancies/tiles/searches.html",
            asks=_ask_searches,
            load=_searches,
        )
    )


def _ask_applications(asking: Asking) -> None:
    asking.wants(_APPLICATIONS, _latest(citizen_id=asking.citizen_id))


@prepared
def _latest(*, citizen_id: int) -> QuerySet[Application]:
    rows = Application.objects.filter(citizen_id=citizen_id)
    return rows.order_by("-changed_at", "-pk")[:_SHORT]


def _applications(asking: Asking) -> Context:
    return {"applications": asking.rows(_APPLICATIONS)}


def _ask_starred(asking: Asking) -> None:
    asking.wants(_STARS, _stars(citizen_id=asking.citizen_id))


@prepared
def _stars(*, citizen_id: int) -> QuerySet[Star]:
    rows = Star.objects.filter(citizen_id=citizen_id)
    rows = rows.select_related("vacancy__employer", "vacancy__source")
    fields = ("id", *(name for name in LIST_FIELDS if name != "pk"))
    shown = rows.only("at", "citizen_id", *(f"vacancy__{name}" for name in fields))
    return shown.order_by("-at", "-pk")[:_SHORT]


def _starred(asking: Asking) -> Context:
    return {"starred": [star.vacancy for star in asking.rows(_STARS)]}


def _ask_searches(asking: Asking) -> None:
    asking.wants(_SEARCHES, _saved(citizen_id=asking.citizen_id))


@prepared
def _saved(*, citizen_id: int) -> QuerySet[SavedSearch]:
    return SavedSearch.objects.filter(citizen_id=citizen_id).order_by("name", "pk")[:_SHORT]


def _searches(asking: Asking) -> Context:
    return {"searches": asking.rows(_SEARCHES)}
