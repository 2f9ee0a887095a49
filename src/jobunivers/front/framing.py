# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""A tile's frame: its heading, why it is there, and how to take it away or move it.

Made without a template: a page has eight, and as a template each took a millisecond.
"""

from dataclasses import dataclass

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from jobunivers.foundation.ui.addresses import address
from jobunivers.foundation.ui.markup import escaped
from jobunivers.front.tiling import ShownTile


@dataclass(frozen=True, slots=True)
class Frame:
    """What all tiles of a page have in common, put into words and addresses once.

    Attributes:
        token: the hidden field that guards a form.
        icon: HTML of the sign of a question.
        version: which version of her page this is, so that another window is noticed.
    """

    token: SafeString
    icon: SafeString
    version: int
    change_url: str
    arrange_url: str
    why: str
    own: str
    given: str
    remove: str
    move: str

    def around(self, one: ShownTile, inside: str) -> SafeString:
        """Return a tile with its frame."""
        anchor, name = escaped(one.anchor), escaped(str(one.tile.name))
        asked = escaped(_("Hvorfor ser jeg “%(name)s”?") % {"name": one.tile.name})
        because = self.own if one.own else self.given
        return mark_safe(
            f'<section class="tile" id="{anchor}" aria-labelledby="{anchor}-navn">'
            f'<h2 class="tile-name" id="{anchor}-navn">{name}</h2>\n'
            f'<details class="tile-why"><summary>{self.icon}<span class="sr-only">{asked}</span>'
            f"</summary><div><p><strong>{self.why}</strong> {escaped(str(one.tile.about))}"
            f' {because}</p><form method="post" action="{self.change_url}">{self.token}'
            f'<input type="hidden" name="version" value="{self.version}">'
            '<input type="hidden" name="back" value="side">'
            '<button class="button button-tertiary" type="submit" name="act"'
            f' value="remove {escaped(one.tile.code)}">{self.remove}'
            f'<span class="sr-only">: {name}</span></button>'
            f' <a href="{self.arrange_url}#{anchor}">{self.move}'
            f'<span class="sr-only"> {name}</span></a></form></div></details>\n{inside}</section>'
        )


def frame_of(*, token: SafeString, icon: SafeString, version: int) -> Frame:
    """Return the frame of a page's tiles in the reader's language."""
    return Frame(
        token=token,
        icon=icon,
        version=version,
        change_url=escaped(address("front:my_page_change")),
        arrange_url=escaped(address("front:my_page_arrange")),
        why=escaped(_("Hvorfor ser jeg dette?")),
        own=escaped(_("Du har selv lagt den her.")),
        given=escaped(_("Den hører til den side, du fik fra start.")),
        remove=escaped(_("Fjern fra Min side")),
        move=escaped(_("Flyt")),
    )
