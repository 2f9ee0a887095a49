# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Whatever the log can hold has a name that a person reads."""

import re
from collections.abc import Iterator

import pytest
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from jobunivers.foundation.events.words import event_name, name_events, named_events
from jobunivers.testing import ROOT


def _in_the_table() -> Iterator[str]:
    """Yield the events that the architecture lists, `.started` after `room.begun` being room's."""
    text = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
    table = text.split("| event | recorded by |")[1].split("\n\n")[0]
    for row in table.splitlines()[2:]:
        app = ""
        for code in re.findall(r"`([a-z_.…]+)`", row.split("|")[1]):
            before, _dot, happened = code.partition(".")
            app = before or app
            if "…" not in code and happened:
                yield f"{app}.{happened}"


def test_every_event_of_the_architecture_has_a_name() -> None:
    listed = set(_in_the_table())
    assert len(listed) > 200
    assert sorted(listed - set(named_events())) == []


def test_an_event_is_read_in_the_readers_language() -> None:
    with override("da"):
        assert event_name("vacancies.application_logged") == "Ansøgning skrevet i joblogen"
    with override("en"):
        assert event_name("vacancies.application_logged") == "Application written in the job log"


def test_an_event_of_an_older_release_is_called_by_its_code() -> None:
    assert event_name("carriage.horse_changed") == "carriage.horse_changed"


def test_an_event_is_named_once() -> None:
    named_events()
    with pytest.raises(ValueError, match=r"journey\.spell_began is called is said twice"):
        name_events("journey", {"spell_began": _("Noget andet")})
