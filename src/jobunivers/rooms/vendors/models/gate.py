# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is answered of a solution before it may stand on a shelf, and what those answers lean on.

None of these rows says anything of a citizen. They are read across kommuner: the answers are of
the firm, and every kommune that shows its solution may see them.
"""

from django.db import models
from django.db.models import Q

from jobunivers.foundation.files.models import StoredFile
from jobunivers.rooms.marketplace.queries import Offer


class Gate(models.Model):
    """The checklist of one solution.

    Attributes:
        said: the answers as they were last written (`queries.answers.Answers` as JSON).
        accepted: the answers that count, because somebody who did not write them accepted them.
        version: rises with each writing; `accepted_version` is the one `accepted` was.
    """

    offer = models.OneToOneField(Offer, models.CASCADE, related_name="+")
    said = models.JSONField(default=dict)
    said_at = models.DateTimeField()
    said_by_id = models.BigIntegerField(null=True)  # None: a loader
    accepted = models.JSONField(default=dict, blank=True)
    accepted_at = models.DateTimeField(null=True)
    accepted_by_id = models.BigIntegerField(null=True)
    accepted_version = models.PositiveIntegerField(default=0)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="who_writes_answers_does_not_accept_them",
                condition=Q(said_by_id=None)
                | ~Q(accepted_version=models.F("version"))
                | ~Q(said_by_id=models.F("accepted_by_id")),
            ),
        ]

    def __str__(self) -> str:
        return f"gate of offer {self.offer_id}"


class GateFile(models.Model):
    """A document handed in with the answers of a solution."""

    offer = models.ForeignKey(Offer, models.CASCADE, related_name="+")
    file = models.OneToOneField(StoredFile, models.CASCADE, related_name="+")

    class Meta:
        pass

    def __str__(self) -> str:
        return f"document of offer {self.offer_id}"


class GroundFall(models.Model):
    """A ground for sending data out of the EU that holds no longer, from a day on.

    `lifted_at`: it was marked by mistake, or the ground holds again.
    """

    ground = models.CharField(max_length=20)  # a code of `queries.grounds`
    from_on = models.DateField()
    why = models.CharField(max_length=300)
    marked_at = models.DateTimeField()
    marked_by_id = models.BigIntegerField()
    lifted_at = models.DateTimeField(null=True)
    lifted_by_id = models.BigIntegerField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["ground"],
                condition=Q(lifted_at=None),
                name="a_ground_falls_once_at_a_time",
            ),
            models.CheckConstraint(name="a_fall_says_why", condition=~Q(why="")),
        ]

    def __str__(self) -> str:
        return f"{self.ground} from {self.from_on}"
