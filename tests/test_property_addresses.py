# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Whatever is sent to an address, the answer is a page or a plain refusal, never our error."""

import json
from http import HTTPStatus
from typing import Any

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given
from hypothesis import settings as how
from hypothesis import strategies as st

from jobunivers.testing.browsers import KommuneClient
from tests.addresses.table import TABLE
from tests.addresses.world import World

pytestmark = pytest.mark.django_db
_OFTEN = how(
    max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
_NAMES = st.sampled_from(
    ["q", "side", "sted", "km", "sort", "next", "niveau", "title", "text", "words", "kind", "on",
     "version", "language", "gem", "state", "date", "reason", "email", "limit", "since", "id"]
)  # fmt: skip
# Signs that databases, headers and parsers stumble over, and numbers at their edges.
_VALUES = st.one_of(
    st.text(max_size=40),
    st.sampled_from(
        ["\0", "'", '"', "%", "%s", "{{7*7}}", "<script>alert(1)</script>", "\r\nX: y", "-1", "0",
         "1e400", "NaN", "9" * 30, "2026-13-45", "0000-00-00", "../../etc/passwd", "\ud7ff", "؆",
         "' OR 1=1 --", "$(id)", "a" * 5_000, "٣", "null", "[]", "{}"]
    ),
)  # fmt: skip
_LOOKED_AT = sorted(name for name, line in TABLE.items() if line.method == "GET")
_SENT_TO = sorted(name for name, line in TABLE.items() if line.method == "POST")
_PROGRAMS = ("xapi/", "oidc/", "lti/")


def _asked(browser: KommuneClient, method: str, path: str, told: dict[str, str]) -> Any:
    with transaction.atomic():
        answer = browser.get(path, told) if method == "GET" else browser.post(path, told)
        transaction.set_rollback(True)
    return answer


def _calm(answer: Any, asked: str) -> None:
    # The health page says 503 in a small world: nothing has run yet. 501 is an answer, not a fault:
    # the store of statements says so of the parts of xAPI that it does not offer.
    calm = answer.status_code < 500 or answer.status_code == HTTPStatus.NOT_IMPLEMENTED
    assert calm or asked.endswith("sundhed"), asked
    if not answer.streaming and "html" in answer.get("Content-Type", ""):
        page = answer.content.decode()
        assert "<script>alert(1)</script>" not in page, asked
        assert "Traceback" not in page, asked
    assert "X" not in answer.headers, "no header begins within another"


@_OFTEN
@given(
    address=st.sampled_from(_LOOKED_AT),
    told=st.dictionaries(_NAMES, _VALUES, max_size=4),
    who=st.sampled_from(["visitor", "kirsten", "omar", "anne", "bente"]),
)
def test_no_question_breaks_a_page(
    world: World, address: str, told: dict[str, str], who: str
) -> None:
    path = world.path(address)
    _calm(_asked(world.browsers[who], "GET", path, told), f"GET {path} {told!r} as {who} {address}")


@_OFTEN
@given(
    address=st.sampled_from(_SENT_TO),
    told=st.dictionaries(_NAMES, _VALUES, max_size=6),
    who=st.sampled_from(["visitor", "kirsten", "omar", "anne", "bente"]),
)
def test_no_form_breaks_an_act(world: World, address: str, told: dict[str, str], who: str) -> None:
    path = world.path(address)
    _calm(_asked(world.browsers[who], "POST", path, told), f"POST {path} {told!r} as {who}")


_json = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=10), inner, max_size=3)
    ),
    max_leaves=12,
)


@_OFTEN
@given(
    address=st.sampled_from([one for one in TABLE if one.startswith(_PROGRAMS)]),
    method=st.sampled_from(["GET", "POST", "PUT", "DELETE", "OPTIONS", "HEAD"]),
    body=st.one_of(
        _json.map(json.dumps), st.binary(max_size=60).map(lambda raw: raw.decode("latin1"))
    ),
    head=st.sampled_from(
        ["", "Basic eDp5", "Basic !!", "Bearer x", "Bearer ", "Basic eA==", "\xe6"]
    ),
    kind=st.sampled_from(
        [
            "application/json",
            "application/x-www-form-urlencoded",
            "text/plain",
            "application/vnd.ims.lis.v1.score+json",
        ]
    ),
)
def test_no_programs_words_break_a_door_for_programs(
    world: World, address: str, method: str, body: str, head: str, kind: str
) -> None:
    headers = {"Authorization": head, "X-Experience-API-Version": "1.0.3"}
    path = world.path(address)
    with transaction.atomic():
        answer = world.browsers["visitor"].generic(
            method, path, body.encode("utf-8", "replace"), content_type=kind, headers=headers
        )
        transaction.set_rollback(True)
    _calm(answer, f"{method} {path} {head!r} {body[:80]!r}")
