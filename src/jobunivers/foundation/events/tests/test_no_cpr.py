# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""No CPR number reaches the log of events, or the lines of the log."""

import json
import logging
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import settings as how
from hypothesis import strategies as st

from jobunivers.foundation.events import actions
from jobunivers.foundation.events.models import Event
from jobunivers.foundation.events.refusing import HoldsCpr, refuse_cpr
from jobunivers.foundation.logs import JsonFormatter, NoPersonalData
from jobunivers.foundation.tenancy import working_for
from jobunivers.foundation.tenancy.models import Municipality

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
_days = st.dates(min_value=date(1920, 1, 1), max_value=date(2026, 12, 31))
_cpr = st.builds(
    lambda day, number, between: f"{day:%d%m%y}{between}{number:04}",
    _days,
    st.integers(0, 9_999),
    st.sampled_from(["", "-"]),
)
_around = st.text(alphabet="abc æøå.,:;/?&=\n\"'()", max_size=12).map(
    lambda text: text if not text or not text[-1].isalnum() else f"{text} "
)


@given(_around, _cpr, _around)
@how(max_examples=150, deadline=None)
def test_no_line_of_the_log_holds_a_cpr_number(before: str, number: str, after: str) -> None:
    text = f"{before}{number} {after}"
    record = logging.LogRecord("jobunivers", logging.ERROR, "x.py", 1, "%s", (text,), None)
    record.__dict__["whom"] = text
    NoPersonalData().filter(record)

    assert number not in json.dumps(json.loads(JsonFormatter().format(record)))


@given(_around, _cpr, st.sampled_from(["value", "key", "list", "deep"]))
@how(max_examples=150, deadline=None)
def test_no_event_takes_a_cpr_number_wherever_it_stands(
    before: str, number: str, where: str
) -> None:
    text = f"{before}{number}"
    data = {
        "value": {"note": text},
        "key": {text: 1},
        "list": {"notes": ["x", text]},
        "deep": {"a": {"b": [{"c": text}]}},
    }[where]

    with pytest.raises(HoldsCpr) as raised:
        refuse_cpr("tests.happened", data)
    assert number not in str(raised.value), "the refusal does not repeat it"


@given(st.integers(), st.uuids(), st.binary(min_size=32, max_size=32), st.datetimes())
@how(max_examples=100, deadline=None)
def test_ids_digests_and_times_are_taken(
    number: int, uid: object, digest: bytes, at: datetime
) -> None:
    refuse_cpr("tests.happened", {"id": number, "digest": digest.hex(), "at": at.isoformat()})
    assert uid


@pytest.mark.django_db
def test_what_is_refused_leaves_no_event(aarhus: Municipality) -> None:
    with working_for(aarhus.pk):
        with pytest.raises(HoldsCpr):
            actions.record("tests.happened", at=NOW, data={"whom": "010190-1234"})
        happened = actions.Happened(kind="tests.happened", at=NOW, data={"whom": "0101901234"})
        with pytest.raises(HoldsCpr):
            actions.record_many([happened])

        assert not Event.objects.filter(kind="tests.happened").exists()
