# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""How advertisements write licences and languages, in Danish and English, in small letters.

Collected by reading real advertisements. Each name of a licence is looked for only around its
anchor: a few letters that are quick to find in a whole text.
"""

import re
from collections.abc import Mapping
from typing import Final, NamedTuple

_CERT = r"(?:certifikat(?:et|er|erne)?|certificate|certification|certificering)"
_LICENCE = r"licen[cs]e"
_KIND = r"(?:kategori )?[ab](?:[/+ ]+(?:og )?b)?"
_TRUCK = r"(?:gaffel)?truck"
_FORKLIFT = r"fork[- ]?lift(?:[- ](?:truck|driver'?s?|driving|operator'?s?))*"
_LIFT = r"(?:person|saks|bom)?lift"
_TELEHANDLER = r"(?:teleskoplæsser|telehandler)"
_MACHINE = r"(?:gravemaskine|rendegraver|gummiged|minilæsser|entreprenørmaskine)r?"
_HYGIENE = r"(?:(?:almen )?fødevare)?hygiejne"
_BEVIS = r"bevis(?:et|er)?"
_NAMED: Mapping[str, Mapping[str, str]] = {
    "kort": {
        "truck": rf"\b{_TRUCK}(?:fører)?[- ]?(?:køre)?kort(?:et)?\b",
        "guard": r"\b(?:vagt|dørmands)[- ]?kort(?:et)?\b",
        "taxi": r"\b(?:taxi|taxa)(?:chauffør|fører)?[- ]?kort(?:et)?\b"
        r"|\bchaufførkort til (?:taxi|taxa)\b|\berhvervskørekort(?:et)?\b",
        "crane": r"\b\w*kran(?:fører)?[- ]?kort(?:et)?\b",
        "lift": rf"\b{_LIFT}[- ]?kort(?:et)?\b",
        "adr": r"\badr[- ]?kort(?:et)?\b",
        "forestry": r"\bmotorsavs?[- ]?(?:køre)?kort(?:et)?\b",
    },
    "certif": {
        "truck": rf"\b{_TRUCK}(?:fører|kørsel)?s?(?: {_KIND})?[- ]?{_CERT}"
        rf"|\b{_CERT} (?:til|for|i|som|to) (?:at køre )?(?:{_KIND}[- ])?{_TRUCK}\w*"
        rf"|\b{_FORKLIFT} {_CERT}",
        "crane": rf"\b\w*kran(?:fører)?s?[- ]?{_CERT}"
        rf"|\b{_CERT} (?:til|i|som|for) \w*kran(?:fører)?\b|\bcrane (?:operator'?s? )?{_CERT}",
        "telehandler": rf"\b{_TELEHANDLER}[- ]?{_CERT}|\b{_CERT} (?:til|i|for) {_TELEHANDLER}",
        "lift": rf"\b{_LIFT}s?[- ]?{_CERT}|\b{_CERT} (?:til|i|for) {_LIFT}\b",
        "machine": rf"\b{_MACHINE}[- ]?{_CERT}|\b{_CERT} (?:til|i|for) {_MACHINE}\b",
        "scaffold": rf"\bstillads[- ]?{_CERT}|\b{_CERT} (?:til|i|for) stillads\w*",
        "welding": rf"\bsvejse[- ]?{_CERT}|\b{_CERT} i (?:[\w/]+[- ])?svejsning"
        rf"|\b{_CERT} (?:i|til|inden ?for) (?:tig|mag|mig)\b|\bweld(?:ing|er'?s?) {_CERT}s?",
        "food_hygiene": rf"\b{_HYGIENE}[- ]?{_CERT}|\b{_CERT} i {_HYGIENE}"
        rf"|\bfood (?:hygiene|safety) {_CERT}",
        "hot_work": rf"\b{_CERT} (?:i|til) varmt arbejde|\bvarmt arbejde[s-]? ?{_CERT}"
        rf"|\bhot work {_CERT}",
        "asbestos": rf"\basbest[- ]?{_CERT}",
        "epoxy": rf"\bepoxy[- ]?{_CERT}",
        "pesticide": rf"\bsprøjte(?:fører)?[- ]?{_CERT}",
        "forestry": rf"\bmotorsavs?[- ]?{_CERT}",
        "first_aid": rf"\bførstehjælps?[- ]?{_CERT}|\bfirst[- ]aid {_CERT}",
        "adr": rf"\badr[- ]?{_CERT}|\b{_CERT} (?:i|til) (?:transport af )?farligt gods",
        "cpc": r"\bcertificate of professional competence\b",
    },
    "bevis": {
        "truck": rf"\b{_TRUCK}(?:fører)?[- ]?{_BEVIS}\b",
        "crane": rf"\b\w*kran(?:fører)?[- ]?{_BEVIS}\b",
        "cpc": rf"\b(?:eu-?|chauffør)?kvalifikations?{_BEVIS}\b|\beu-{_BEVIS}\b"
        rf"|\bchauffør(?:efter)?(?:uddannelses)?{_BEVIS}\b",
        "adr": rf"\badr[- ]?{_BEVIS}\b|\bbevis (?:i|til|for|på) (?:transport af )?farligt gods",
        "food_hygiene": rf"\b{_HYGIENE}[- ]?{_BEVIS}\b|\bbevis (?:for|på|i) {_HYGIENE}",
        "hot_work": r"\bbevis (?:i|for|på|til) varmt arbejde|\bvarmt arbejde[s-]? ?bevis",
        "epoxy": rf"\bepoxy[- ]?{_BEVIS}\b",
        "asbestos": rf"\basbest[- ]?{_BEVIS}\b",
        "pesticide": rf"\bsprøjte[- ]?{_BEVIS}\b",
        "forestry": rf"\bmotorsavs?[- ]?{_BEVIS}\b",
        "first_aid": rf"\bførstehjælps?[- ]?{_BEVIS}\b",
        "boat": rf"\b(?:dueligheds|båd|sejl|speedbåds?)[- ]?{_BEVIS}\b",
    },
    "licen": {
        "truck": rf"\b(?:{_FORKLIFT}|(?:reach|bendi) truck(?: driving)?) {_LICENCE}s?\b",
        "crane": rf"\bcrane (?:operator'?s? )?{_LICENCE}\b",
        "guard": rf"\b(?:security|guard|sia)(?: guard| \([^)]*\))? {_LICENCE}\b",
    },
    "godkend": {
        "guard": r"\b(?:vagt|dørmands)godkend(?:t|else)\b"
        r"|\bgodkend(?:t|else)(?: som)? (?:vagt|dørmand)\b",
    },
    "vejen som": {"road_work": r"\bvejen som arbejdsplads\b"},
}
# Letters of which some must be near before the slower pattern is tried.
_GATES: Mapping[str, tuple[str, ...]] = {
    "truck": ("truck", "lift"),
    "guard": ("vagt", "dørmand", "security", "guard", "sia"),
    "taxi": ("taxi", "taxa", "erhvervs"),
    "crane": ("kran", "crane"),
    "lift": ("lift",),
    "adr": ("adr", "farligt gods"),
    "forestry": ("motorsav",),
    "telehandler": ("teleskop", "telehandler"),
    "machine": ("grave", "gummiged", "minilæsse", "entreprenørmaskine"),
    "scaffold": ("stillads",),
    "welding": ("svejs", "weld", "tig", "mag", "mig"),
    "food_hygiene": ("hygiejne", "food"),
    "hot_work": ("varmt arbejde", "hot work"),
    "asbestos": ("asbest",),
    "epoxy": ("epoxy",),
    "pesticide": ("sprøjte",),
    "first_aid": ("førstehjælp", "first"),
    "cpc": ("kvalif", "chauffør", "eu-", "competence"),
    "boat": ("dueligheds", "båd", "sejl"),
    "road_work": ("vejen som",),
}


class Certificate(NamedTuple):
    """How a certificate is written, and letters of which some are near whenever it is."""

    code: str
    gates: tuple[str, ...]
    pattern: re.Pattern[str]


CERTIFICATES: Final = tuple(
    (
        anchor.encode(),
        tuple(Certificate(code, _GATES[code], re.compile(p)) for code, p in named.items()),
    )
    for anchor, named in _NAMED.items()
)
"""Anchor → certificates; driving licences and authorisations apart."""
DRIVING_GATES: Final = ("ørekort", "driv", "hgv", "lgv", "lorry")

_TOKENS: Mapping[str, str] = {
    "a": "A", "a1": "A", "a2": "A", "mc": "A", "motorcykel": "A", "am": "AM", "knallert": "AM",
    "b": "B", "bil": "B", "personbil": "B", "varebil": "B", "car": "B",
    "be": "B E", "b/e": "B E", "b+e": "B E", "b+": "B E", "bil/trailer": "B E",
    "c": "C", "c1": "C", "lastbil": "C", "hgv": "C", "lgv": "C", "lorry": "C",
    "ce": "C E", "c/e": "C E", "c+e": "C E", "c1e": "C E",
    "d": "D", "d1": "D", "bus": "D", "de": "D E", "d/e": "D E", "d+e": "D E",
    "e": "E", "trailer": "E", "anhænger": "E", "påhængsvogn": "E",
    "t": "T", "traktor": "T", "tractor": "T",
}  # fmt: skip
CATEGORIES: Final = {token: frozenset(codes.split()) for token, codes in _TOKENS.items()}
VEHICLES: Final = frozenset(
    {"mc", "motorcykel", "knallert", "bil", "personbil", "varebil", "car", "lastbil", "hgv", "lgv",
     "lorry", "bus", "trailer", "anhænger", "påhængsvogn", "traktor", "tractor", "b"}
)  # fmt: skip
"""Categories that need no capitals to be known as such; "a", "e" and "de" are words as well."""
_PREFIXES: Mapping[str, str] = {
    "lastbil": "C", "lastbils": "C", "stort": "C", "bus": "D", "trailer": "B E", "traktor": "T",
    "motorcykel": "A", "knallert": "AM", "personbil": "B", "bil": "B",
}  # fmt: skip
PREFIXES: Final = {word: frozenset(codes.split()) for word, codes in _PREFIXES.items()}
INCLUDED: Final[Mapping[str, frozenset[str]]] = {
    "B": frozenset({"T", "AM"}),
    "C": frozenset({"B", "T", "AM"}),
    "D": frozenset({"B", "T", "AM"}),
    "E": frozenset({"B", "T", "AM"}),
}
"""What a driving licence gives besides: who may drive a lorry may drive a car."""
DRIVING: Final = re.compile(
    r"(?P<before>\b[\w+/]{1,12}(?: |-))?"
    r"(?<![a-zæøå])(?P<attached>(?!erhvervs)[a-zæøå]*)kørekort(?:et)?\b"
    r"|(?P<english>\b[\w+/]{1,8} )?\b(?:driver'?s|driver’s|drivers?|driving)[- ]licen[cs]es?\b"
    r"|\b(?P<heavy>hgv|lgv|lorry) licen[cs]e\b"
)
SMALL: Final = frozenset({"T", "AM"})
"""Tractor and moped: told apart from the car's, but no code of their own."""
_CATEGORY = "|".join(sorted(map(re.escape, _TOKENS), key=lambda token: (-len(token), token)))
NEXT_CATEGORY: Final = re.compile(
    r"\s*[:(,/+&-]?\s*(?P<or>eller |or )?(?:og |and |samt )?"
    r"(?:(?:til|for|i|to|både|en|almindelig|alm\.?|stor|lille|mindst|minimum|min\.?|a|the|standard)\s+)*"
    r"(?P<named>(?:(?:kategori(?:en|erne)?|kat\.?|klasse|type|category|cat\.?|class)[\s:]+)*)"
    rf"\(?(?P<category>{_CATEGORY})(?![\w/+])"
)
NO_LICENCE: Final = re.compile(r"\s*:\s*(?:nej|ingen|ikke|no\b|none)")

_PROFESSIONS: Mapping[str, str] = {
    "electrical": r"el-?installatør\w*|electricians?",
    "plumbing": r"vvs\w*|kloakmester\w*|plumbers?",
    "health": r"sygeplejersk\w*|\w*læge[rn]?|social- og sundhedsassistent\w*"
    r"|sosu[- ]?assistent\w*|ssa"
    r"|psykolog\w*|fysioterapeut\w*|ergoterapeut\w*|jordemoder|jordemødre|bioanalytiker\w*"
    r"|radiograf\w*|tandplejer\w*|\w*diætist\w*|kiropraktor\w*|optiker\w*|optometrist\w*"
    r"|fodterapeut\w*|nurses?|dentists?|doctors?|physicians?|psychologists?|physiotherapists?"
    r"|midwi(?:fe|ves)|occupational therapists?",
}
PROFESSIONS: Final = tuple((re.compile(rf"\b(?:{p})\b"), c) for c, p in _PROFESSIONS.items())
AUTHORISATION_ANCHORS: Final = (b"autoris", b"authori")
AUTHORISATION: Final = re.compile(
    r"\b(?:(?:dansk|gyldig|danish|valid) )*(?P<noun>autorisation(?:en)?|authori[sz]ation)\b"
    r"|\b(?:autorisere(?:t|de)|authori[sz]ed) "
)
HEALTH: Final = re.compile(
    r"\b(?:dansk|gyldig|danish) (?:autorisation|authori)|patientsikkerhed|patient safety"
    r"|sundhedsstyrelsen|sundhedsfaglig"
)
FIRM: Final = re.compile(r"firma|virksomhed|forhandler|værksted|forretning|butik|dealer|company")
