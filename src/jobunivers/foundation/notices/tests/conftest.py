# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Ways out on real sockets, and types of notice that only tests have."""

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import pytest
from django.utils.translation import get_language

from jobunivers.foundation.notices import channels, register
from jobunivers.foundation.notices.models import Channel, Rhythm
from jobunivers.integrations.mail.fake import MailCatcher
from jobunivers.integrations.webpush.fake import FakePushService

if TYPE_CHECKING:
    from pytest_django import Settings

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)  # ten o'clock on a Monday in Denmark


@pytest.fixture
def post(settings: "Settings") -> Iterator[MailCatcher]:
    """Catch e-mail, at the address the settings name."""
    with MailCatcher(settings.MAIL_FOLDER) as catcher:
        settings.SMTP = catcher.address
        settings.MAIL_FROM = "Jobunivers <svar-ikke@job.example>"
        settings.ADDRESS = "https://job.example/"
        yield catcher
        channels.close()


@pytest.fixture
def phones(settings: "Settings") -> Iterator[FakePushService]:
    """Run a push service, the only one that may be asked."""
    with FakePushService(clock=lambda: NOW) as service:
        settings.PUSH_HOSTS = [service.host]
        yield service
        channels.close()


def worded(data: Mapping[str, Any]) -> str:
    """Return a test's notice in words."""
    count = data.get("count", 1)
    return f"{count} new jobs" if get_language() == "en" else f"{count} nye job"


@pytest.fixture(autouse=True)
def types(monkeypatch: pytest.MonkeyPatch) -> None:
    """Know three types: one collected, one at once, one critical."""
    monkeypatch.setattr(register, "_types", dict(register._types))
    monkeypatch.setattr(register, "_senders", dict(register._senders))
    register.sender(register.Sender(code="tests.sender", name="Testen"))
    usual: dict[str, Any] = {
        "sender": "tests.sender",
        "about": "Når testen vil.",
        "wording": worded,
    }
    register.notice_type(
        register.NoticeType(
            code="tests.daily", name="Nye job", wants_answer=True,
            acts=("tests.applied",), acted=_same_job, **usual,
        )
    )  # fmt: skip
    register.notice_type(
        register.NoticeType(
            code="tests.at_once", name="Aftaler", wants_answer=True,
            defaults={Channel.EMAIL: Rhythm.AT_ONCE, Channel.PHONE: Rhythm.AT_ONCE}, **usual,
        )
    )  # fmt: skip
    register.notice_type(
        register.NoticeType(code="tests.critical", name="Frister", critical=True, **usual)
    )


def _same_job(data: Mapping[str, Any], event: Mapping[str, Any]) -> bool:
    return event.get("vacancy_id") in data.get("vacancy_ids", [])
