# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from datetime import time
from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.urls import get_script_prefix, reverse

from jobunivers.foundation.crypto.fields import EncryptedTextField, KeyedHashField
from jobunivers.foundation.tenancy.models import TenantModel


class Channel(models.TextChoices):
    """A way out of the house. Beside them every notice stands on the person's own pages."""

    EMAIL = "email"
    PHONE = "phone"  # Web Push
    SMS = "sms"
    DIGITAL_POST = "digital_post"


class Rhythm(models.TextChoices):
    """How a type of notice may use a channel."""

    OFF = "off"
    DAILY = "daily"  # collected in one message a day
    AT_ONCE = "at_once"


class State(models.TextChoices):
    """How far a sending has come. waiting → sending → sent, failed or left out."""

    WAITING = "waiting"
    SENDING = "sending"
    SENT = "sent"
    FAILED = "failed"  # tried, and given up with a reason
    LEFT_OUT = "left_out"  # never tried: she has read it, paused, said no, or had enough


class Notice(TenantModel):
    """A message of the platform to one person, shown on her pages."""

    person_id = models.BigIntegerField()
    kind = models.CharField(max_length=60)
    sender = models.CharField(max_length=60, default="", blank=True)
    # What a sender calls this very occasion, so that sending it twice is sending it once.
    key = models.CharField(max_length=120, default="", blank=True)
    # What the text needs (ids, counts, dates); the words are made when shown, in her language.
    data = models.JSONField(default=dict)
    path = models.CharField(max_length=2000, default="", blank=True)
    # Whether it asks her to do something, so that silence means something.
    wants_answer = models.BooleanField(default=False)
    created_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True)  # when it first left the house
    read_at = models.DateTimeField(null=True)
    opened_at = models.DateTimeField(null=True)  # when she followed its link
    opened_via = models.CharField(max_length=12, default="", blank=True)
    acted_at = models.DateTimeField(null=True)  # when she did what it was for

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "person_id", "kind", "key"],
                name="an_occasion_is_told_once",
                condition=~Q(key=""),
            ),
        ]
        indexes = [
            models.Index(
                fields=["municipality", "person_id", "-created_at"], name="notices_by_person"
            ),
            models.Index(fields=["municipality", "kind", "-created_at"], name="notices_by_kind"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} #{self.pk}"

    @property
    def link(self) -> str:
        """Return the address that leads on, and remembers that she followed it."""
        return reverse("notices:open", kwargs={"pk": self.pk}) if self.path else ""

    @property
    def target(self) -> str:
        """Return where it leads, at the address the kommune is now asked by."""
        return get_script_prefix() + self.path.lstrip("/\\")


class Delivery(TenantModel):
    """One notice on its way through one channel; several that go out together share a message."""

    notice = models.ForeignKey(Notice, models.CASCADE, related_name="deliveries")
    person_id = models.BigIntegerField()
    channel = models.CharField(max_length=12, choices=Channel.choices)
    rhythm = models.CharField(max_length=8, choices=Rhythm.choices)
    critical = models.BooleanField(default=False)
    state = models.CharField(max_length=10, choices=State.choices, default=State.WAITING)
    due_at = models.DateTimeField()
    message = models.CharField(max_length=60, default="", blank=True)
    tries = models.PositiveSmallIntegerField(default=0)
    # Phones that have it already, so that a retry reaches only the others.
    reached = models.JSONField(default=list)
    changed_at = models.DateTimeField()
    reason = models.CharField(max_length=60, default="", blank=True)

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["notice", "channel"], name="a_notice_goes_out_once_per_channel"
            ),
            models.CheckConstraint(
                name="what_failed_or_was_left_out_has_a_reason",
                condition=~Q(state__in=["failed", "left_out"]) | ~Q(reason=""),
            ),
        ]
        indexes = [
            models.Index(
                fields=["municipality", "due_at"],
                name="deliveries_on_their_way",
                condition=Q(state__in=["waiting", "sending"]),
            ),
            models.Index(
                fields=["municipality", "person_id", "-changed_at"], name="deliveries_by_person"
            ),
            models.Index(fields=["municipality", "-changed_at"], name="deliveries_by_time"),
        ]

    def __str__(self) -> str:
        return f"{self.channel} #{self.pk} {self.state}"


class Preferences(TenantModel):
    """What a person has said of notices in general; without a row the calm defaults hold."""

    person_id = models.BigIntegerField()
    language = models.CharField(max_length=5, default="da")
    quiet_from = models.TimeField(null=True, default=time(20))
    quiet_to = models.TimeField(null=True, default=time(8))
    digest_hour = models.PositiveSmallIntegerField(default=9)
    paused_until = models.DateTimeField(null=True)
    changed_at = models.DateTimeField()

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "person_id"], name="a_person_has_one_set_of_preferences"
            ),
            models.CheckConstraint(
                name="quiet_hours_have_a_beginning_and_an_end",
                condition=Q(quiet_from__isnull=True, quiet_to__isnull=True)
                | Q(quiet_from__isnull=False, quiet_to__isnull=False),
            ),
            models.CheckConstraint(
                name="the_daily_message_has_an_hour_of_the_day", condition=Q(digest_hour__lt=24)
            ),
        ]

    def __str__(self) -> str:
        return f"preferences of #{self.person_id}"


class Choice(TenantModel):
    """How one type of notice may use one channel, where she has said something else than usual."""

    person_id = models.BigIntegerField()
    kind = models.CharField(max_length=60)
    channel = models.CharField(max_length=12, choices=Channel.choices)
    rhythm = models.CharField(max_length=8, choices=Rhythm.choices)
    changed_at = models.DateTimeField()

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "person_id", "kind", "channel"],
                name="a_type_has_one_choice_per_channel",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} by {self.channel}: {self.rhythm}"


class Address(TenantModel):
    """Where a channel reaches her: an e-mail address she has confirmed, or one of her phones."""

    person_id = models.BigIntegerField()
    channel = models.CharField(max_length=12, choices=Channel.choices)
    address = EncryptedTextField()
    address_hash = KeyedHashField(of="address")
    label = models.CharField(max_length=80, default="", blank=True)
    created_at = models.DateTimeField()
    verified_at = models.DateTimeField(null=True)
    asked_at = models.DateTimeField(null=True)  # when the last letter of confirmation was sent
    # Given up by the other side: no such mailbox, subscription ended.
    gone_at = models.DateTimeField(null=True)

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "person_id", "channel", "address_hash"],
                name="an_address_is_kept_once_per_person",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.channel} address #{self.pk}"


class Limits(TenantModel):
    """How often a kommune lets all its senders together disturb one person."""

    per_day = models.PositiveSmallIntegerField(default=3)
    per_week = models.PositiveSmallIntegerField(default=10)
    changed_at = models.DateTimeField()
    changed_by = models.BigIntegerField(null=True)

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["municipality"], name="a_kommune_has_one_set_of_limits"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.per_day} a day, {self.per_week} a week"


class Alarm(TenantModel):
    """Something about sending that a kommune has been told, until it is over."""

    code = models.CharField(max_length=100)
    raised_at = models.DateTimeField()
    over_at = models.DateTimeField(null=True)

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "code"],
                name="an_alarm_rings_once_until_it_is_over",
                condition=Q(over_at__isnull=True),
            ),
        ]

    def __str__(self) -> str:
        return self.code


class Beat(models.Model):
    """The last time a sender ran to its end, for the whole platform; nothing of any person."""

    sender = models.CharField(max_length=60, unique=True)
    known_since = models.DateTimeField()
    beat_at = models.DateTimeField(null=True)
    made = models.PositiveIntegerField(default=0)  # notices of that run

    objects: ClassVar["models.Manager[Beat]"] = models.Manager()

    def __str__(self) -> str:
        return self.sender
