# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which keys the database's values are encrypted with; nothing of any person, no key itself."""

from typing import ClassVar

from django.db import models


class KnownKey(models.Model):
    """A key that values may lie under: its name, and what proves that it is the same key.

    A program that is not given it, or is given another of that name, refuses to start.
    """

    name = models.CharField(max_length=20, unique=True)
    check_value = models.CharField(max_length=64)
    known_since = models.DateTimeField()

    objects: ClassVar["models.Manager[KnownKey]"] = models.Manager()

    def __str__(self) -> str:
        return self.name
