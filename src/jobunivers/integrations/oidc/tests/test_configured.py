# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The file of logins is read as it is meant, and what is wrong in it is said."""

from pathlib import Path

import pytest

from jobunivers.integrations.oidc.configured import BadLogins, read_logins

CITIZENS = """
[[login]]
kommune = "0751"
code = "mitid"
name_da = "MitID"
issuer = "https://login.example.dk"
client_id = "jobunivers"
client_secret = "s"
people = "citizens"
"""
STAFF = """
[[login]]
kommune = "0751"
code = "medarbejder"
name_da = "Aarhus Kommunes login"
name_en = "Aarhus' own login"
issuer = "https://idp.example.dk/adfs"
client_id = "jobunivers"
secret_file = "secret"
people = "staff"
roles_claim = "privileges"
[login.roles]
"urn:raadgiver" = "adviser"
[login.levels]
administrator = "high"
"""


def read(folder: Path, text: str) -> object:
    file = folder / "logins.toml"
    file.write_text(text, encoding="utf-8")
    return read_logins(file)


def test_a_kommune_may_have_a_login_for_citizens_and_one_for_staff(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("of the vault\n")
    (tmp_path / "l.toml").write_text(CITIZENS + STAFF)

    mitid, own = read_logins(tmp_path / "l.toml")

    assert (mitid.name_en, mitid.level, mitid.roles_claim) == ("MitID", "substantial", "roles")
    assert mitid.acr_of("substantial")[0].endswith("loa/Substantial")
    assert (own.client_secret, own.roles) == ("of the vault", {"urn:raadgiver": "adviser"})
    assert (own.least_level("administrator"), own.least_level("adviser")) == ("high", "substantial")
    assert "of the vault" not in repr(own)
    assert read_logins("") == ()


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ('"0751"', '"751"', "kommune is four digits"),
        ('"mitid"', '"Mit ID"', "code is 1-30"),
        ("https://login", "http://login", "issuer is an address with https"),
        ("example.dk", "example.dk?a=1", "issuer is an address with https"),
        ('"citizens"', '"all"', "people is"),
        ('"citizens"', '"staff"', "needs roles"),
        ('client_secret = "s"', "", "either client_secret or secret_file"),
        ('client_secret = "s"', 'secret_file = "none"', "secret_file cannot be read"),
        ('client_id = "jobunivers"', "", "client_id is missing"),
        ('code = "mitid"', "code = 7", "code is missing or no text"),
        ('people = "citizens"', 'people = "citizens"\nlevel = "best"', "a level is one of"),
        ('people = "citizens"', 'people = "citizens"\nsize = 3', "size means nothing"),
        ('people = "citizens"', 'people = "citizens"\nacr = {a = "low"}', "no acr is as high"),
        ('people = "citizens"', 'people = "citizens"\nroles = 3', "roles is no table"),
        ("[[login]]", "[[logins]]", "nothing else"),
        ("[[login]]", "[[login", "cannot be read"),
    ],
)
def test_what_is_wrong_is_said_in_a_line(tmp_path: Path, old: str, new: str, says: str) -> None:
    with pytest.raises(BadLogins, match=says):
        read(tmp_path, CITIZENS.replace(old, new, 1))


def test_two_logins_are_not_called_the_same_nor_go_to_one_place(tmp_path: Path) -> None:
    with pytest.raises(BadLogins, match="same code"):
        read(tmp_path, CITIZENS + CITIZENS)
    other = CITIZENS.replace('"mitid"', '"other"')
    with pytest.raises(BadLogins, match="same issuer"):
        read(tmp_path, CITIZENS + other)
    with pytest.raises(BadLogins, match="cannot be read"):
        read_logins(tmp_path / "not-there.toml")
