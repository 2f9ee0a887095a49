# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from datetime import UTC, datetime
from pathlib import Path

import pytest
from pytest_django import Settings

from jobunivers.foundation.tenancy import queries as tenancy
from jobunivers.foundation.tenancy import working_for
from jobunivers.identity import queries as identity
from jobunivers.identity.models import STAFF, Role
from jobunivers.rooms.audit.models import UnusualLook
from jobunivers.rooms.journey import queries as journey
from jobunivers.rooms.mydata import queries as mydata
from jobunivers.rooms.retention.models import Plan
from jobunivers.rooms.retention.queries import letters as retention_letters
from jobunivers.rooms.segmentation import queries as segmentation
from jobunivers.rooms.vacancies import queries as vacancies
from jobunivers.science.segmentation import Explanation
from jobunivers.simulator import demo, personas

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)


def _silent(_text: str) -> None:
    pass


@pytest.mark.django_db
def test_the_demo_opens_two_kommuner_with_people_of_every_role() -> None:
    demo.fill(at=NOW, progress=_silent, count=60)

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
            filled = [page for page in pages if page and page.wishes]
            assert len(filled) >= 3
            assert all(page.languages and page.licences for page in filled)
            assert not any(page.next_step for page in filled)


@pytest.mark.django_db
def test_the_demo_has_two_records_to_mend_however_often_it_is_filled() -> None:
    for _ in range(2):
        demo.fill(at=NOW, progress=_silent, count=60)
        national = tenancy.national()
        assert national is not None
        with working_for(national.pk):
            waiting = {
                one.code: vacancies.rejected_records(one).count() for one in vacancies.sources()
            }
        assert waiting == {"opslagstavlen": 0, "samlesiden": 2}


@pytest.mark.django_db
def test_filling_twice_changes_nothing() -> None:
    demo.fill(at=NOW, progress=_silent, count=60)
    before = _names()
    demo.fill(at=NOW, progress=_silent, count=60)

    assert _names() == before


@pytest.mark.django_db
def test_the_officer_of_the_demo_has_something_to_look_after(
    tmp_path: Path, settings: Settings
) -> None:
    settings.ERASED_FOLDER = tmp_path
    demo.fill(at=NOW, progress=_silent, count=60)

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


@pytest.mark.django_db
def test_the_demo_has_a_past_and_people_who_show_what_courses_are_for() -> None:
    demo.fill(at=NOW, progress=_silent, count=60, weeks=2, people=12)

    aarhus = tenancy.by_code("0751")
    assert aarhus is not None
    with working_for(aarhus.pk):
        assert identity.citizens().count() > 12
        assert _explained("Birthe Kold").course == "close_support"
        assert _explained("Rasmus Bjerg").step
        assert not _explained("Kirsten Vestergaard").step


def _explained(name: str) -> Explanation:
    (citizen_id,) = [one.person.pk for one in identity.personas() if one.person.name == name]
    found = segmentation.explain(citizen_id=citizen_id, at=NOW)
    assert found is not None
    return found.explanation


def test_who_comes_with_a_cv_has_a_file_with_her_name_in_it(tmp_path: Path) -> None:
    (written,) = personas.write_cvs(tmp_path, today=NOW.date())

    assert written.read_bytes().startswith(b"%PDF-")
    assert written.name == "cv-noor-haddad.pdf"
    (again,) = personas.write_cvs(tmp_path / "again", today=NOW.date())
    assert again.read_bytes() == written.read_bytes()
