# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What others have told of a citizen's interests, with her consent: each to be seen and removed."""

from django.db import models
from django.db.models import Q

from jobunivers.foundation.tenancy.models import TenantModel


class SignalSource(models.TextChoices):
    """Who may tell."""

    AKASSE = "akasse"
    SOCIAL = "social"


class SignalKind(models.TextChoices):
    """What a signal is about."""

    WISH = "wish"
    COURSE = "course"
    SKILL = "skill"
    INTEREST = "interest"


class Signal(TenantModel):
    """One thing a source has told. What she has removed keeps its key alone, not its words.

    `key` is a digest, so that what was removed does not come back with the next telling.
    """

    citizen_id = models.BigIntegerField()
    source = models.CharField(max_length=12, choices=SignalSource.choices)
    kind = models.CharField(max_length=12, choices=SignalKind.choices)
    key = models.CharField(max_length=64)
    words = models.CharField(max_length=120, default="", blank=True)
    told_at = models.DateTimeField()
    removed_at = models.DateTimeField(null=True)

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "citizen_id", "source", "key"],
                name="a_signal_is_told_once",
            ),
            models.CheckConstraint(
                name="a_signal_has_words_until_it_is_removed",
                condition=Q(removed_at=None) & ~Q(words="") | Q(removed_at__isnull=False, words=""),
            ),
        ]

    def __str__(self) -> str:
        return f"signal #{self.pk} from {self.source}"
