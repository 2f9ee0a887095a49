# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""A tool proves who it is and tells results: each counts once, and about nobody else."""

import json
from datetime import timedelta
from typing import Any
from urllib.parse import urlsplit

import pytest
import time_machine
from django.utils import timezone
from joserfc.jwk import RSAKey

from jobunivers.foundation.events.models import Event
from jobunivers.foundation.tenancy import working_for
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.identity.models import Person
from jobunivers.integrations.keysets import KeyAsker
from jobunivers.integrations.links.fake import fake_site
from jobunivers.rooms.launching import actions, queries
from jobunivers.rooms.launching.actions import tools
from jobunivers.rooms.launching.models import LtiToken, Score
from jobunivers.rooms.launching.queries import lti_words as lti
from jobunivers.rooms.launching.tests.making import said_yes
from jobunivers.rooms.launching.tests.tooling import (
    Tooled,
    ask_token,
    assertion,
    claims_of,
    launched,
    result,
    signed,
    tell,
    token,
    tooled,
)
from jobunivers.rooms.marketplace import actions as market
from jobunivers.rooms.marketplace.models import OfferUse, Way
from jobunivers.testing.browsers import KommuneClient, browser

pytestmark = pytest.mark.django_db


class Begun:
    """A citizen who has been launched: the tool, her number there, and its line."""

    def __init__(self, one: Tooled, person: Person, hers: KommuneClient) -> None:
        said_yes(one, person)
        with working_for(person.municipality_id):
            market.start(
                citizen_id=person.pk,
                offer=one.offer,
                way=Way.LTI,
                key=f"t{one.offer.pk}:{person.pk}",
                at=timezone.now(),
            )
        told = claims_of(launched(hers, one))
        self.one, self.person, self.subject = one, person, told["sub"]
        self.line = told[lti.ENDPOINT]["lineitem"]
        self.lines = urlsplit(told[lti.ENDPOINT]["lineitems"]).path.removeprefix("/aarhus")

    @property
    def use(self) -> OfferUse:
        with working_for(self.person.municipality_id):
            return OfferUse.objects.get(citizen_id=self.person.pk, offer=self.one.offer)


@pytest.fixture
def hers(as_kirsten: KommuneClient, kirsten: Person) -> Begun:
    return Begun(tooled(), kirsten, as_kirsten)


def test_a_result_completes_the_offer_once_however_often_it_is_told(
    hers: Begun, visitor: KommuneClient, kirsten: Person
) -> None:
    head, told = token(visitor, hers.one), result(hers.subject)

    assert [tell(visitor, hers.line, head, told).status_code for _ in range(2)] == [204, 204]

    assert hers.use.completed_at is not None
    assert hers.use.score == pytest.approx(0.8)
    with working_for(kirsten.municipality_id):
        kinds = list(Event.objects.values_list("kind", flat=True))
    assert kinds.count("marketplace.offer_completed") == 1


def test_a_result_on_the_way_moves_her_on_and_is_no_score_before_it_is_graded(
    hers: Begun, visitor: KommuneClient
) -> None:
    head = token(visitor, hers.one)
    told = result(hers.subject, activityProgress="InProgress", gradingProgress="Pending")

    tell(visitor, hers.line, head, told | {"scoreGiven": 4})

    assert (hers.use.progress, hers.use.score, hers.use.completed_at) == (0.4, None, None)


def test_an_older_result_and_another_of_the_same_moment_are_refused(
    hers: Begun, visitor: KommuneClient
) -> None:
    head, told = token(visitor, hers.one), result(hers.subject)
    tell(visitor, hers.line, head, told)

    older = (timezone.now() - timedelta(hours=1)).isoformat()
    for other in ({"timestamp": older}, {"scoreGiven": 1}):
        assert tell(visitor, hers.line, head, told | other).status_code == 409

    assert hers.use.score == pytest.approx(0.8)


def test_more_than_all_counts_as_all(hers: Begun, visitor: KommuneClient) -> None:
    tell(visitor, hers.line, token(visitor, hers.one), result(hers.subject, scoreGiven=15))

    assert hers.use.score == 1.0


@pytest.mark.parametrize(
    ("other", "why"),
    [
        ({"userId": None}, "userId is needed"),
        ({"scoreGiven": -1}, "scoreGiven must be"),
        ({"scoreGiven": "8"}, "scoreGiven must be"),
        ({"scoreMaximum": 0}, "scoreMaximum above 0"),
        ({"scoreMaximum": None}, "scoreMaximum above 0"),
        ({"activityProgress": "Done"}, "activityProgress must be"),
        ({"gradingProgress": None}, "gradingProgress must be"),
        ({"timestamp": None}, "timestamp with date"),
        ({"timestamp": "2026-11-26T10:00:00"}, "timestamp with date"),
        ({"timestamp": "2099-01-01T00:00:00Z"}, "timestamp lies in the future"),
    ],
)
def test_a_result_that_cannot_be_read_is_refused_with_the_reason(
    hers: Begun, visitor: KommuneClient, other: dict[str, Any], why: str
) -> None:
    answer = tell(visitor, hers.line, token(visitor, hers.one), result(hers.subject, **other))

    assert answer.status_code == 400
    assert why in answer.json()["error_description"]


@pytest.mark.parametrize("body", ["", "x", "[]", '{"scoreGiven": NaN}', '{"a": ' * 50_000])
def test_what_is_no_result_at_all_is_refused(
    hers: Begun, visitor: KommuneClient, body: str
) -> None:
    assert tell(visitor, hers.line, token(visitor, hers.one), body).status_code == 400


def test_a_result_about_somebody_else_is_refused(
    hers: Begun, visitor: KommuneClient, kirsten: Person, mads: Person, as_kirsten: KommuneClient
) -> None:
    head = token(visitor, hers.one)
    other_vendors = Begun(tooled("En anden"), kirsten, as_kirsten).subject
    with working_for(mads.municipality_id):
        never_began = actions.subject_for(
            citizen_id=mads.pk, offer=hers.one.offer, at=timezone.now()
        )

    for subject in (other_vendors, never_began, "gættet", str(kirsten.pk), "a\0"):
        answer = tell(visitor, hers.line, head, result(subject))
        assert answer.status_code == 404, subject

    with working_for(kirsten.municipality_id):
        assert not Score.objects.exists()


def test_nothing_is_told_of_who_has_taken_her_yes_back(
    hers: Begun, visitor: KommuneClient, as_kirsten: KommuneClient
) -> None:
    head = token(visitor, hers.one)
    tell(visitor, hers.line, head, result(hers.subject))
    results = f"{urlsplit(hers.line).path.removeprefix('/aarhus')}/results"
    assert len(visitor.get(results, headers=head).json()) == 1

    as_kirsten.post(f"/mine-data/udleveret/{hers.one.offer.pk}/tag-tilbage/")

    later = result(hers.subject, scoreGiven=9)
    assert tell(visitor, hers.line, head, later).status_code == 403
    assert visitor.get(results, headers=head).json() == []


def test_another_tool_and_another_kommune_reach_no_line(
    hers: Begun, visitor: KommuneClient, odense: Municipality
) -> None:
    thief = token(visitor, tooled("Tyv"))
    head = token(visitor, hers.one)
    path = urlsplit(hers.line).path.removeprefix("/aarhus")

    assert tell(visitor, hers.line, thief, result(hers.subject)).status_code == 404
    other = KommuneClient("odense").get(path, headers=head)
    assert (other.status_code, other.json()["error"]) == (401, "invalid_token")
    assert visitor.get(path).status_code == 401


def test_a_token_opens_what_it_was_asked_for_and_for_ten_minutes(
    hers: Begun, visitor: KommuneClient
) -> None:
    reading = token(visitor, hers.one, scope=f"{lti.LINES_READ} openid")
    path = urlsplit(hers.line).path.removeprefix("/aarhus")

    assert visitor.get(path, headers=reading).status_code == 200
    assert tell(visitor, hers.line, reading, result(hers.subject)).status_code == 403
    assert visitor.delete(path, headers=reading).status_code == 403
    with time_machine.travel(timezone.now() + timedelta(seconds=601), tick=False):
        assert visitor.get(path, headers=reading).status_code == 401


def test_lines_of_a_part_are_added_once_changed_and_removed_and_complete_nothing(
    hers: Begun, visitor: KommuneClient
) -> None:
    head = token(visitor, hers.one)
    sent = json.dumps({"label": "En del", "scoreMaximum": 5, "tag": "del", "resourceId": "1"})

    def post() -> Any:
        return visitor.post(hers.lines, sent, content_type="application/json", headers=head)

    made = post()
    assert made.status_code == 201
    assert post().json() == made.json()
    there = urlsplit(made.json()["id"]).path.removeprefix("/aarhus")
    tell(visitor, made.json()["id"], head, result(hers.subject))
    assert hers.use.completed_at is None
    found = visitor.get(f"{hers.lines}?tag=del", headers=head).json()
    assert [one["label"] for one in found] == ["En del"]
    new = json.dumps({"label": "Del to", "scoreMaximum": 5})
    changed = visitor.put(there, new, content_type="application/json", headers=head)
    assert changed.json()["label"] == "Del to"
    assert visitor.delete(there, headers=head).status_code == 204
    assert visitor.get(there, headers=head).status_code == 404
    own = urlsplit(hers.line).path.removeprefix("/aarhus")
    assert visitor.delete(own, headers=head).status_code == 403


def test_results_come_page_by_page(
    hers: Begun, visitor: KommuneClient, mads: Person, aarhus: Municipality
) -> None:
    his = Begun(hers.one, mads, browser(aarhus, mads))
    head = token(visitor, hers.one)
    for subject in (hers.subject, his.subject):
        tell(visitor, hers.line, head, result(subject))
    path = f"{urlsplit(hers.line).path.removeprefix('/aarhus')}/results"

    first = visitor.get(f"{path}?limit=1", headers=head)
    on = urlsplit(first["Link"].split(">")[0][1:])
    second = visitor.get(f"{on.path.removeprefix('/aarhus')}?{on.query}", headers=head)

    told = first.json() + second.json()
    assert [one["userId"] for one in told] == [hers.subject, his.subject]
    assert told[0]["resultScore"] == 8
    assert "Link" not in second
    assert visitor.get(f"{path}?limit=x", headers=head).status_code == 400
    assert visitor.get(f"{path}?user_id=gaettet", headers=head).json() == []


@pytest.mark.parametrize(
    ("other", "why"),
    [
        ({"aud": "https://ond.example/token"}, "aud of client_assertion"),
        ({"aud": "http://testserver/odense/lti/token"}, "aud of client_assertion"),
        ({"exp": 1}, "too old"),
        ({"exp": None}, "too old"),
        ({"exp": True}, "too old"),
        ({"exp": 10**12}, "too old"),
        ({"iat": 9_999_999_999}, "made in the future"),
        ({"iss": "en-anden"}, "iss and sub"),
        ({"sub": "en-anden"}, "iss and sub"),
        ({"jti": None}, "needs a jti"),
    ],
)
def test_a_tool_that_does_not_prove_who_it_is_gets_no_token(
    hers: Begun, visitor: KommuneClient, other: dict[str, Any], why: str
) -> None:
    answer = ask_token(visitor, signed(assertion(hers.one, **other)))

    assert (answer.status_code, answer.json()["error"]) == (401, "invalid_client")
    assert why in answer.json()["error_description"]


def test_a_proof_counts_once_and_only_by_a_key_of_the_tool(
    hers: Begun, visitor: KommuneClient
) -> None:
    text = signed(assertion(hers.one))
    assert ask_token(visitor, text).status_code == 200

    stranger = RSAKey.generate_key(2048)
    forged = signed(assertion(hers.one), key=stranger)
    unknown = signed(assertion(hers.one), key=stranger, kid="ukendt")
    unsigned = f"{text.rsplit('.', 1)[0]}."
    for bad, why in (
        (text, "has been used"),
        (forged, "signature"),
        (unknown, "does not show"),
        (unsigned, "signature"),
        ("x", "not a signed JWT"),
        ("a.b.c", "not a signed JWT"),
        ("eyJhbGciOiJub25lIn0." + text.split(".")[1] + ".", "RS256"),
    ):
        answer = ask_token(visitor, bad)
        assert answer.status_code == 401
        assert why in answer.json()["error_description"]


def test_what_is_asked_for_wrongly_is_told(hers: Begun, visitor: KommuneClient) -> None:
    def error(**more: str) -> str:
        text = signed(assertion(hers.one))
        return str(ask_token(visitor, text, **more).json()["error"])

    assert error(grant_type="password") == "unsupported_grant_type"
    assert error(client_assertion_type="x") == "invalid_request"
    assert error(scope="openid") == "invalid_scope"


def test_a_tool_that_leads_on_and_on_is_asked_for_its_keys_once_and_not_followed(
    visitor: KommuneClient, aarhus: Municipality, monkeypatch: pytest.MonkeyPatch
) -> None:
    with fake_site() as site:
        monkeypatch.setattr(tools, "keys_of", KeyAsker(also=frozenset({site.netloc})))
        made = tooled(keys_uri=f"http://{site.netloc}/on/1")

        answers = [ask_token(visitor, signed(assertion(made))) for _ in range(3)]

        assert {answer.status_code for answer in answers} == {401}
        assert "does not show" in answers[0].json()["error_description"]
        assert site.asked == ["/on/1"], "once a minute, and never led on"


def test_no_token_is_in_the_database(
    hers: Begun, visitor: KommuneClient, aarhus: Municipality
) -> None:
    head = token(visitor, hers.one)

    with working_for(aarhus.pk):
        stored = json.dumps(list(LtiToken.objects.values()), default=str)
        assert queries.tool_of(hers.one.offer.pk) == hers.one.tool
    assert head["Authorization"].removeprefix("Bearer ") not in stored
