# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
import json
from collections.abc import Iterator
from typing import Any

import pytest

from jobunivers.integrations.keysets import KeyAsker, NoKeys, read_keys
from jobunivers.integrations.links.fake import FakeSite, fake_site, free_port

KEY = {"kty": "RSA", "kid": "a", "n": "AQAB", "e": "AQAB"}


@pytest.fixture(scope="module")
def site() -> Iterator[FakeSite]:
    with fake_site() as running:
        yield running


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("/works", "no_set"),
        ("/gone", "status"),
        ("/fails", "status"),
        ("/once", "led_on"),
        ("/round", "led_on"),
        ("/on/1", "led_on"),
        ("/inside", "led_on"),
        ("/file", "led_on"),
    ],
)
def test_an_address_without_keys_says_why(site: FakeSite, path: str, code: str) -> None:
    asker = KeyAsker(also=frozenset({site.netloc}))

    with pytest.raises(NoKeys) as wrong:
        asker.ask(f"http://{site.netloc}{path}")

    assert wrong.value.code == code


def test_an_endless_redirect_is_asked_once(site: FakeSite) -> None:
    site.asked.clear()

    with pytest.raises(NoKeys):
        KeyAsker(also=frozenset({site.netloc})).ask(f"http://{site.netloc}/on/1")

    assert site.asked == ["/on/1"]


@pytest.mark.parametrize("path", ["/mute", "/drip"])
def test_one_who_never_comes_to_an_end_is_left(site: FakeSite, path: str) -> None:
    with pytest.raises(NoKeys) as wrong:
        KeyAsker(seconds=0.2, also=frozenset({site.netloc})).ask(f"http://{site.netloc}{path}")

    assert wrong.value.code == "silent"


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1/keys", "https://10.0.0.1/keys", "http://[::1]/keys", "file:///etc/passwd",
        "https://a:b@example.org/keys", "https://example.org:8443/keys",
    ],
)  # fmt: skip
def test_what_is_not_of_the_public_web_is_not_asked(url: str) -> None:
    asker = KeyAsker(resolve=lambda host, _port: [host])

    with pytest.raises(NoKeys) as wrong:
        asker.ask(url)

    assert wrong.value.code == "refused"


def test_nobody_at_home_is_silence() -> None:
    home = f"127.0.0.1:{free_port()}"

    with pytest.raises(NoKeys) as wrong:
        KeyAsker(also=frozenset({home})).ask(f"http://{home}/keys")

    assert wrong.value.code == "silent"


def test_only_public_parts_of_signature_keys_are_kept() -> None:
    told = {
        "keys": [
            KEY | {"d": "hemmelig", "use": "sig", "alg": "RS256"},
            KEY | {"use": "enc"},
            KEY | {"alg": "RS512"},
            {"kty": "oct", "k": "x"},
            "x",
        ]
    }

    assert read_keys(json.dumps(told)) == {"keys": [KEY]}


@pytest.mark.parametrize(
    "told",
    ["", "x", "[]", "{}", {"keys": []}, {"keys": {}}, {"keys": [{}]}, {"keys": [KEY] * 21},
     {"keys": [KEY | {"n": 7}]}, {"keys": [KEY | {"kid": "a\0"}]}, "[" * 100_000],
)  # fmt: skip
def test_what_is_no_key_set_is_said_to_be_none(told: Any) -> None:
    with pytest.raises(NoKeys) as wrong:
        read_keys(told if isinstance(told, str) else json.dumps(told))

    assert wrong.value.code == "no_set"
