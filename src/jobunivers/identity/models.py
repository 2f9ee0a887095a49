# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The people of a kommune, whoever proves who they are."""

import uuid
from typing import Any, ClassVar, Self

from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.sessions.base_session import AbstractBaseSession, BaseSessionManager
from django.db import models

from jobunivers.foundation.tenancy.models import TenantManager, TenantModel
from jobunivers.foundation.text import danish_sort_key


class Role(models.TextChoices):
    """What a person does on the platform. One person, one role, in one kommune."""

    CITIZEN = "citizen"
    ASSISTANT = "assistant"  # jobrejseassistent: groups, pushes, the labour market
    ADVISER = "adviser"  # jobrådgiver: talks
    CONSULTANT = "consultant"  # personlig jobkonsulent: citizens of her own
    MANAGER = "manager"
    EDITOR = "editor"
    ADMINISTRATOR = "administrator"
    NATIONAL = "national"


# Who helps citizens, and may open one of them with a reason.
ADVISING = frozenset({Role.ASSISTANT, Role.ADVISER, Role.CONSULTANT})
STAFF = ADVISING | {Role.MANAGER, Role.EDITOR, Role.ADMINISTRATOR}


class Assurance(models.TextChoices):
    """How sure we are who it is: NSIS' levels Lav, Betydelig and Høj, lowest first."""

    LOW = "low"
    SUBSTANTIAL = "substantial"
    HIGH = "high"


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

    USERNAME_FIELD = "uuid"
    objects: ClassVar[PersonManager] = PersonManager()

    class Meta(TenantModel.Meta):
        constraints = [
            models.CheckConstraint(
                name="person_has_a_known_role", condition=models.Q(role__in=Role.values)
            ),
        ]
        # With the key in it and nobody inactive, a list of names is read from the index alone.
        indexes = [
            models.Index(
                fields=["municipality", "role", "sort_key", "id"],
                include=["name"],
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
    def is_staff_member(self) -> bool:
        """Say whether the person works for the kommune."""
        return self.role in STAFF


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


class Session(AbstractBaseSession):
    """A login in one browser; `person` is read with it (`sessions.py`).

    It belongs to no kommune: it is looked up by a key that nobody can guess, and what it may open
    is decided by the kommune that is asked.
    """

    person = models.ForeignKey(Person, models.CASCADE, null=True, related_name="+")
    objects: ClassVar[BaseSessionManager[Self]] = BaseSessionManager()

    class Meta(AbstractBaseSession.Meta):
        pass

    @classmethod
    def get_session_store_class(cls) -> type[Any]:
        """Return what reads and writes it."""
        from jobunivers.identity.sessions import SessionStore

        return SessionStore
