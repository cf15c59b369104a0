"""Explains the words of committees where the portal itself uses them."""

from django import template
from django.template.base import NodeList, Parser, Token
from django.template.context import Context
from django.urls import reverse
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString, mark_safe

from minutes_portal.site.glossary import BY_FORM, linked, with_terms

register = template.Library()
EXPLAINED = "terms explained"


def explained_on(context: Context) -> set[str]:
    """The terms that a page explained already, in whichever of its templates."""
    return context.dicts[0].setdefault(EXPLAINED, set())


class ExplainedNode(template.Node):
    def __init__(self, nodelist: NodeList) -> None:
        self.nodelist = nodelist

    def render(self, context: Context) -> SafeString:
        words = self.nodelist.render(context)
        return mark_safe(with_terms(words, reverse("site:glossary"), explained_on(context)))


@register.tag
def explained(parser: Parser, token: Token) -> ExplainedNode:
    """Link the first mention of each term of the glossary: {% explained %}…{% endexplained %}.

    For the portal's own words alone; what a source says stands as it came.
    """
    nodelist = parser.parse(("endexplained",))
    parser.delete_first_token()
    return ExplainedNode(nodelist)


@register.simple_tag(takes_context=True)
def term(context: Context, words: str) -> str:
    """A label or heading of the portal's own, with terms linked that the page has not explained."""
    seen, known = explained_on(context), BY_FORM.get(words.casefold())
    # A list may have a label on each of its rows.
    if known and known.slug in seen:
        return words
    return mark_safe(linked(conditional_escape(words), reverse("site:glossary"), seen))
