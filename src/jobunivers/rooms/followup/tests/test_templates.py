# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Templates: the country's, the kommune's own over them, and all their texts."""

import pytest

from jobunivers.foundation.tenancy import working_for
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.rooms.followup import queries, starter
from jobunivers.rooms.followup.models import LetterTemplate
from jobunivers.rooms.followup.queries.templates import LANGUAGES, unknown_fields
from jobunivers.rooms.followup.tests.test_letters import body
from jobunivers.testing.browsers import KommuneClient

pytestmark = pytest.mark.django_db
PATH = "/administration/skabeloner/"
FORM = {
    "kind": "message", "way": "profile", "title_da": "CV", "body_da": "Kære {navn}",
    "title_en": "CV", "body_en": "Dear {navn}", "number": "0",
}  # fmt: skip


def test_the_country_brings_ten_letters_in_two_languages_with_known_fields_and_ways() -> None:
    letters = starter.read()
    assert len(letters) >= 10
    for one in letters.values():
        for language in LANGUAGES:
            assert one[f"title_{language}"]
            assert len(one[f"body_{language}"]) > 100
            assert not unknown_fields(one[f"title_{language}"] + one[f"body_{language}"])
        assert one["way"] == "" or one["way"] in queries.WAYS


def test_a_kommunes_own_text_stands_over_the_countrys_until_it_is_withdrawn(
    aarhus: Municipality, odense: Municipality, as_eva: KommuneClient
) -> None:
    path = f"{PATH}cv_help/"
    assert "Vil du have hjælp til dit CV?" in body(as_eva.get(path))
    assert as_eva.post(path, FORM).status_code == 302
    with working_for(aarhus.pk):
        mine = queries.template("cv_help")
        assert mine is not None
        assert (mine.number, mine.body("da"), mine.body("en")) == (1, "Kære {navn}", "Dear {navn}")
    with working_for(odense.pk):
        theirs = queries.template("cv_help")
        assert theirs is not None
        assert theirs.number == 0
    assert as_eva.post(path, {"fjern": "1", "number": "1"}).status_code == 302
    with working_for(aarhus.pk):
        again = queries.template("cv_help")
        assert again is not None
        assert again.number == 0
        assert LetterTemplate.objects.count() == 2  # every text is kept


def test_a_field_nobody_can_fill_is_refused_by_its_name(
    aarhus: Municipality, as_eva: KommuneClient
) -> None:
    answer = as_eva.post(f"{PATH}cv_help/", FORM | {"body_en": "Dear {name}"})
    assert answer.status_code == 422
    assert "{name}" in body(answer)
    with working_for(aarhus.pk):
        assert not LetterTemplate.objects.exists()


def test_two_editors_of_one_text_are_told_apart(
    as_eva: KommuneClient, as_anne: KommuneClient
) -> None:
    path = f"{PATH}cv_help/"
    assert as_eva.post(path, FORM).status_code == 302
    answer = as_anne.post(path, FORM | {"body_da": "Min egen {navn}"})
    assert answer.status_code == 409
    assert "Min egen" in body(answer)
    assert "Kære {navn}" in body(answer)


def test_a_template_of_ones_own_is_seen_first_and_has_a_name_of_its_own(
    aarhus: Municipality, as_anne: KommuneClient
) -> None:
    new = f"{PATH}ny/"
    seen = as_anne.post(new, FORM | {"code": "jobmesse", "se": "1"})
    assert seen.status_code == 200
    assert "Kære Kirsten" in body(seen)
    with working_for(aarhus.pk):
        assert not LetterTemplate.objects.exists()
    assert as_anne.post(new, FORM | {"code": "jobmesse"}).status_code == 302
    assert as_anne.post(new, FORM | {"code": "jobmesse"}).status_code == 422
    assert as_anne.post(new, FORM | {"code": "to ord"}).status_code == 422
    assert "jobmesse" in body(as_anne.get(PATH))
    assert as_anne.get(f"{PATH}findes-ikke/").status_code == 404
