# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Made-up advertisements in the real shape of every format, for the fake, the demo and tests."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from html import escape

from jobunivers.integrations.jobads.formats.columns import as_csv


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleAd:
    """An advertisement of an employer that does not exist."""

    id: str
    title: str
    text: str
    employer: str = "Nordvind ApS"
    cvr: str = "12345678"
    street: str = "Havnegade 4"
    postal_code: str = "8000"
    city: str = "Aarhus C"
    municipality: str = "Aarhus"
    region: str = "Midtjylland"
    latitude: float = 56.153
    longitude: float = 10.214
    hours: str = "37 timer"
    published: str = "2026-10-01"
    deadline: str = "2026-12-01"
    active: bool = True


SAMPLES = (
    SampleAd(
        id="1001",
        title="Sygeplejerske til plejecenter",
        text="<p>Vi søger en sygeplejerske til <strong>aftenvagt</strong>.</p>"
        "<ul><li>Autorisation</li><li>Godt humør</li></ul>",
    ),
    SampleAd(
        id="1002",
        title="Lager- og logistikmedarbejder",
        text="<p>Pluk og pak, truckkort B er en fordel.</p>",
        employer="Kattegat Lager A/S",
        cvr="87654321",
        hours="15-20 t/ugen",
    ),
    SampleAd(
        id="1003",
        title="Elektriker",
        text="<p>Service og mindre entrepriser hos private &amp; erhverv.</p>",
        postal_code="5000",
        city="Odense C",
        municipality="Odense",
        region="Syddanmark",
        latitude=55.396,
        longitude=10.388,
    ),
    SampleAd(id="1004", title="Kok", text="<p>Stillingen er besat.</p>", active=False),
)


def job_posting(ad: SampleAd) -> dict[str, object]:
    """Return an advertisement as a schema.org JobPosting."""
    return {
        "@context": "https://schema.org",
        "@type": "JobPosting",
        "identifier": {"@type": "PropertyValue", "name": ad.employer, "value": ad.id},
        "title": ad.title,
        "description": escape(ad.text),
        "datePosted": ad.published,
        "validThrough": ad.deadline + "T23:59:59+0100",
        "employmentType": ["FULL_TIME"],
        "workHours": ad.hours,
        "hiringOrganization": {"@type": "Organization", "name": ad.employer, "taxID": ad.cvr},
        "jobLocation": {
            "@type": "Place",
            "address": {
                "@type": "PostalAddress",
                "streetAddress": ad.street,
                "postalCode": ad.postal_code,
                "addressLocality": ad.city,
                "addressRegion": ad.region,
                "addressCountry": "DK",
            },
            "geo": {"@type": "GeoCoordinates", "latitude": str(ad.latitude),
                    "longitude": str(ad.longitude)},
        },
        "baseSalary": {"@type": "MonetaryAmount", "currency": "DKK",
                       "value": {"@type": "QuantitativeValue", "value": "efter aftale"}},
        "url": f"https://jobs.example/{ad.id}",
    }  # fmt: skip


def html_page(ads: Iterable[SampleAd]) -> str:
    """Return a web page that carries advertisements as JSON-LD."""
    scripts = "".join(
        f'<script type="application/ld+json">{json.dumps(job_posting(ad))}</script>' for ad in ads
    )
    return f"<!doctype html><html><head><title>Job</title>{scripts}</head><body></body></html>"


def jobnet_ad(ad: SampleAd) -> dict[str, object]:
    """Return an advertisement in Jobnet's fields."""
    return {
        "ID": ad.id,
        "Title": ad.title,
        "JobHeadline": ad.title,
        "HiringOrgName": ad.employer,
        "HiringOrgCVR": int(ad.cvr),
        "WorkPlaceAddress": ad.street,
        "WorkPlaceCity": ad.city,
        "WorkPlacePostalCode": ad.postal_code,
        "Municipality": ad.municipality,
        "Region": ad.region,
        "Country": "Danmark",
        "Occupation": ad.title,
        "EmploymentType": "Fastansættelse",
        "WorkHours": "Fuldtid",
        "PostingCreated": ad.published + "T00:00:00",
        "LastDateApplication": ad.deadline + "T00:00:00",
        "Latitude": ad.latitude,
        "Longitude": ad.longitude,
        "Presentation": ad.text,
    }


def position_opening(ad: SampleAd) -> str:
    """Return an advertisement as an EURES PositionOpening element."""
    status = "Active" if ad.active else "Closed"
    return f"""<PositionOpening xmlns="http://www.hr-xml.org/3" validFrom="{ad.published}"
 majorVersionID="3" minorVersionID="2"><DocumentID schemeID="DK-001">{ad.id}</DocumentID>
<PositionOpeningStatusCode name="{status}">{status}</PositionOpeningStatusCode>
<PositionProfile languageCode="da"><PostingInstruction><ApplicationMethod><Instructions>
<![CDATA[<a href="https://jobs.example/{ad.id}">Link</a>]]></Instructions></ApplicationMethod>
</PostingInstruction><PositionTitle>{escape(ad.title)}</PositionTitle><PositionLocation><Address>
<o:AddressLine xmlns:o="http://www.openapplications.org/oagis/9">{ad.street}</o:AddressLine>
<o:CityName xmlns:o="http://www.openapplications.org/oagis/9">{ad.city}</o:CityName>
<CountryCode>DK</CountryCode>
<o:PostalCode xmlns:o="http://www.openapplications.org/oagis/9">{ad.postal_code}</o:PostalCode>
</Address></PositionLocation><PositionOrganization><OrganizationIdentifiers>
<OrganizationName>{escape(ad.employer)}</OrganizationName>
<OrganizationLegalID>{ad.cvr}</OrganizationLegalID></OrganizationIdentifiers>
</PositionOrganization><PositionOpenQuantity>2</PositionOpenQuantity>
<JobCategoryCode listName="ISCO2008">2221</JobCategoryCode><PositionFormattedDescription>
<Content><![CDATA[{ad.text}]]></Content></PositionFormattedDescription>
<PositionScheduleTypeCode>FullTime</PositionScheduleTypeCode>
<ApplicationCloseDate>{ad.deadline}</ApplicationCloseDate></PositionProfile></PositionOpening>"""


def xml_document(ads: Iterable[SampleAd]) -> str:
    """Return advertisements as one XML document."""
    openings = "\n".join(position_opening(ad) for ad in ads)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<Openings>{openings}</Openings>'


def nav_ad(ad: SampleAd) -> dict[str, object]:
    """Return an advertisement in the Norwegian feed's fields, as one entry tells it."""
    place = {"country": "DANMARK", "address": ad.street, "city": ad.city.upper(),
             "postalCode": ad.postal_code, "county": ad.region,
             "municipal": ad.municipality}  # fmt: skip
    content = {
        "uuid": ad.id,
        "title": ad.title,
        "description": ad.text,
        "published": ad.published + "T00:00:00",
        "expires": ad.deadline + "T23:59:59",
        "applicationDue": ad.deadline + "T00:00",
        "workLocations": [place],
        "employer": {"name": ad.employer, "orgnr": ad.cvr, "homepage": "nordvind.example"},
        "extent": "Heltid",
        "engagementtype": "Fast",
        "positioncount": "1",
        "link": f"https://jobs.example/{ad.id}",
        "categoryList": [{"categoryType": "STYRK08", "code": "2221.01", "name": ad.title}],
    }
    status = "ACTIVE" if ad.active else "INACTIVE"
    return {"uuid": ad.id, "status": status, "ad_content": content if ad.active else None}


def nav_item(ad: SampleAd) -> dict[str, object]:
    """Return a feed's line about an advertisement."""
    entry = {"uuid": ad.id, "status": "ACTIVE" if ad.active else "INACTIVE", "title": ad.title,
             "businessName": ad.employer, "municipal": ad.municipality}  # fmt: skip
    return {"id": ad.id, "url": f"/nav/feedentry/{ad.id}", "title": ad.title, "_feed_entry": entry}


def nav_page(ads: Iterable[SampleAd], next_url: str | None) -> dict[str, object]:
    """Return a page of the feed."""
    return {"version": "1.0", "title": "Job feed", "next_url": next_url,
            "items": [nav_item(ad) for ad in ads]}  # fmt: skip


def trend_row(ad: SampleAd) -> dict[str, object]:
    """Return an advertisement as a row of id, date, title, region and text."""
    day = "-".join(reversed(ad.published.split("-")))
    return {"id": ad.id, "date": day + " 22:26", "title": ad.title, "region": "aarhus",
            "text": ad.text}  # fmt: skip


def csv_text(ads: Iterable[SampleAd]) -> str:
    """Return advertisements as CSV with a header."""
    rows = [[ad.id, ad.title, ad.published, "fast stilling", ad.street, ad.postal_code, ad.city]
            for ad in ads]  # fmt: skip
    header = ["ad_id", "title", "date", "employment", "address", "postal_code", "city"]
    return as_csv(header, rows)


def json_lines(rows: Iterable[Mapping[str, object]]) -> str:
    """Return objects as JSON lines."""
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
