# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Wherever a model's or a rule's choice is shown, the page says that a computer made it.

BEK 101/2026 § 2(4). Each card that reads of persons has its places here; a place without the mark
fails, and so does a card without a place.
"""

import re
from collections.abc import Mapping
from pathlib import Path

import pytest

import jobunivers
from jobunivers.trust import register

_SOURCE = Path(jobunivers.__file__).parent
_MARK = re.compile(
    r"(Lavet|Valgt|Fundet|Regnet) af en computer|[Ee]n computer har|trust/parts/computer\.html"
    r"|[Ff]aste regler (ser|foreslår|minder)|En model har|trust:model\""
)
_INCLUDES = re.compile(r"{%-?\s*include \"([^\"]+)\"")

PLACES: Mapping[str, tuple[str, ...]] = {
    "attention": (
        "casework/noticed.html", "casework/attention.html", "casework/dossier/points.html",
    ),
    "availability": ("availability/parts/count.html", "availability/dossier/count.html"),
    "chance": ("segmentation/parts/chance.html",),
    "cv": ("entrance/found.html",),
    "demand": ("casework/labour_market.html", "casework/work_market.html"),
    "exploration": ("tailored/recommended.html",),
    "gaps": (
        "tailored/gaps.html", "tailored/because.html", "tailored/tiles/gap.html",
        "tailored/tiles/because.html",
    ),
    "letters": ("vacancies/letters.html", "vacancies/proposal.html"),
    "matching": (
        "tailored/recommended.html", "tailored/why.html", "tailored/like.html",
        "tailored/tiles/jobs.html", "entrance/jobs.html", "casework/suggestions.html",
        "casework/suggestion.html", "casework/dossier/jobs.html",
    ),
    "meaning": ("tailored/recommended.html",),
    "own-title": ("tailored/why.html",),
    "segmentation": (
        "segmentation/journey.html", "segmentation/citizen.html",
        "segmentation/dossier/course.html", "segmentation/tiles/journey.html",
    ),
    "sending": ("outreach/hers.html",),
    "spreading": ("tailored/recommended.html",),
    "talks": ("talks/staff.html", "talks/own_talk.html"),
}  # fmt: skip


def _templates() -> dict[str, str]:
    found = {}
    for path in _SOURCE.glob("**/templates/**/*.html"):
        found[path.as_posix().partition("/templates/")[2]] = path.read_text()
    return found


def _says_it(name: str, templates: Mapping[str, str]) -> bool:
    text = templates[name]
    inner = (one for one in _INCLUDES.findall(text) if one in templates and one != name)
    return bool(_MARK.search(text)) or any(_says_it(one, templates) for one in inner)


@pytest.mark.parametrize("code", sorted(PLACES))
def test_a_choice_is_marked_wherever_it_is_shown(code: str) -> None:
    templates = _templates()
    assert [name for name in PLACES[code] if not _says_it(name, templates)] == []


@pytest.mark.django_db
def test_each_model_that_reads_of_persons_has_its_places() -> None:
    assert {card.code for card in register.cards() if card.inputs_person} == set(PLACES)


def test_what_makes_every_choice_whole_is_marked_too() -> None:
    templates = _templates()
    for name in ("decisions/one.html", "decisions/citizen_one.html"):
        assert _says_it(name, templates)
