# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What places holds: Denmark's regions, kommuner and postcodes."""

from django.utils.translation import gettext_lazy as _

from jobunivers.foundation.datamap import About, Holding, hold, inner, public
from jobunivers.foundation.places.models import KommuneArea, Postcode, Region

_PLACE = {"id": inner(), **dict.fromkeys(("code", "retired_at"), public())}

hold(
    Holding(
        model=Region,
        about=About.NOBODY,
        what=_("Danmarks regioner"),
        purpose="running",
        retention="forever",
        fields={**_PLACE, **dict.fromkeys(("name", "slug"), public())},
    ),
    Holding(
        model=KommuneArea,
        about=About.NOBODY,
        what=_("Danmarks kommuner på kortet"),
        purpose="running",
        retention="forever",
        fields={
            **_PLACE,
            **dict.fromkeys(("name", "slug", "region", "lat", "lon", "polygons"), public()),
        },
    ),
    Holding(
        model=Postcode,
        about=About.NOBODY,
        what=_("Postnumre og byer"),
        purpose="running",
        retention="forever",
        fields={
            **_PLACE,
            **dict.fromkeys(("city", "lat", "lon", "kommune_code", "other_kommuner"), public()),
        },
    ),
)
