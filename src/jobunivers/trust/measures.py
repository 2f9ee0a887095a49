# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is done to keep data safe (GDPR article 32), with figures from the running system."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.apps import apps
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from jobunivers.foundation.tenancy.models import TenantModel

Text = Promise | str


@dataclass(frozen=True, slots=True)
class Measure:
    """One thing that is done; `now`: how far it reaches in this system, "" where none counts."""

    name: Text
    what: Text
    now: Text = ""


def measures() -> Sequence[Measure]:
    """Return all of them, the widest first."""
    return (
        Measure(
            _("Kommuner er adskilt"),
            _("Databasen viser kun kommunens egne rækker, også hvis et program spørger forkert."),
            _("%(number)s slags rækker har den lås") % {"number": _tenant_models()},
        ),
        Measure(
            _("Adgang efter rolle og grund"),
            _("En medarbejder skriver en grund, før en borger bliver åbnet. Det, rollen ikke må"
              " se, findes ikke for den."),
        ),
        Measure(
            _("Borgeren ser, hvem der har set"),
            _("Hvert opslag bliver skrevet ned med navn, rolle, grund og tid og kan ikke rettes."),
        ),
        Measure(
            _("Kryptering"),
            _("Forbindelsen er altid krypteret. De mest følsomme tekster er også krypteret i"
              " databasen, med nøgler, der kan skiftes."),
            _("%(number)s felter er krypteret i databasen") % {"number": _encrypted()},
        ),
        Measure(
            _("Intet CPR-nummer"),
            _("Siden gemmer ikke CPR-numre og fjerner dem fra log og fejl."),
        ),
        Measure(
            _("Log, der ikke kan rettes"),
            _("Det, der sker, bliver skrevet i en log, som kun kan få mere til. Ændringer bag om"
              " siden bliver opdaget."),
        ),
        Measure(
            _("Login"),
            _("Sider med personoplysninger kræver login på et sikkerhedsniveau, der er sat for dem"
              " (NSIS). Et login udløber af sig selv."),
        ),
        Measure(
            _("Tilfældige numre til firmaer"),
            _("Et firma kender en borger under et nummer, der kun bruges der."),
        ),
        Measure(
            _("Sletning efter regler"),
            _("Hver slags oplysninger har en frist. Når den er gået, bliver de slettet eller gjort"
              " anonyme, også i kopier."),
        ),
        Measure(
            _("Ingen sporing"),
            _("Siden henter intet fra andre, når nogen læser den, og sporer ingen."),
        ),
    )  # fmt: skip


def _tenant_models() -> int:
    return sum(issubclass(one, TenantModel) for one in apps.get_models())


def _encrypted() -> int:
    """Return how many columns are encrypted: `foundation.crypto` marks them as sealed."""
    return sum(
        getattr(column, "sealed", False)
        for one in apps.get_models()
        for column in one._meta.concrete_fields  # noqa: SLF001 - Django's documented model meta
    )
