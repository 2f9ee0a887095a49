# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What staff write while they help: their disagreement with what a model suggested."""

from django.db import models

from jobunivers.foundation.crypto.fields import EncryptedTextField
from jobunivers.foundation.tenancy.models import TenantModel


class Objection(models.TextChoices):
    """Why an adviser disagrees with a suggestion; the words are in `queries/words.py`."""

    OCCUPATION = "occupation"
    SKILLS = "skills"
    REQUIREMENTS = "requirements"
    TRAVEL = "travel"
    CONDITIONS = "conditions"
    OTHER = "other"


class RecommendationRemark(TenantModel):
    """An adviser disagreed with one suggestion to one citizen; only ever added to.

    Taking a remark back is a row of its own, so that what was shown to the citizen stays true. The
    newest row of an adviser on an advertisement holds. `run_id` and `model` say what was disagreed
    with; the run itself may be gone.
    """

    append_only = True

    citizen_id = models.BigIntegerField()
    vacancy_id = models.BigIntegerField()
    run_id = models.BigIntegerField()
    model = models.CharField(max_length=40)
    adviser_id = models.BigIntegerField()
    at = models.DateTimeField()
    code = models.CharField(max_length=20, choices=Objection.choices)
    note = EncryptedTextField(max_length=300, default="", blank=True)
    taken_back = models.BooleanField(default=False)

    class Meta(TenantModel.Meta):
        constraints = [
            models.CheckConstraint(
                name="remark_has_a_known_reason", condition=models.Q(code__in=Objection.values)
            ),
            models.CheckConstraint(
                name="another_reason_is_said_in_words",
                condition=~models.Q(code=Objection.OTHER, note=""),
            ),
        ]
        indexes = [
            models.Index(fields=["municipality", "citizen_id", "-id"], name="remarks_by_citizen"),
            models.Index(fields=["municipality", "-at"], name="remarks_by_time"),
        ]

    def __str__(self) -> str:
        return f"remark #{self.pk} on vacancy #{self.vacancy_id}"
