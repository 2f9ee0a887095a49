# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What she is asked to allow before a source outside may tell of her, in plain words."""

from django.utils.translation import gettext_lazy as _

from jobunivers.trust import consents

PROFILE = "profile"
"""The only purpose: to fill in her own profile."""
_WHY = _(
    "Vi bruger det kun til din profil. Du ser det først og vælger selv, hvad der kommer med."
    " Siger du nej, sker der ikke andet, end at du selv skriver det."
)
ASKS = (
    consents.Ask(
        source="jobcenter",
        purpose=PROFILE,
        version="1",
        name=_("Jobcentret"),
        what=_("Vi henter de job, uddannelser og jobmål, som står i jobcentrets sag om dig."),
        why=_WHY,
        law="Databeskyttelsesforordningen, artikel 6, stk. 1, litra a",
        page="entrance:sources",
    ),
    consents.Ask(
        source="akasse",
        purpose=PROFILE,
        version="1",
        name=_("Din a-kasse"),
        what=_("Vi henter de job og uddannelser og det kørekort, som a-kassen har skrevet ned."),
        why=_WHY,
        law="Databeskyttelsesforordningen, artikel 6, stk. 1, litra a",
        page="entrance:sources",
    ),
    consents.Ask(
        source="jobnet",
        purpose=PROFILE,
        version="1",
        name=_("Dit CV på Jobnet"),
        what=_("Vi henter det CV, du har skrevet på Jobnet: job, uddannelser, sprog og ønsker."),
        why=_WHY,
        law="Databeskyttelsesforordningen, artikel 6, stk. 1, litra a",
        page="entrance:sources",
    ),
)


def register_all() -> None:
    """Let citizens be asked."""
    for ask in ASKS:
        consents.register(ask)
