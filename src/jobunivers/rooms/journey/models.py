# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The citizen's profile: what she can, has done and wants."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from jobunivers.foundation.crypto.fields import EncryptedTextField
from jobunivers.foundation.tenancy.models import TenantModel


class LanguageLevel(models.TextChoices):
    """How well she knows a language, in everyday words."""

    BASIC = "basic"
    WORKING = "working"
    FLUENT = "fluent"


class Profile(TenantModel):
    """One citizen's profile; made empty when she first opens it."""

    citizen_id = models.BigIntegerField()
    summary = models.TextField(default="", blank=True)
    # Where those who help her can call her; nobody else is told, and nothing is matched by it.
    phone = EncryptedTextField(max_length=30, default="", db_default="", blank=True)
    postal_code = models.CharField(max_length=4, default="", blank=True)
    city = models.CharField(max_length=100, default="", blank=True)
    kommune_code = models.CharField(max_length=4, default="", blank=True)
    latitude = models.FloatField(null=True)
    longitude = models.FloatField(null=True)
    max_km = models.PositiveSmallIntegerField(default=30)
    hours_min = models.FloatField(null=True)
    hours_max = models.FloatField(null=True)
    wants_remote = models.BooleanField(default=False)
    # ISO 639-1 → LanguageLevel. They restrict nothing before she says so.
    languages = models.JSONField(default=dict)
    only_languages = models.BooleanField(default=False)
    # Codes of science.matching.licences: what she has, and what she has said that she lacks.
    licences = ArrayField(models.CharField(max_length=20), default=list)
    lacks_licences = ArrayField(models.CharField(max_length=20), default=list)
    # Grows with every change; recommendations say which version they were made from.
    version = models.PositiveIntegerField(default=1)
    changed_at = models.DateTimeField()

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "citizen_id"], name="a_citizen_has_one_profile"
            ),
            models.CheckConstraint(
                name="profile_hours_are_in_order",
                condition=Q(hours_min=None)
                | Q(hours_max=None)
                | Q(hours_min__lte=models.F("hours_max")),
            ),
            models.CheckConstraint(
                name="nobody_lacks_a_licence_she_has",
                condition=~Q(licences__overlap=models.F("lacks_licences")),
            ),
            models.CheckConstraint(
                name="only_her_languages_needs_languages",
                condition=Q(only_languages=False) | ~Q(languages={}),
            ),
        ]
        indexes = [models.Index(fields=["municipality", "changed_at"], name="profiles_by_change")]

    def __str__(self) -> str:
        return f"profile #{self.pk}"


class Experience(TenantModel):
    """A job she has had."""

    profile = models.ForeignKey(Profile, models.CASCADE, related_name="experience")
    title = models.CharField(max_length=200)
    employer = models.CharField(max_length=200, default="", blank=True)
    occupation_uri = models.CharField(max_length=200, default="", blank=True)
    started_on = models.DateField()
    ended_on = models.DateField(null=True)  # None: still there
    description = models.TextField(default="", blank=True)

    class Meta(TenantModel.Meta):
        constraints = [
            models.CheckConstraint(
                name="experience_starts_before_it_ends",
                condition=Q(ended_on=None) | Q(started_on__lte=models.F("ended_on")),
            ),
        ]

    def __str__(self) -> str:
        return f"experience #{self.pk}"


class EducationLevel(models.TextChoices):
    """How far an education goes, in steps a Dane knows."""

    PRIMARY = "primary"
    UPPER_SECONDARY = "upper_secondary"
    VOCATIONAL = "vocational"
    SHORT = "short"
    BACHELOR = "bachelor"
    MASTER = "master"
    PHD = "phd"
    COURSE = "course"


class Education(TenantModel):
    """An education or course she has taken."""

    profile = models.ForeignKey(Profile, models.CASCADE, related_name="education")
    title = models.CharField(max_length=200)
    institution = models.CharField(max_length=200, default="", blank=True)
    level = models.CharField(max_length=20, choices=EducationLevel.choices)
    ended_year = models.PositiveSmallIntegerField(null=True)
    added_at = models.DateTimeField(null=True)  # empty: by a source, or before this was kept

    class Meta(TenantModel.Meta):
        pass

    def __str__(self) -> str:
        return f"education #{self.pk}"


class Competence(TenantModel):
    """Something she can, as an ESCO concept when one fits, else in her own words."""

    profile = models.ForeignKey(Profile, models.CASCADE, related_name="competences")
    skill_uri = models.CharField(max_length=200, default="", blank=True)
    words = models.CharField(max_length=120)
    added_at = models.DateTimeField(null=True)  # empty: before this was kept

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["profile", "skill_uri"],
                name="a_competence_is_named_once",
                condition=~Q(skill_uri=""),
            ),
            models.UniqueConstraint(fields=["profile", "words"], name="her_words_are_kept_once"),
        ]

    def __str__(self) -> str:
        return f"competence #{self.pk}"


class Wish(TenantModel):
    """An occupation she would like."""

    profile = models.ForeignKey(Profile, models.CASCADE, related_name="wishes")
    occupation_uri = models.CharField(max_length=200, default="", blank=True)
    words = models.CharField(max_length=120)

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(fields=["profile", "words"], name="a_wish_is_kept_once"),
        ]

    def __str__(self) -> str:
        return f"wish #{self.pk}"


class Part(models.TextChoices):
    """What a line of the profile is about."""

    EXPERIENCE = "experience"
    EDUCATION = "education"
    COMPETENCE = "competence"
    WISH = "wish"
    LANGUAGE = "language"
    LICENCE = "licence"
    BASICS = "basics"


class Teller(models.TextChoices):
    """Who told of a spell or an absence."""

    CITIZEN = "citizen"
    STAFF = "staff"
    CASE_SYSTEM = "case_system"


class Origin(models.TextChoices):
    """Where a line of the profile comes from."""

    OWN = "own"
    JOBCENTER = "jobcenter"
    AKASSE = "akasse"
    JOBNET = "jobnet"
    FILE = "file"


class Provenance(TenantModel):
    """What one source says of one line of the profile, and when; no row: she wrote it herself.

    `line` is the row's number, a language's or licence's code, or the name of a field. `said` holds
    the source's own values (months as `2019` or `2019-05`), so that it shows who says what.
    `settled` are the fields she has decided on: hers to change, no source's.
    """

    profile = models.ForeignKey(Profile, models.CASCADE, related_name="provenance")
    part = models.CharField(max_length=12, choices=Part.choices)
    line = models.CharField(max_length=40)
    source = models.CharField(max_length=12, choices=Origin.choices)
    name = models.CharField(max_length=120, default="", blank=True)  # a file's
    reference = models.CharField(max_length=120, default="", blank=True)  # the source's own
    said = models.JSONField(default=dict)
    settled = ArrayField(models.CharField(max_length=20), default=list)
    told_at = models.DateTimeField()

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["profile", "part", "line", "source", "name"],
                name="a_source_says_a_line_once",
            ),
            models.CheckConstraint(
                name="only_she_settles", condition=Q(source="own") | Q(settled=[])
            ),
            models.CheckConstraint(
                name="a_file_has_a_name", condition=~Q(source="file") | ~Q(name="")
            ),
        ]

    def __str__(self) -> str:
        return f"{self.source} on {self.part} {self.line}"


class SpellEnd(models.TextChoices):
    """How a spell out of work ended."""

    JOB = "job"
    EDUCATION = "education"
    MOVED = "moved"
    LEFT = "left"  # seeks no work any more: pension, illness for good, other reasons


class Spell(TenantModel):
    """A time out of work, from the day she registered; the open one has no end."""

    citizen_id = models.BigIntegerField()
    began_on = models.DateField()
    ended_on = models.DateField(null=True)  # the first day it no longer lasts
    end = models.CharField(max_length=12, choices=SpellEnd.choices, default="", blank=True)
    told_by = models.CharField(max_length=12, choices=Teller.choices)
    recorded_at = models.DateTimeField()

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "citizen_id"],
                condition=Q(ended_on=None),
                name="a_citizen_has_one_open_spell",
            ),
            models.CheckConstraint(
                name="a_spell_begins_before_it_ends",
                condition=Q(ended_on=None) | Q(began_on__lte=models.F("ended_on")),
            ),
            models.CheckConstraint(
                name="a_spell_that_ended_says_how",
                condition=(Q(ended_on=None, end="") | (Q(ended_on__isnull=False) & ~Q(end=""))),
            ),
        ]
        indexes = [
            models.Index(
                fields=["municipality", "citizen_id", "-began_on"], name="spells_by_citizen"
            )
        ]

    def __str__(self) -> str:
        return f"spell #{self.pk}"


class AbsenceKind(models.TextChoices):
    """Why nothing is asked of her for a while."""

    ILLNESS = "illness"
    HOLIDAY = "holiday"
    AGREED = "agreed"


class Absence(TenantModel):
    """Days on which nothing is asked of her: ill, on holiday, or a pause that was agreed."""

    citizen_id = models.BigIntegerField()
    kind = models.CharField(max_length=10, choices=AbsenceKind.choices)
    starts_on = models.DateField()
    ends_on = models.DateField(null=True)  # the first day it no longer lasts; None: until told
    told_by = models.CharField(max_length=12, choices=Teller.choices)
    agreed_with_id = models.BigIntegerField(null=True)  # the member of staff, of an agreed pause
    recorded_at = models.DateTimeField()

    class Meta(TenantModel.Meta):
        constraints = [
            models.CheckConstraint(
                name="an_absence_starts_before_it_ends",
                condition=Q(ends_on=None) | Q(starts_on__lt=models.F("ends_on")),
            ),
            models.CheckConstraint(
                name="a_pause_is_agreed_with_somebody",
                condition=~Q(kind="agreed") | Q(agreed_with_id__isnull=False),
            ),
        ]
        indexes = [
            models.Index(
                fields=["municipality", "citizen_id", "-starts_on"], name="absences_by_citizen"
            )
        ]

    def __str__(self) -> str:
        return f"absence #{self.pk}"
