# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Looking kommuner up."""

from functools import cache
from typing import Any

from django.db.models import Case, F, Q, QuerySet, Subquery, When

from jobunivers.foundation.tenancy.current import tells
from jobunivers.foundation.tenancy.models import NATIONAL_CODE, Municipality

_HOST, _SLUG = "<host>", "<slug>"  # no host name and no path part has such signs


def opened_at(*, host: str, slug: str) -> Municipality | None:
    """Return the opened kommune of a host name, else of a path part, and work for it.

    One question finds it and tells PostgreSQL; it is asked inside `working_where`.
    """
    sql, params = _which_kommune()
    given = {_HOST: host, _SLUG: slug}
    return next(iter(Municipality.objects.raw(sql, [given.get(one, one) for one in params])), None)


@cache
def _which_kommune() -> tuple[str, tuple[Any, ...]]:
    """Return the question of every request as SQL, put into words once and not each time.

    Making the SQL took a request longer than asking it: 1–2 ms of processor time.
    """
    host_first = Case(When(host=_HOST, then=0), default=1)
    fitting = _opened().filter(Q(host=_HOST) | Q(slug=_SLUG)).order_by(host_first, "pk")
    # One row, so that what PostgreSQL is told last is the one that is returned.
    one = Municipality.objects.filter(pk=Subquery(fitting.values("pk")[:1])).defer("logo")
    return one.annotate(told=tells(F("pk"))).query.sql_with_params()


def opened_by_slug(slug: str) -> Municipality | None:
    """Return the opened kommune of a path part such as "aarhus"."""
    return _opened().filter(slug=slug).first()


def by_code(code: str) -> Municipality | None:
    """Return the kommune of a four-digit code, opened or not."""
    return Municipality.objects.filter(code=code).first()


def by_pk(pk: int) -> Municipality | None:
    """Return the kommune of a row number, opened or not, without its logo."""
    return Municipality.objects.filter(pk=pk).defer("logo").first()


def opened() -> QuerySet[Municipality]:
    """Return the opened kommuner by name, without the national organisation."""
    return _opened().exclude(code=NATIONAL_CODE).order_by("name", "pk")


def national() -> Municipality | None:
    """Return the organisation that runs the platform, once it is there."""
    return Municipality.objects.filter(code=NATIONAL_CODE).first()


def _opened() -> QuerySet[Municipality]:
    # The logo may be large and is needed by one view only.
    return Municipality.objects.filter(opened_at__isnull=False).defer("logo").order_by("pk")
