# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Words that finding skills must know: those that say nothing, and names that say too much."""

from jobunivers.science.danish import normalise

_SMALL_DA = """
og i af til for på med en et den det de der som ved fra eller samt om at er din dine dit vores
sin sit sine deres både inden over under efter mod hos ind ud op ned
"""
_SMALL_EN = "and of to for on with a an the in at by from or as your our their into within"
_VERBS_DA = """
anvende udføre bruge lede styre sikre sørge håndtere forvalte foretage udvikle benytte have
varetage overvåge opretholde følge arbejde yde give identificere kontrollere administrere
"""
_VERBS_EN = """
use perform apply manage ensure handle carry conduct develop have maintain monitor follow work
provide identify control administer
"""
# One-word labels that stand in almost every advertisement in another meaning. Collected by reading
# what the finder found in real advertisements and in running text.
_GENERAL = """
arbejde arbejdsmiljø uddannelse udvikling virksomhed produkter produkt tjenester service kvalitet
kunst fødsel mure litteratur historie bil biler hus have vand luft mad penge sport musik natur
politik samfund sprog tal tid marked handel transport energi miljø sikkerhed sundhed forskning
erfaring viden metoder teknik teknologi teori praksis ledelse system systemer værktøj værktøjer
materiale materialer data information kommune region danmark børn unge ældre mennesker person
kunder kunde medarbejdere kollega job stilling ansøgning opgaver opgave projekt projekter
work education development company products product services quality art birth history water
food money sport music nature politics society language time market trade energy environment
safety health research experience knowledge methods technique technology theory practice system
systems tools material materials data information people person customers job position task
project
arbejdssted arbejdsområde arbejdsområder leverandør leverandører arbejdsgruppe arbejdsgrupper
pensionsordning pensionsordninger jobtilbud arbejdsmarked
projects business design support training learning communication management
jagt less google
"""


def _words(text: str) -> frozenset[str]:
    return frozenset(normalise(word) for word in text.split())


SMALL_WORDS = {"da": _words(_SMALL_DA), "en": _words(_SMALL_EN)}
LEADING_VERBS = {"da": _words(_VERBS_DA), "en": _words(_VERBS_EN)}
TOO_GENERAL = _words(_GENERAL)
