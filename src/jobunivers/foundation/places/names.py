# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Spellings of place names that mean the same, and places that are not in Denmark."""

import re

from jobunivers.foundation.text import fold

# Words as people and post offices shorten them. Folded: ø is oe, å is aa.
_WORDS = {
    "kbh": "koebenhavn",
    "kbhvn": "koebenhavn",
    "kobenhavn": "koebenhavn",
    "copenhagen": "koebenhavn",
    "kopenhagen": "koebenhavn",
    "cph": "koebenhavn",
    "frb": "frederiksberg",
    "elsinore": "helsingoer",
    "kgs": "kongens",
    "kngs": "kongens",
    "nr": "noerre",
    "ndr": "noerre",
    "sdr": "soender",
    "vstr": "vester",
    "st": "store",
    "ll": "lille",
    "gl": "gammel",
    "gml": "gammel",
    "skt": "sankt",
    "sct": "sankt",
    "sj": "sjaelland",
}
_PHRASES = {
    "nykoebing falster": "nykoebing f",
    "nykoebing mors": "nykoebing m",
    "nykoebing s": "nykoebing sjaelland",
    "lyngby": "kongens lyngby",
    "oesterbro": "koebenhavn oe",
    "noerrebro": "koebenhavn n",
    "vesterbro": "koebenhavn v",
}
_OFFICE = re.compile(r"\b(kommune|regionskommune|municipality|city of|by)\b")
_LOOSE = (("oe", "o"), ("ae", "a"), ("aa", "a"))
# What tells towns and districts of one name apart: Aarhus C, Odense NV, Nykøbing F.
DISTRICTS = frozenset(
    {"c", "k", "n", "s", "v", "oe", "nv", "noe", "sv", "soe", "m", "f", "sjaelland"}
)

REGION_NAMES = {
    "hovedstaden": "1084",
    "capital region": "1084",
    "capital region of denmark": "1084",
    "storkoebenhavn": "1084",
    "sjaelland": "1085",
    "zealand": "1085",
    "syddanmark": "1083",
    "southern denmark": "1083",
    "region of southern denmark": "1083",
    "midtjylland": "1082",
    "central denmark": "1082",
    "central jutland": "1082",
    "nordjylland": "1081",
    "north denmark": "1081",
    "north jutland": "1081",
}
DENMARK = frozenset(
    {
        *("dk", "dnk", "208", "danmark", "denmark", "daenemark", "danemark", "dinamarca"),
        *("hele landet", "hele danmark", "kongeriget danmark", "landsdaekkende"),
    }
)

_ISO_CODES = (
    "ad ae af ag ai al am ao aq ar as at au aw ax az ba bb bd be bf bg bh bi bj bl bm bn bo bq "
    "br bs bt bv bw by bz ca cc cd cf cg ch ci ck cl cm cn co cr cu cv cw cx cy cz de dj dm do "
    "dz ec ee eg eh er es et fi fj fk fm fo fr ga gb gd ge gf gg gh gi gl gm gn gp gq gr gs gt "
    "gu gw gy hk hm hn hr ht hu id ie il im in io iq ir is it je jm jo jp ke kg kh ki km kn kp "
    "kr kw ky kz la lb lc li lk lr ls lt lu lv ly ma mc md me mf mg mh mk ml mm mn mo mp mq mr "
    "ms mt mu mv mw mx my mz na nc ne nf ng ni nl no np nr nu nz om pa pe pf pg ph pk pl pm pn "
    "pr ps pt pw py qa re ro rs ru rw sa sb sc sd se sg sh si sj sk sl sm sn so sr ss st sv sx "
    "sy sz tc td tf tg th tj tk tl tm tn to tr tt tv tw tz ua ug um us uy uz va vc ve vg vi vn "
    "vu wf ws ye yt za zm zw "
)
ISO_CODES = frozenset(_ISO_CODES.split())
# Countries by the names that Danish and international sources write, folded.
COUNTRIES = {
    name: code
    for code, names in {
        "SE": "sverige|sweden|schweden|swe",
        "NO": "norge|norway|norwegen|nor",
        "FI": "finland|suomi|fin",
        "IS": "island|iceland",
        "DE": "tyskland|germany|deutschland|deu",
        "NL": "holland|nederlandene|netherlands|the netherlands|nederland",
        "BE": "belgien|belgium",
        "LU": "luxembourg|luxemburg",
        "FR": "frankrig|france",
        "GB": "storbritannien|england|skotland|scotland|wales|united kingdom|great britain|uk",
        "IE": "irland|ireland",
        "ES": "spanien|spain",
        "PT": "portugal",
        "IT": "italien|italy",
        "AT": "oestrig|austria|oesterreich",
        "CH": "schweiz|switzerland",
        "PL": "polen|poland|polska",
        "CZ": "tjekkiet|czech republic|czechia",
        "HU": "ungarn|hungary",
        "RO": "rumaenien|romania",
        "BG": "bulgarien|bulgaria",
        "GR": "graekenland|greece",
        "EE": "estland|estonia",
        "LV": "letland|latvia",
        "LT": "litauen|lithuania",
        "UA": "ukraine",
        "TR": "tyrkiet|turkey",
        "US": "usa|united states|united states of america",
        "CA": "canada",
        "IN": "indien|india",
        "CN": "kina|china",
        "GL": "groenland|greenland|kalaallit nunaat",
        "FO": "faeroeerne|faroe islands|foeroyar",
    }.items()
    for name in names.split("|")
}
# Towns abroad that Danish sources name without their country; none is also a Danish post town.
CITIES = {
    name: code
    for code, names in {
        "SE": "malmoe|lund|helsingborg|landskrona|trelleborg|ystad|goeteborg|gothenburg|stockholm"
        "|uppsala|vaesteraas|oerebro|linkoeping|joenkoeping|halmstad|kristianstad|umeaa",
        "NO": "oslo|bergen|trondheim|stavanger|kristiansand|tromsoe|drammen|bodoe",
        "DE": "flensborg|flensburg|hamborg|hamburg|berlin|kiel|luebeck|bremen|muenchen|munich"
        "|frankfurt|koeln|harrislee|husum|rendsburg|slesvig|schleswig",
        "FI": "helsinki|helsingfors|tampere|turku",
        "IS": "reykjavik",
        "GB": "london|manchester|birmingham|edinburgh|glasgow|bristol|leeds|liverpool",
        "NL": "amsterdam|rotterdam|utrecht|eindhoven|den haag",
        "BE": "bruxelles|brussels|antwerpen",
        "FR": "paris|lyon|marseille",
        "ES": "madrid|barcelona|malaga",
        "IT": "milano|rom|rome",
        "PT": "lissabon|lisbon|porto",
        "PL": "warszawa|warsaw|krakow|gdansk|szczecin|poznan|wroclaw",
        "IE": "dublin",
        "AT": "wien|vienna",
        "CH": "zuerich|zurich|geneve|geneva|basel",
        "CZ": "prag|prague|praha",
        "HU": "budapest",
        "EE": "tallinn",
        "LV": "riga",
        "LT": "vilnius|kaunas",
        "US": "new york|boston|chicago|san francisco|seattle",
        "GL": "nuuk|ilulissat|sisimiut|qaqortoq|aasiaat|maniitsoq",
        "FO": "torshavn|thorshavn|klaksvik|runavik",
    }.items()
    for name in names.split("|")
}
# Towns across the border, lat and lon: where only postal points are known, a point nearer to one
# of these than to any Danish postcode is not in Denmark.
ACROSS_THE_BORDER = (
    *((56.05, 12.70), (56.20, 12.57), (55.87, 12.83), (55.93, 12.78), (55.79, 12.94)),
    *((55.61, 13.00), (55.58, 12.93), (55.47, 12.85), (55.38, 13.15), (55.70, 13.19)),
    *((54.79, 9.44), (54.80, 9.37), (54.83, 9.53), (54.86, 8.83), (54.79, 8.83)),
    *((54.88, 8.96), (54.87, 9.06), (54.84, 9.22), (54.91, 8.31), (55.02, 8.43)),
)


def canonical(text: str) -> str:
    """Return the name as it is looked up: folded, shortenings written out, offices left out."""
    folded = _OFFICE.sub(" ", fold(text))
    name = " ".join(_WORDS.get(word, word) for word in folded.split())
    return _PHRASES.get(name, name)


def loose(name: str) -> str:
    """Return the canonical name without anything Danish, as foreign systems write it: Arhus."""
    for danish, plain in _LOOSE:
        name = name.replace(danish, plain)
    return name


def country_code(text: str) -> str:
    """Return "DK", another country's two letters, or nothing when the text names no country."""
    folded = fold(text)
    if folded in DENMARK:
        return "DK"
    return COUNTRIES.get(folded) or (folded.upper() if folded in ISO_CODES else "")
