# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What she sent with an application (BEK 113/2026 § 98, stk. 2, nr. 15 and 16)."""

from django.db import models

from jobunivers.foundation.files.models import StoredFile
from jobunivers.foundation.tenancy.models import TenantModel
from jobunivers.rooms.vacancies.models.joblog import Application


class DocumentKind(models.TextChoices):
    """The two documents of the law."""

    APPLICATION = "application"
    CV = "cv"


class ApplicationDocument(TenantModel):
    """Her application or CV as PDF, as she sent it for one job."""

    application = models.ForeignKey(Application, models.CASCADE, related_name="+")
    citizen_id = models.BigIntegerField()
    kind = models.CharField(max_length=12, choices=DocumentKind.choices)
    file = models.OneToOneField(StoredFile, models.CASCADE, related_name="+")
    added_at = models.DateTimeField()

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["application", "kind"], name="an_application_has_one_document_of_a_kind"
            ),
        ]
        indexes = [models.Index(fields=["municipality", "citizen_id"], name="documents_by_citizen")]

    def __str__(self) -> str:
        return f"document #{self.pk}"
