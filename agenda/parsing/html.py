"""Turns a saved ModernGov page into text of the shape that its text pages have.

A paragraph, heading or table cell becomes a line with a blank line before it. Numbers that a
browser would put in front of list items are written out. Word pasted into ModernGov leaves
entities that were encoded twice ("&amp;nbsp;").
"""

import html
import re

from lxml import etree

_SILENT = frozenset(
    "script style noscript template head svg iframe object select option button input textarea".split()
)
_BLOCKS = frozenset(
    "address article aside blockquote body caption center dd div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6"
    " header hr html legend li main nav ol p pre section table tbody td tfoot th thead tr ul".split()
)
_LISTS_OF_LINKS = ("mgActionList", "mgBulletList")
_SPACE = re.compile(r"[ \t\r\n\f\v]+")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_BLANK_LINES = re.compile(r"\n{3,}")
_TITLE_ROW = re.compile(r"\n+(No\.|Note)\s*\n+(?=(?:No\.|Item)\s*\n)")


def html_to_text(page: str) -> str:
    """The text that a reader sees on a page. Never fails: broken HTML is read as far as it goes."""
    root = _root(page)
    if root is None:
        return ""
    writer = _Writer()
    for event, element in etree.iterwalk(_content(root), events=("start", "end", "comment", "pi")):
        if event == "start":
            writer.start(element)
        elif event == "end":
            writer.end(element)
        else:
            writer.text(element.tail)
    return writer.result()


def _root(page: str) -> etree._Element | None:
    parser = etree.HTMLParser(
        encoding="utf-8", recover=True, huge_tree=True, remove_blank_text=False
    )
    try:
        return etree.fromstring(page.encode("utf-8", "replace"), parser)
    except (etree.XMLSyntaxError, ValueError):
        return None


def _content(root: etree._Element) -> etree._Element:
    """The part of the page that holds the minutes, where the page marks it."""
    for path in (
        "//*[@id='modgov']",
        "//*[contains(@class, 'mgContent')]",
        "//main",
        "//*[@role='main']",
    ):
        found = root.xpath(path)
        if found:
            return found[0]
    return root


class _Writer:
    """Collects lines while a page is walked through."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.silent = 0
        self.numbers: list[int | None] = []

    def start(self, element: etree._Element) -> None:
        tag = element.tag
        if tag in _SILENT:
            self.silent += 1
        if tag in ("ol", "ul"):
            self.numbers.append(_first_number(element))
        if tag in _BLOCKS:
            self.parts.append("\n\n")
        elif tag == "br":
            self.parts.append("\n")
        if tag == "li":
            self._mark_item(element)
        self.text(element.text)

    def end(self, element: etree._Element) -> None:
        tag = element.tag
        if tag in _SILENT:
            self.silent -= 1
        if tag in ("ol", "ul") and self.numbers:
            self.numbers.pop()
        if tag in _BLOCKS:
            self.parts.append("\n\n")
        self.text(element.tail)

    def text(self, words: str | None) -> None:
        if words and not self.silent:
            self.parts.append(_SPACE.sub(" ", _decode_again(words)))

    def _mark_item(self, element: etree._Element) -> None:
        """Writes the number or bullet that a browser shows in front of a list's item."""
        number = self.numbers[-1] if self.numbers else None
        if number is None:
            parent = element.getparent()
            names = (parent.get("class") or "") if parent is not None else ""
            self.parts.append("" if any(name in names for name in _LISTS_OF_LINKS) else "-   ")
            return
        self.parts.append(f"{number}.   ")
        self.numbers[-1] = number + 1

    def result(self) -> str:
        lines = (line.strip(" ") for line in "".join(self.parts).split("\n"))
        text = _BLANK_LINES.sub("\n\n", "\n".join(lines)).strip("\n")
        return _TITLE_ROW.sub(lambda match: f"\n\n{match[1]} ", text) + "\n" if text.strip() else ""


def _first_number(element: etree._Element) -> int | None:
    if element.tag == "ul":
        return None
    start = element.get("start") or "1"
    return int(start) if start.isdecimal() and len(start) < 6 else 1


def _decode_again(words: str) -> str:
    return _ENTITY.sub(lambda match: html.unescape(match[0]), words) if "&" in words else words
