# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""One prepared row per citizen, for overviews of very many people, and filters kept by name."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from jobunivers.foundation.tenancy.models import TenantModel

# Sorted by these, the newest or most first, a page of a long list begins at once.
_SORTED_DOWN = {
    "points30": "points",
    "applications30": "applied30",
    "last_active_on": "active",
    "lately_on": "lately",
}
# How those who are found divide is counted by these: in the index those alike stand together.
_ALIKE = (
    "course", "flags", "meeting", "requirements_fixed", "has_cv", "absent", "protected",
)  # fmt: skip
_GLANCE = (
    "has_cv", "born_on", "out_since", "absent", "pushes_unanswered", "points30", "last_active_on",
    "course", "step", "consultant_id", "applications30", "next_on", "lately_on",
    "requirements_fixed", "meeting", "protected", "last_login_on", "readiness", "own_wish",
    "objection_open", "last_applied_on", "profile_share", "flags",
)  # fmt: skip


class CitizenRow(TenantModel):
    """What staff may find an active citizen by; written by the worker, read by pages.

    It holds no chance of work, sex, origin or health: of an absence only that it is and until when.
    Days, not "days since", so that a row stays true overnight. An empty text or NULL is not known.
    """

    citizen_id = models.BigIntegerField()
    # Name and address are kept back: the row holds neither, so no filter, list or file can.
    protected = models.BooleanField(default=False, db_default=False)
    name = models.CharField(max_length=120)
    sort_key = models.CharField(max_length=400, db_collation="C")
    born_on = models.DateField(null=True)
    came_on = models.DateField(null=True)  # to the platform
    # Her way
    out_since = models.DateField(null=True)  # None: not out of work
    course = models.CharField(max_length=40, default="", blank=True)
    step = models.PositiveSmallIntegerField(default=0)
    course_since = models.DateField(null=True)
    consultant_id = models.BigIntegerField(null=True)
    objection_open = models.BooleanField(default=False)
    absent = models.BooleanField(default=False)
    absent_until = models.DateField(null=True)  # the first day she is back; None: until told
    readiness = models.CharField(max_length=10, default="", blank=True)
    own_wish = models.CharField(max_length=10, default="", blank=True)
    meeting = models.CharField(max_length=6, default="", blank=True)  # the first: ahead|held|missed
    meeting_on = models.DateField(null=True)
    # What she does
    last_login_on = models.DateField(null=True)
    last_active_on = models.DateField(null=True)
    points30 = models.FloatField(default=0.0)
    applications7 = models.PositiveIntegerField(default=0)
    applications30 = models.PositiveIntegerField(default=0)
    applications90 = models.PositiveIntegerField(default=0)
    last_applied_on = models.DateField(null=True)
    interviews90 = models.PositiveIntegerField(default=0)
    offers = models.PositiveIntegerField(default=0)
    rejections = models.PositiveIntegerField(default=0)
    unanswered = models.PositiveIntegerField(default=0)  # applications
    stars = models.PositiveIntegerField(default=0)
    pushes_unanswered = models.PositiveIntegerField(default=0)  # in a row, up to now
    last_answer_on = models.DateField(null=True)
    # Her plan
    goals_open = models.PositiveIntegerField(default=0)
    activities_open = models.PositiveIntegerField(default=0)
    next_on = models.DateField(null=True)
    overdue = models.PositiveIntegerField(default=0)
    last_done_on = models.DateField(null=True)
    waits_for_her = models.PositiveIntegerField(default=0)  # agreements
    waits_for_staff = models.PositiveIntegerField(default=0)
    agreements_overdue = models.PositiveIntegerField(default=0)
    requirements_fixed = models.BooleanField(default=False)
    # Her profile
    profile_share = models.PositiveSmallIntegerField(default=0)  # per cent of its six parts
    has_cv = models.BooleanField(default=False)
    occupations_had = ArrayField(models.CharField(max_length=200), default=list)  # URIs
    occupations_wished = ArrayField(models.CharField(max_length=200), default=list)
    competences = models.PositiveIntegerField(default=0)
    languages = ArrayField(models.CharField(max_length=10), default=list)  # ISO 639-1
    danish = models.CharField(max_length=10, default="", blank=True)
    licences = ArrayField(models.CharField(max_length=20), default=list)
    education = models.CharField(max_length=20, default="", blank=True)
    experience_months = models.PositiveIntegerField(default=0)
    postcode = models.CharField(max_length=4, default="", blank=True)
    town = models.CharField(max_length=100, default="", blank=True)
    max_km = models.PositiveSmallIntegerField(null=True)
    hours_min = models.FloatField(null=True)
    hours_max = models.FloatField(null=True)
    remote = models.BooleanField(default=False)
    # Codes of open attention points; written by them alone.
    flags = ArrayField(models.CharField(max_length=40), default=list, db_default=[])
    # The newest thing that happened to her, of those `LATELY` names, and its day.
    lately = models.CharField(max_length=10, default="", db_default="", blank=True)
    lately_on = models.DateField(null=True)
    changed_at = models.DateTimeField()

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "citizen_id"], name="a_citizen_has_one_overview_row"
            ),
        ]
        indexes = [
            models.Index(
                fields=["municipality", "sort_key", "citizen_id"], name="overview_by_name"
            ),
            models.Index(
                fields=["municipality", "consultant_id", "sort_key"], name="overview_by_consultant"
            ),
            models.Index(
                fields=["municipality", "out_since", "citizen_id"], name="overview_by_out_since"
            ),
            models.Index(
                fields=["municipality", "last_active_on", "citizen_id"], name="overview_by_activity"
            ),
            models.Index(
                fields=["municipality", "last_applied_on", "citizen_id"], name="overview_by_applied"
            ),
            models.Index(fields=["municipality", "next_on", "citizen_id"], name="overview_by_next"),
            *(
                models.Index(
                    "municipality",
                    models.F(column).desc(nulls_last=True),
                    "citizen_id",
                    name=f"overview_by_{name}_down",
                )
                for column, name in _SORTED_DOWN.items()
            ),
            # What is asked for most, in a quarter of the table's pages: who is found and in which
            # order is read here, and only the fifty that are shown are read whole.
            models.Index(
                fields=["municipality", "citizen_id"], include=_GLANCE, name="overview_at_a_glance"
            ),
            models.Index(fields=["municipality", *_ALIKE], name="overview_divided"),
        ]

    def __str__(self) -> str:
        return f"overview row of #{self.citizen_id}"


class OverviewState(TenantModel):
    """When everybody's rows were last made, and how many people they are; one a kommune."""

    made_at = models.DateTimeField()
    people = models.PositiveIntegerField(default=0)

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["municipality"], name="a_kommune_has_one_overview_state"
            ),
        ]

    def __str__(self) -> str:
        return f"overview of {self.people}"


class SavedFilter(TenantModel):
    """A filter kept by name: its address' query part says it all. Shared: the kommune's staff."""

    owner_id = models.BigIntegerField()
    name = models.CharField(max_length=80)
    query = models.CharField(max_length=2000)
    shared = models.BooleanField(default=False)
    created_at = models.DateTimeField()
    changed_at = models.DateTimeField()

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "owner_id", "name"], name="a_filter_name_is_used_once"
            ),
            models.CheckConstraint(name="a_saved_filter_has_a_name", condition=~models.Q(name="")),
        ]
        indexes = [
            models.Index(
                fields=["municipality", "shared", "owner_id"], name="saved_filters_by_owner"
            )
        ]

    def __str__(self) -> str:
        return f"saved filter #{self.pk}"
