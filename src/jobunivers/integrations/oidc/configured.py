# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which logins each kommune has: a file of TOML, read when the program starts."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

CITIZENS, STAFF = "citizens", "staff"
LEVELS = ("low", "substantial", "high")
_NSIS = "https://data.gov.dk/concept/core/nsis/loa"
# What providers call NSIS' levels in `acr`: the state's own names (OIOSAML 3, OIO IDWS).
NSIS_LEVELS: Mapping[str, str] = {
    f"{_NSIS}/Low": "low",
    f"{_NSIS}/Substantial": "substantial",
    f"{_NSIS}/High": "high",
}
_CODE = re.compile(r"[a-z0-9][a-z0-9-]{0,29}")
_KOMMUNE = re.compile(r"\d{4}")
_ON_THIS_MACHINE = frozenset({"127.0.0.1", "localhost", "::1"})
_TEXTS = ("kommune", "code", "name_da", "issuer", "client_id", "people")
_MORE = ("name_en", "client_secret", "secret_file", "level", "roles_claim")
_TABLES = ("levels", "acr", "roles")


class BadLogins(ValueError):  # noqa: N818 - it reads as what happened
    """The file of logins cannot be used; the text says which login and why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Provider:
    """A login of one kommune.

    Attributes:
        kommune: its four digits.
        code: what it is called in addresses.
        people: who logs in here: "citizens" or "staff". A login of citizens lets no staff in.
        level: the least level of assurance for everybody; levels: for each role more than that.
        acr: what the provider calls the levels in `acr`.
        roles: of staff: from a value of the claim `roles_claim` to our role.
    """

    kommune: str
    code: str
    name_da: str
    name_en: str
    issuer: str
    client_id: str
    client_secret: str = field(repr=False)
    people: str
    level: str = "substantial"
    levels: Mapping[str, str] = field(default_factory=dict)
    acr: Mapping[str, str] = field(default_factory=lambda: dict(NSIS_LEVELS))
    roles_claim: str = "roles"
    roles: Mapping[str, str] = field(default_factory=dict)

    @property
    def key(self) -> tuple[str, str]:
        """Return by what it is one of all: kommune and code."""
        return self.kommune, self.code

    def least_level(self, role: str) -> str:
        """Return the level of assurance that somebody of a role must have here."""
        return max(self.level, self.levels.get(role, self.level), key=LEVELS.index)

    def acr_of(self, level: str) -> list[str]:
        """Return what the provider calls a level and those above it, the lowest first."""
        least = LEVELS.index(level)
        fit = [name for name, one in self.acr.items() if LEVELS.index(one) >= least]
        return sorted(fit, key=lambda name: LEVELS.index(self.acr[name]))


def read_logins(path: str | Path) -> tuple[Provider, ...]:
    """Return the logins of a file; none of an empty path.

    Raises:
        BadLogins: it cannot be read, or a login in it is wrong.
    """
    if not path:
        return ()
    file = Path(path)
    try:
        told = tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise BadLogins(f"{file} cannot be read: {error}") from error
    logins = told.pop("login", [])
    if told or not isinstance(logins, list) or not all(isinstance(one, dict) for one in logins):
        raise BadLogins(f"{file} may hold [[login]] and nothing else")
    found = tuple(_provider(one, number, file.parent) for number, one in enumerate(logins, 1))
    names = [one.key for one in found]
    if len(set(names)) < len(names):
        raise BadLogins("two logins of one kommune have the same code")
    issuers = [(one.kommune, one.issuer) for one in found]
    if len(set(issuers)) < len(issuers):
        raise BadLogins("two logins of one kommune have the same issuer")
    return found


def _provider(told: dict[str, Any], number: int, folder: Path) -> Provider:
    where = f"login {number}"
    unknown = set(told) - {*_TEXTS, *_MORE, *_TABLES}
    if unknown:
        raise BadLogins(f"{where}: {', '.join(sorted(unknown))} means nothing here")
    texts = {name: _text(told, name, where, needed=name in _TEXTS) for name in (*_TEXTS, *_MORE)}
    tables = {name: _table(told, name, where) for name in _TABLES}
    found = Provider(
        kommune=texts["kommune"],
        code=texts["code"],
        name_da=texts["name_da"],
        name_en=texts["name_en"] or texts["name_da"],
        issuer=texts["issuer"],
        client_id=texts["client_id"],
        client_secret=_secret(texts, where, folder),
        people=texts["people"],
        level=texts["level"] or "substantial",
        levels=tables["levels"],
        acr=tables["acr"] or dict(NSIS_LEVELS),
        roles_claim=texts["roles_claim"] or "roles",
        roles=tables["roles"],
    )
    if problem := _problem(found):
        raise BadLogins(f"{where}: {problem}")
    return found


def _text(told: dict[str, Any], name: str, where: str, *, needed: bool) -> str:
    value = told.get(name, "")
    if not isinstance(value, str) or (needed and not value.strip()):
        raise BadLogins(f"{where}: {name} is missing or no text")
    return value.strip()


def _table(told: dict[str, Any], name: str, where: str) -> dict[str, str]:
    value = told.get(name, {})
    if not isinstance(value, dict) or not all(isinstance(one, str) for one in value.values()):
        raise BadLogins(f"{where}: {name} is no table of texts")
    return dict(value)


def _secret(texts: dict[str, str], where: str, folder: Path) -> str:
    """Return the client's secret: as it stands, or from a file that a vault puts there."""
    if bool(texts["client_secret"]) == bool(texts["secret_file"]):
        raise BadLogins(f"{where}: give either client_secret or secret_file")
    if texts["client_secret"]:
        return texts["client_secret"]
    try:
        return (folder / texts["secret_file"]).read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError) as error:
        raise BadLogins(f"{where}: its secret_file cannot be read") from error


def _problem(one: Provider) -> str:
    """Return what is wrong with a login, "" when nothing is."""
    parts = urlsplit(one.issuer)
    here = parts.scheme == "http" and parts.hostname in _ON_THIS_MACHINE
    levels = {one.level, *one.levels.values(), *one.acr.values()}
    problems = {
        "kommune is four digits": not _KOMMUNE.fullmatch(one.kommune),
        "code is 1-30 of a-z, 0-9 and -": not _CODE.fullmatch(one.code),
        "issuer is an address with https:// and without ? and #": not (
            (parts.scheme == "https" or here)
            and parts.hostname
            and not (parts.query or parts.fragment)
        ),
        'people is "citizens" or "staff"': one.people not in {CITIZENS, STAFF},
        f"a level is one of {', '.join(LEVELS)}": not levels <= set(LEVELS),
        "no acr is as high as the level that is asked for": levels <= set(LEVELS)
        and any(not one.acr_of(one.least_level(role)) for role in ("", *one.levels)),
        "a login of staff needs roles": one.people == STAFF and not one.roles,
        "a login of citizens has no roles": one.people == CITIZENS and bool(one.roles),
    }
    return next((text for text, wrong in problems.items() if wrong), "")
