# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What kinds, licences and states of content are called."""

from django.utils.translation import gettext_lazy as _

from jobunivers.rooms.library.models import ProposalState
from jobunivers.rooms.marketplace.queries import Format, Kind, Way

KINDS = {
    Kind.ARTICLE: _("Artikel"),
    Kind.VIDEO: _("Video"),
    Kind.LESSON: _("Lektion"),
    Kind.COURSE: _("Kursus"),
    Kind.EVENT: _("Arrangement"),
    Kind.MENTOR: _("Mentor"),
    Kind.NETWORK: _("Netværk"),
}
READ_HERE = frozenset({Kind.ARTICLE, Kind.VIDEO, Kind.LESSON})
LICENCES = (
    ("CC BY 4.0", _("CC BY 4.0 – alle må bruge og ændre, når de nævner jer")),
    ("CC BY-SA 4.0", _("CC BY-SA 4.0 – som CC BY, men på samme vilkår")),
    ("CC0 1.0", _("CC0 1.0 – ingen rettigheder")),
    ("own", _("Kun til os selv")),
    ("permission", _("Vi har fået lov af den, der har lavet det")),
)
TRANSLATED = (
    ("", _("Mangler")),
    ("machine", _("Lavet af en maskine")),
    ("person", _("Lavet eller læst af et menneske")),
)
FORMATS = (
    (Format.VIRTUAL, _("På nettet")),
    (Format.PHYSICAL, _("Et sted")),
    (Format.MIXED, _("Begge dele")),
)
WAYS = (
    (Way.OWN, _("Læses her")),
    (Way.LINK, _("Et link")),
    (Way.CONTACT, _("Man skriver eller ringer")),
)
PROPOSAL_STATES = {
    ProposalState.WAITING: _("Venter på redaktionen"),
    ProposalState.ACCEPTED: _("I det fælles bibliotek"),
    ProposalState.SENT_BACK: _("Sendt tilbage"),
    ProposalState.WITHDRAWN: _("Taget tilbage"),
}
