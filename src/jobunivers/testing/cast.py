# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The same people in every test.

Kirsten seeks work in Aarhus. There Omar advises, Ida assists, Tove is personal consultant, Bente
manages, Anne administers and Olga sees to data protection. Jonas seeks work in
Odense and Lise advises there: they must see nothing of Aarhus.
"""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pytest_django import Settings

    from jobunivers.foundation.tenancy.models import Municipality
    from jobunivers.identity.models import Person
    from jobunivers.testing.browsers import KommuneClient

_BEGINNING = datetime(2026, 1, 5, 9, tzinfo=UTC)


def _opened(code: str, name: str, slug: str) -> "Municipality":
    from jobunivers.foundation.tenancy import actions

    return actions.open_municipality(code=code, name=name, slug=slug, at=_BEGINNING)


def add_person(municipality: "Municipality", name: str, role: str) -> "Person":
    """Return a new person of the kommune."""
    from jobunivers.foundation.tenancy import working_for
    from jobunivers.identity import actions
    from jobunivers.identity.models import Role

    with working_for(municipality.pk):
        return actions.add_person(name=name, role=Role(role), at=_BEGINNING)


def _browser(municipality: "Municipality", person: "Person | None" = None) -> "KommuneClient":
    from jobunivers.testing.browsers import browser

    return browser(municipality, person)


@pytest.fixture
def aarhus(db: None) -> "Municipality":  # noqa: ARG001 - there must be a database
    """Return Aarhus, opened on the platform."""
    return _opened("0751", "Aarhus", "aarhus")


@pytest.fixture
def odense(db: None) -> "Municipality":  # noqa: ARG001 - there must be a database
    """Return Odense, opened on the platform."""
    return _opened("0461", "Odense", "odense")


@pytest.fixture
def national(db: None) -> "Municipality":  # noqa: ARG001 - there must be a database
    """Return the organisation that runs the platform."""
    from jobunivers.foundation.tenancy import actions

    return actions.ensure_national(at=_BEGINNING)


@pytest.fixture
def kirsten(aarhus: "Municipality") -> "Person":
    """Return a citizen of Aarhus."""
    return add_person(aarhus, "Kirsten Holm", "citizen")


@pytest.fixture
def mads(aarhus: "Municipality") -> "Person":
    """Return another citizen of Aarhus."""
    return add_person(aarhus, "Mads Åby", "citizen")


@pytest.fixture
def eva(aarhus: "Municipality") -> "Person":
    """Return an editor in Aarhus."""
    return add_person(aarhus, "Eva Lund", "editor")


@pytest.fixture
def omar(aarhus: "Municipality") -> "Person":
    """Return an adviser in Aarhus."""
    return add_person(aarhus, "Omar Said", "adviser")


@pytest.fixture
def ida(aarhus: "Municipality") -> "Person":
    """Return a journey assistant in Aarhus."""
    return add_person(aarhus, "Ida Toft", "assistant")


@pytest.fixture
def tove(aarhus: "Municipality") -> "Person":
    """Return a personal consultant in Aarhus."""
    return add_person(aarhus, "Tove Juhl", "consultant")


@pytest.fixture
def bente(aarhus: "Municipality") -> "Person":
    """Return a manager in Aarhus."""
    return add_person(aarhus, "Bente Dam", "manager")


@pytest.fixture
def anne(aarhus: "Municipality") -> "Person":
    """Return an administrator in Aarhus."""
    return add_person(aarhus, "Anne Bak", "administrator")


@pytest.fixture
def olga(aarhus: "Municipality") -> "Person":
    """Return the officer of data protection and security in Aarhus."""
    return add_person(aarhus, "Olga Munk", "officer")


@pytest.fixture
def nadia(national: "Municipality") -> "Person":
    """Return somebody who runs the platform."""
    return add_person(national, "Nadia Friis", "national")


@pytest.fixture
def jonas(odense: "Municipality") -> "Person":
    """Return a citizen of Odense."""
    return add_person(odense, "Jonas Lind", "citizen")


@pytest.fixture
def lise(odense: "Municipality") -> "Person":
    """Return an adviser in Odense."""
    return add_person(odense, "Lise Krog", "adviser")


@pytest.fixture
def visitor(aarhus: "Municipality") -> "KommuneClient":
    """Return the browser of somebody in Aarhus who is not logged in."""
    return _browser(aarhus)


@pytest.fixture
def as_kirsten(aarhus: "Municipality", kirsten: "Person") -> "KommuneClient":
    """Return Kirsten's browser, logged in."""
    return _browser(aarhus, kirsten)


@pytest.fixture
def as_mads(aarhus: "Municipality", mads: "Person") -> "KommuneClient":
    """Return Mads' browser, logged in."""
    return _browser(aarhus, mads)


@pytest.fixture
def as_eva(aarhus: "Municipality", eva: "Person") -> "KommuneClient":
    """Return the editor's browser, logged in."""
    return _browser(aarhus, eva)


@pytest.fixture
def as_omar(aarhus: "Municipality", omar: "Person") -> "KommuneClient":
    """Return Omar's browser, logged in."""
    return _browser(aarhus, omar)


@pytest.fixture
def as_ida(aarhus: "Municipality", ida: "Person") -> "KommuneClient":
    """Return the assistant's browser, logged in."""
    return _browser(aarhus, ida)


@pytest.fixture
def as_tove(aarhus: "Municipality", tove: "Person") -> "KommuneClient":
    """Return the consultant's browser, logged in."""
    return _browser(aarhus, tove)


@pytest.fixture
def as_bente(aarhus: "Municipality", bente: "Person") -> "KommuneClient":
    """Return the manager's browser, logged in."""
    return _browser(aarhus, bente)


@pytest.fixture
def as_anne(aarhus: "Municipality", anne: "Person") -> "KommuneClient":
    """Return the administrator's browser, logged in."""
    return _browser(aarhus, anne)


@pytest.fixture
def as_olga(aarhus: "Municipality", olga: "Person") -> "KommuneClient":
    """Return the browser of the officer of data protection, logged in."""
    return _browser(aarhus, olga)


@pytest.fixture
def as_nadia(national: "Municipality", nadia: "Person") -> "KommuneClient":
    """Return the browser of somebody who runs the platform, logged in."""
    return _browser(national, nadia)


@pytest.fixture
def as_jonas(odense: "Municipality", jonas: "Person") -> "KommuneClient":
    """Return Jonas's browser, logged in, in Odense."""
    return _browser(odense, jonas)


@pytest.fixture
def as_lise(odense: "Municipality", lise: "Person") -> "KommuneClient":
    """Return Lise's browser, logged in, in Odense."""
    return _browser(odense, lise)


@pytest.fixture(autouse=True)
def own_folders(settings: "Settings", tmp_path: Path) -> None:
    """Give every test an index and a packed world of its own: tests run beside each other."""
    settings.SEARCH_FOLDER = tmp_path / "search"
    settings.MATCHING_FOLDER = tmp_path / "matching"
    settings.MAIL_FOLDER = tmp_path / "mail"
    settings.AUDIT_FOLDER = tmp_path / "audit"


@pytest.fixture(autouse=True)
def no_path_before_addresses() -> None:
    """Let addresses begin at the root: the kommune of another test's page is not this one's."""
    from django.urls import set_script_prefix

    set_script_prefix("/")


@pytest.fixture
def index(
    own_folders: None,  # noqa: ARG001 - the folders that are followed
    db: None,  # noqa: ARG001 - there must be a database
) -> Callable[[], None]:
    """Return what lets the test's index and packed world follow the rows."""
    from django.utils import timezone

    def follow() -> None:
        from jobunivers.rooms.tailored import actions as tailored
        from jobunivers.rooms.vacancies import actions as vacancies

        vacancies.bring_index_up_to_date(at=timezone.now())
        tailored.bring_world_up_to_date(at=timezone.now())

    return follow
