# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.test import override_settings
from pytest_django import DjangoDbBlocker

from jobunivers.foundation.tenancy import queries as tenancy
from jobunivers.foundation.tenancy import working_for
from jobunivers.identity import queries as identity
from jobunivers.identity.models import STAFF, Role
from jobunivers.rooms.audit.models import UnusualLook
from jobunivers.rooms.journey import queries as journey
from jobunivers.rooms.mydata import queries as mydata
from jobunivers.rooms.retention.models import Plan
from jobunivers.rooms.retention.queries import letters as retention_letters
from jobunivers.rooms.vacancies import queries as vacancies
from jobunivers.simulator import demo, personas
from jobunivers.testing.database import shared_rows

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)


def _silent(_text: str) -> None:
    pass


@pytest.fixture(scope="module")
def filled(
    django_db_setup: None,
    django_db_blocker: DjangoDbBlocker,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[None]:
    """Fill the demo once for those who only look at it."""
    folder = tmp_path_factory.mktemp("demo")
    names = ("SEARCH_FOLDER", "MATCHING_FOLDER", "MAIL_FOLDER", "AUDIT_FOLDER", "ERASED_FOLDER")
    own = override_settings(**{name: folder / name.lower() for name in names})
    with shared_rows(django_db_blocker), own:
        demo.fill(at=NOW, progress=_silent, count=60)
        yield


@pytest.mark.django_db
def test_the_demo_opens_two_kommuner_with_people_of_every_role(filled: None) -> None:
    assert demo.is_filled()
    for code in ("0751", "0740"):
        municipality = tenancy.by_code(code)
        assert municipality is not None
        with working_for(municipality.pk):
            people = [persona.person for persona in identity.personas()]
            roles = [person.role for person in people]
            assert roles.count(Role.CITIZEN) >= 3
            assert set(roles) >= STAFF
            pages = [journey.profile_page(citizen_id=person.pk) for person in people]
            pages_filled = [page for page in pages if page and page.wishes]
            assert len(pages_filled) >= 3
            assert all(page.languages and page.licences for page in pages_filled)
            assert not any(page.next_step for page in pages_filled)


@pytest.mark.django_db
def test_filling_twice_changes_nothing_and_leaves_two_records_to_mend(filled: None) -> None:
    before = _names()
    assert _to_mend() == {"opslagstavlen": 0, "samlesiden": 2}

    demo.fill(at=NOW, progress=_silent, count=60)

    assert _names() == before
    assert _to_mend() == {"opslagstavlen": 0, "samlesiden": 2}


def _to_mend() -> dict[str, int]:
    """Return how many records of each source somebody has to mend."""
    national = tenancy.national()
    assert national is not None
    with working_for(national.pk):
        return {one.code: vacancies.rejected_records(one).count() for one in vacancies.sources()}


@pytest.mark.django_db
def test_the_officer_of_the_demo_has_something_to_look_after(filled: None) -> None:
    aarhus = tenancy.by_code("0751")
    assert aarhus is not None
    with working_for(aarhus.pk):
        rules = set(UnusualLook.objects.values_list("rule", flat=True))
        plan = Plan.objects.get()
        [asked] = mydata.waiting()
        letters = retention_letters.letters_page()
    assert rules >= {"night"}
    assert (plan.state, plan.people, plan.needs_second) == ("waiting", 3, True)
    assert asked.kind == "correct"
    assert (letters.waiting, [one.row.letters for one in letters.runs]) == (1, [3])


def _names() -> list[str]:
    found = []
    for municipality in tenancy.opened():
        with working_for(municipality.pk):
            found += [persona.person.name for persona in identity.personas()]
    return found


def test_who_comes_with_a_cv_has_a_file_with_her_name_in_it(tmp_path: Path) -> None:
    (written,) = personas.write_cvs(tmp_path, today=NOW.date())

    assert written.read_bytes().startswith(b"%PDF-")
    assert written.name == "cv-noor-haddad.pdf"
    (again,) = personas.write_cvs(tmp_path / "again", today=NOW.date())
    assert again.read_bytes() == written.read_bytes()
