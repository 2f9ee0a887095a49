# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The vendor of a check: its solution on a shelf, its connections, and the made-up citizen."""

from dataclasses import asdict, dataclass
from datetime import datetime
from urllib.parse import urljoin

from django.urls import reverse

from jobunivers.foundation.notices.links import absolute, at_home
from jobunivers.foundation.tenancy import actions as tenancy
from jobunivers.foundation.tenancy import working_for, writing_shared
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.identity import actions as identity
from jobunivers.identity.models import Person, Role
from jobunivers.rooms.evidence import actions as evidence
from jobunivers.rooms.launching import actions as launching
from jobunivers.rooms.marketplace import actions as market
from jobunivers.rooms.marketplace.queries import Format, Kind, Offer, Source, Way
from jobunivers.rooms.webhooks import actions as webhooks

_CODE, _SLUG, _KEY = "9999", "proeve", "vendor-check"
_NOWHERE = "https://vendor.invalid/"
_DATA = ("subject", "name", "language")


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """What a vendor is given: the same at every check, so that the app is set up once."""

    issuer: str
    client_id: str
    client_secret: str
    webhook_secret: str
    xapi_endpoint: str
    xapi_key: str
    xapi_secret: str

    def told(self) -> dict[str, str]:
        """Return it as the settings of an app."""
        return asdict(self)


def new_vendor(*, at: datetime) -> Given:
    """Make kommune, firm and solution, and return what the vendor is given."""
    municipality = tenancy.open_municipality(code=_CODE, name="Prøveby", slug=_SLUG, at=at)
    with working_for(municipality.pk):
        market.ensure_shelves(at=at)
        offer = _solution(at)
        market.place(shelf_key="cv", offer_id=offer.pk, whose=market.COUNTRY, at=at)
        client, secret = launching.connect(
            offer=offer, redirect_uris=[_NOWHERE], login_uri=_NOWHERE, public=False, at=at
        )
        assert offer.vendor is not None
        _endpoint, webhook = webhooks.open_endpoint(vendor=offer.vendor, url=_NOWHERE, at=at)
        key, key_secret = evidence.make_key(offer=offer, at=at)
    with at_home(municipality):
        issuer = absolute(municipality, reverse("launching:discovery"))
        store = absolute(municipality, reverse("evidence:statements"))
    return Given(
        issuer=issuer.removesuffix("/.well-known/openid-configuration"),
        client_id=client.client_id,
        client_secret=secret,
        webhook_secret=webhook,
        xapi_endpoint=urljoin(store, "."),
        xapi_key=getattr(key, "key", str(key)),
        xapi_secret=key_secret,
    )


def connect(*, offer: Offer, login_uri: str, redirect_uris: list[str], at: datetime) -> None:
    """Register where the vendor's app is; the secret stays. Raises `launching.NotConnectable`."""
    launching.connect(
        offer=offer, redirect_uris=redirect_uris, login_uri=login_uri, public=False, at=at
    )


def new_citizen(municipality: Municipality, *, at: datetime) -> Person:
    """Return a made-up citizen whom the app has never seen."""
    with working_for(municipality.pk):
        return identity.add_person(name="Prøve Prøvesen", role=Role.CITIZEN, at=at)


def kommune() -> Municipality | None:
    """Return the kommune of the checks; None: there is none yet."""
    return Municipality.objects.filter(code=_CODE).first()


def solution() -> Offer | None:
    """Return the vendor's solution."""
    return Offer.objects.filter(key=_KEY).select_related("current", "vendor").first()


def _solution(at: datetime) -> Offer:
    firm = market.VendorEntry(name="Prøvefirmaet", fictitious=True)
    vendor = market.save_vendor(key=_KEY, entry=firm, at=at)
    entry = market.OfferEntry(
        title_da="Løsningen, der prøves",
        summary_da="Den findes kun, mens I prøver.",
        format=Format.VIRTUAL,
        way=Way.OIDC,
        url=_NOWHERE,
        data=_DATA,
    )
    with writing_shared():
        offer = market.new_offer(
            key=_KEY, kind=Kind.TOOL, source=Source.MARKET, entry=entry, at=at, vendor_id=vendor.pk
        )
        made = market.submit(offer=offer, at=at)
        return market.approve(offer=offer, number=made.number, at=at)
