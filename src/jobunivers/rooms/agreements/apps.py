# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from django.apps import AppConfig


class AgreementsConfig(AppConfig):
    """What kommuner pay vendors: agreements, ledger, settlement."""

    name = "jobunivers.rooms.agreements"
    label = "agreements"
