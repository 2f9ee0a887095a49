# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What sources have told of her, thing by thing, until she has decided."""

from django.db import models
from django.db.models import Q

from jobunivers.foundation.crypto.fields import EncryptedJSONField
from jobunivers.foundation.tenancy.models import TenantModel
from jobunivers.rooms.journey.actions import Origin, Part


class Telling(TenantModel):
    """What one source told the last time: a system outside, or a file by its name."""

    citizen_id = models.BigIntegerField()
    source = models.CharField(max_length=12, choices=Origin.choices)
    name = models.CharField(max_length=120, default="", blank=True)  # a file's
    format = models.CharField(max_length=30)
    digest = models.CharField(max_length=64)  # of what was read: the same again changes nothing
    told_at = models.DateTimeField()
    passed_over = models.PositiveSmallIntegerField(default=0)

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "citizen_id", "source", "name"],
                name="a_source_has_one_telling",
            ),
            models.CheckConstraint(
                name="she_is_no_source_of_her_own", condition=~Q(source=Origin.OWN)
            ),
            models.CheckConstraint(
                name="a_file_told_has_a_name", condition=~Q(source=Origin.FILE) | ~Q(name="")
            ),
        ]

    def __str__(self) -> str:
        return f"telling #{self.pk} of {self.source}"


class FindingState(models.TextChoices):
    """What became of something a source told."""

    WAITING = "waiting"  # new: she has not said whether it is to come along
    TAKEN = "taken"
    KNOWN = "known"  # the profile said it already
    DECLINED = "declined"


class Finding(TenantModel):
    """One thing a source told. Waiting ones are asked about; the others are remembered."""

    telling = models.ForeignKey(Telling, models.CASCADE, related_name="findings")
    kind = models.CharField(max_length=12, choices=Part.choices)
    key = models.CharField(max_length=64)  # what it is, the same at each import
    fields = EncryptedJSONField(default=dict)
    concept = models.CharField(max_length=200, default="", blank=True)
    sure = models.BooleanField(default=True)
    place = EncryptedJSONField(default=dict)  # where it stands: page, line, text
    state = models.CharField(max_length=8, choices=FindingState.choices)
    line = models.CharField(max_length=40, default="", blank=True)  # the profile's
    order = models.PositiveSmallIntegerField(default=0)
    decided_at = models.DateTimeField(null=True)

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(fields=["telling", "key"], name="a_thing_is_found_once"),
            models.CheckConstraint(
                name="what_waits_is_in_no_line",
                condition=~Q(state=FindingState.WAITING) | Q(line="", decided_at=None),
            ),
        ]

    def __str__(self) -> str:
        return f"finding #{self.pk}, {self.state}"
