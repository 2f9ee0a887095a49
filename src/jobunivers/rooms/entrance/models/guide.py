# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The guided introduction: short texts, pictures and videos, and which of them she has seen."""

from django.db import models
from django.db.models import Q

from jobunivers.foundation.tenancy.models import SharedOrOwnModel, TenantModel

PIECE = 256 * 1024  # bytes of video in one row


class Place(models.TextChoices):
    """Where in the entrance an item stands; `tour` is the introduction's own pages."""

    TOUR = "tour"
    WELCOME = "welcome"
    BRING = "bring"
    WISHES = "wishes"
    READINESS = "readiness"
    JOBS = "jobs"
    MEETING = "meeting"


class Picture(models.TextChoices):
    """Drawings of the project's own, made on the server in the kommune's colours."""

    NONE = ""
    PATH = "path"
    FOLDER = "folder"
    COMPASS = "compass"
    TALK = "talk"
    SHIELD = "shield"
    LIST = "list"


class GuideItem(SharedOrOwnModel):
    """One thing to read or watch. A kommune's own of the same key stands instead of the shared."""

    key = models.CharField(max_length=40)
    place = models.CharField(max_length=12, choices=Place.choices)
    order = models.PositiveSmallIntegerField(default=0)
    title_da = models.CharField(max_length=120)
    title_en = models.CharField(max_length=120)
    text_da = models.TextField()  # paragraphs, divided by empty lines
    text_en = models.TextField()
    picture = models.CharField(
        max_length=12, choices=Picture.choices, default=Picture.NONE, blank=True
    )
    hidden = models.BooleanField(default=False)  # the kommune shows nothing of this key
    written_by = models.CharField(max_length=120)
    review_on = models.DateField(null=True)
    changed_at = models.DateTimeField()
    changed_by_id = models.BigIntegerField(null=True)
    video_type = models.CharField(max_length=20, default="", blank=True)
    video_bytes = models.BigIntegerField(default=0)
    video_changed_at = models.DateTimeField(null=True)
    captions_da = models.TextField(default="", blank=True)  # WebVTT
    captions_en = models.TextField(default="", blank=True)

    class Meta(SharedOrOwnModel.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "key"],
                nulls_distinct=False,
                name="a_guide_item_is_there_once",
            ),
            models.CheckConstraint(
                name="a_video_has_captions",
                condition=Q(video_type="") | ~Q(captions_da=""),
            ),
        ]

    def __str__(self) -> str:
        return self.key


class VideoPart(SharedOrOwnModel):
    """A piece of a video, so that a part can be read without the whole.

    In the database, because there it is locked to its kommune and in the same backup as the rest.
    """

    item = models.ForeignKey(GuideItem, models.CASCADE, related_name="parts")
    number = models.PositiveIntegerField()
    content = models.BinaryField()

    class Meta(SharedOrOwnModel.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["item", "number"], name="a_piece_of_video_is_there_once"
            )
        ]

    def __str__(self) -> str:
        return f"piece {self.number}"


class GuideSeen(TenantModel):
    """She has opened this item of the introduction."""

    citizen_id = models.BigIntegerField()
    key = models.CharField(max_length=40)
    at = models.DateTimeField()

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "citizen_id", "key"], name="an_item_is_seen_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.key} seen"
