# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What each tile of Min side costs by itself: milliseconds and journeys to the database."""

import logging
import statistics
import time
from collections.abc import Sequence
from typing import Any

TIMES = 6


def some_citizens(many: int) -> list[tuple[int, int]]:
    """Return the newest citizens of each kommune: the kommune's number, and hers."""
    from jobunivers.foundation.tenancy import queries as tenancy
    from jobunivers.foundation.tenancy import working_for
    from jobunivers.identity.models import Person

    found = []
    for municipality in tenancy.opened():
        with working_for(municipality.pk):
            rows = Person.objects.filter(role="citizen").order_by("-pk")
            found += [(municipality.pk, pk) for pk in rows.values_list("pk", flat=True)[:many]]
    return found


def tiles_of(citizens: Sequence[tuple[int, int]]) -> dict[str, dict[str, float]]:
    """Return for each tile its processor time and journeys, asked alone for each citizen.

    Alone a tile pays for what it would share with others on the page: the sum is more than the
    page. The first round fills what the process keeps at hand and does not count.

    Args:
        citizens: number of the kommune and of the person.
    """
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    from jobunivers.foundation.tenancy import queries as tenancy
    from jobunivers.foundation.tenancy import working_for
    from jobunivers.foundation.tiles import tiles

    kommuner = {pk: tenancy.by_pk(pk) for pk, _ in citizens}
    logging.getLogger("jobunivers.tiles").setLevel(logging.ERROR)
    found: dict[str, dict[str, float]] = {}
    for tile in tiles():
        spent: list[float] = []
        journeys = 0
        for number in range(TIMES):
            for municipality_id, person_id in citizens:
                with working_for(municipality_id), CaptureQueriesContext(connection) as captured:
                    began = time.process_time()
                    _one(tile, kommuner[municipality_id], person_id)
                    if number:
                        spent.append(1000 * (time.process_time() - began))
                journeys = max(journeys, len(captured))
        spent.sort()
        found[tile.code] = {
            "p50": round(statistics.median(spent), 1),
            "p95": round(spent[int(0.95 * (len(spent) - 1))], 1),
            "journeys": journeys,
        }
    return found


def _one(tile: Any, kommune: Any, person_id: int) -> None:
    """Fill a tile and make its inside, as the page does."""
    from django.template import Context
    from django.template.loader import get_template
    from django.test import RequestFactory
    from django.utils import timezone, translation

    from jobunivers.foundation.tiles import Arrangement, Asking
    from jobunivers.front import tiling
    from jobunivers.trust import queries as trust

    at = timezone.now()
    with translation.override("da"), trust.remembering():
        asking = Asking(citizen_id=person_id, language="da", at=at)
        page = Arrangement(main=(tile.code,))
        shown = tiling.fill(page, asking, careful=False)
        request = RequestFactory().get("/")
        request.municipality = kommune  # type: ignore[attr-defined]
        context = Context({"request": request, "csrf_token": "x"})
        around: Any = get_template("front/my_page.html")
        with context.bind_template(around.template):
            for one in shown.values():
                one.render(context)


def table(found: dict[str, dict[str, float]]) -> list[str]:
    """Return the figures as lines of Markdown."""
    lines = [
        "| tile of Min side, alone | processor ms p50 | p95 | journeys |",
        "|---|--:|--:|--:|",
    ]
    lines += [
        f"| {code} | {one['p50']} | {one['p95']} | {one['journeys']:.0f} |"
        for code, one in found.items()
    ]
    return lines
