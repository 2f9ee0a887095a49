# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a kommune has written in its assessments of impact, version by version."""

from django.db import models
from django.db.models import Q

from jobunivers.foundation.tenancy.models import TenantModel


class AssessmentKind(models.TextChoices):
    """Which assessment."""

    DATA = "data"  # of data protection: GDPR article 35
    RIGHTS = "rights"  # of fundamental rights: AI Act article 27


class Assessment(TenantModel):
    """One version of what a kommune says, beside what the running system says of itself.

    `answers` are the kommune's own fields. When it is signed, `facts` holds what the system said
    at that moment, so that the signature stands under a text that does not change.
    """

    append_only = True

    kind = models.CharField(max_length=8, choices=AssessmentKind.choices)
    number = models.PositiveIntegerField()
    answers = models.JSONField(default=dict)
    written_by_id = models.BigIntegerField()
    at = models.DateTimeField()
    signed_by = models.CharField(max_length=120, default="", blank=True)  # name and title
    review_on = models.DateField(null=True)
    facts = models.JSONField(default=list)

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "kind", "number"],
                name="versions_of_an_assessment_are_numbered",
            ),
            models.CheckConstraint(
                name="what_is_signed_is_looked_at_again",
                condition=Q(signed_by="", review_on=None)
                | (~Q(signed_by="") & Q(review_on__isnull=False)),
            ),
        ]
        indexes = [
            models.Index(fields=["municipality", "kind", "-number"], name="assessments_by_kind"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} assessment {self.number}"

    @property
    def is_signed(self) -> bool:
        """Say whether a named person has signed it."""
        return bool(self.signed_by)
