# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Nothing a computer does to people is left out of the register, and each card says it all."""

import re
from pathlib import Path

import pytest

import jobunivers
from jobunivers.testing.browsers import KommuneClient
from jobunivers.trust import register
from jobunivers.trust.fixed import FIXED, SPOKEN_FOR, TOOL

pytestmark = pytest.mark.django_db
_SOURCE = Path(jobunivers.__file__).parent
_ASKS = re.compile(r"\bis_on\(\s*([\w.]+|\"[\w-]+\")\s*\)")
_NAMED = re.compile(r"^(?:MODEL|CODE|_MODEL) = \"([\w-]+)\"", re.MULTILINE)


def test_every_calculation_is_spoken_for() -> None:
    science = {
        one.stem
        for one in (_SOURCE / "science").iterdir()
        if not one.name.startswith("_") and one.name != "tests" and one.suffix in {"", ".py"}
    }
    assert science == set(SPOKEN_FOR)
    known = {*register.codes(), *(one.code for one in FIXED), TOOL}
    assert set(SPOKEN_FOR.values()) <= known


def test_each_model_that_can_be_switched_is_asked_for_somewhere_and_has_a_card() -> None:
    asked = set()
    for path in sorted(_SOURCE.rglob("*.py")):
        text = path.read_text()
        if "/tests/" in str(path) or not _ASKS.search(text):
            continue
        # The code stands in the file itself, or where it is imported from, under its name.
        asked |= set(_NAMED.findall(text))
        for name in _ASKS.findall(text):
            owner = name.partition(".")[0]
            for line in re.findall(
                rf"^\s*from ([\w.]+) import [^\n]*\b{owner}\b", text, re.MULTILINE
            ):
                asked |= _codes_of(line, owner)
    switched = {card.code for card in register.cards() if card.has_switch}
    assert switched <= asked, sorted(switched - asked)
    assert asked <= set(register.codes()) | _NO_MODELS


# Constants of those names in files that ask for a model, and are another thing.
_NO_MODELS: set[str] = set()


def _codes_of(module: str, owner: str) -> set[str]:
    found = set()
    base = _SOURCE.parent / Path(*module.split("."))
    tried = (base.with_suffix(".py"), base / "__init__.py", base / f"{owner}.py")
    for path in tried:
        if path.exists():
            text = path.read_text()
            found |= set(_NAMED.findall(text))
            for line in re.findall(
                rf"^\s*from ([\w.]+) import [^\n]*\b{owner}\b", text, re.MULTILINE
            ):
                if line != module:
                    found |= _codes_of(line, owner)
    return found


@pytest.mark.parametrize("code", list(register.codes()))
def test_each_card_says_what_it_is_for_and_who_answers_for_it(code: str) -> None:
    card = register.card(code)
    for name in ("purpose", "kind", "how", "limits", "risks", "oversight", "shown", "owner",
                 "made_from", "version", "versions", "laws", "when_off"):  # fmt: skip
        assert getattr(card, name), f"{code} does not say its {name}"
    assert card.inputs_person or card.inputs_other
    assert card.versions[-1].code == card.version
    if card.inputs_person:
        assert card.never_used, f"{code} reads of persons and does not say what it never reads"


def test_the_whole_register_is_given_as_data_and_for_paper(visitor: KommuneClient) -> None:
    told = visitor.get("/ai/alt.json").json()
    assert {one["model"]["code"] for one in told["models"]} == set(register.codes())
    assert {one["code"] for one in told["fixed_rules_that_are_no_models"]} == {
        one.code for one in FIXED
    }
    for one in told["models"]:
        act = one["ai_act"]
        assert act["article_13_instructions_for_use"]["3_d_human_oversight"]
        assert act["article_14_human_oversight"]["when_stopped"]
        assert set(act["annex_iv"]) == {
            "1_general_description", "2_elements_and_development",
            "3_monitoring_functioning_and_control", "4_why_these_figures", "5_risk_management",
            "6_changes", "7_harmonised_standards", "8_declaration_of_conformity",
            "9_monitoring_after_deployment",
        }  # fmt: skip
        assert one["bek_101_2026"]["section_2_4_made_plain_to_the_person"]
    page = visitor.get("/ai/dokumentation/").content.decode()
    for card in register.cards():
        assert f'id="model-{card.code}"' in page
    assert "BEK 101/2026 § 1, stk. 6" in page
    assert "Ikke lavet endnu." in page


def test_one_model_for_paper_says_what_is_measured_and_what_is_not(visitor: KommuneClient) -> None:
    matching = visitor.get("/ai/matching/dokumentation/").content.decode()
    assert "Kvinder" in matching
    gaps = visitor.get("/ai/gaps/dokumentation/").content.decode()
    assert "ikke målt" in gaps
    assert visitor.get("/ai/findes-ikke/dokumentation/").status_code == 404
