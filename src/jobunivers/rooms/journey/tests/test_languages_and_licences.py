# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from jobunivers.foundation.events.models import Event
from jobunivers.foundation.taxonomy import queries as taxonomy
from jobunivers.foundation.taxonomy import words
from jobunivers.foundation.tenancy import working_for
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.identity.models import Person
from jobunivers.rooms.journey import actions, queries
from jobunivers.rooms.journey.models import Profile
from jobunivers.science.matching import LICENCES
from jobunivers.science.matching import Profile as MatchedProfile
from jobunivers.science.requirements import LANGUAGES
from jobunivers.testing.browsers import KommuneClient, text_of

NOW = datetime(2026, 11, 25, 9, tzinfo=UTC)
PAGE = "/profil/sprog/"


def _matched(kommune: Municipality, citizen: Person) -> MatchedProfile:
    with working_for(kommune.pk):
        known = queries.matching_profiles(citizen_ids=[citizen.pk], today=NOW.date())
    return known[citizen.pk].profile


def _profile(kommune: Municipality) -> Profile:
    with working_for(kommune.pk):
        return Profile.objects.get()


def test_what_she_says_is_kept_shown_and_stands_in_the_form(
    as_kirsten: KommuneClient, aarhus: Municipality
) -> None:
    said = {
        "level_da": "fluent", "language_1": "pl", "level_1": "working",
        "driving": "yes", "categories": ["B", "E"], "certificates": ["truck"],
    }  # fmt: skip

    html = text_of(as_kirsten.post(PAGE, said, follow=True))

    assert "dansk (flydende) og polsk (til hverdag)" in html
    assert "kørekort (B, E) og truckcertifikat" in html
    row = _profile(aarhus)
    assert row.languages == {"da": "fluent", "pl": "working"}
    assert (row.licences, row.lacks_licences) == (["B", "E", "truck"], [])
    form = text_of(as_kirsten.get(PAGE))
    assert form.count('<details class="details" open>') == 2
    assert '<option value="pl" selected>Polsk</option>' in form
    assert form.count("checked") == 4  # yes, B, E, truck


def test_one_who_says_nothing_is_restricted_by_nothing(
    as_kirsten: KommuneClient, aarhus: Municipality, kirsten: Person
) -> None:
    assert as_kirsten.post(PAGE, {}).status_code == 302

    matched = _matched(aarhus, kirsten)
    assert (matched.languages, matched.lacks_licences) == (frozenset(), frozenset())


def test_naming_other_languages_does_not_say_that_she_knows_no_danish(
    as_kirsten: KommuneClient, aarhus: Municipality, kirsten: Person
) -> None:
    assert "Vi viser også job på dansk, medmindre du siger nej her." in text_of(
        as_kirsten.get(PAGE)
    )

    as_kirsten.post(PAGE, {"level_en": "fluent"})
    assert _matched(aarhus, kirsten).languages == frozenset()

    html = text_of(
        as_kirsten.post(PAGE, {"level_en": "fluent", "only_languages": "on"}, follow=True)
    )
    assert _matched(aarhus, kirsten).languages == {"en"}
    assert "Vis kun job på de sprog" in html


def test_only_what_she_says_that_she_lacks_is_lacked(
    as_kirsten: KommuneClient, aarhus: Municipality, kirsten: Person
) -> None:
    as_kirsten.post(PAGE, {"driving": "yes"})
    assert _profile(aarhus).licences == ["B"]  # a licence without more is the car's
    assert _matched(aarhus, kirsten).lacks_licences == frozenset()

    html = text_of(as_kirsten.post(PAGE, {"driving": "no"}, follow=True))
    assert _matched(aarhus, kirsten).lacks_licences == {"A", "B", "C", "D", "E", "taxi", "cpc"}
    assert "Har ikke kørekort" in html

    as_kirsten.post(PAGE, {"driving": ""})
    assert _matched(aarhus, kirsten).lacks_licences == frozenset()


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ({"only_languages": "on"}, "Vælg mindst ét sprog, før du sætter kryds her."),
        ({"driving": "no", "categories": ["B"]}, "Du har både sagt nej og valgt noget"),
        ({"driving": "no", "certificates": ["taxi"]}, "Du har både sagt nej og valgt noget"),
        ({"language_1": "pl"}, "Vælg, hvor godt du kan sproget."),
        ({"level_2": "basic"}, "Vælg, hvilket sprog det er."),
        (
            {"language_1": "pl", "level_1": "basic", "language_2": "pl", "level_2": "fluent"},
            "Du har valgt det sprog to gange.",
        ),
        ({"level_da": "perfekt"}, "perfekt"),
        ({"language_1": "xx", "level_1": "basic"}, "xx"),
        ({"certificates": ["trylleri"]}, "trylleri"),
    ],
)
def test_what_contradicts_itself_is_said_kindly_and_nothing_is_saved(
    as_kirsten: KommuneClient, aarhus: Municipality, said: Mapping[str, Any], told: str
) -> None:
    answer = as_kirsten.post(PAGE, {"level_en": "basic", **said} if "level_da" in said else said)

    assert answer.status_code == 422
    assert told in text_of(answer)
    assert _profile(aarhus).version == 1


def test_a_licence_that_the_page_does_not_offer_stays_when_she_saves(
    as_kirsten: KommuneClient, aarhus: Municipality, kirsten: Person
) -> None:
    with working_for(aarhus.pk):
        profile = actions.ensure_profile(citizen_id=kirsten.pk, at=NOW)
        abilities = actions.Abilities(languages={}, licences=["boat"])
        actions.save_abilities(profile=profile, abilities=abilities, at=NOW)

    as_kirsten.post(PAGE, {"certificates": ["truck"]})

    assert _profile(aarhus).licences == ["truck", "boat"]


def test_a_change_makes_a_new_version_and_says_so(aarhus: Municipality, kirsten: Person) -> None:
    with working_for(aarhus.pk):
        profile = actions.ensure_profile(citizen_id=kirsten.pk, at=NOW)
        abilities = actions.Abilities(languages={"da": "basic"})
        actions.save_abilities(profile=profile, abilities=abilities, at=NOW)
        profile.refresh_from_db()
        event = Event.objects.get(kind="journey.profile_changed")

    assert profile.version == 2
    assert event.data == {"part": "abilities"}


@pytest.mark.parametrize(
    "wrong",
    [{"licences": ["B"], "lacks_licences": ["A", "B"]}, {"only_languages": True}],
)
def test_the_database_refuses_what_cannot_be(
    aarhus: Municipality, kirsten: Person, wrong: Mapping[str, Any]
) -> None:
    with working_for(aarhus.pk):
        profile = actions.ensure_profile(citizen_id=kirsten.pk, at=NOW)
        with pytest.raises(IntegrityError), transaction.atomic():
            Profile.objects.filter(pk=profile.pk).update(**wrong)


def test_it_is_the_last_step_and_done_when_anything_is_said(
    aarhus: Municipality, kirsten: Person, as_kirsten: KommuneClient
) -> None:
    as_kirsten.get("/profil/")
    with working_for(aarhus.pk):
        page = queries.profile_page(citizen_id=kirsten.pk)
        assert page is not None
        assert (page.steps[-1].code, page.steps[-1].done) == ("languages", False)

    as_kirsten.post(PAGE, {"driving": "no"})

    with working_for(aarhus.pk):
        page = queries.profile_page(citizen_id=kirsten.pk)
        assert page is not None
        assert page.steps[-1].done


def test_only_her_own_is_changed_and_another_kommune_sees_nothing(
    as_kirsten: KommuneClient, as_jonas: KommuneClient, aarhus: Municipality, odense: Municipality
) -> None:
    as_kirsten.post(PAGE, {"level_da": "fluent"})
    as_jonas.post(PAGE, {"level_en": "basic"})

    assert _profile(aarhus).languages == {"da": "fluent"}
    assert _profile(odense).languages == {"en": "basic"}
    assert "engelsk (lidt)" not in text_of(as_kirsten.get("/profil/"))


def test_many_are_read_with_as_few_questions_as_one(
    aarhus: Municipality, kirsten: Person, mads: Person
) -> None:
    with working_for(aarhus.pk):
        for citizen in (kirsten, mads):
            profile = actions.ensure_profile(citizen_id=citizen.pk, at=NOW)
            actions.add_wish(profile=profile, named=actions.Named("Noget med heste"), at=NOW)
        with CaptureQueriesContext(connection) as one:
            queries.matching_profiles(citizen_ids=[kirsten.pk], today=NOW.date())
        with CaptureQueriesContext(connection) as both:
            known = queries.matching_profiles(
                citizen_ids=[kirsten.pk, mads.pk, 987_654], today=NOW.date()
            )

    assert len(both) == len(one) <= 5
    assert sorted(known) == sorted([kirsten.pk, mads.pk])
    assert known[mads.pk].names == ("Noget med heste",)
    assert known[mads.pk].words == "Noget med heste"
    assert known[mads.pk].profile.owner == aarhus.pk


def test_the_page_speaks_english(as_kirsten: KommuneClient) -> None:
    as_kirsten.cookies["django_language"] = "en"

    html = text_of(as_kirsten.get(PAGE))

    assert "Do you have a driving licence?" in html
    assert "Forklift certificate" in html


def test_every_code_has_its_words() -> None:
    assert set(LICENCES) == {*words.DRIVING, *words.CERTIFICATES}
    assert set(LANGUAGES) <= set(words.LANGUAGES)


def test_a_licence_she_has_is_known_as_the_concept_that_advertisements_ask_for(
    aarhus: Municipality, kirsten: Person
) -> None:
    with working_for(aarhus.pk):
        profile = actions.ensure_profile(citizen_id=kirsten.pk, at=NOW)
        had = actions.Abilities(languages={}, licences=["B", "truck"], lacks_licences=["C"])
        actions.save_abilities(profile=profile, abilities=had, at=NOW)
        known = queries.matching_profiles(citizen_ids=[kirsten.pk], today=NOW.date())[kirsten.pk]

    names = {row.label("da") for row in taxonomy.skills() if row.uri in known.licences}
    assert names == {"kørekort B", "gaffeltruckcertifikat"}
    assert known.profile.skills == frozenset()
