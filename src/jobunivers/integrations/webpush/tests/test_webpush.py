# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Messages for phones: held to the RFC's own example, and to a service that checks and reads."""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from hypothesis import given, settings
from hypothesis import strategies as st

from jobunivers.integrations.carrying import Fate, Message
from jobunivers.integrations.webpush import client, encryption, vapid
from jobunivers.integrations.webpush.fake import FakePushService
from jobunivers.integrations.webpush.vapid import Keys

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
KEYS = Keys.made_of("a secret of the tests")
CONTACT = "mailto:drift@example.org"
MESSAGE = Message(
    key="phone-7",
    title="3 nye job 🙂",
    text="",
    link="http://127.0.0.1:8000/aarhus/beskeder/7/?fra=phone",
    at=NOW,
    sender_name="Jobunivers – Aarhus Kommune",
)


def _key(text: str) -> ec.EllipticCurvePrivateKey:
    return ec.derive_private_key(int.from_bytes(encryption.decode(text), "big"), encryption.CURVE)


# RFC 8291, section 5 and appendix A.
RFC_PLAIN = b"When I grow up, I want to be a watermelon"
RFC_AUTH = "BTBZMqHH6r4Tts7J_aSIgg"
RFC_DEVICE = "q1dXpw3UpT5VOmu_cf_v6ih07Aems3njxI-JWgLcM94"
RFC_DEVICE_PUBLIC = (
    "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4"
)
RFC_SENDER = "yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw"
RFC_SALT = "DGv6ra1nlYgDCS1FRnbzlw"
RFC_BODY = (
    "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS"
    "6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qu"
    "lcy4a-fN"
)


@pytest.fixture
def service() -> Iterator[FakePushService]:
    with FakePushService(clock=lambda: NOW) as started:
        yield started


@pytest.fixture
def push(service: FakePushService) -> Iterator[client.WebPush]:
    made = client.WebPush(KEYS, contact=CONTACT, hosts=(service.host,))
    yield made
    made.close()


def test_the_example_of_the_rfc_comes_out_byte_by_byte() -> None:
    device = encryption.Device.read(RFC_DEVICE_PUBLIC, RFC_AUTH)
    body = encryption.encrypt(
        RFC_PLAIN, device, ours=_key(RFC_SENDER), salt=encryption.decode(RFC_SALT)
    )
    assert encryption.encode(body) == RFC_BODY
    read = encryption.decrypt(body, _key(RFC_DEVICE), encryption.decode(RFC_AUTH))
    assert read == RFC_PLAIN


@settings(max_examples=30, deadline=None)
@given(st.binary(max_size=encryption.LONGEST))
def test_what_was_encrypted_is_read_by_its_device_and_by_no_other(text: bytes) -> None:
    key = ec.generate_private_key(encryption.CURVE)
    auth = bytes(16)
    device = encryption.Device(encryption.public_bytes(key.public_key()), auth)
    body = encryption.encrypt(text, device)
    assert len(body) <= encryption.RECORD
    assert encryption.decrypt(body, key, auth) == text
    with pytest.raises(encryption.Unreadable):
        encryption.decrypt(body, ec.generate_private_key(encryption.CURVE), auth)
    with pytest.raises(encryption.Unreadable):
        encryption.decrypt(body[:-1] + bytes([body[-1] ^ 1]), key, auth)


def test_what_does_not_fit_is_refused_before_it_is_sent() -> None:
    device = encryption.Device.read(RFC_DEVICE_PUBLIC, RFC_AUTH)
    with pytest.raises(encryption.TooLong):
        encryption.encrypt(bytes(encryption.LONGEST + 1), device)


def test_a_token_holds_for_one_service_and_half_a_day() -> None:
    header = vapid.authorization("https://push.example/a/b", KEYS, contact=CONTACT, at=NOW)
    claims = vapid.verified(header, origin="https://push.example", at=NOW)
    assert claims["sub"] == CONTACT
    for origin, at in (
        ("https://other.example", NOW),
        ("https://push.example", NOW + timedelta(hours=13)),
        ("https://push.example", NOW - timedelta(hours=13)),
    ):
        with pytest.raises(vapid.Refused):
            vapid.verified(header, origin=origin, at=at)
    changed = header.replace("t=eyJ", "t=eyK")
    with pytest.raises(vapid.Refused):
        vapid.verified(changed, origin="https://push.example", at=NOW)


def test_one_secret_makes_one_pair_of_keys_and_a_given_key_is_read() -> None:
    assert Keys.made_of("one") == Keys.made_of("one") != Keys.made_of("two")
    written = encryption.encode(KEYS.number.to_bytes(32, "big"))
    assert Keys.read(written).public == KEYS.public
    assert len(encryption.decode(KEYS.public)) == 65
    assert str(KEYS.number) not in repr(KEYS)
    with pytest.raises(ValueError, match="P-256"):
        Keys.read(encryption.encode(bytes(32)))


def test_a_device_shows_what_was_sent(push: client.WebPush, service: FakePushService) -> None:
    subscription = service.subscribe(KEYS.public)
    assert push.send(MESSAGE, subscription).fate is Fate.ACCEPTED
    (got,) = service.received
    assert got.told == {
        "title": "Jobunivers – Aarhus Kommune",
        "body": "3 nye job 🙂",
        "link": MESSAGE.link,
        "tag": "phone-7",
    }
    assert got.headers["topic"] == "phone-7"
    assert got.headers["urgency"] == "normal"
    assert int(got.headers["ttl"]) == 86_400
    assert service.refused == []


def test_somebody_else_cannot_send_to_our_devices(service: FakePushService) -> None:
    subscription = service.subscribe(KEYS.public)
    thief = client.WebPush(Keys.made_of("thief"), contact=CONTACT, hosts=(service.host,))
    outcome = thief.send(MESSAGE, subscription)
    thief.close()
    assert (outcome.fate, outcome.reason) == (Fate.REFUSED, "http-403")
    assert service.received == []


@pytest.mark.parametrize(
    ("code", "fate"),
    [(404, Fate.GONE), (410, Fate.GONE), (429, Fate.LATER), (503, Fate.LATER), (400, Fate.REFUSED)],
)
def test_each_answer_means_what_the_rfc_says(
    push: client.WebPush, service: FakePushService, code: int, fate: Fate
) -> None:
    subscription = service.subscribe(KEYS.public)
    service.answer(0, code)
    outcome = push.send(MESSAGE, subscription)
    assert (outcome.fate, outcome.reason) == (fate, f"http-{code}")
    assert outcome.wait == (timedelta(minutes=2) if code == 429 else None)
    assert push.send(MESSAGE, subscription).fate is Fate.ACCEPTED


def test_a_service_that_is_away_is_tried_later(service: FakePushService) -> None:
    told = json.loads(service.subscribe(KEYS.public))
    told["endpoint"] = "http://127.0.0.1:9/device/0"
    push = client.WebPush(KEYS, contact=CONTACT, hosts=("127.0.0.1:9",), seconds=2)
    assert push.send(MESSAGE, json.dumps(told)).fate is Fate.LATER
    push.close()


@pytest.mark.parametrize(
    ("endpoint", "allowed"),
    [
        ("https://fcm.googleapis.com/fcm/send/x", True),
        ("https://web.push.apple.com/x", True),
        ("https://sg2p.notify.windows.com/w/?token=x", True),
        ("http://fcm.googleapis.com/fcm/send/x", False),
        ("https://fcm.googleapis.com.evil.example/x", False),
        ("https://fcm.googleapis.com:8443/x", False),
        ("https://user@fcm.googleapis.com/x", False),
        ("https://evilpush.apple.com/x", False),
        ("https://127.0.0.1/x", False),
        ("https://169.254.169.254/latest/meta-data/", False),
        ("file:///etc/passwd", False),
        ("https://fcm.googleapis.com/" + "x" * 1000, False),
    ],
)
def test_only_push_services_we_know_are_ever_asked(endpoint: str, *, allowed: bool) -> None:
    assert client.may_be_asked(endpoint, client.HOSTS) == allowed


@pytest.mark.parametrize(
    "text",
    ["", "[]", "{}", "null", '{"endpoint": 3}', '{"endpoint": "https://fcm.googleapis.com/x"}',
     '{"endpoint": "https://fcm.googleapis.com/x", "keys": {"p256dh": "æ", "auth": "x"}}',
     '{"endpoint": "https://fcm.googleapis.com/x", "keys": {"p256dh": "AAAA", "auth": "AAAA"}}'],
)  # fmt: skip
def test_what_is_no_subscription_is_refused(text: str) -> None:
    with pytest.raises(client.BadSubscription):
        client.tidy(text, hosts=client.HOSTS)


def test_a_subscription_is_kept_without_what_we_do_not_need(service: FakePushService) -> None:
    told = {**json.loads(service.subscribe(KEYS.public)), "secret": "x"}
    kept = json.loads(client.tidy(json.dumps(told), hosts=(service.host,)))
    assert set(kept) == {"endpoint", "keys"}


def test_a_long_text_is_cut_so_that_it_fits(push: client.WebPush, service: FakePushService) -> None:
    long = replace(MESSAGE, title="🙂" * 3000)
    assert push.send(long, service.subscribe(KEYS.public)).fate is Fate.ACCEPTED
