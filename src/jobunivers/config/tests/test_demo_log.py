# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The demo's terminal is for people; production's standard error is for machines."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from jobunivers.config import worker

LINES = """
import django, logging
django.setup()
log = logging.getLogger("jobunivers.request")
log.info("asked")
log.warning("strange")
"""


def said(**told: str) -> list[str]:
    """Return the messages on standard error."""
    done = subprocess.run(
        [sys.executable, "-c", LINES],
        env={**os.environ, "JOBUNIVERS_MODE": "demo", **told},
        capture_output=True,
        text=True,
        check=True,
    )
    return messages(done.stderr)


def messages(lines: str) -> list[str]:
    return [json.loads(line)["message"] for line in lines.splitlines()]


def test_with_a_file_for_the_log_the_terminal_gets_warnings_only(tmp_path: Path) -> None:
    log = tmp_path / "demo.log"

    assert said(JOBUNIVERS_LOG=str(log)) == ["strange"]
    assert messages(log.read_text()) == ["asked", "strange"]


def test_without_one_everything_is_on_standard_error() -> None:
    assert said(JOBUNIVERS_LOG="") == ["asked", "strange"]


def test_the_workers_greeting_is_logged_and_its_problems_are_shown(
    caplog: pytest.LogCaptureFixture,
) -> None:
    shown: list[str] = []
    speak = worker._greeting_in_the_log(shown.append)

    with caplog.at_level("INFO", logger="jobunivers.worker"):
        speak("Launching a worker on all queues")
    speak("the database is gone")

    assert shown == ["the database is gone"]
    assert caplog.messages == ["Launching a worker on all queues"]
