# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The register cannot hold a model that decides, that nobody can stop, or that is told of twice."""

import re

import pytest
from django.utils import translation

from jobunivers.foundation.taxonomy import meaning
from jobunivers.science import latent, requirements
from jobunivers.science.occupations import VERSION
from jobunivers.trust import register
from jobunivers.trust.cards import common, matching
from jobunivers.trust.register import Input
from jobunivers.trust.tests.making import make_card, registered

pytestmark = pytest.mark.django_db


def test_no_card_may_say_that_its_model_decides() -> None:
    with pytest.raises(ValueError, match="may not say that it decides"):
        make_card(decides="decides")


def test_a_model_that_reads_of_persons_can_be_switched_off() -> None:
    with pytest.raises(ValueError, match="a kommune can switch it off"):
        make_card(can_be_switched_off=False)
    assert make_card(can_be_switched_off=False, inputs_person=())


@pytest.mark.parametrize("code", ["", "x", "Vejret", "a b", "a/b", "1st", "a" * 41])
def test_a_code_can_stand_in_an_address(code: str) -> None:
    with pytest.raises(ValueError, match="is no code"):
        make_card(code=code)


def test_one_provider_answers_for_a_model() -> None:
    with registered(make_card()):
        with pytest.raises(ValueError, match="registered twice"):
            register.register("weather", make_card)
        with pytest.raises(register.UnknownModel):
            register.card("climate")


def test_a_provider_answers_for_its_own_model_only() -> None:
    with registered():
        register.register("climate", make_card)
        with pytest.raises(ValueError, match="answered with 'weather'"):
            register.card("climate")


def test_a_part_is_a_part_of_a_whole_model_and_has_no_switch() -> None:
    with registered(make_card()):
        with pytest.raises(ValueError, match="register a whole model first"):
            register.register("rain", _rain, part_of="climate")
        register.register("rain", _rain, part_of="weather")
        with pytest.raises(ValueError, match="register a whole model first"):
            register.register("drops", _rain, part_of="rain")
        assert register.card("rain").part_of == register.switch_of("rain") == "weather"
        assert not register.card("rain").has_switch
        assert register.switch_of("weather") == "weather"
        with pytest.raises(register.UnknownModel):
            register.switch_of("climate")


def _rain() -> register.ModelCard:
    return make_card(code="rain")


def test_what_reads_of_persons_follows_matching_or_has_its_own_switch() -> None:
    parts = {card.code for card in register.cards() if card.part_of == "matching"}
    assert parts == {"meaning", "spreading", "gaps", "demand", "exploration"}
    switched = {card.code for card in register.cards() if card.has_switch}
    own = {"own-title", "cv", "letters", "chance", "segmentation", "attention"}
    own |= {"availability", "talks", "sending"}
    assert switched == {"matching"} | own


def test_parts_come_after_the_model_they_are_a_part_of() -> None:
    codes = [card.code for card in register.cards()]
    whole = codes.index("matching")
    assert codes[whole : whole + 6] == [
        "matching",
        "demand",
        "exploration",
        "gaps",
        "meaning",
        "spreading",
    ]


def test_the_cards_of_the_running_system_say_which_versions_run() -> None:
    common.reading.forget()
    versions = {card.code: card.version for card in register.cards()}
    assert versions["titles"] == versions["own-title"] == VERSION
    assert versions["skills"].startswith("skills-")
    assert versions["matching"].startswith("matching-")
    assert versions["requirements"] == requirements.VERSION
    assert versions["meaning"] == latent.VERSION
    running = register.card("titles").running
    assert meaning.model_version() in [one.value for one in running]


def test_every_card_describes_the_version_that_runs() -> None:
    for card in register.cards():
        described = [one.code for one in card.versions]
        assert card.version in described, f"say in trust/cards what is new in {card.version}"


def test_models_that_read_of_persons_come_first_and_say_from_where() -> None:
    cards = register.cards()
    about_persons = [bool(card.inputs_person) for card in cards]
    assert about_persons == sorted(about_persons, reverse=True)
    assert all(str(one.source) for card in cards for one in card.inputs_person)


def test_every_word_of_a_card_has_its_english() -> None:
    danish, english = (_words(language) for language in ("da", "en"))
    assert len(danish) > 100
    same = {d for d, e in zip(danish, english, strict=True) if d == e}
    assert {one for one in same if re.search("[æøå]| ", one)} == set()


def _words(language: str) -> list[str]:
    with translation.override(language):
        found: list[str] = []
        for card in register.cards():
            plain = ("name", "purpose", "kind", "shown", "made_from", "owner", "when_off")
            found += [str(getattr(card, name)) for name in plain]
            for name in ("never_used", "how", "constraints", "limits", "oversight"):
                found += [str(one) for one in getattr(card, name)]
            found += [str(one.what) for one in (*card.inputs_person, *card.inputs_other)]
            found += [str(law.says) for law in card.laws]
            found += [str(text) for risk in card.risks for text in risk]
            found += [str(one.meaning) for one in card.parameters]
            found += [str(one.name) for one in (*card.parameters, *card.running)]
        return found


def test_the_card_of_matching_has_the_weights_as_they_run() -> None:
    before = list(matching._source)
    weights = {"occupation": (0.38, 0.06), "wish": (0.2, 0.2), "taste": (0.04, 0.12)}
    try:
        matching.provide(lambda: matching.Running("matching-2", weights))
        card = register.card("matching")
    finally:
        matching._source[:] = before
    shares = {str(one.name): str(one.value) for one in card.parameters}
    assert shares["Erfaring"] == "38 % – 6 %"
    assert shares["Ønsker"] == "20 %"
    assert card.version == "matching-2"
    assert [one.code for one in card.versions] == ["matching-1", "matching-2"]
    liked = Input("de job, du har gemt eller bedt om flere af", "dine egne valg her")
    assert liked in card.inputs_person


def test_the_shares_of_the_matching_in_use_add_up_at_both_ends() -> None:
    running = matching.running()
    assert running.version.startswith("matching-")
    assert abs(sum(safe for safe, _bold in running.weights.values()) - 1) < 1e-6
    assert abs(sum(bold for _safe, bold in running.weights.values()) - 1) < 1e-6
