# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What simulator holds: how far a made-up kommune has been played."""

from django.utils.translation import gettext_lazy as _

from jobunivers.foundation.datamap import About, Holding, hold, inner, public
from jobunivers.simulator.models import SimulatedKommune

hold(
    Holding(
        model=SimulatedKommune,
        about=About.NOBODY,
        # The people it is about do not exist; where real ones are, the table is empty.
        what=_("Opdigtede menneskers liv, kun i en prøveudgave af siden"),
        purpose="running",
        retention="forever",
        fields={
            "id": inner(),
            "municipality": inner(),
            "seed": public(),
            "day": public(),
            "record": inner(),
        },
    ),
)
