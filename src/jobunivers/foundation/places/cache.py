# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What every process keeps at hand of the map, and when it is built anew."""

from django.db.models import Max

from jobunivers.foundation.cached import Cached
from jobunivers.foundation.places.geojson import MapLayer, layer_of
from jobunivers.foundation.places.locator import KommunePlace, Locator, PostcodePlace
from jobunivers.foundation.places.models import KommuneArea, Postcode, Region
from jobunivers.foundation.places.suggest import PlaceFinder
from jobunivers.foundation.taxonomy.models import Dataset
from jobunivers.integrations.taxonomy.shapes import Shape

KINDS = ("geography", "places_starter")


def _stamp() -> int:
    """Return the number of the latest import of places."""
    return int(Dataset.objects.filter(kind__in=KINDS).aggregate(latest=Max("pk"))["latest"] or 0)


def _locator() -> Locator:
    areas = KommuneArea.objects.filter(retired_at=None).select_related("region").order_by("code")
    kommuner = {
        area.code: KommunePlace(
            area.code, area.name, area.slug, area.region.code, area.lat, area.lon
        )
        for area in areas
    }
    rows = Postcode.objects.filter(retired_at=None).order_by("code")
    columns = ("code", "city", "lat", "lon", "kommune_code", "other_kommuner")
    return Locator(
        kommuner=kommuner,
        postcodes={
            code: PostcodePlace(code, city, lat, lon, kommune, tuple(others))
            for code, city, lat, lon, kommune, others in rows.values_list(*columns)
        },
        regions=dict(
            Region.objects.filter(retired_at=None).order_by("code").values_list("code", "name")
        ),
        shapes={area.code: Shape.of(area.polygons) for area in areas if area.polygons},
    )


def _layer() -> MapLayer:
    return layer_of(
        KommuneArea.objects.filter(retired_at=None).select_related("region").order_by("code")
    )


locator: Cached[Locator] = Cached(_locator, _stamp)
finder: Cached[PlaceFinder] = Cached(lambda: PlaceFinder.of(locator.get()), _stamp)
layer: Cached[MapLayer] = Cached(_layer, _stamp)


def forget() -> None:
    """Build everything anew at the next question; called after every import."""
    for held in (locator, finder, layer):
        held.forget()
