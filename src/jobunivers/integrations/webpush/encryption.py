# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Encrypting a message for one device (RFC 8291, on RFC 8188): the push service cannot read it."""

import base64
import os
import struct
from dataclasses import dataclass
from typing import Self

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

CURVE = ec.SECP256R1()
POINT, AUTH, SALT, TAG = 65, 16, 16, 16
# Push services must take 4096 bytes in all (RFC 8030, 7.2): head, padding mark and tag are ours.
RECORD = 4096
LONGEST = RECORD - (SALT + 5 + POINT) - 1 - TAG


class Unreadable(ValueError):  # noqa: N818 - it reads as what happened
    """What should be decrypted was not encrypted for this device, or was changed on the way."""


class TooLong(ValueError):  # noqa: N818
    """The message does not fit into what every push service takes."""


def encode(data: bytes) -> str:
    """Return bytes as base64url without padding."""
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode("ascii")


def decode(text: str) -> bytes:
    """Return the bytes of base64url, padded or not; ValueError when it is none."""
    if not text.isascii():
        raise ValueError("not base64url")
    return base64.b64decode(
        text.rstrip("=") + "=" * (-len(text.rstrip("=")) % 4), altchars=b"-_", validate=True
    )


def public_bytes(key: ec.EllipticCurvePublicKey) -> bytes:
    """Return a public key as an uncompressed point of 65 bytes."""
    return key.public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)


@dataclass(frozen=True, slots=True)
class Device:
    """What a device has said of itself: its public key, and a secret shared with us."""

    key: bytes
    auth: bytes

    @classmethod
    def read(cls, p256dh: str, auth: str) -> Self:
        """Return the device of a subscription's two texts.

        Raises:
            ValueError: they are no point of the curve and no secret of 16 bytes.
        """
        device = cls(decode(p256dh), decode(auth))
        ec.EllipticCurvePublicKey.from_encoded_point(CURVE, device.key)
        if len(device.key) != POINT or len(device.auth) != AUTH:
            raise ValueError("not the keys of a device")
        return device


def encrypt(
    text: bytes,
    device: Device,
    *,
    ours: ec.EllipticCurvePrivateKey | None = None,
    salt: bytes | None = None,
) -> bytes:
    """Return a message that only the device can read: head and one record (`aes128gcm`).

    Args:
        text: at most `LONGEST` bytes.
        device: for whom.
        ours: a key for this message alone; made when not given (tests give the RFC's).
        salt: 16 random bytes; made when not given.

    Raises:
        TooLong: it does not fit.
    """
    if len(text) > LONGEST:
        raise TooLong
    ours = ours or ec.generate_private_key(CURVE)
    salt = salt or os.urandom(SALT)
    theirs = ec.EllipticCurvePublicKey.from_encoded_point(CURVE, device.key)
    own_point = public_bytes(ours.public_key())
    shared = ours.exchange(ec.ECDH(), theirs)
    key, nonce = _keys(shared, device.auth, device.key, own_point, salt)
    head = salt + struct.pack("!IB", RECORD, POINT) + own_point
    # 0x02 marks the last record.
    return head + AESGCM(key).encrypt(nonce, text + b"\x02", None)


def decrypt(body: bytes, key: ec.EllipticCurvePrivateKey, auth: bytes) -> bytes:
    """Return the message, as the device itself reads it; Unreadable when it is not for it."""
    if len(body) < SALT + 5 + POINT + TAG + 1:
        raise Unreadable
    salt, (_size, length) = body[:SALT], struct.unpack("!IB", body[SALT : SALT + 5])
    sender, record = body[SALT + 5 : SALT + 5 + length], body[SALT + 5 + length :]
    try:
        theirs = ec.EllipticCurvePublicKey.from_encoded_point(CURVE, sender)
        own_point = public_bytes(key.public_key())
        shared = key.exchange(ec.ECDH(), theirs)
        content, nonce = _keys(shared, auth, own_point, sender, salt)
        plain = AESGCM(content).decrypt(nonce, record, None)
    except (ValueError, InvalidTag):
        raise Unreadable from None
    text, mark, _padding = plain.rpartition(b"\x02")
    if not mark:
        raise Unreadable
    return text


def _keys(
    shared: bytes, auth: bytes, device: bytes, sender: bytes, salt: bytes
) -> tuple[bytes, bytes]:
    """Return the key and the nonce of the one record (RFC 8291, 3.4)."""
    both = _derived(shared, auth, b"WebPush: info\0" + device + sender, 32)
    key = _derived(both, salt, b"Content-Encoding: aes128gcm\0", 16)
    return key, _derived(both, salt, b"Content-Encoding: nonce\0", 12)


def _derived(secret: bytes, salt: bytes, info: bytes, length: int) -> bytes:
    return HKDF(hashes.SHA256(), length, salt, info).derive(secret)
