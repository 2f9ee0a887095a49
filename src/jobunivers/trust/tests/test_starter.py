# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
import json

import pytest

from jobunivers.trust import register, starter
from jobunivers.trust.models import ModelFigure

pytestmark = pytest.mark.django_db


def test_cards_have_the_figures_that_came_with_the_version() -> None:
    shipped = [
        one for file in starter.MEASURED.glob("*.json") for one in json.loads(file.read_text())
    ]
    assert shipped
    assert ModelFigure.objects.count() == len(shipped), "the database was prepared with them"
    assert starter.ensure() == 0, "recording them again adds nothing"


def test_each_shipped_figure_is_of_a_version_that_runs() -> None:
    running = {card.code: card.version for card in register.cards()}
    for code, version in ModelFigure.objects.values_list("code", "version").distinct():
        assert running[code] == version, "measure it again, or say why it still holds"
