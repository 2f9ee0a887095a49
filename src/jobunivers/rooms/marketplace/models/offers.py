# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What can be taken from a shelf: a solution or a piece of content, in versions."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from jobunivers.foundation.tenancy.models import SharedOrOwnModel
from jobunivers.rooms.marketplace.models.vendors import Vendor


class Kind(models.TextChoices):
    """What it is."""

    JOB_BOARD = "job_board"
    TOOL = "tool"
    COURSE = "course"
    LESSON = "lesson"
    VIDEO = "video"
    ARTICLE = "article"
    NETWORK = "network"
    MENTOR = "mentor"
    EVENT = "event"


class Source(models.TextChoices):
    """Where it comes from; everything shown says which."""

    MARKET = "market"  # a private vendor
    SHARED = "shared"  # the shared library: kommuner, KL, the state
    LOCAL = "local"  # the kommune's own


class Format(models.TextChoices):
    """Where it happens."""

    VIRTUAL = "virtual"
    PHYSICAL = "physical"
    MIXED = "mixed"


class Level(models.TextChoices):
    """How much is expected of who uses it."""

    BASIC = "basic"
    MIDDLE = "middle"
    ADVANCED = "advanced"


class Way(models.TextChoices):
    """How it is opened."""

    LINK = "link"  # an address, nothing is handed over
    OWN = "own"  # on our own pages
    OIDC = "oidc"
    LTI = "lti"
    CONTACT = "contact"  # a person is written or rung to


class OfferState(models.TextChoices):
    """How far it has come to a shelf."""

    DRAFT = "draft"
    WAITING = "waiting"
    APPROVED = "approved"
    WITHDRAWN = "withdrawn"


class Offer(SharedOrOwnModel):
    """A solution or a piece of content; a shared one has no kommune, a local one has its own.

    Attributes:
        current: what people see; a draft or one that waits may be a later version.
        blocked: codes of what keeps it from every shelf (the gate); empty: nothing does.
        change: rises with each change that search must know.
    """

    key = models.SlugField(max_length=80)
    kind = models.CharField(max_length=12, choices=Kind.choices)
    source = models.CharField(max_length=8, choices=Source.choices)
    vendor = models.ForeignKey(Vendor, models.PROTECT, null=True, related_name="+")
    state = models.CharField(max_length=10, choices=OfferState.choices, default=OfferState.DRAFT)
    current = models.ForeignKey("OfferVersion", models.PROTECT, null=True, related_name="+")
    blocked = ArrayField(models.CharField(max_length=40), default=list, blank=True)
    review_on = models.DateField(null=True)
    created_at = models.DateTimeField()
    changed_at = models.DateTimeField()
    published_at = models.DateTimeField(null=True)
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_why = models.CharField(max_length=300, default="", blank=True)
    change = models.BigIntegerField(default=0)
    version = models.PositiveIntegerField(default=1)

    class Meta(SharedOrOwnModel.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "key"], nulls_distinct=False, name="an_offer_is_there_once"
            ),
            models.CheckConstraint(
                name="what_is_approved_has_a_version",
                condition=~Q(state="approved") | Q(current__isnull=False),
            ),
            models.CheckConstraint(
                name="what_is_withdrawn_says_when",
                condition=~Q(state="withdrawn") | Q(withdrawn_at__isnull=False),
            ),
            models.CheckConstraint(
                name="a_vendor_has_what_is_on_the_market_and_nothing_else",
                condition=Q(source="market", vendor__isnull=False)
                | (~Q(source="market") & Q(vendor=None)),
            ),
            models.CheckConstraint(
                name="a_local_offer_has_a_kommune_and_others_none",
                condition=Q(source="local", municipality__isnull=False)
                | (~Q(source="local") & Q(municipality=None)),
            ),
        ]
        indexes = [
            models.Index(fields=["change"], name="offers_by_change"),
            models.Index(fields=["vendor", "state"], name="offers_by_vendor"),
        ]

    def __str__(self) -> str:
        return self.key


class OfferVersion(SharedOrOwnModel):
    """What an offer says of itself; once approved it is never changed, a newer one is made.

    Attributes:
        minutes: how long it takes in all; None is unsaid or has no end.
        skills, occupations: addresses of ESCO concepts: competences it gives, jobs it is for.
        kommuner: codes of the kommuner it happens in; empty: everywhere.
        data: codes of what is handed over at a start (`subject`, `name`, `email`, `language` …).
        price_da: for staff alone.
        statements: what is said of accessibility and data, code → text.
    """

    offer = models.ForeignKey(Offer, models.CASCADE, related_name="versions")
    number = models.PositiveIntegerField()
    title_da = models.CharField(max_length=150)
    title_en = models.CharField(max_length=150, default="", blank=True)
    summary_da = models.CharField(max_length=400)
    summary_en = models.CharField(max_length=400, default="", blank=True)
    about_da = models.TextField(default="", blank=True)  # Markdown, made safe when shown
    about_en = models.TextField(default="", blank=True)
    format = models.CharField(max_length=8, choices=Format.choices)
    level = models.CharField(max_length=8, choices=Level.choices, default="", blank=True)
    languages = ArrayField(models.CharField(max_length=5), default=list, blank=True)
    minutes = models.PositiveIntegerField(null=True)
    skills = ArrayField(models.CharField(max_length=200), default=list, blank=True)
    occupations = ArrayField(models.CharField(max_length=200), default=list, blank=True)
    categories = ArrayField(models.CharField(max_length=40), default=list, blank=True)
    kommuner = ArrayField(models.CharField(max_length=4), default=list, blank=True)
    address = models.CharField(max_length=200, default="", blank=True)
    starts_at = models.DateTimeField(null=True)
    ends_at = models.DateTimeField(null=True)
    seats = models.PositiveIntegerField(null=True)
    way = models.CharField(max_length=8, choices=Way.choices)
    url = models.URLField(max_length=1000, default="", blank=True)
    contact = models.CharField(max_length=200, default="", blank=True)
    data = ArrayField(models.CharField(max_length=20), default=list, blank=True)
    price_da = models.CharField(max_length=300, default="", blank=True)
    statements = models.JSONField(default=dict, blank=True)
    body = models.JSONField(default=dict, blank=True)  # what our own pages show: library.bodies
    translated = models.CharField(max_length=10, default="", blank=True)  # "", "machine", "person"
    licence = models.CharField(max_length=60, default="", blank=True)
    written_by = models.CharField(max_length=150, default="", blank=True)
    made_at = models.DateTimeField()
    made_by_id = models.BigIntegerField(null=True)
    submitted_at = models.DateTimeField(null=True)
    approved_at = models.DateTimeField(null=True)
    approved_by_id = models.BigIntegerField(null=True)
    note = models.CharField(max_length=300, default="", blank=True)  # what is new in it

    class Meta(SharedOrOwnModel.Meta):
        constraints = [
            models.UniqueConstraint(fields=["offer", "number"], name="a_version_is_there_once"),
            models.CheckConstraint(
                name="an_event_begins_before_it_ends",
                condition=Q(ends_at=None) | Q(ends_at__gt=F("starts_at")),
            ),
            models.CheckConstraint(
                name="what_is_opened_elsewhere_has_an_address",
                condition=~Q(way__in=["link", "oidc", "lti"]) | ~Q(url=""),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.title_da} ({self.number})"
