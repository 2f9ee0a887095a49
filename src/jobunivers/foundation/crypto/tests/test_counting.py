# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from io import StringIO

import pytest
from django.core.management import call_command


@pytest.mark.django_db
def test_a_count_of_nothing_says_so() -> None:
    told = StringIO()

    call_command("rotate_keys", "--check", stdout=told)

    assert told.getvalue() == "No value is encrypted yet.\n"
