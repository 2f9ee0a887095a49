# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""HTML of advertisements: entities that were escaped twice, an allow-list, plain text."""

import html
import re
from html.entities import html5

import nh3

ALLOWED_TAGS = {"p", "ul", "ol", "li", "strong", "em", "br", "h3", "h4", "a"}
_DROPPED_WITH_CONTENT = {"script", "style", "template", "iframe", "object", "svg", "math", "head"}
_NAMES = (
    "a|abbr|article|aside|b|big|blockquote|body|br|center|code|dd|div|dl|dt|em|figure|font|footer"
    "|form|h[1-6]|head|header|hr|html|i|iframe|img|input|li|link|main|meta|nav|object|ol|p|pre|s"
    "|script|section|small|span|strike|strong|style|sub|sup|svg|table|tbody|td|template|tfoot|th"
    "|thead|title|tr|u|ul|video"
)
_TAG = re.compile(rf"<(?:/?(?:{_NAMES})(?=[\s/>])|!--)", re.IGNORECASE)
_ESCAPED_TAG = re.compile(
    rf"&(?:amp;)*lt;(/?(?:{_NAMES})\b(?:(?!&(?:amp;)*[lg]t;)[^<>]){{0,2000}}?/?)&(?:amp;)*gt;",
    re.IGNORECASE,
)
_DOUBLED = re.compile(
    r"&amp;(?=(?:amp;)*(#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});)"
)
_DATA_URL = re.compile(r"""data:[\w/+.;=-]{0,100};base64,[A-Za-z0-9+/=\s]{20,}""")
_BLOCK = (
    "div|section|article|header|footer|main|aside|nav|blockquote|center|pre|table|tr|dl|dt|dd|form"
    "|figure"
)
_RENAMES = (
    (re.compile(rf"<(?:{_BLOCK})(?=[\s/>])[^<>]*>", re.IGNORECASE), "<p>"),
    (re.compile(rf"</(?:{_BLOCK})\s*>", re.IGNORECASE), "</p>"),
    (re.compile(r"<(/?)h[1-3](?=[\s/>])[^<>]*>", re.IGNORECASE), r"<\1h3>"),
    (re.compile(r"<(/?)h[4-6](?=[\s/>])[^<>]*>", re.IGNORECASE), r"<\1h4>"),
    (re.compile(r"<(/?)b(?=[\s/>])[^<>]*>", re.IGNORECASE), r"<\1strong>"),
    (re.compile(r"<(/?)i(?=[\s/>])[^<>]*>", re.IGNORECASE), r"<\1em>"),
    (re.compile(r"</t[dh]\s*>", re.IGNORECASE), " "),
)
_SPACES = re.compile(r"(?:&nbsp;|[ \t\xa0\u200b\u2007\u202f])+")
_EMPTY = re.compile(r"<(p|li|h3|h4|strong|em|ul|ol)>(?:\s|<br>)*</\1>")
_DEAD_LINK = re.compile(r'<a rel="nofollow noopener">(.*?)</a>', re.DOTALL)
_MANY_BREAKS = re.compile(r"(?:<br>\s*){3,}")
_BREAKS_AT_EDGE = re.compile(r"(<(?:p|li|h3|h4)>)(?:\s|<br>)+|(?:\s|<br>)+(?=</(?:p|li|h3|h4)>)")
_BULLET_LINE = re.compile(r"^\s*(?:[•·●▪◦‣∙○■*]|[-–—](?=\s))\s*(?=\S)")
_NUMBER_LINE = re.compile(r"^\s*\d{1,2}[.)]\s+(?=\S)")
_INLINE_BULLET = re.compile(r"\s+[•●▪‣■]\s+")
_LINE_ENDS = re.compile(r"<br\s*/?>|</(?:p|h3|h4|ul|ol)>|<(?:p|h3|h4|ul|ol)>", re.IGNORECASE)
# What nh3 writes is well-formed: attributes are quoted, and every other "<" is an entity.
_ANY_TAG = re.compile(r"""<[^<>"]*(?:"[^"]*"[^<>"]*)*>""")
_MAX_ROUNDS = 3  # an ad escaped more often than this has not been seen


def has_tags(text: str) -> bool:
    """Say whether the text is HTML rather than plain text with a "<" in it."""
    return _TAG.search(text) is not None


def undouble(text: str) -> str:
    """Return text or HTML with the entities that were escaped once too often put right.

    Text without tags comes back as plain text, all entities decoded. HTML keeps its entities:
    "<p>R&amp;amp;D</p>" becomes "<p>R&amp;D</p>". What is written as a tag counts as a tag.
    """
    if "&" not in text:
        return text
    for _ in range(_MAX_ROUNDS):
        if has_tags(text):
            break
        decoded = html.unescape(text)
        if decoded == text:
            return text
        text = decoded
    if not has_tags(text):
        return text
    text = _ESCAPED_TAG.sub(lambda tag: "<" + html.unescape(html.unescape(tag[1])) + ">", text)
    return _DOUBLED.sub(_one_escape_less, text)


def _one_escape_less(match: re.Match[str]) -> str:
    name = match[1]
    return "&" if name.startswith("#") or name + ";" in html5 else match[0]


def clean_html(text: str) -> str:
    """Return HTML that is safe and calm to show: paragraphs, lists, headings, emphasis, links.

    Headings become h3 and h4, as the page has its own h1 and h2. Links go to http, https and
    mailto only, with rel="nofollow noopener". Plain text becomes paragraphs and lists.
    """
    text = undouble(_DATA_URL.sub("", text))
    if not has_tags(text):
        text = _marked_up(text)
    for pattern, replacement in _RENAMES:
        text = pattern.sub(replacement, text)
    return _tidy(_sanitise(text)).strip()


def _sanitise(text: str) -> str:
    # The allow-list is the lock; everything before and after it only makes the text nicer.
    return nh3.clean(
        text,
        tags=ALLOWED_TAGS,
        clean_content_tags=_DROPPED_WITH_CONTENT,
        attributes={"a": {"href"}},
        url_schemes={"http", "https", "mailto"},
        url_relative="deny",
        link_rel="nofollow noopener",
    )


def _tidy(text: str) -> str:
    text = _DEAD_LINK.sub(r"\1", _SPACES.sub(" ", text))
    text = _MANY_BREAKS.sub("<br><br>", text)
    text = _BREAKS_AT_EDGE.sub(lambda match: match[1] or "", text)
    for _ in range(_MAX_ROUNDS):
        shorter = _EMPTY.sub("", text)
        if shorter == text:
            break
        text = shorter
    return text


def _marked_up(text: str) -> str:
    """Return plain text as paragraphs and lists: blank lines part, bullets make lists."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if len(_INLINE_BULLET.findall(text)) >= 2:  # noqa: PLR2004 - one bullet is only a dot
        text = _INLINE_BULLET.sub("\n• ", text)
    out: list[str] = []
    paragraph: list[str] = []
    list_tag = ""
    for line in [*text.split("\n"), ""]:
        tag, item = _list_item(line)
        if paragraph and (tag or not line.strip()):
            out.append("<p>" + "<br>".join(paragraph) + "</p>")
            paragraph = []
        if list_tag and tag != list_tag:
            out.append(f"</{list_tag}>")
            list_tag = ""
        if tag and not list_tag:
            out.append(f"<{tag}>")
            list_tag = tag
        if tag:
            out.append(f"<li>{html.escape(item, quote=False)}</li>")
        elif line.strip():
            paragraph.append(html.escape(line.strip(), quote=False))
    return "".join(out)


def _list_item(line: str) -> tuple[str, str]:
    if match := _BULLET_LINE.match(line):
        return "ul", line[match.end() :].strip()
    if match := _NUMBER_LINE.match(line):
        return "ol", line[match.end() :].strip()
    return "", ""


def plain_text(text: str) -> str:
    """Return the words of HTML or text, a line for each paragraph and "• " before list items."""
    return words_of(clean_html(text))


def words_of(cleaned: str) -> str:
    """Return the words of what `clean_html` returned; the same as `plain_text`, cleaned once."""
    cleaned = _LINE_ENDS.sub("\n", cleaned.replace("\n", " ")).replace("<li>", "\n• ")
    words = html.unescape(_ANY_TAG.sub("", cleaned))
    rows = (" ".join(row.split()) for row in words.split("\n"))
    return "\n".join(row for row in rows if row)
