# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Django's own `url`, `translate` and `static`, which remember what they said.

A page's frame says a hundred sentences and addresses that are the same on every page; to look each
up again took a quarter of the time a page had. They are written as ever and say the same; these
stand among the builtins, so no `{% load %}` is needed.
"""

from typing import Any

from django.template import Context, Library, Node
from django.template.base import FilterExpression, Parser, Token
from django.template.defaulttags import URLNode
from django.template.defaulttags import url as parsed_url
from django.templatetags.i18n import TranslateNode, do_translate
from django.templatetags.static import StaticNode
from django.urls import NoReverseMatch
from django.utils.html import conditional_escape
from django.utils.translation import get_language

from jobunivers.foundation.ui.addresses import address
from jobunivers.foundation.ui.markup import escaped

register = Library()


class KeptURLNode(URLNode):
    """An address of a page by its name and at most one value.

    It does not ask in which instance of a room the reader stands: each stands once.
    """

    def render(self, context: Context) -> str:
        """Return the address, or put it under its name."""
        name = self.view_name.resolve(context)
        try:
            found = address(name, *(one.resolve(context) for one in self.args))
        except NoReverseMatch:
            if self.asvar is None:
                raise
            found = ""
        if self.asvar:
            context[self.asvar] = found
            return ""
        return escaped(found) if context.autoescape else found


class KeptTranslateNode(TranslateNode):
    """A sentence of the template's own, once in each language."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._said: dict[str | None, str] = {}

    def render(self, context: Context) -> str:
        """Return the sentence in the reader's language."""
        language = get_language()
        said = self._said.get(language)
        if said is None:
            said = self._said[language] = super().render(context)
        return said


class KeptStaticNode(StaticNode):
    """The address of a file of ours, which is the same until the program is started anew."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._kept = ""

    def url(self, context: Context) -> str:
        """Return the address as HTML shows it."""
        self._kept = self._kept or conditional_escape(super().url(context))
        return self._kept


@register.tag
def url(parser: Parser, token: Token) -> Node:
    """Return what `{% url %}` is; with names for its values it is Django's own."""
    node = parsed_url(parser, token)
    return node if node.kwargs else KeptURLNode(node.view_name, node.args, {}, node.asvar)


@register.tag("translate")
@register.tag("trans")
def translate(parser: Parser, token: Token) -> Node:
    """Return what `{% translate %}` is; one that depends on the page is Django's own."""
    node = do_translate(parser, token)
    if node.noop or node.asvar or node.message_context or not _is_fixed(node.filter_expression):
        return node
    return KeptTranslateNode(node.filter_expression, noop=False)


@register.tag
def static(parser: Parser, token: Token) -> Node:
    """Return what `{% static %}` is; a file that the page names is Django's own."""
    node = StaticNode.handle_token(parser, token)
    fixed = not node.path.is_var
    return KeptStaticNode(node.varname, node.path) if fixed else node


def _is_fixed(said: FilterExpression) -> bool:
    return said.var.literal is not None and not said.filters
