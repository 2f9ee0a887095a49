# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from importlib import import_module

import pytest

from jobunivers.config.commands import simulate
from jobunivers.config.problem import Problem


def test_what_cannot_be_simulated_is_answered_with_what_can() -> None:
    with pytest.raises(Problem, match="nation"):
        simulate.run("simulate", ["moon"])


def test_everything_that_can_be_simulated_is_there() -> None:
    for name in (simulate.USUAL, *simulate.KINDS.values()):
        assert callable(import_module(name).main)


def test_help_needs_no_database(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        simulate.run("simulate", ["nation", "--help"])

    assert "--share" in capsys.readouterr().out
