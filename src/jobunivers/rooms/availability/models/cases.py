# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Possible sanction cases: what happened, each fact with its evidence, and who decided what."""

from django.db import models
from django.db.models import F, Q

from jobunivers.foundation.crypto.fields import EncryptedJSONField, EncryptedTextField
from jobunivers.foundation.tenancy.models import TenantModel


class CaseKind(models.TextChoices):
    """What may have happened; the codes of the procedure's kinds."""

    ABSENT_TALK = "absent_talk"  # LAS § 37
    NOT_BOOKED = "not_booked"  # § 37 a
    ABSENT_OFFER = "absent_offer"  # § 36
    NOT_REGISTERED = "not_registered"  # § 38: no registration or CV
    REFUSED_JOB = "refused_job"  # § 39 (2)
    NO_JOB_SEARCH = "no_job_search"  # § 39 (8)
    ASSESSMENT = "assessment"  # § 13


class BenefitGroup(models.TextChoices):
    """What she receives, in the codes of the dated rules."""

    UNKNOWN = "unknown"
    JOB_READY = "kontanthjaelp_job"
    EDUCATION_OBVIOUS = "aabenlyst_udd"
    EDUCATION = "uddannelsesparat"
    ACTIVITY_READY = "kontanthjaelp_akt"
    INSURED = "dagpenge"
    FLEX = "ledighedsydelse"


# To register, have a CV, apply and keep a job log is their duty alone: LAS §§ 8 a and 13 a.
MUST_SEEK = frozenset({BenefitGroup.JOB_READY, BenefitGroup.EDUCATION_OBVIOUS})
CASH_BENEFIT = frozenset(
    {
        BenefitGroup.JOB_READY,
        BenefitGroup.EDUCATION_OBVIOUS,
        BenefitGroup.EDUCATION,
        BenefitGroup.ACTIVITY_READY,
    }
)


class CaseState(models.TextChoices):
    """How far a case has come."""

    OPEN = "open"
    DECIDED = "decided"
    WITHDRAWN = "withdrawn"  # opened by mistake, or no longer of the kommune


class Outcome(models.TextChoices):
    """What a named person has decided."""

    NOTHING = "nothing"
    GUIDANCE = "guidance"
    DAYS = "days"  # the rate for each day: LAS §§ 36-38
    THREE_RATES = "three_rates"  # §§ 39-40
    NOT_AVAILABLE = "not_available"  # § 13 (1)


AGAINST_HER = frozenset({Outcome.DAYS, Outcome.THREE_RATES, Outcome.NOT_AVAILABLE})


class Case(TenantModel):
    """One possible sanction case, opened, guided and decided by people.

    `procedure` is the version its steps are guided by, kept with it ("": there was none on the
    day). Texts are as they were sent and signed. `changes` of the texts raise `version`.
    """

    citizen_id = models.BigIntegerField()
    kind = models.CharField(max_length=20, choices=CaseKind.choices)
    group = models.CharField(max_length=20, choices=BenefitGroup.choices)
    event_on = models.DateField()
    why = EncryptedTextField()  # what made somebody open it; she reads it
    procedure = models.CharField(max_length=40, default="", blank=True)
    state = models.CharField(max_length=10, choices=CaseState.choices, default=CaseState.OPEN)
    opened_by_id = models.BigIntegerField()
    opened_at = models.DateTimeField()
    staff_id = models.BigIntegerField()  # who works on it now

    hearing_text = EncryptedTextField(default="", blank=True)
    hearing_due_on = models.DateField(null=True)
    hearing_sent_at = models.DateTimeField(null=True)
    hearing_sent_by_id = models.BigIntegerField(null=True)
    answer = EncryptedTextField(default="", blank=True)
    answered_at = models.DateTimeField(null=True)
    answered_by_id = models.BigIntegerField(null=True)  # herself, or who wrote it down for her
    causes = models.JSONField(default=list)  # codes of the causes that were weighed

    outcome = models.CharField(max_length=14, choices=Outcome.choices, default="", blank=True)
    days = models.PositiveSmallIntegerField(null=True)
    rate = models.PositiveIntegerField(null=True)  # kroner; None: to be found out
    rate_source = models.CharField(max_length=200, default="", blank=True)
    reasons = EncryptedTextField(default="", blank=True)
    text = EncryptedTextField(default="", blank=True)  # the decision, as it will be signed
    drafted_by_id = models.BigIntegerField(null=True)
    draft_holds = models.BooleanField(default=True)  # nothing was set or answered since
    reviewed_by_id = models.BigIntegerField(null=True)
    reviewed_at = models.DateTimeField(null=True)
    decided_by_id = models.BigIntegerField(null=True)
    decided_at = models.DateTimeField(null=True)
    withdrawn_by_id = models.BigIntegerField(null=True)
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_why = EncryptedTextField(max_length=500, default="", blank=True)
    version = models.PositiveIntegerField(default=1)
    changed_at = models.DateTimeField()
    changed_by_id = models.BigIntegerField()

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "citizen_id", "kind", "event_on"],
                condition=Q(state__in=["open", "decided"]),
                name="what_happened_on_a_day_is_one_case",
            ),
            models.CheckConstraint(name="a_case_says_why", condition=~Q(why="")),
            models.CheckConstraint(
                name="a_decision_is_signed_by_a_person",
                condition=~Q(state="decided")
                | (Q(decided_by_id__isnull=False, decided_at__isnull=False) & ~Q(text="")
                   & ~Q(reasons="") & ~Q(outcome="")),
            ),
            models.CheckConstraint(
                name="nothing_against_her_without_a_hearing",
                condition=~Q(state="decided")
                | ~Q(outcome__in=["days", "three_rates", "not_available"])
                | Q(hearing_sent_at__isnull=False),
            ),
            models.CheckConstraint(
                name="a_second_person_reviews",
                condition=Q(reviewed_by_id=None) | ~Q(reviewed_by_id=F("drafted_by_id")),
            ),
            models.CheckConstraint(
                name="a_withdrawn_case_says_why",
                condition=~Q(state="withdrawn")
                | (Q(withdrawn_by_id__isnull=False, withdrawn_at__isnull=False)
                   & ~Q(withdrawn_why="")),
            ),
            models.CheckConstraint(
                name="a_hearing_has_its_text_day_and_sender",
                condition=Q(hearing_sent_at=None)
                | (Q(hearing_due_on__isnull=False, hearing_sent_by_id__isnull=False)
                   & ~Q(hearing_text="")),
            ),
            models.CheckConstraint(
                name="an_answer_says_who_wrote_it",
                condition=Q(answered_at=None) | Q(answered_by_id__isnull=False),
            ),
        ]  # fmt: skip
        indexes = [
            models.Index(
                fields=["municipality", "citizen_id", "-opened_at"], name="cases_by_citizen"
            ),
            models.Index(
                fields=["municipality", "kind", "decided_at"], name="cases_by_kind"
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"case #{self.pk}"


class EvidenceKind(models.TextChoices):
    """Where what shows a fact is to be found."""

    LETTER = "letter"
    TALK = "talk"
    JOBLOG = "joblog"
    PLAN = "plan"
    CALL = "call"
    OTHER_HOUSE = "other_house"  # told by a course, an employer, a fund
    OTHER = "other"


class CaseFact(TenantModel):
    """A fact of a case as a person has set it: true, false or not known, and what shows it."""

    case = models.ForeignKey(Case, models.CASCADE, related_name="facts")
    code = models.CharField(max_length=40)
    value = models.BooleanField(null=True)
    source = models.CharField(max_length=12, choices=EvidenceKind.choices, default="", blank=True)
    evidence = EncryptedTextField(max_length=500, default="", blank=True)
    set_by_id = models.BigIntegerField()
    set_at = models.DateTimeField()

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(fields=["case", "code"], name="a_fact_is_set_once_in_a_case"),
        ]

    def __str__(self) -> str:
        return f"{self.code} of case #{self.case_id}"


class CaseEntry(TenantModel):
    """A line of the log of a case: who did what, when, with what it was before. Only added to."""

    append_only = True

    case_id = models.BigIntegerField()
    citizen_id = models.BigIntegerField()
    at = models.DateTimeField()
    actor_id = models.BigIntegerField()
    what = models.CharField(max_length=40)
    # What was set, and before a text was changed what it said.
    data = EncryptedJSONField(default=dict)

    class Meta(TenantModel.Meta):
        indexes = [
            models.Index(fields=["municipality", "case_id", "at"], name="case_entries_by_case"),
            models.Index(
                fields=["municipality", "citizen_id", "-at"], name="case_entries_by_citizen"
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.what} of case #{self.case_id}"


class CaseRules(TenantModel):
    """What the kommune has decided of its cases; a row for each change, the newest holds."""

    append_only = True

    four_eyes = models.BooleanField()
    why = models.CharField(max_length=300)
    changed_by_id = models.BigIntegerField()
    changed_at = models.DateTimeField()

    class Meta(TenantModel.Meta):
        constraints = [
            models.CheckConstraint(name="rules_of_cases_say_why", condition=~Q(why="")),
        ]

    def __str__(self) -> str:
        return f"rules of cases #{self.pk}"
