# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2

"""How a line of the table of addresses is written, and the answers that many lines share."""

from typing import NamedTuple


class Line(NamedTuple):
    """One address: how it is asked, about whose object, and what each person gets.

    `olga`: what the officer of data protection gets, where it is not what all other staff get
    nor, where staff differ, 403.
    """

    answers: str
    about: str = ""
    method: str = "GET"
    olga: str = ""


def post(answers: str, about: str = "") -> Line:
    """Return a line for an address that only takes what is sent to it."""
    return Line(answers, about, "POST")


def officers(about: str = "", olga: str = "200") -> Line:
    """Return a line for a page of the officer of data protection alone."""
    return Line(FIRMS, about, olga=olga)


def officers_post(about: str = "", olga: str = "302") -> Line:
    """Return a line for what she alone may send to."""
    return Line(FIRMS, about, "POST", olga)


# Kirsten is whom objects belong to; Mads is another citizen, Omar adviser, Ida assistant, Tove
# consultant, Bente manager, Eva editor and Anne administrator, all of Aarhus. Nadia runs the
# platform and Jonas is a citizen of Odense: both ask at their own kommune's address for what
# belongs to Aarhus.
WHO = [
    "visitor",
    "kirsten",
    "mads",
    "omar",
    "ida",
    "tove",
    "bente",
    "eva",
    "anne",
    "nadia",
    "jonas",
]
# fmt: off
#                   visitor kirsten mads omar ida  tove bente eva  anne nadia jonas
ALL =              "200     200     200  200  200  200  200   200  200  200   200"
WHERE_FIRMS_ARE =  "404     404     404  404  404  404  404   404  404  200   404"
TO_WHERE_FIRMS_ARE = "302   302     302  302  302  302  302   302  302  200   302"
ALL_ONWARDS =      "302     302     302  302  302  302  302   302  302  302   302"
ONLY_AARHUS =      "200     200     200  200  200  200  200   200  200  404   404"
LOGGED_IN =        "login   200     200  200  200  200  200   200  200  200   200"
LOGGED_IN_ONWARDS = "login  302     302  302  302  302  302   302  302  302   302"
HERS_ALONE =       "login   200     404  404  404  404  404   404  404  404   404"
HERS_ALONE_ONWARDS = "login 302     404  404  404  404  404   404  404  404   404"
READERS =          "login   200     200  200  200  200  200   200  200  403   200"
CITIZENS =         "login   200     200  403  403  403  403   403  403  403   200"
CITIZENS_ONWARDS = "login   302     302  403  403  403  403   403  403  403   302"
IN_AARHUS =        "login   302     302  403  403  403  403   403  403  403   404"
HERS =             "login   200     404  403  403  403  403   403  403  403   404"
HERS_ONWARDS =     "login   302     404  403  403  403  403   403  403  403   404"
ADVISERS =         "login   403     403  200  200  200  403   403  403  403   403"
SUPPLIERS =        "login   403     403  403  403  403  403   403  200  200   403"
EDITORS =          "login   403     403  403  403  403  403   200  200  403   403"
MANAGERS =         "login   403     403  403  403  403  200   403  403  403   403"
PLANNERS =         "login   403     403  403  403  403  200   403  200  403   403"
ADMIN =            "login   403     403  403  403  403  403   403  200  403   403"
ADMIN_UNSAID =     "login   403     403  403  403  403  403   403  422  403   403"
ADMIN_ONWARDS =    "login   403     403  403  403  403  403   403  302  403   403"
GUIDED =           "login   403     403  200  200  200  200   403  403  403   403"
ASKED_WHY =        "login   403     403  302  302  302  403   403  403  403   403"
CARD_WRITERS =     "login   403     403  200  403  200  403   200  200  403   403"
CARD_ONWARDS =     "login   403     403  302  403  302  403   302  302  403   403"
SHELVERS =         "login   403     403  403  403  403  403   200  200  200   403"
OWN_SHELF =        "login   403     403  403  403  403  403   200  200  404   403"
OWN_SHELF_ONWARDS = "login   403     403  403  403  403  403   302  302  404   403"
EDITORS_ONWARDS =  "login   403     403  403  403  403  403   302  302  403   403"
NATIONAL =         "login   403     403  403  403  403  403   403  403  200   403"
FIRMS =            "login   403     403  403  403  403  403   403  403  403   403"
WRITERS =          "login   403     403  403  403  403  403   200  200  200   403"
OWN_WRITERS =      "login   403     403  403  403  403  403   200  200  404   403"
# fmt: on
