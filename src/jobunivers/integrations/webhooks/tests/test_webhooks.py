# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Messages are checked by other makes than ours; by that of Node in the room `webhooks`."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone

import pytest
from cloudevents.core.formats.json import JSONFormat
from cloudevents.core.v1.event import CloudEvent
from hypothesis import given, settings
from hypothesis import strategies as st
from standardwebhooks.webhooks import Webhook, WebhookVerificationError

from jobunivers.integrations.links.fake import free_port
from jobunivers.integrations.webhooks import (
    CONTENT_TYPE,
    Told,
    Trouble,
    new_secret,
    packed,
    send,
    signed,
)
from jobunivers.integrations.webhooks.fake import FakeReceiver, fake_receiver

NOW = datetime(2026, 11, 26, 9, 30, 5, 123456, tzinfo=UTC)
TOLD = Told(
    id="msg_1",
    kind="offer.started",
    source="https://aarhus.example/oidc",
    at=NOW,
    subject="n9-æ",
    data={"offer": "cv", "kommune": "0751"},
)


@pytest.fixture(scope="module")
def receiver() -> Iterator[FakeReceiver]:
    with fake_receiver() as running:
        yield running


def test_an_envelope_is_read_by_the_packages_of_cloudevents() -> None:
    event = JSONFormat().read(CloudEvent, packed(TOLD))

    assert (event.get_id(), event.get_type()) == ("msg_1", "offer.started")
    assert (event.get_source(), event.get_subject()) == (TOLD.source, "n9-æ")
    assert event.get_time() == NOW.replace(microsecond=0)
    assert event.get_data() == {"offer": "cv", "kommune": "0751"}
    assert CONTENT_TYPE.startswith(JSONFormat.CONTENT_TYPE)


def test_who_is_not_told_of_stands_in_no_envelope() -> None:
    body = json.loads(packed(Told(id="a", kind="endpoint.ping", source="https://x/", at=NOW)))
    assert "subject" not in body
    assert body["data"] == {}


def test_while_a_secret_is_exchanged_both_prove_the_message() -> None:
    new, before, now = new_secret(), new_secret(), datetime.now(UTC)
    body = packed(TOLD)
    headers = signed(body, message_id="msg_1", at=now, secrets=[new, before])

    for secret in (new, before):
        assert Webhook(secret).verify(body, headers)["id"] == "msg_1"
    assert headers["webhook-signature"].count("v1,") == 2


@given(
    body=st.dictionaries(st.text(max_size=5), st.text(max_size=20), max_size=3),
    zone=st.integers(-11, 11),
)
@settings(max_examples=30, deadline=None)
def test_whatever_is_said_and_wherever_the_clock_stands_the_signature_holds(
    body: dict[str, str], zone: int
) -> None:
    secret = new_secret()
    sent = packed(Told(id="m", kind="k", source="https://x/", at=NOW, data=body))
    at = datetime.now(timezone(timedelta(hours=zone)))
    headers = signed(sent, message_id="m", at=at, secrets=[secret])

    assert Webhook(secret).verify(sent, headers)["data"] == body
    with pytest.raises(WebhookVerificationError):
        Webhook(secret).verify(sent + b" ", headers)


@pytest.mark.parametrize(
    ("path", "status", "trouble"),
    [
        ("/ok", 204, None),
        ("/fails", 500, Trouble.STATUS),
        ("/refuses", 401, Trouble.STATUS),
        ("/gone", 410, Trouble.GONE),
        ("/round", 307, Trouble.LED_ON),
        ("/inside", 302, Trouble.LED_ON),
        ("/cut", 200, Trouble.CUT),
        ("/long", 200, None),
    ],
)
def test_what_comes_of_a_message(
    receiver: FakeReceiver, path: str, status: int, trouble: Trouble | None
) -> None:
    receiver.received.clear()
    answer = send(receiver.url(path), b"{}", {"X-A": "1"}, also=frozenset({receiver.netloc}))

    assert (answer.status, answer.trouble) == (status, trouble)
    # A redirect is never followed: each is asked once.
    assert [(one.path, one.headers["x-a"], one.body) for one in receiver.received] == [
        (path, "1", b"{}")
    ]
    assert len(answer.said) <= 300


@pytest.mark.parametrize("path", ["/mute", "/drip"])
def test_one_who_keeps_us_waiting_is_cut_off(receiver: FakeReceiver, path: str) -> None:
    answer = send(receiver.url(path), b"", {}, also=frozenset({receiver.netloc}), seconds=0.3)
    assert answer.trouble == Trouble.SLOW


def test_of_an_answer_only_readable_signs_are_kept(receiver: FakeReceiver) -> None:
    body = "hej\x00\x1b[31m\n\n  æøå".encode() + b"\xff" + b"x" * 900
    answer = send(receiver.url("/echo"), body, {}, also=frozenset({receiver.netloc}))
    assert answer.said.startswith("hej [31m æøå�xxx")
    assert len(answer.said) == 300


@pytest.mark.parametrize(
    ("url", "number", "trouble"),
    [
        ("https://a.example/", "10.0.0.1", Trouble.REFUSED),
        ("https://a.example/", "169.254.169.254", Trouble.REFUSED),
        ("https://a.example:8443/", "93.184.215.14", Trouble.REFUSED),
        ("http://a.example/", "93.184.215.14", Trouble.REFUSED),
        ("file:///etc/passwd", "93.184.215.14", Trouble.REFUSED),
    ],
)
def test_what_is_not_of_the_public_web_is_never_asked(
    url: str, number: str, trouble: Trouble
) -> None:
    answer = send(url, b"", {}, resolve=lambda *_: [number])
    assert (answer.status, answer.trouble) == (None, trouble)


def test_nobody_there_and_nobody_known_are_told_apart() -> None:
    nobody = f"127.0.0.1:{free_port()}"
    assert send(f"http://{nobody}/", b"", {}, also=frozenset({nobody})).trouble == Trouble.CLOSED
    assert send("https://a..b/", b"", {}).trouble == Trouble.UNKNOWN


def test_the_number_that_was_checked_is_the_one_that_is_asked(receiver: FakeReceiver) -> None:
    receiver.received.clear()
    host = f"a.example:{receiver.server_address[1]}"
    answer = send(
        f"http://{host}/ok", b"", {}, also=frozenset({host}), resolve=lambda *_: ["127.0.0.1"]
    )
    assert answer.status == 204
    assert [one.headers["host"] for one in receiver.received] == [host]
