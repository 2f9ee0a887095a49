# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The people of firms, how a firm came to be one of them, and what the register says of it.

Shared rows: no citizen is in them. The people are rows of identity in the national organisation.
"""

from django.db import models
from django.db.models import F, Q

from jobunivers.foundation.crypto.fields import EncryptedTextField
from jobunivers.rooms.marketplace.queries import Vendor


class Rank(models.TextChoices):
    """What somebody may do for a firm."""

    ADMINISTRATOR = "administrator"  # all of it, and who else may
    EDITOR = "editor"  # solutions, answers and messages


class VendorMember(models.Model):
    """Somebody who acts for a firm, from a day until (not with) another.

    One person, one firm: whoever comes back, or goes to another, is a new person here.
    """

    vendor = models.ForeignKey(Vendor, models.PROTECT, related_name="+")
    person_id = models.BigIntegerField(unique=True)
    email = EncryptedTextField(default="", blank=True)
    rank = models.CharField(max_length=14, choices=Rank.choices)
    from_on = models.DateField()
    until_on = models.DateField(null=True)
    added_at = models.DateTimeField()
    added_by_id = models.BigIntegerField(null=True)
    ended_at = models.DateTimeField(null=True)
    ended_by_id = models.BigIntegerField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="a_membership_does_not_end_before_it_begins",
                condition=Q(until_on=None) | Q(until_on__gte=F("from_on")),
            ),
            models.CheckConstraint(
                name="a_member_has_a_known_rank", condition=Q(rank__in=Rank.values)
            ),
        ]
        indexes = [models.Index(fields=["vendor", "from_on"], name="members_by_vendor")]

    def __str__(self) -> str:
        return f"member #{self.pk}"


class SignUp(models.Model):
    """A firm that has asked to come in, and what was decided."""

    name = models.CharField(max_length=150)
    cvr = models.CharField(max_length=8, default="", blank=True)
    abroad = models.CharField(max_length=60, default="", blank=True)  # its number elsewhere
    website = models.URLField(max_length=500, default="", blank=True)
    about = models.TextField(default="", blank=True)
    contact_name = models.CharField(max_length=120)
    contact_email = EncryptedTextField()
    contact_phone = EncryptedTextField(max_length=30, default="", blank=True)
    sent_at = models.DateTimeField()
    decided_at = models.DateTimeField(null=True)
    decided_by_id = models.BigIntegerField(null=True)
    accepted = models.BooleanField(null=True)
    why = models.CharField(max_length=300, default="", blank=True)
    vendor = models.ForeignKey(Vendor, models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["cvr"],
                condition=Q(decided_at=None) & ~Q(cvr=""),
                name="a_firm_asks_once_at_a_time",
            ),
            models.CheckConstraint(
                name="who_is_accepted_becomes_a_firm_and_who_is_not_is_told_why",
                condition=Q(decided_at=None, accepted=None)
                | Q(decided_at__isnull=False, accepted=True, vendor__isnull=False)
                | (Q(decided_at__isnull=False, accepted=False) & ~Q(why="")),
            ),
        ]

    def __str__(self) -> str:
        return f"sign-up #{self.pk}"


class CvrAnswer(models.Model):
    """What the register of firms said last of a number; `outcome` as `integrations.cvr` has it."""

    cvr = models.CharField(max_length=8, unique=True)
    outcome = models.CharField(max_length=8)
    name = models.CharField(max_length=150, default="", blank=True)
    address = models.CharField(max_length=250, default="", blank=True)
    closed = models.CharField(max_length=30, default="", blank=True)
    asked_at = models.DateTimeField()

    class Meta:
        pass

    def __str__(self) -> str:
        return self.cvr
