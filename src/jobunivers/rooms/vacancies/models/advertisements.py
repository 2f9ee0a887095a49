# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Advertisements and where they come from: of the whole country, or of one kommune alone."""

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import HashIndex
from django.db import models
from django.db.models import Q

from jobunivers.foundation.tenancy.models import SharedOrOwnModel


class Origin(models.TextChoices):
    """Which of the three sources of content something comes from."""

    MARKET = "market"
    SHARED = "shared"
    OWN = "own"


class Source(SharedOrOwnModel):
    """One supplier of advertisements: a feed, a file, a job board."""

    code = models.SlugField(max_length=60)
    name = models.CharField(max_length=120)
    origin = models.CharField(max_length=10, choices=Origin.choices)
    format = models.CharField(max_length=30)
    url = models.URLField(max_length=500, default="", blank=True)
    licence = models.CharField(max_length=200, default="", blank=True)
    attribution = models.CharField(max_length=300, default="", blank=True)
    # How long an advertisement without any date is shown after it was last seen at the source.
    keep_days = models.PositiveSmallIntegerField(default=60)
    cursor = models.TextField(default="", blank=True)
    # Our field → the source's column, for formats that have columns.
    columns = models.JSONField(default=dict, blank=True)
    created_at = models.DateTimeField()

    class Meta(SharedOrOwnModel.Meta):
        constraints = [
            models.UniqueConstraint(
                "code",
                "municipality",
                name="source_code_is_used_once",
                nulls_distinct=False,
            ),
            models.CheckConstraint(
                name="own_sources_belong_to_a_kommune",
                condition=Q(origin="own", municipality__isnull=False)
                | (~Q(origin="own") & Q(municipality__isnull=True)),
            ),
        ]

    def __str__(self) -> str:
        return self.code


class ImportRun(SharedOrOwnModel):
    """One reading of a source, with counts that add up to what was read."""

    source = models.ForeignKey(Source, models.CASCADE, related_name="runs")
    started_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True)
    read = models.PositiveIntegerField(default=0)
    added = models.PositiveIntegerField(default=0)
    changed = models.PositiveIntegerField(default=0)
    unchanged = models.PositiveIntegerField(default=0)
    closed = models.PositiveIntegerField(default=0)
    rejected = models.PositiveIntegerField(default=0)
    repeated = models.PositiveIntegerField(default=0)
    # Not part of the sum: of those added or changed, how many another source had already.
    duplicates = models.PositiveIntegerField(default=0)
    failure = models.CharField(max_length=300, default="", blank=True)

    class Meta(SharedOrOwnModel.Meta):
        indexes = [models.Index(fields=["source", "-started_at"], name="runs_by_source")]

    def __str__(self) -> str:
        return f"run #{self.pk}"


class RejectedRecord(SharedOrOwnModel):
    """A record that could not be taken in, kept until somebody mends it or lets it lie."""

    source = models.ForeignKey(Source, models.CASCADE, related_name="rejected")
    run = models.ForeignKey(ImportRun, models.SET_NULL, null=True, related_name="+")
    position = models.PositiveIntegerField()
    source_key = models.CharField(max_length=300, default="", blank=True)
    reason = models.CharField(max_length=60)
    detail = models.TextField(default="", blank=True)
    original = models.TextField()
    # The same broken record met again updates its row instead of piling up.
    original_hash = models.CharField(max_length=64)
    created_at = models.DateTimeField()
    seen_at = models.DateTimeField()
    mended_at = models.DateTimeField(null=True)
    dismissed_at = models.DateTimeField(null=True)

    class Meta(SharedOrOwnModel.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["source", "original_hash"], name="rejected_record_is_kept_once"
            ),
        ]
        indexes = [models.Index(fields=["source", "-seen_at"], name="rejected_by_source")]

    def __str__(self) -> str:
        return f"rejected #{self.pk} {self.reason}"


class Employer(models.Model):
    """Who hires. Known by CVR number where a source gives it, else by name as written."""

    name = models.CharField(max_length=200)
    key = models.CharField(max_length=220, unique=True)
    cvr = models.CharField(max_length=8, default="", blank=True)
    url = models.URLField(max_length=500, default="", blank=True)

    class Meta:
        indexes = [models.Index(fields=["cvr"], name="employers_by_cvr", condition=~Q(cvr=""))]

    def __str__(self) -> str:
        return self.name


class Vacancy(SharedOrOwnModel):
    """One advertisement, as understood. The index, the pages and the matching read this row."""

    source = models.ForeignKey(Source, models.PROTECT, related_name="vacancies")
    source_key = models.CharField(max_length=300)
    employer = models.ForeignKey(Employer, models.PROTECT, null=True, related_name="vacancies")
    title = models.CharField(max_length=300)
    description = models.TextField()  # clean HTML
    text = models.TextField()  # the same as plain text; offsets of skills point into it
    language = models.CharField(max_length=3, default="", blank=True)
    url = models.URLField(max_length=2000, default="", blank=True)
    apply_url = models.URLField(max_length=2000, default="", blank=True)

    street = models.CharField(max_length=200, default="", blank=True)
    postal_code = models.CharField(max_length=12, default="", blank=True)
    city = models.CharField(max_length=100, default="", blank=True)
    country = models.CharField(max_length=2, default="", blank=True)
    kommune_code = models.CharField(max_length=4, default="", blank=True)
    latitude = models.FloatField(null=True)
    longitude = models.FloatField(null=True)
    place_precision = models.CharField(max_length=20, default="", blank=True)

    employment_types = ArrayField(models.CharField(max_length=20), default=list)
    hours_min = models.FloatField(null=True)
    hours_max = models.FloatField(null=True)
    remote_share = models.FloatField(null=True)
    salary_text = models.CharField(max_length=300, default="", blank=True)
    positions = models.PositiveIntegerField(default=1)

    # What the source itself says of the occupation, kept for understanding it anew.
    occupation_text = models.CharField(max_length=200, default="", blank=True)
    isco_given = models.CharField(max_length=4, default="", blank=True)
    occupation_uri = models.CharField(max_length=200, default="", blank=True)
    occupation_confidence = models.FloatField(default=0)
    isco = models.CharField(max_length=4, default="", blank=True)
    area = models.SlugField(max_length=60, default="", blank=True)
    # [{"uri", "words", "start", "end", "confidence"}], best first
    skills = models.JSONField(default=list)
    # What it asks for besides skills: `science.requirements.Requirement` as they are, a must or
    # only liked, with the words that show it; then the codes of those that are a must.
    requirements = models.JSONField(default=list)
    licences = ArrayField(models.CharField(max_length=20), default=list)
    languages = ArrayField(models.CharField(max_length=3), default=list)
    # The language likely spoken at work: the one it is written in, unless it says otherwise.
    working_language = models.CharField(max_length=3, default="", blank=True)
    understood_by = models.CharField(max_length=40, default="", blank=True)

    published_at = models.DateTimeField()
    deadline = models.DateField(null=True)
    expires_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True)
    seen_at = models.DateTimeField()
    created_at = models.DateTimeField()

    content_hash = models.CharField(max_length=64)
    fingerprint = models.JSONField(default=dict)
    bands = ArrayField(models.BigIntegerField(), default=list)
    duplicate_of = models.ForeignKey("self", models.SET_NULL, null=True, related_name="duplicates")
    original = models.TextField()
    warnings = ArrayField(models.CharField(max_length=60), default=list)
    # Grows with every change that the index must follow.
    change = models.BigIntegerField(db_index=True)

    class Meta(SharedOrOwnModel.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["source", "source_key"], name="vacancy_is_known_once_by_its_source"
            ),
            models.CheckConstraint(
                name="vacancy_is_no_duplicate_of_itself",
                condition=~Q(duplicate_of=models.F("id")),
            ),
        ]
        indexes = [
            models.Index(
                fields=["expires_at"], name="vacancies_expiring", condition=Q(closed_at=None)
            ),
            models.Index(fields=["employer"], name="vacancies_by_employer"),
            # How many each source has open is counted on every visit to the sources.
            models.Index(
                fields=["source", "municipality"],
                name="vacancies_open_by_source",
                condition=Q(closed_at=None),
            ),
            # What came in lately is looked for four times an hour, by each kommune.
            models.Index(
                fields=["created_at"], name="vacancies_open_by_arrival", condition=Q(closed_at=None)
            ),
            # A link that somebody pastes is looked for by its whole address.
            HashIndex(fields=["url"], name="vacancies_by_address"),
            HashIndex(fields=["apply_url"], name="vacancies_by_apply_address"),
        ]

    def __str__(self) -> str:
        return f"#{self.pk} {self.title}"


class Band(models.Model):
    """A number that advertisements likely to be the same share, and which open ones have it.

    A table, not an index over the array: under row-level security PostgreSQL may not use one, as
    the operator for overlapping arrays could leak what it compares. Says nothing but two numbers,
    so it needs no owner; the rows themselves are read under their locks.
    """

    pk = models.CompositePrimaryKey("band", "vacancy_id")
    band = models.BigIntegerField()
    vacancy_id = models.BigIntegerField()

    def __str__(self) -> str:
        return f"{self.band} of #{self.vacancy_id}"
