# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Our own keys are long enough, and those of before prove what they have signed."""

from datetime import timedelta

import pytest
from django.utils import timezone
from joserfc import jwt
from joserfc.jwk import KeySet, RSAKey

from jobunivers.foundation.tenancy import working_for
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.rooms.launching import actions
from jobunivers.rooms.launching.models import SigningKey
from jobunivers.rooms.launching.queries import signing

pytestmark = pytest.mark.django_db


def test_a_short_key_of_before_signs_no_more_and_proves_what_it_signed(
    aarhus: Municipality,
) -> None:
    now = timezone.now()
    short = RSAKey.generate_key(2048)
    with working_for(aarhus.pk):
        row = SigningKey.objects.create(
            kid=short.thumbprint()[:40], sealed=short.as_pem(private=True), made_at=now
        )
        old = signing.signed({"sub": "x"}, kid=row.kid, sealed=bytes(row.sealed))

        new = actions.sign({"sub": "x"}, at=now + timedelta(seconds=1))

        told = actions.key_set(at=now + timedelta(seconds=1))
        keys = KeySet.import_key_set(told)  # type: ignore[arg-type]
        bits = [one.raw_value.key_size for one in keys.keys if isinstance(one, RSAKey)]
        assert bits == [3072, 2048], "the one that signs stands first"
        for token in (old, new):
            assert jwt.decode(token, keys, algorithms=["RS256"]).claims["sub"] == "x"
        assert signing.LEAST_OWN_BITS == 3072
        actions.sign({"sub": "x"}, at=now + timedelta(days=1))
        assert SigningKey.objects.count() == 2, "the new one is used until its time is over"
