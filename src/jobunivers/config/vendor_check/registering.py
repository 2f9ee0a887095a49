# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The vendor of a check: its solution on a shelf, its connections, and the made-up citizen."""

from dataclasses import asdict, dataclass, replace
from datetime import datetime
from urllib.parse import urljoin

from django.urls import reverse

from jobunivers.config.vendor_check.description import LtiTool
from jobunivers.foundation.notices.links import absolute, at_home
from jobunivers.foundation.tenancy import actions as tenancy
from jobunivers.foundation.tenancy import working_for, writing_shared
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.identity import actions as identity
from jobunivers.identity.models import Person, Role
from jobunivers.rooms.evidence import actions as evidence
from jobunivers.rooms.launching import actions as launching
from jobunivers.rooms.launching.queries import tool_of
from jobunivers.rooms.marketplace import actions as market
from jobunivers.rooms.marketplace.queries import Format, Kind, Offer, Source, Way
from jobunivers.rooms.webhooks import actions as webhooks

_CODE, _SLUG, _KEY = "9999", "proeve", "vendor-check"
_TOOL_KEY = f"{_KEY}-lti"
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
    lti_client_id: str = ""
    lti_deployment: str = ""
    lti_authorize: str = ""
    lti_token: str = ""

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
    given = _given(municipality, client.client_id, (secret, webhook, key_secret), key.key)
    return with_tool(given, municipality, at=at)


def _given(
    municipality: Municipality, client_id: str, secrets: tuple[str, str, str], key: str
) -> Given:
    with at_home(municipality):
        issuer = absolute(municipality, reverse("launching:discovery"))
        store = absolute(municipality, reverse("evidence:statements"))
    return Given(
        issuer=issuer.removesuffix("/.well-known/openid-configuration"),
        client_id=client_id,
        client_secret=secrets[0],
        webhook_secret=secrets[1],
        xapi_endpoint=urljoin(store, "."),
        xapi_key=key,
        xapi_secret=secrets[2],
    )


def with_tool(given: Given, municipality: Municipality, *, at: datetime) -> Given:
    """Return the same with what the app is given as a tool (LTI), registered the first time."""
    with working_for(municipality.pk):
        offer = tool_offer() or _tool_offer(at)
        found = tool_of(offer.pk)
        if found is None:
            found = launching.register_tool(
                offer=offer, login_uri=_NOWHERE, launch_uri=_NOWHERE, redirect_uris=[_NOWHERE],
                keys_uri=_NOWHERE, at=at,
            )  # fmt: skip
    with at_home(municipality):
        authorize = absolute(municipality, reverse("launching:lti_authorize"))
        token = absolute(municipality, reverse("launching:lti_token"))
    return replace(
        given,
        lti_client_id=found.client_id,
        lti_deployment=municipality.code,
        lti_authorize=authorize,
        lti_token=token,
    )


def register(*, about: LtiTool, keys: str, at: datetime) -> Offer:
    """Register where the tool is, with its keys as text. Raises `launching.NotConnectable`."""
    offer = tool_offer()
    assert offer is not None
    launching.register_tool(
        offer=offer,
        login_uri=about.login_uri,
        launch_uri=about.launch_uri,
        redirect_uris=about.redirect_uris,
        keys=keys,
        deep_link_uri=about.deep_link_uri,
        at=at,
    )
    return offer


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


def new_editor(municipality: Municipality, *, at: datetime) -> Person:
    """Return a made-up editor, who picks content."""
    with working_for(municipality.pk):
        return identity.add_person(name="Redaktør Prøvesen", role=Role.EDITOR, at=at)


def tool_offer() -> Offer | None:
    """Return the vendor's solution that is launched as a tool."""
    return Offer.objects.filter(key=_TOOL_KEY).select_related("current", "vendor").first()


def solution() -> Offer | None:
    """Return the vendor's solution."""
    return Offer.objects.filter(key=_KEY).select_related("current", "vendor").first()


def _solution(at: datetime) -> Offer:
    firm = market.VendorEntry(name="Prøvefirmaet", fictitious=True)
    vendor = market.save_vendor(key=_KEY, entry=firm, at=at)
    return _approved(_KEY, vendor.pk, Way.OIDC, "Løsningen, der prøves", at)


def _tool_offer(at: datetime) -> Offer:
    beside = solution()
    assert beside is not None
    assert beside.vendor_id is not None
    made = _approved(_TOOL_KEY, beside.vendor_id, Way.LTI, "Værktøjet, der prøves", at)
    market.place(shelf_key="cv", offer_id=made.pk, whose=market.COUNTRY, at=at)
    return made


def _approved(key: str, vendor_id: int, way: Way, title: str, at: datetime) -> Offer:
    entry = market.OfferEntry(
        title_da=title,
        summary_da="Den findes kun, mens I prøver.",
        format=Format.VIRTUAL,
        way=way,
        url=_NOWHERE,
        data=_DATA,
    )
    with writing_shared():
        offer = market.new_offer(
            key=key, kind=Kind.TOOL, source=Source.MARKET, entry=entry, at=at, vendor_id=vendor_id
        )
        made = market.submit(offer=offer, at=at)
        return market.approve(offer=offer, number=made.number, at=at)
