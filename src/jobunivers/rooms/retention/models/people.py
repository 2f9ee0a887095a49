# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Whose way has ended, who is held back, and who has been told."""

from django.db import models
from django.db.models import F, Q

from jobunivers.foundation.tenancy.models import TenantModel


class HoldKind(models.TextChoices):
    """Why nothing of a person may be deleted for now."""

    CASE = "case"
    COMPLAINT = "complaint"
    REQUEST = "request"
    COURT = "court"
    OTHER = "other"


class Ended(TenantModel):
    """A citizen's way has ended (or a member of staff has stopped); made anew each night."""

    person_id = models.BigIntegerField()
    ended_on = models.DateField()  # the first day it no longer runs
    is_citizen = models.BooleanField()
    found_at = models.DateTimeField()

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "person_id"], name="a_way_has_ended_once"
            ),
        ]
        indexes = [
            models.Index(fields=["municipality", "ended_on", "person_id"], name="ways_by_their_end")
        ]

    def __str__(self) -> str:
        return f"the way of #{self.person_id} ended"


class Hold(TenantModel):
    """Nothing of a person is deleted while one of these is open."""

    person_id = models.BigIntegerField()
    kind = models.CharField(max_length=12, choices=HoldKind.choices)
    source = models.CharField(max_length=40, default="", blank=True)  # "": a person has set it
    reason = models.CharField(max_length=500)
    review_on = models.DateField(null=True)  # when somebody looks whether it is still needed
    set_at = models.DateTimeField()
    set_by_id = models.BigIntegerField(null=True)
    lifted_at = models.DateTimeField(null=True)
    lifted_by_id = models.BigIntegerField(null=True)
    lifted_why = models.CharField(max_length=500, default="", blank=True)

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "person_id", "source"],
                condition=Q(lifted_at=None) & ~Q(source=""),
                name="a_source_holds_a_person_once_at_a_time",
            ),
            models.CheckConstraint(
                name="a_hold_set_by_a_person_names_her_and_a_day_of_review",
                condition=~Q(source="") | Q(set_by_id__isnull=False, review_on__isnull=False),
            ),
        ]
        indexes = [
            models.Index(
                fields=["municipality", "person_id"],
                condition=Q(lifted_at=None),
                name="open_holds_by_person",
            )
        ]

    def __str__(self) -> str:
        return f"hold {self.pk}"


class LetterRun(TenantModel):
    """Printed letters of the 30 days' notice, made at one time and sent at one time."""

    made_at = models.DateTimeField()
    made_by_id = models.BigIntegerField()
    letters = models.PositiveIntegerField()
    sent_at = models.DateTimeField(null=True)
    sent_by_id = models.BigIntegerField(null=True)

    class Meta(TenantModel.Meta):
        constraints = [
            models.CheckConstraint(
                name="letters_are_sent_after_they_are_made_and_by_somebody",
                condition=Q(sent_at=None, sent_by_id=None)
                | Q(sent_at__gte=F("made_at"), sent_by_id__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"letters #{self.pk}"


class Told(TenantModel):
    """A citizen has been told that data of hers will go, and may have asked to keep it.

    Whom no message reaches outside the pages is told by a printed letter: she counts as told when
    the letter was sent, and not before.
    """

    citizen_id = models.BigIntegerField()
    code = models.CharField(max_length=40)  # of a retention, or `END`
    ended_on = models.DateField()  # of the way it is about: another end is told of anew
    goes_on = models.DateField()
    told_at = models.DateTimeField()
    kept_at = models.DateTimeField(null=True)  # she said: keep it; once
    by_letter = models.BooleanField(default=False, db_default=False)
    letter_run = models.ForeignKey(
        LetterRun, models.SET_NULL, null=True, blank=True, related_name="told"
    )
    letter_sent_at = models.DateTimeField(null=True)

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "citizen_id", "code", "ended_on"],
                name="she_is_told_once_of_each_end",
            ),
            models.CheckConstraint(
                name="data_goes_after_the_way_has_ended", condition=Q(goes_on__gt=F("ended_on"))
            ),
            models.CheckConstraint(
                name="only_whoever_is_told_by_letter_is_sent_one",
                condition=Q(by_letter=True) | Q(letter_run=None, letter_sent_at=None),
            ),
        ]
        indexes = [
            models.Index(
                fields=["municipality", "letter_run", "id"],
                name="letters_that_are_not_sent",
                condition=Q(by_letter=True, letter_sent_at=None),
            )
        ]

    def __str__(self) -> str:
        return f"told {self.pk}"
