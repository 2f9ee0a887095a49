# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Opening kommuner and giving them their look."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from jobunivers.foundation.tenancy.models import NATIONAL_CODE, Municipality


class AlreadyOpen(Exception):  # noqa: N818 - it reads as what happened
    """The kommune is open on the platform."""


class AddressTaken(Exception):  # noqa: N818
    """Another kommune has the host name or path."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Appearance:
    """How a kommune looks and what its front page says."""

    name: str
    primary_colour: str
    accent_colour: str
    headline_da: str = ""
    headline_en: str = ""
    welcome_da: str = ""
    welcome_en: str = ""
    contact_phone: str = ""
    contact_email: str = ""
    contact_address: str = ""


@transaction.atomic
def open_municipality(
    *, code: str, name: str, slug: str, at: datetime, host: str | None = None
) -> Municipality:
    """Open a kommune, exactly once; from then on its addresses answer."""
    taken = Municipality.objects.exclude(code=code)
    if taken.filter(slug=slug).exists() or (host and taken.filter(host=host).exists()):
        raise AddressTaken
    municipality, created = Municipality.objects.get_or_create(
        code=code, defaults={"name": name, "slug": slug, "host": host, "opened_at": at}
    )
    if created:
        return municipality
    changed = Municipality.objects.filter(pk=municipality.pk, opened_at=None).update(
        opened_at=at, name=name, slug=slug, host=host
    )
    if not changed:
        raise AlreadyOpen
    municipality.refresh_from_db()
    return municipality


def ensure_national(*, at: datetime) -> Municipality:
    """Return the national organisation, opening it the first time."""
    existing = Municipality.objects.filter(code=NATIONAL_CODE).first()
    if existing is not None:
        return existing
    return open_municipality(code=NATIONAL_CODE, name="Jobunivers", slug="faelles", at=at)


@transaction.atomic
def save_appearance(*, municipality: Municipality, appearance: Appearance, at: datetime) -> None:
    """Give the kommune its name, colours and texts."""
    Municipality.objects.filter(pk=municipality.pk).update(
        changed_at=at,
        name=appearance.name,
        primary_colour=appearance.primary_colour,
        accent_colour=appearance.accent_colour,
        headline_da=appearance.headline_da,
        headline_en=appearance.headline_en,
        welcome_da=appearance.welcome_da,
        welcome_en=appearance.welcome_en,
        contact_phone=appearance.contact_phone,
        contact_email=appearance.contact_email,
        contact_address=appearance.contact_address,
    )


@transaction.atomic
def save_logo(*, municipality: Municipality, image: bytes, content_type: str, at: datetime) -> None:
    """Keep the kommune's logo; an empty image takes it away."""
    Municipality.objects.filter(pk=municipality.pk).update(
        changed_at=at, logo=image or None, logo_type=content_type if image else ""
    )
