# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What she took with her of her data."""

from django.db import models
from django.db.models import Q

from jobunivers.foundation.tenancy.models import TenantModel


class Form(models.TextChoices):
    """How all her data is written down."""

    JSON = "json"
    PDF = "pdf"


class Download(TenantModel):
    """All her data in one file, asked for by her: the receipt stays when the file is gone.

    The file itself is kept among `foundation.files` to the end of `kept_until`. There it is
    nobody's: else the next file of all her data would hold this one.
    """

    person_id = models.BigIntegerField()
    form = models.CharField(max_length=4, choices=Form.choices)
    language = models.CharField(max_length=5)
    asked_at = models.DateTimeField()
    made_at = models.DateTimeField(null=True)  # None: it is being made
    file_id = models.BigIntegerField(null=True)
    rows = models.PositiveIntegerField(default=0)
    bytes = models.BigIntegerField(default=0)
    sha256 = models.CharField(max_length=64, default="", blank=True)
    kept_until = models.DateField(null=True)
    taken_at = models.DateTimeField(null=True)  # the last time
    times_taken = models.PositiveIntegerField(default=0)

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "person_id", "form"],
                condition=Q(made_at=None),
                name="one_download_of_a_form_is_made_at_a_time",
            ),
            models.CheckConstraint(
                name="a_download_that_is_made_has_a_file",
                condition=Q(made_at=None, file_id=None)
                | Q(made_at__isnull=False, file_id__isnull=False, kept_until__isnull=False),
            ),
        ]
        indexes = [
            models.Index(
                fields=["municipality", "person_id", "-asked_at"], name="downloads_by_person"
            ),
        ]

    def __str__(self) -> str:
        return f"download #{self.pk} ({self.form})"
