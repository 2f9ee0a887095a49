# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from django.db import models

from jobunivers.foundation.tenancy.models import TenantModel


class Notice(TenantModel):
    """A message of the platform to one person, shown on her pages."""

    person_id = models.BigIntegerField()
    kind = models.CharField(max_length=60)
    # What the text needs (ids, counts, dates); the words are made when shown, in her language.
    data = models.JSONField(default=dict)
    path = models.CharField(max_length=200, default="", blank=True)
    created_at = models.DateTimeField()
    read_at = models.DateTimeField(null=True)

    class Meta(TenantModel.Meta):
        indexes = [
            models.Index(
                fields=["municipality", "person_id", "-created_at"], name="notices_by_person"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} #{self.pk}"
