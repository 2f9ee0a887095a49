# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The people of a kommune, whoever proves who they are."""

import uuid
from typing import Any, ClassVar, Self

from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.sessions.base_session import AbstractBaseSession, BaseSessionManager
from django.db import models

from jobunivers.foundation.crypto.fields import EncryptedTextField
from jobunivers.foundation.tenancy.models import TenantManager, TenantModel
from jobunivers.foundation.text import danish_sort_key
from jobunivers.identity.shielding import shielded_name


class Role(models.TextChoices):
    """What a person does on the platform. One person, one role, in one kommune."""

    CITIZEN = "citizen"
    ASSISTANT = "assistant"  # jobrejseassistent: groups, pushes, the labour market
    ADVISER = "adviser"  # jobrådgiver: talks
    CONSULTANT = "consultant"  # personlig jobkonsulent: citizens of her own
    MANAGER = "manager"
    EDITOR = "editor"
    ADMINISTRATOR = "administrator"
    # databeskyttelse og sikkerhed: looks, audit, requests, retention; opens no citizen's case
    OFFICER = "officer"
    NATIONAL = "national"
    VENDOR = (
        "vendor"  # of a firm with solutions; lives in the national organisation, sees no citizen
    )


# Who helps citizens, and may open one of them with a reason.
ADVISING = frozenset({Role.ASSISTANT, Role.ADVISER, Role.CONSULTANT})
STAFF = ADVISING | {Role.MANAGER, Role.EDITOR, Role.ADMINISTRATOR, Role.OFFICER}


class Assurance(models.TextChoices):
    """How sure we are who it is: NSIS' levels Lav, Betydelig and Høj, lowest first."""

    LOW = "low"
    SUBSTANTIAL = "substantial"
    HIGH = "high"


class ProtectionKind(models.TextChoices):
    """Why a citizen's name and address are kept back."""

    CPR = "cpr"  # navne- og adressebeskyttelse, CPR-loven § 28
    OWN = "own"  # the kommune's own decision: a threat, somebody known at the jobcenter


class PersonManager(TenantManager["Person"]):
    """People of the kommune being worked for."""

    def get_by_natural_key(self, username: str | None) -> "Person":
        """Return the person of a uuid."""
        return self.get(uuid=username or "")


class Person(AbstractBaseUser, TenantModel):
    """Somebody who can log in: a citizen or a member of staff."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    name = models.CharField(max_length=120)
    # The name as Danes sort it and look it up (Aase is Åse); saving fills it.
    sort_key = models.CharField(max_length=400, default="", editable=False, db_collation="C")
    role = models.CharField(max_length=20, choices=Role.choices)
    # Known of citizens whose kommune or file has told it; nothing that ranks jobs reads it.
    born_on = models.DateField(null=True)
    is_active = models.BooleanField(default=True)
    created_at = models.DateTimeField()
    # Why her name and address are kept back; empty: they are not. `Protection` has the rest.
    protection = models.CharField(
        max_length=10, choices=ProtectionKind.choices, default="", db_default="", blank=True
    )

    USERNAME_FIELD = "uuid"
    objects: ClassVar[PersonManager] = PersonManager()

    class Meta(TenantModel.Meta):
        constraints = [
            models.CheckConstraint(
                name="person_has_a_known_role", condition=models.Q(role__in=Role.values)
            ),
            models.CheckConstraint(
                name="a_protected_person_is_a_citizen",
                condition=models.Q(protection="")
                | models.Q(protection__in=ProtectionKind.values, role="citizen"),
            ),
        ]
        # With the key in it and nobody inactive, a list of names is read from the index alone.
        indexes = [
            models.Index(
                fields=["municipality", "role", "sort_key", "id"],
                include=["name", "protection"],
                name="active_people_by_name",
                condition=models.Q(is_active=True),
            )
        ]

    def __str__(self) -> str:
        return f"#{self.pk} {self.role}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Keep the key in step with the name."""
        self.fill_key()
        super().save(*args, **kwargs)

    def fill_key(self) -> None:
        """Set the key that saving sets, for whoever writes many at once."""
        self.sort_key = danish_sort_key(self.name)

    @property
    def is_protected(self) -> bool:
        """Say whether her name and address are kept back."""
        return bool(self.protection)

    @property
    def shown_name(self) -> str:
        """Return what a list calls her: her name, or that she is protected and her initials."""
        return shielded_name(self.name) if self.protection else self.name


class Protection(TenantModel):
    """A time in which a citizen's name and address are kept back; the open one has no end.

    The row says who decided, why and how long; `Person.protection` says at once that it is so.
    """

    person = models.ForeignKey(Person, models.CASCADE, related_name="protections")
    kind = models.CharField(max_length=10, choices=ProtectionKind.choices)
    since_on = models.DateField()
    until_on = models.DateField(null=True)  # the first day it does not hold; None: until lifted
    source = models.CharField(max_length=40)  # "staff", or the source that told it
    reason = EncryptedTextField(max_length=300)
    set_at = models.DateTimeField()
    set_by_id = models.BigIntegerField(null=True)  # None: a source
    lifted_at = models.DateTimeField(null=True)
    lifted_by_id = models.BigIntegerField(null=True)  # None: its last day has passed, or a source
    lifted_why = EncryptedTextField(max_length=300, default="", blank=True)

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "person"],
                condition=models.Q(lifted_at=None),
                name="a_person_is_protected_once_at_a_time",
            ),
            models.CheckConstraint(
                name="a_protection_begins_before_it_ends",
                condition=models.Q(until_on=None) | models.Q(until_on__gt=models.F("since_on")),
            ),
            models.CheckConstraint(
                name="a_protection_has_a_reason", condition=~models.Q(reason="")
            ),
            models.CheckConstraint(
                name="a_protection_that_is_lifted_says_why",
                condition=models.Q(lifted_at=None, lifted_why="")
                | models.Q(lifted_at__isnull=False) & ~models.Q(lifted_why=""),
            ),
        ]

    def __str__(self) -> str:
        return f"protection of #{self.person_id}"


class Persona(TenantModel):
    """A person who exists only in a demo, with a story, and logs in by being chosen."""

    person = models.OneToOneField(Person, models.CASCADE, related_name="persona")
    story_da = models.CharField(max_length=300)
    story_en = models.CharField(max_length=300)
    assurance = models.CharField(max_length=12, choices=Assurance.choices)
    order = models.PositiveSmallIntegerField(default=0)

    class Meta(TenantModel.Meta):
        pass

    def __str__(self) -> str:
        return f"persona of #{self.person_id}"


class OutsideLogin(TenantModel):
    """What a provider of logins calls a person: issuer and subject together, and nobody else.

    A person has one, so that no second provider can name her too.
    """

    person = models.OneToOneField(Person, models.CASCADE, related_name="+")
    issuer = models.CharField(max_length=500)
    subject = models.CharField(max_length=255)
    made_at = models.DateTimeField()

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "issuer", "subject"],
                name="a_subject_of_an_issuer_is_one_person",
            ),
        ]

    def __str__(self) -> str:
        return f"login of #{self.person_id}"


class SpentProof(TenantModel):
    """The mark of what a provider has signed, kept until it would be too old anyway."""

    digest = models.CharField(max_length=64)
    ends_at = models.DateTimeField()

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "digest"], name="what_a_provider_signed_counts_once"
            ),
        ]
        indexes = [models.Index(fields=["municipality", "ends_at"], name="spent_proofs_by_end")]

    def __str__(self) -> str:
        return f"spent proof #{self.pk}"


class Session(AbstractBaseSession):
    """A login in one browser; `person` is read with it (`sessions.py`).

    It belongs to no kommune: it is looked up by a key that nobody can guess, and what it may open
    is decided by the kommune that is asked.
    """

    person = models.ForeignKey(Person, models.CASCADE, null=True, related_name="+")
    # What it is called in addresses: its key opens it, so no page shows that.
    handle = models.UUIDField(null=True, unique=True)
    started_at = models.DateTimeField(null=True)
    seen_at = models.DateTimeField(null=True)
    device = models.CharField(max_length=60, default="", db_default="", blank=True)
    network = models.CharField(max_length=40, default="", db_default="", blank=True)
    # Which provider it came from, and what that calls its own session, so that it can end this one.
    issuer = models.CharField(max_length=500, default="", db_default="", blank=True)
    sid = models.CharField(max_length=255, default="", db_default="", blank=True)
    objects: ClassVar[BaseSessionManager[Self]] = BaseSessionManager()

    class Meta(AbstractBaseSession.Meta):
        indexes = [
            models.Index(fields=["sid"], name="sessions_of_a_provider", condition=~models.Q(sid=""))
        ]

    @classmethod
    def get_session_store_class(cls) -> type[Any]:
        """Return what reads and writes it."""
        from jobunivers.identity.sessions import SessionStore

        return SessionStore
