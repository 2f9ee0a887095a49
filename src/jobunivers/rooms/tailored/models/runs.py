# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Prepared recommendations, what they were made from, and what was shown.

A run is one row with everything the answer needs, so that a nation's night is written in a minute
and any answer can be made again: the person as matching saw her and the ranking are packed by
`science.matching`, the opening's versions and the models lie beside it.
"""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from jobunivers.foundation.tenancy.models import SharedOrOwnModel, TenantModel


class RecommendationRun(TenantModel):
    """One computation for one citizen: inputs, model version and outcome can be looked up again."""

    citizen_id = models.BigIntegerField()
    profile_version = models.PositiveIntegerField()
    model = models.CharField(max_length=40)
    vocabulary = models.CharField(max_length=64, default="", blank=True)
    meaning = models.CharField(max_length=64, default="", blank=True)
    day = models.DateField()
    boldness = models.FloatField()  # 0 safe … 1 bold
    basis = models.CharField(max_length=10)  # what was read: "profile", "words", "nothing"
    place = models.CharField(max_length=10)  # measured from: "profile", "kommune"
    max_km = models.FloatField(null=True)  # how far she would travel; None: she has not said
    person = models.BinaryField()  # science.matching.People.to_bytes
    ranking = models.BinaryField()  # queries.packing, in the order of the list
    # int16 a place: where it stood without chance; nothing where nothing was left to chance.
    places = models.BinaryField(default=b"")
    pool = models.PositiveSmallIntegerField(default=0)  # how many chance drew from
    considered = models.PositiveIntegerField()
    excluded = models.JSONField(default=dict)  # constraint → how many
    # What her newest competences brought nearer: {"until": day, "jobs": [{"id", "skills"}]}.
    because = models.JSONField(default=dict)
    # Which signals from elsewhere were used, and whose: without her consent a run is not shown.
    signal_ids = ArrayField(models.BigIntegerField(), default=list)
    signal_sources = ArrayField(models.CharField(max_length=12), default=list)
    # int16 a place: how much of the score, in 1/10,000, is there because of them.
    signals_brought = models.BinaryField(default=b"")
    computed_at = models.DateTimeField()
    current = models.BooleanField(default=True)

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "citizen_id"],
                name="a_citizen_has_one_current_recommendation_run",
                condition=Q(current=True),
            ),
            models.CheckConstraint(
                name="boldness_is_between_safe_and_bold",
                condition=Q(boldness__gte=0) & Q(boldness__lte=1),
            ),
        ]
        indexes = [
            models.Index(
                fields=["municipality", "citizen_id", "-computed_at"], name="runs_by_citizen"
            ),
        ]

    def __str__(self) -> str:
        return f"recommendation run #{self.pk}"


class ListShown(TenantModel):
    """A part of a run was shown to the citizen: what was seen, in which order, with what chance.

    The chances stand in the run. Deliberate acts (keeping, hiding, applying) are looked up in
    their own tables; nobody logs what she presses.
    """

    append_only = True

    run_id = models.BigIntegerField()
    citizen_id = models.BigIntegerField()
    at = models.DateTimeField()
    first_rank = models.PositiveSmallIntegerField()
    last_rank = models.PositiveSmallIntegerField()

    class Meta(TenantModel.Meta):
        indexes = [
            models.Index(fields=["municipality", "run_id"], name="shown_by_run"),
            models.Index(fields=["municipality", "at"], name="shown_by_time"),
            models.Index(fields=["municipality", "citizen_id"], name="shown_by_citizen"),
        ]

    def __str__(self) -> str:
        return f"shown #{self.pk}"


class Preference(TenantModel):
    """How far from what she knows she wants to look: the slider from safe to bold."""

    citizen_id = models.BigIntegerField()
    boldness = models.FloatField()
    changed_at = models.DateTimeField()

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "citizen_id"], name="a_citizen_has_one_preference"
            ),
            models.CheckConstraint(
                name="preference_is_between_safe_and_bold",
                condition=Q(boldness__gte=0) & Q(boldness__lte=1),
            ),
        ]

    def __str__(self) -> str:
        return f"preference #{self.pk}"


class MoreLikeThis(TenantModel):
    """She asked for more of this kind; it counts until she takes it back."""

    citizen_id = models.BigIntegerField()
    vacancy_id = models.BigIntegerField()
    at = models.DateTimeField()

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "citizen_id", "vacancy_id"],
                name="more_of_a_vacancy_is_asked_for_once",
            ),
        ]

    def __str__(self) -> str:
        return f"more like #{self.vacancy_id}"


class Artefact(models.Model):
    """Something a model is made of, by kind and version: needed to make an old answer again."""

    kind = models.CharField(max_length=20)  # "vocabulary", "meaning", "weights"
    version = models.CharField(max_length=64)
    content = models.BinaryField()
    facts = models.JSONField(default=dict)  # how it was made, how good it is
    made_at = models.DateTimeField()
    in_use_from = models.DateTimeField(null=True)
    in_use_to = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "version"], name="an_artefact_is_kept_once_per_version"
            ),
            models.UniqueConstraint(
                fields=["kind"],
                name="one_artefact_of_a_kind_is_in_use",
                condition=Q(in_use_from__isnull=False, in_use_to=None),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.version}"


class OpeningVersion(SharedOrOwnModel):
    """An advertisement as matching saw it, each time it looked different; kept 90 days after."""

    vacancy_id = models.BigIntegerField()
    digest = models.BigIntegerField()
    features = models.BinaryField()
    made_at = models.DateTimeField()
    replaced_at = models.DateTimeField(null=True)

    class Meta(SharedOrOwnModel.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["vacancy_id", "digest"], name="an_opening_is_kept_once_per_version"
            ),
        ]
        indexes = [
            models.Index(
                fields=["replaced_at"],
                name="openings_to_forget",
                condition=Q(replaced_at__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"opening of #{self.vacancy_id}"


class Pressure(models.Model):
    """How crowded a vacancy is over the whole country: sums alone, no person is in it."""

    vacancy_id = models.BigIntegerField(primary_key=True)
    price = models.PositiveIntegerField()  # whole 1/10,000 of a score
    views = models.FloatField()  # weighted by place in the list
    capacity = models.FloatField()
    at = models.DateTimeField()

    def __str__(self) -> str:
        return f"pressure on #{self.vacancy_id}"


class SeekerFigures(TenantModel):
    """How many of a kommune's job seekers fit which work where; fewer than five are not told."""

    day = models.DateField()
    # region's code → ISCO group of three digits → people who fit and can get there
    groups = models.JSONField(default=dict)

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["municipality"], name="a_kommune_has_one_row_of_seeker_figures"
            ),
        ]

    def __str__(self) -> str:
        return f"seeker figures of {self.day}"


class DemandFigures(models.Model):
    """A night's table of open positions against job seekers: made from sums, no person is in it."""

    day = models.DateField(unique=True)
    rows = models.JSONField(default=list)  # science.demand.GroupRow, three digits, one list each
    unplaced = models.PositiveIntegerField(default=0)  # open, but no kommune or no occupation

    def __str__(self) -> str:
        return f"demand figures of {self.day}"


class Night(models.Model):
    """One run of the nightly matching over all kommuner: what it did and what came of it."""

    started_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True)
    people = models.PositiveIntegerField(default=0)
    openings = models.PositiveIntegerField(default=0)
    facts = models.JSONField(default=dict)  # seconds per stage, fit kept, coverage, Gini
    failure = models.CharField(max_length=300, default="", blank=True)

    def __str__(self) -> str:
        return f"night of {self.started_at:%Y-%m-%d}"
