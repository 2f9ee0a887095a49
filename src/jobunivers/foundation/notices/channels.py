# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The ways out of the house that this installation has."""

from collections.abc import Callable
from functools import lru_cache

from django.conf import settings

from jobunivers.foundation.notices.models import Channel
from jobunivers.integrations.carrying import Carrier
from jobunivers.integrations.mail.client import SmtpMailer
from jobunivers.integrations.webpush.client import WebPush
from jobunivers.integrations.webpush.vapid import Keys

Maker = Callable[[], "Carrier | None"]


def _email() -> Carrier | None:
    return _mailer(settings.SMTP, settings.MAIL_FROM) if settings.SMTP else None


def _phone() -> Carrier | None:
    hosts = tuple(settings.PUSH_HOSTS)
    return _pusher(push_keys(), settings.PUSH_CONTACT, hosts) if hosts else None


_open: list[SmtpMailer | WebPush] = []


@lru_cache(maxsize=4)
def _mailer(address: str, sender: str) -> SmtpMailer:
    made = SmtpMailer.at(address, sender=sender)
    _open.append(made)
    return made


@lru_cache(maxsize=4)
def _pusher(keys: Keys, contact: str, hosts: tuple[str, ...]) -> WebPush:
    made = WebPush(keys, contact=contact, hosts=hosts)
    _open.append(made)
    return made


def close() -> None:
    """Let go of every connection; the next message opens what it needs."""
    while _open:
        _open.pop().close()
    _mailer.cache_clear()
    _pusher.cache_clear()


def push_keys() -> Keys:
    """Return the keys that push services know us by: the one given, else one made of the secret."""
    return _keys(settings.PUSH_KEY, settings.SECRET_KEY)


@lru_cache(maxsize=4)
def _keys(given: str, secret: str) -> Keys:
    return Keys.read(given) if given else Keys.made_of(secret)


_makers: dict[str, Maker] = {Channel.EMAIL: _email, Channel.PHONE: _phone}


def offer(channel: Channel, maker: Maker) -> None:
    """Give a channel its carrier: how an adapter for SMS or Digital Post is put to work."""
    _makers[channel] = maker


def carrier_of(channel: str) -> Carrier | None:
    """Return what carries a channel; None where the installation has no such way."""
    maker = _makers.get(channel)
    return maker() if maker else None


def offered() -> list[Channel]:
    """Return the channels of this installation, in a fixed order."""
    return [channel for channel in Channel if carrier_of(channel) is not None]
