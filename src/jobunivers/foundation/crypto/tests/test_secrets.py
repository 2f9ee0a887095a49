# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the data map calls secret is encrypted or hashed in the table, or has its reason here."""

from jobunivers.foundation.datamap import Sort, holdings

HASHED = {"digest", "secret_hash"}
# What is neither, and why it opens nothing by itself.
REASONS = {
    "identity.Person.password": "nobody has one: each is Django's mark of an unusable password",
    "identity.Session.session_key": "what a session is found by; it ends within eight hours",
    "identity.Session.session_data": "signed with the secret key; it says who, since when",
    "identity.Session.sid": "the provider's name of its session; only what it signs ends one by it",
    "sessions.Session.session_key": "Django's own table, which is empty: sessions are identity's",
    "sessions.Session.session_data": "the same",
    "launching.LoginCode.nonce": "the vendor's own number, given back to it",
    "launching.LoginCode.challenge": "the hash of the vendor's verifier (PKCE)",
    "week.CalendarFeed.nonce": "an address is made of it and the secret key together",
}


def test_every_secret_is_encrypted_or_hashed_or_has_its_reason() -> None:
    bare = {
        f"{held.label}.{name}"
        for held in holdings()
        for name, said in held.fields.items()
        if said.sort is Sort.SECRET
        and not getattr(held.model._meta.get_field(name), "sealed", False)
        and name not in HASHED
    }
    assert bare - set(REASONS) == set(), "encrypt it (foundation/crypto), or say why not"
    assert set(REASONS) - bare == set(), "a reason for nothing"


def test_what_is_encrypted_is_nowhere_called_public() -> None:
    public = [
        f"{held.label}.{name}"
        for held in holdings()
        for name, said in held.fields.items()
        if said.sort is Sort.PUBLIC and getattr(held.model._meta.get_field(name), "sealed", False)
    ]
    assert public == []
