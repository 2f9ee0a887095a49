# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from django.db import models
from django.db.models import Q

from jobunivers.foundation.tenancy.models import TenantModel


class Layout(TenantModel):
    """How one person wants her own page; written the first time she sees it.

    From then on nothing moves by itself: neither a new version of the platform nor another
    course changes what she has seen.
    """

    person_id = models.BigIntegerField()
    version = models.PositiveIntegerField(default=1)
    arrangement = models.JSONField(default=dict)
    # What she can go back to, the latest last.
    history = models.JSONField(default=list, blank=True)
    # The tiles she has seen, or could have: what came later is offered to her once.
    known = models.JSONField(default=list, blank=True)
    changed_at = models.DateTimeField()

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "person_id"], name="a_person_has_one_layout"
            ),
            models.CheckConstraint(name="a_layout_has_a_version", condition=Q(version__gte=1)),
        ]

    def __str__(self) -> str:
        return f"layout {self.person_id} v{self.version}"
