# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is exported is valid by the published schemas and rules."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from importlib import resources
from pathlib import Path

import pytest
from lxml import etree

from jobunivers.integrations.peppol import (
    Buyer,
    InvoiceLine,
    InvoiceSaid,
    NotComplete,
    Seller,
    broken_rules,
    document,
    is_gln,
)

facturx = pytest.importorskip("facturx", reason="needs factur-x from requirements/develop.lock")
saxonche = pytest.importorskip("saxonche", reason="needs saxonche from requirements/develop.lock")
OCTOBER = (date(2026, 10, 1), date(2026, 10, 31))
GLN = "5798009811578"


def line(quantity: str, price: str, amount: str, name: str = "Betaling pr. start") -> InvoiceLine:
    return InvoiceLine(name, Decimal(quantity), Decimal(price), Decimal(amount), *OCTOBER)


SAID = InvoiceSaid(
    number="A26-00001-202610-0751",
    issued=date(2026, 11, 2),
    due=date(2026, 12, 2),
    contract="A26-00001",
    seller=Seller(name="Nordlys & Søn ApS", cvr="12345674", email="bogholderi@nordlys.example",
                  bank_code="1234", account="0012345678"),
    buyer=Buyer(name="Aarhus Kommune", gln=GLN, reference="PSP-42"),
    lines=(line("3", "12.5", "37.50"), line("200", "0.005", "1.00"), line("-1", "8.50", "-8.50")),
    vat=Decimal("7.50"),
)  # fmt: skip
CREDIT = replace(SAID, lines=(line("-2", "12.5", "-25.00"), line("1", "5", "5.00")),
                 vat=Decimal("-5.00"))  # fmt: skip


def folder() -> Path:
    return Path(str(resources.files("facturx") / "xsd_and_schematron" / "ubl-2.1"))


def published_problems(made: bytes) -> list[str]:
    """Return what UBL's schema and CEN's rules say."""
    root = etree.fromstring(made)
    name = etree.QName(root).localname
    schema = etree.XMLSchema(etree.parse(folder() / "maindoc" / f"UBL-{name}-2.1.xsd"))
    schema.validate(root)
    said = [str(one.message) for one in schema.error_log]  # type: ignore[attr-defined] # the stubs lack it
    with saxonche.PySaxonProcessor(license=False) as processor:
        rules = processor.new_xslt30_processor().compile_stylesheet(
            stylesheet_file=str(folder() / "EN16931-UBL-validation.xslt")
        )
        report = rules.transform_to_string(xdm_node=processor.parse_xml(xml_text=made.decode()))
    told = etree.fromstring(report.encode())
    space = "{http://purl.oclc.org/dsdl/svrl}failed-assert"
    return said + [str(one.get("id")) for one in told.iter(space)]


@pytest.mark.parametrize("said", [SAID, CREDIT], ids=["invoice", "credit note"])
def test_what_is_made_is_valid_by_the_published_schema_and_rules(said: InvoiceSaid) -> None:
    made = document(said)
    assert published_problems(made) == []
    assert broken_rules(made) == []


def test_a_sum_below_nothing_is_a_credit_note_with_its_signs_turned() -> None:
    root = etree.fromstring(document(CREDIT))
    assert etree.QName(root).localname == "CreditNote"
    text = etree.tostring(root).decode()
    assert '<cbc:CreditedQuantity unitCode="C62">2</cbc:CreditedQuantity>' in text
    assert '<cbc:PayableAmount currencyID="DKK">25.00</cbc:PayableAmount>' in text


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        (b">37.50<", b">37.60<", "BR-CO-10"),
        (b">7.50<", b">7.60<", "BR-CO-15"),
        (b">PSP-42<", b"><", "PEPPOL-EN16931-R003"),
        (b">DK12345674<", b">12345674<", "PEPPOL-COMMON-R042"),
        (GLN.encode(), b"5798009811579", "PEPPOL-COMMON-R040"),
        (b">0012345678<", b"><", "DK-R-006"),
        (b'currencyID="DKK">12.5<', b'currencyID="EUR">12.5<', "PEPPOL-EN16931-R051"),
        (b">12.5<", b">13.5<", "PEPPOL-EN16931-R120"),
    ],
)
def test_our_own_check_finds_what_is_broken(old: bytes, new: bytes, rule: str) -> None:
    made = document(SAID)
    assert old in made
    assert rule in {one.id for one in broken_rules(made.replace(old, new))}


def test_the_published_rules_find_it_too() -> None:
    made = document(SAID).replace(b">37.50<", b">37.60<")
    assert "BR-CO-10" in published_problems(made)


def test_an_invoice_without_a_firm_a_kommune_or_a_line_is_not_made() -> None:
    for said, code in (
        (replace(SAID, seller=replace(SAID.seller, cvr="")), "cvr"),
        (replace(SAID, buyer=replace(SAID.buyer, gln="5798009811579")), "gln"),
        (replace(SAID, lines=()), "lines"),
    ):
        with pytest.raises(NotComplete) as told:
            document(said)
        assert told.value.code == code


def test_a_gln_has_thirteen_digits_and_a_right_last_one() -> None:
    assert is_gln(GLN)
    assert not is_gln("579800981157")
    assert not is_gln("57980098११५७८")
