# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""An invoice, or a credit note where the sum is below nothing, as UBL 2.1.

Peppol BIS Billing 3.0: https://docs.peppol.eu/poacc/billing/3.0/. A line that takes something off
has a quantity below nothing, never a price. In a credit note all signs are turned round.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from lxml import etree

from jobunivers.integrations.peppol.rules import CAC, CBC, is_gln

_ROOT = "urn:oasis:names:specification:ubl:schema:xsd:{}-2"
CUSTOMIZATION = "urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0"
PROFILE = "urn:fdc:peppol.eu:2017:poacc:billing:01:1.0"
_INVOICE, _CREDIT = "380", "381"
_ONE = "C62"  # UN/ECE Recommendation 20: one
_CVR, _GLN = "0184", "0088"
_TO_ACCOUNT, _UNSAID = "42", "1"
_CURRENCY = "DKK"
_ORE = Decimal("0.01")


class NotComplete(Exception):  # noqa: N818 - it reads as what is wrong
    """An invoice cannot be made: `code` is `cvr`, `gln` or `lines`."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True, slots=True, kw_only=True)
class Seller:
    """The firm that is paid; `bank_code` and `account` as Danish banks write them."""

    name: str
    cvr: str
    email: str = ""
    bank_code: str = ""
    account: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Buyer:
    """The kommune that pays; `gln` is its EAN-nummer."""

    name: str
    gln: str
    reference: str


@dataclass(frozen=True, slots=True)
class InvoiceLine:
    """What is paid for: quantity times price is the amount, within half an øre."""

    name: str
    quantity: Decimal
    price: Decimal
    amount: Decimal
    first: date
    last: date


@dataclass(frozen=True, slots=True, kw_only=True)
class InvoiceSaid:
    """Everything an invoice says; amounts in kroner, `vat` of the sum of the lines."""

    number: str
    issued: date
    due: date
    contract: str
    seller: Seller
    buyer: Buyer
    lines: Sequence[InvoiceLine]
    vat: Decimal
    vat_percent: Decimal = Decimal(25)
    note: str = ""


def document(said: InvoiceSaid) -> bytes:
    """Return the document.

    Raises:
        NotComplete: what it cannot do without is missing.
    """
    _complete(said)
    net = sum((line.amount for line in said.lines), Decimal(0))
    credit = net < 0
    name = "CreditNote" if credit else "Invoice"
    sign = Decimal(-1) if credit else Decimal(1)
    space = _ROOT.format(name)
    root = etree.Element(f"{{{space}}}{name}", nsmap=_names(space))
    _head(root, said, credit=credit)
    _seller(root, said.seller)
    _buyer(root, said.buyer)
    _payment(root, said.seller)
    _totals(root, net * sign, said.vat * sign, said.vat_percent)
    for number, line in enumerate(said.lines, start=1):
        _line(root, number, line, name, sign, said.vat_percent)
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True))


def _names(space: str) -> dict[str, str]:
    return {None: space, "cac": CAC, "cbc": CBC}  # type: ignore[dict-item] # None: the default


def _complete(said: InvoiceSaid) -> None:
    if len(said.seller.cvr) != 8 or not said.seller.cvr.isdigit():  # noqa: PLR2004 - a CVR-nummer
        raise NotComplete("cvr")
    if not is_gln(said.buyer.gln):
        raise NotComplete("gln")
    if not said.lines:
        raise NotComplete("lines")


def _head(root: etree._Element, said: InvoiceSaid, *, credit: bool) -> None:
    _text(root, "CustomizationID", CUSTOMIZATION)
    _text(root, "ProfileID", PROFILE)
    _text(root, "ID", said.number)
    _text(root, "IssueDate", said.issued.isoformat())
    if credit:
        _text(root, "CreditNoteTypeCode", _CREDIT)
    else:
        _text(root, "DueDate", said.due.isoformat())
        _text(root, "InvoiceTypeCode", _INVOICE)
    if said.note:
        _text(root, "Note", said.note)
    _text(root, "DocumentCurrencyCode", _CURRENCY)
    _text(root, "BuyerReference", said.buyer.reference or said.contract)
    _period(root, min(one.first for one in said.lines), max(one.last for one in said.lines))
    _text(_inside(root, "ContractDocumentReference"), "ID", said.contract)


def _seller(root: etree._Element, seller: Seller) -> None:
    party = _inside(_inside(root, "AccountingSupplierParty"), "Party")
    _text(party, "EndpointID", f"DK{seller.cvr}", schemeID=_CVR)
    _text(_inside(party, "PartyName"), "Name", seller.name)
    _denmark(party)
    tax = _inside(party, "PartyTaxScheme")
    _text(tax, "CompanyID", f"DK{seller.cvr}")
    _text(_inside(tax, "TaxScheme"), "ID", "VAT")
    legal = _inside(party, "PartyLegalEntity")
    _text(legal, "RegistrationName", seller.name)
    _text(legal, "CompanyID", f"DK{seller.cvr}", schemeID=_CVR)
    if seller.email:
        _text(_inside(party, "Contact"), "ElectronicMail", seller.email)


def _buyer(root: etree._Element, buyer: Buyer) -> None:
    party = _inside(_inside(root, "AccountingCustomerParty"), "Party")
    _text(party, "EndpointID", buyer.gln, schemeID=_GLN)
    _text(_inside(party, "PartyName"), "Name", buyer.name)
    _denmark(party)
    _text(_inside(party, "PartyLegalEntity"), "RegistrationName", buyer.name)


def _payment(root: etree._Element, seller: Seller) -> None:
    means = _inside(root, "PaymentMeans")
    known = bool(seller.bank_code and seller.account)
    _text(means, "PaymentMeansCode", _TO_ACCOUNT if known else _UNSAID)
    if known:
        account = _inside(means, "PayeeFinancialAccount")
        _text(account, "ID", seller.account)
        _text(_inside(account, "FinancialInstitutionBranch"), "ID", seller.bank_code)


def _totals(root: etree._Element, net: Decimal, vat: Decimal, percent: Decimal) -> None:
    tax = _inside(root, "TaxTotal")
    _amount(tax, "TaxAmount", vat)
    part = _inside(tax, "TaxSubtotal")
    _amount(part, "TaxableAmount", net)
    _amount(part, "TaxAmount", vat)
    _category(part, "TaxCategory", percent)
    sums = _inside(root, "LegalMonetaryTotal")
    _amount(sums, "LineExtensionAmount", net)
    _amount(sums, "TaxExclusiveAmount", net)
    _amount(sums, "TaxInclusiveAmount", net + vat)
    _amount(sums, "PayableAmount", net + vat)


def _line(  # noqa: PLR0917 - one caller
    root: etree._Element, number: int, line: InvoiceLine, name: str, sign: Decimal, percent: Decimal
) -> None:
    one = _inside(root, f"{name}Line")
    _text(one, "ID", str(number))
    quantity = "CreditedQuantity" if sign < 0 else "InvoicedQuantity"
    _text(one, quantity, _plain(line.quantity * sign), unitCode=_ONE)
    _amount(one, "LineExtensionAmount", line.amount * sign)
    _period(one, line.first, line.last)
    item = _inside(one, "Item")
    _text(item, "Name", line.name)
    _category(item, "ClassifiedTaxCategory", percent)
    _text(_inside(one, "Price"), "PriceAmount", _plain(line.price), currencyID=_CURRENCY)


def _category(parent: etree._Element, name: str, percent: Decimal) -> None:
    category = _inside(parent, name)
    _text(category, "ID", "S")
    _text(category, "Percent", _plain(percent))
    _text(_inside(category, "TaxScheme"), "ID", "VAT")


def _period(parent: etree._Element, first: date, last: date) -> None:
    period = _inside(parent, "InvoicePeriod")
    _text(period, "StartDate", first.isoformat())
    _text(period, "EndDate", last.isoformat())


def _denmark(party: etree._Element) -> None:
    country = _inside(_inside(party, "PostalAddress"), "Country")
    _text(country, "IdentificationCode", "DK")


def _amount(parent: etree._Element, name: str, amount: Decimal) -> None:
    _text(parent, name, f"{amount.quantize(_ORE) + 0:f}", currencyID=_CURRENCY)


def _plain(number: Decimal) -> str:
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _inside(parent: etree._Element, name: str) -> etree._Element:
    return etree.SubElement(parent, f"{{{CAC}}}{name}")


def _text(parent: etree._Element, name: str, text: str, **attributes: str) -> None:
    etree.SubElement(parent, f"{{{CBC}}}{name}", attrib=attributes).text = text
