# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from django.apps import AppConfig


class CryptoConfig(AppConfig):
    """Fields that are encrypted, and the keys they are encrypted with."""

    name = "jobunivers.foundation.crypto"
    label = "crypto"
