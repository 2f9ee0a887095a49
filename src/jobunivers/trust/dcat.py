# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The data catalogue as W3C DCAT 3 in JSON-LD, with the fields DCAT-AP asks for.

Purposes, legal bases and how long data are kept are said with W3C's Data Privacy Vocabulary (DPV).
It tells which data there are and holds none of them.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils.functional import Promise
from django.utils.translation import gettext

from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.trust.queries.catalogue import Dataset, Entry

Json = dict[str, object]
CONTEXT: Json = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "dpv": "https://w3id.org/dpv#",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
_AUTHORITY = "http://publications.europa.eu/resource/authority"
_LANGUAGES = {"da": f"{_AUTHORITY}/language/DAN", "en": f"{_AUTHORITY}/language/ENG"}
# Population and society: where employment belongs among the EU's themes.
_THEME: Json = {"@id": f"{_AUTHORITY}/data-theme/SOCI"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """By whom, where, when and in which language the catalogue is given.

    Attributes:
        address: of the catalogue itself.
        addresses: of each data set, by its code.
    """

    kommune: Municipality
    address: str
    addresses: Mapping[str, str]
    language: str
    at: datetime

    @property
    def publisher(self) -> str:
        """Return the name by which the kommune is spoken of in the file."""
        return f"{self.address}#kommune"

    def said(self, text: Promise | str) -> Json:
        """Return a text with its language."""
        return {"@language": self.language, "@value": str(text)}


def as_dcat(found: Sequence[Dataset], where: Published) -> Json:
    """Return the catalogue as plain values that JSON can hold."""
    kommune = where.kommune
    title = gettext("Datakatalog: %(kommune)s") % {"kommune": kommune.name}
    return {
        "@context": CONTEXT,
        "@id": where.address,
        "@type": "dcat:Catalog",
        "dct:title": where.said(title),
        "dct:description": where.said(
            gettext("De data, kommunen har i Jobunivers: til hvad, med hvilken ret og hvor længe.")
        ),
        "dct:publisher": {
            "@id": where.publisher,
            "@type": "foaf:Agent",
            "foaf:name": kommune.name,
            "dct:identifier": kommune.code,
        },
        "dct:language": {"@id": _LANGUAGES.get(where.language, _LANGUAGES["da"])},
        "dct:modified": {"@type": "xsd:dateTime", "@value": where.at.isoformat(timespec="seconds")},
        "dcat:themeTaxonomy": {"@id": f"{_AUTHORITY}/data-theme"},
        "dcat:dataset": [_dataset(one, where) for one in found],
    }


def _dataset(one: Dataset, where: Published) -> Json:
    address = where.addresses[one.code]
    told: Json = {
        "@id": address,
        "@type": "dcat:Dataset",
        "dct:identifier": one.code,
        "dct:title": where.said(one.name),
        "dct:description": where.said(one.what),
        "dct:publisher": {"@id": where.publisher},
        "dcat:contactPoint": _contact(where.kommune),
        "dct:accessRights": {"@id": _rights(personal=one.personal)},
        "dcat:theme": _THEME,
        "dcat:landingPage": {"@id": address},
        "dct:hasPart": [_part(entry, address, where) for entry in one.entries],
    }
    if one.kle:
        told["dcat:keyword"] = f"KLE {one.kle}"
    return told


def _part(entry: Entry, address: str, where: Published) -> Json:
    """Return one kind of data as a data set within another."""
    told: Json = {
        "@id": f"{address}#{entry.anchor}",
        "@type": "dcat:Dataset",
        "dct:identifier": entry.holding.label,
        "dct:title": where.said(entry.holding.what),
        "dct:description": where.said("; ".join(str(name) for name, _sort in entry.fields)),
        "dct:accessRights": {"@id": _rights(personal=entry.personal)},
        "dpv:hasPurpose": {"@type": "dpv:Purpose", "dct:title": where.said(entry.purpose.name)},
        "dpv:hasLegalBasis": {
            "@type": "dpv:LegalBasis",
            "dct:title": where.said(entry.basis.name),
            "dct:description": where.said(entry.basis.law),
        },
        "dct:rightsHolder": {"@type": "foaf:Agent", "foaf:name": str(entry.owner)},
        "dpv:hasDataSubject": where.said(entry.about),
        "dpv:hasPersonalData": where.said(entry.sort_words),
        "dpv:hasStorageCondition": where.said(entry.kept),
    }
    if entry.holding.source:
        told["dct:provenance"] = where.said(entry.holding.source)
    if entry.standards:
        told["dct:conformsTo"] = [{"dct:title": name} for name in entry.standards]
    return told


def _contact(kommune: Municipality) -> Json:
    told: Json = {"@type": "vcard:Kind", "vcard:fn": kommune.name}
    if kommune.contact_email:
        told["vcard:hasEmail"] = {"@id": f"mailto:{kommune.contact_email}"}
    if kommune.contact_phone:
        told["vcard:hasTelephone"] = kommune.contact_phone
    return told


def _rights(*, personal: bool) -> str:
    return f"{_AUTHORITY}/access-right/{'NON_PUBLIC' if personal else 'PUBLIC'}"
