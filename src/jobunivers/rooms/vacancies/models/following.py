# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a citizen follows: employers, fields of work, occupations and words of her own."""

from django.db import models
from django.db.models import Q

from jobunivers.foundation.tenancy.models import TenantModel
from jobunivers.rooms.vacancies.models.advertisements import Employer


class FollowKind(models.TextChoices):
    """What can be followed."""

    EMPLOYER = "employer"
    AREA = "area"
    OCCUPATION = "occupation"
    THEME = "theme"


class Followed(TenantModel):
    """One thing she follows, and its newest advertisements, so that no page has to look for them.

    `value` is the code of an area, the address of an occupation, or her words in small letters;
    the name is kept as it was that day. `news` are ids, newest first.
    """

    citizen_id = models.BigIntegerField()
    kind = models.CharField(max_length=12, choices=FollowKind.choices)
    employer = models.ForeignKey(Employer, models.CASCADE, null=True, related_name="+")
    value = models.CharField(max_length=200, default="", blank=True)
    name_da = models.CharField(max_length=200)
    name_en = models.CharField(max_length=200, default="", blank=True)
    news = models.JSONField(default=list)
    at = models.DateTimeField()

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "citizen_id", "kind", "value", "employer"],
                name="a_thing_is_followed_once",
                nulls_distinct=False,
            ),
            models.CheckConstraint(
                name="an_employer_is_followed_as_a_row_and_all_else_by_value",
                condition=Q(kind="employer", employer__isnull=False, value="")
                | (~Q(kind="employer") & Q(employer=None) & ~Q(value="")),
            ),
            models.CheckConstraint(name="what_is_followed_has_a_name", condition=~Q(name_da="")),
        ]

    def __str__(self) -> str:
        return f"followed #{self.pk}"

    def name(self, language: str) -> str:
        """Return what it is called."""
        return (self.name_en if language == "en" else "") or self.name_da
