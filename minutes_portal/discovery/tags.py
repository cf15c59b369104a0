"""What the head of every page tells search engines and whoever shares its address."""

import json

from django import template
from django.template.base import NodeList, Parser, Token
from django.template.context import Context
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe

from minutes_portal.discovery import canonical, structured

register = template.Library()
# No word of the data can end the element that it stands in.
HARMLESS = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}


class KeptNode(template.Node):
    def __init__(self, nodelist: NodeList, name: str) -> None:
        self.nodelist, self.name = nodelist, name

    def render(self, context: Context) -> str:
        # Escaped already, where it was written.
        context[self.name] = mark_safe(" ".join(self.nodelist.render(context).split()))
        return ""


@register.tag
def kept(parser: Parser, token: Token) -> KeptNode:
    """Keep the words of what stands between, for use in more than one place: {% kept as name %}."""
    nodelist = parser.parse(("endkept",))
    parser.delete_first_token()
    return KeptNode(nodelist, token.split_contents()[-1])


@register.simple_tag(takes_context=True)
def canonical_address(context: Context) -> str:
    return canonical.canonical_address(
        context["request"], context.get("filterset"), context.get("page_obj")
    )


@register.simple_tag(takes_context=True)
def is_narrowed(context: Context) -> bool:
    """Whether indexes should leave the page out, and follow its links."""
    return canonical.is_narrowed(context.get("filterset"))


@register.simple_tag(takes_context=True)
def structured_data(context: Context) -> SafeString:
    """What the page is about, for machines."""
    request, record = context["request"], context.get("object")
    match = request.resolver_match
    if match and match.view_name == "agenda:home":
        return as_element(structured.as_site(request))
    told = structured.described(record, request) if record is not None else None
    return as_element(told) if told else mark_safe("")


@register.simple_tag(takes_context=True)
def crumbs(context: Context) -> list[tuple[str, str]]:
    """The words and addresses of the pages above this one, as its template names them."""
    trail = [("Home", reverse("agenda:home"))]
    if section := context.get("section"):
        trail.append((context["section_words"], reverse(section)))
    if committee := context.get("committee"):
        trail.append((str(committee), committee.get_absolute_url()))
    if meeting := context.get("meeting"):
        day = f" of {meeting.date_in_words}" if meeting.held_on else ", date not stated"
        trail.append((f"Meeting{day}", meeting.get_absolute_url()))
    return trail


@register.simple_tag(takes_context=True)
def trail_data(context: Context, crumbs: list[tuple[str, str]]) -> SafeString:
    return as_element(structured.as_trail(crumbs, context["request"]))


def as_element(data: structured.Described) -> SafeString:
    """Data in a page, which no browser runs."""
    words = json.dumps({"@context": "https://schema.org", **data}, ensure_ascii=False)
    return mark_safe(f'<script type="application/ld+json">{words.translate(HARMLESS)}</script>')
