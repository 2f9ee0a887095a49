# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from jobunivers.foundation.tenancy import working_for
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.identity.models import Person, Role

pytestmark = pytest.mark.django_db


def opened(*arguments: str) -> str:
    said = StringIO()
    call_command("open_municipality", *arguments, stdout=said)
    return said.getvalue()


@pytest.mark.parametrize("named", ["randers", "0730", "Randers"])
def test_a_kommune_is_opened_by_code_or_path_part(named: str) -> None:
    assert opened(named, "--host", "job.randers.example") == (
        "Randers is open at /randers/ and at https://job.randers.example/\n"
    )

    kommune = Municipality.objects.get(code="0730")
    assert (kommune.slug, kommune.host) == ("randers", "job.randers.example")
    assert kommune.opened_at is not None


def test_somebody_is_there_to_set_it_up() -> None:
    opened("randers", "--administrator", "Rita Ravn")

    with working_for(Municipality.objects.get(code="0730").pk):
        rita = Person.objects.get(name="Rita Ravn")
    assert rita.role == Role.ADMINISTRATOR


def test_what_is_no_kommune_is_said_in_one_line() -> None:
    with pytest.raises(CommandError, match="'atlantis' is none of the 98 kommuner"):
        opened("atlantis")


def test_an_open_kommune_is_not_opened_again() -> None:
    opened("randers")

    with pytest.raises(CommandError, match="Randers is open already"):
        opened("0730", "--administrator", "Rita Ravn")

    with working_for(Municipality.objects.get(code="0730").pk):
        assert not Person.objects.filter(name="Rita Ravn").exists()


def test_two_kommuner_cannot_have_one_host_name() -> None:
    opened("randers", "--host", "job.example")

    with pytest.raises(CommandError, match=r"job\.example is the address of another kommune"):
        opened("viborg", "--host", "job.example")
