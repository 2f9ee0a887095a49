# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Browsers of Django's test client at a kommune's pages, logged in through the one door."""

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.test import Client
from django.urls import set_script_prefix

if TYPE_CHECKING:
    from jobunivers.foundation.tenancy.models import Municipality
    from jobunivers.identity.models import Assurance, Person

_TOKEN = re.compile(r'(name="csrfmiddlewaretoken" value="|X-CSRFToken": ")[^"]*')


class KommuneClient(Client):
    """A browser at one kommune's pages: `get("/job/")` asks for `/aarhus/job/`."""

    def __init__(self, slug: str, **defaults: Any) -> None:
        super().__init__(**defaults)
        # WhiteNoise warns of a missing folder; tests serve static files without collecting them.
        Path(settings.STATIC_ROOT or "").mkdir(parents=True, exist_ok=True)
        self.prefix = f"/{slug}"

    def generic(self, method: str, path: Any, *args: Any, **kwargs: Any) -> Any:
        """Ask for an address of the kommune; one that names the kommune is taken as it is."""
        text = str(path)
        if not text.startswith(f"{self.prefix}/"):
            text = f"{self.prefix}{text}"
        try:
            return super().generic(method, text, *args, **kwargs)
        finally:
            # The kommune's path would stay for whatever the thread does next.
            set_script_prefix("/")

    def get(self, *args: Any, **kwargs: Any) -> Any:
        """Ask for a page."""
        return super().get(*args, **kwargs)

    def post(self, *args: Any, **kwargs: Any) -> Any:
        """Send a form."""
        return super().post(*args, **kwargs)

    def part(self, path: str, target: str, **headers: str) -> Any:
        """Ask for one part of a page, as htmx does."""
        return self.get(path, headers={"HX-Request": "true", "HX-Target": target, **headers})


def browser(
    municipality: "Municipality",
    person: "Person | None" = None,
    *,
    assurance: "Assurance | None" = None,
) -> KommuneClient:
    """Return a browser at the kommune's pages, logged in as the person if there is one.

    The level of assurance is substantial when not said.
    """
    from django.http import HttpRequest
    from django.utils import timezone

    from jobunivers.foundation.tenancy import working_for
    from jobunivers.identity import actions
    from jobunivers.identity.models import Assurance

    client = KommuneClient(municipality.slug)
    if person is None:
        return client
    request = HttpRequest()
    request.session = client.session
    level = assurance or Assurance.SUBSTANTIAL
    with working_for(municipality.pk):
        actions.log_in(request, person=person, assurance=level, at=timezone.now())
    request.session.save()
    client.cookies[settings.SESSION_COOKIE_NAME] = str(request.session.session_key)
    return client


def text_of(response: Any) -> str:
    """Return an answer's HTML without what differs from answer to answer: the CSRF tokens."""
    return _TOKEN.sub(r"\1", response.content.decode())
