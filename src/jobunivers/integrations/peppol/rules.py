# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The rules of EN 16931, Peppol BIS Billing 3 and Denmark that our documents fall under.

Written from the published rules as data: where a rule looks, and what must hold there. It is asked
before a document leaves the house. Tests hold the same documents against the schemas of UBL 2.1
and the rules of CEN as they are published.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

CAC = "urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2"
CBC = "urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2"
_NAMES = {"cac": CAC, "cbc": CBC}
_LINES = "(/*/cac:InvoiceLine | /*/cac:CreditNoteLine)"
_SUMS = "/*/cac:LegalMonetaryTotal"
_SELLER = "/*/cac:AccountingSupplierParty/cac:Party"
_BUYER = "/*/cac:AccountingCustomerParty/cac:Party"
_AMOUNTS = (
    "//cbc:LineExtensionAmount | //cbc:TaxAmount | //cbc:TaxableAmount | //cbc:PayableAmount"
    " | //cbc:TaxExclusiveAmount | //cbc:TaxInclusiveAmount"
)
_GLN_DIGITS = 13


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule: at every place that `where` finds, `holds` must be true (XPath 1.0)."""

    id: str
    where: str
    holds: str


@dataclass(frozen=True, slots=True)
class Broken:
    """A rule that does not hold, and where."""

    id: str
    where: str


def _same(one: str, other: str) -> str:
    return f"round(100 * ({one})) = round(100 * ({other}))"


RULES = (
    Rule("BR-02", "/*", "normalize-space(cbc:ID)"),
    Rule("BR-03", "/*", "string-length(cbc:IssueDate) = 10"),
    Rule("BR-04", "/*", "cbc:InvoiceTypeCode = '380' or cbc:CreditNoteTypeCode = '381'"),
    Rule("BR-05", "/*", "cbc:DocumentCurrencyCode = 'DKK'"),
    Rule("BR-06", _SELLER, "normalize-space(cac:PartyLegalEntity/cbc:RegistrationName)"),
    Rule("BR-07", _BUYER, "normalize-space(cac:PartyLegalEntity/cbc:RegistrationName)"),
    Rule("BR-09", _SELLER, "string-length(cac:PostalAddress/cac:Country/cbc:IdentificationCode)=2"),
    Rule("BR-11", _BUYER, "string-length(cac:PostalAddress/cac:Country/cbc:IdentificationCode)=2"),
    Rule("BR-16", "/*", "cac:InvoiceLine or cac:CreditNoteLine"),
    Rule("BR-21", _LINES, "normalize-space(cbc:ID)"),
    Rule("BR-22", _LINES, "number(cbc:InvoicedQuantity | cbc:CreditedQuantity) != 0"),
    Rule("BR-23", _LINES, "(cbc:InvoicedQuantity | cbc:CreditedQuantity)/@unitCode"),
    Rule("BR-25", _LINES, "normalize-space(cac:Item/cbc:Name)"),
    Rule("BR-27", _LINES, "number(cac:Price/cbc:PriceAmount) >= 0"),
    Rule("BR-30", "//cac:InvoicePeriod",
         "number(translate(cbc:EndDate,'-','')) >= number(translate(cbc:StartDate,'-',''))"),
    Rule("BR-CO-04", _LINES, "cac:Item/cac:ClassifiedTaxCategory/cbc:ID"),
    Rule("BR-CO-10", _SUMS,
         _same("cbc:LineExtensionAmount", f"sum({_LINES}/cbc:LineExtensionAmount)")),
    Rule("BR-CO-13", _SUMS, _same("cbc:TaxExclusiveAmount", "cbc:LineExtensionAmount")),
    Rule("BR-CO-14", "/*/cac:TaxTotal",
         _same("cbc:TaxAmount", "sum(cac:TaxSubtotal/cbc:TaxAmount)")),
    Rule("BR-CO-15", _SUMS,
         _same("cbc:TaxInclusiveAmount", "cbc:TaxExclusiveAmount + /*/cac:TaxTotal/cbc:TaxAmount")),
    Rule("BR-CO-16", _SUMS, _same("cbc:PayableAmount", "cbc:TaxInclusiveAmount")),
    Rule("BR-CO-17", "//cac:TaxSubtotal",
         "(100 * cbc:TaxAmount - cbc:TaxableAmount * cac:TaxCategory/cbc:Percent) <= 1 and"
         " (100 * cbc:TaxAmount - cbc:TaxableAmount * cac:TaxCategory/cbc:Percent) >= -1"),
    Rule("BR-CO-25", "/*[cbc:InvoiceTypeCode]",
         "cac:LegalMonetaryTotal/cbc:PayableAmount <= 0 or cbc:DueDate"),
    Rule("BR-DEC", _AMOUNTS, "string-length(substring-after(., '.')) <= 2"),
    Rule("BR-S-02", _SELLER, "cac:PartyTaxScheme[cac:TaxScheme/cbc:ID='VAT']/cbc:CompanyID"),
    Rule("BR-S-05", "//cac:ClassifiedTaxCategory[cbc:ID='S']", "number(cbc:Percent) > 0"),
    Rule("BR-S-08", "//cac:TaxSubtotal[cac:TaxCategory/cbc:ID='S']",
         _same("cbc:TaxableAmount", f"sum({_LINES}/cbc:LineExtensionAmount)")),
    Rule("PEPPOL-EN16931-R003", "/*", "normalize-space(cbc:BuyerReference)"),
    Rule("PEPPOL-EN16931-R004", "/*",
         "starts-with(cbc:CustomizationID,"
         " 'urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0')"),
    Rule("PEPPOL-EN16931-R007", "/*",
         "cbc:ProfileID = 'urn:fdc:peppol.eu:2017:poacc:billing:01:1.0'"),
    Rule("PEPPOL-EN16931-R008", "//*[not(*)]", "normalize-space(.)"),
    Rule("PEPPOL-EN16931-R010", _BUYER, "cbc:EndpointID/@schemeID"),
    Rule("PEPPOL-EN16931-R020", _SELLER, "cbc:EndpointID/@schemeID"),
    Rule("PEPPOL-EN16931-R051", "//*[@currencyID]", "@currencyID = /*/cbc:DocumentCurrencyCode"),
    Rule("PEPPOL-EN16931-R110", f"{_LINES}/cac:InvoicePeriod",
         "number(translate(cbc:StartDate,'-',''))"
         " >= number(translate(/*/cac:InvoicePeriod/cbc:StartDate,'-',''))"),
    Rule("PEPPOL-EN16931-R111", f"{_LINES}/cac:InvoicePeriod",
         "number(translate(cbc:EndDate,'-',''))"
         " <= number(translate(/*/cac:InvoicePeriod/cbc:EndDate,'-',''))"),
    Rule("PEPPOL-EN16931-R120", _LINES,
         "(cbc:LineExtensionAmount - (cbc:InvoicedQuantity | cbc:CreditedQuantity)"
         " * cac:Price/cbc:PriceAmount) <= 0.02 and (cbc:LineExtensionAmount -"
         " (cbc:InvoicedQuantity | cbc:CreditedQuantity) * cac:Price/cbc:PriceAmount) >= -0.02"),
    Rule("PEPPOL-COMMON-R042", "//*[@schemeID='0184']",
         "string-length(.) = 10 and starts-with(., 'DK')"
         " and not(translate(substring(., 3), '0123456789', ''))"),
    Rule("DK-R-002", _SELLER, "normalize-space(cac:PartyLegalEntity/cbc:CompanyID)"),
    Rule("DK-R-014", _SELLER, "cac:PartyLegalEntity/cbc:CompanyID/@schemeID = '0184'"),
    Rule("DK-R-016", "/*[cbc:CreditNoteTypeCode]",
         "number(cac:LegalMonetaryTotal/cbc:PayableAmount) >= 0"),
    Rule("DK-R-005", "//cbc:PaymentMeansCode",
         "contains(' 1 10 31 42 48 49 50 58 59 93 97 ', concat(' ', ., ' '))"),
    Rule("DK-R-006", "//cac:PaymentMeans[cbc:PaymentMeansCode = '42']",
         "normalize-space(cac:PayeeFinancialAccount/cbc:ID) and"
         " normalize-space(cac:PayeeFinancialAccount/cac:FinancialInstitutionBranch/cbc:ID)"),
)  # fmt: skip


def broken_rules(document: bytes) -> list[Broken]:
    """Return the rules that a document breaks, in the order of the rules."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    root = etree.fromstring(document, parser).getroottree()
    return list(_broken(root))


def _broken(root: etree._ElementTree) -> Iterator[Broken]:
    for rule in RULES:
        # Asked in the same breath, so that the place is the context of what must hold.
        for place in root.xpath(rule.where, namespaces=_NAMES):  # type: ignore[union-attr]
            if not place.xpath(f"boolean({rule.holds})", namespaces=_NAMES):  # type: ignore[union-attr]
                yield Broken(rule.id, root.getpath(place))  # type: ignore[arg-type]
    for place in root.iter(f"{{{CBC}}}EndpointID"):
        if place.get("schemeID") == "0088" and not is_gln(place.text or ""):
            yield Broken("PEPPOL-COMMON-R040", root.getpath(place))


def is_gln(text: str) -> bool:
    """Say whether a text is a GLN (EAN-nummer): thirteen digits, the last of them a check."""
    if len(text) != _GLN_DIGITS or not (text.isascii() and text.isdigit()):
        return False
    digits = [int(one) for one in text]
    odd, even = sum(digits[0:12:2]), sum(digits[1:12:2])
    return (10 - (odd + 3 * even) % 10) % 10 == digits[12]
