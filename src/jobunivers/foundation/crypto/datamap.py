# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What crypto holds: which keys there are; no key, and nothing of any person."""

from django.utils.translation import gettext_lazy as _

from jobunivers.foundation.crypto.models import KnownKey
from jobunivers.foundation.datamap import About, Holding, hold, inner

hold(
    Holding(
        model=KnownKey,
        about=About.NOBODY,
        what=_("Navnene på de nøgler, personlige felter er krypteret med"),
        purpose="security",
        retention="forever",
        fields={
            "id": inner(),
            "name": inner(),
            "check_value": inner(),
            "known_since": inner(),
        },
    ),
)
