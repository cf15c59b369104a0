"""Searching the texts of recommendations and resolutions, whose words the database itself keeps."""

from django.contrib.postgres.search import SearchQuery
from django.db.models import QuerySet

from agenda.search.words import plain


def matching_text(points: QuerySet, text: str) -> QuerySet:
    """The recommendations or resolutions whose own words, or those of their sub-points, match."""
    return points.filter(words=SearchQuery(plain(text), config="english", search_type="websearch"))
