"""Records by ranges of their numbers, so that each range is found without counting those before."""

from typing import Any

from django.core.paginator import EmptyPage, Page, PageNotAnInteger, Paginator
from django.db.models.expressions import RawSQL

from minutes_portal.public_door.doors import connection_in_use

# One look into the index for each range: from its start to the next record, and on from the start
# of the range after that one.
STARTS = """
WITH RECURSIVE found(start) AS (
    SELECT 0::bigint
    UNION ALL
    SELECT (({first}) / {size} + 1) * {size} FROM found WHERE start IS NOT NULL
)
SELECT start / {size} FROM found WHERE start > 0 ORDER BY start
"""


class NumberRanges(Paginator):
    """Page n holds the records of the n-th range; one without records is no page.

    The first page is there even if nothing stands on it.
    """

    def filled(self) -> list[int]:
        """The pages with any records on them."""
        later = self.object_list.filter(pk__gte=RawSQL("found.start", ()))
        first = later.order_by("pk").values("pk")[:1]
        connection = connection_in_use()
        sql, parameters = first.query.get_compiler(connection=connection).as_sql()
        with connection.cursor() as cursor:
            cursor.execute(STARTS.format(first=sql, size=self.per_page), parameters)
            return [page for (page,) in cursor.fetchall()]

    @property
    def num_pages(self) -> int:
        raise NotImplementedError("How many there are is not known without looking for all.")

    def page(self, number: Any) -> Page:
        try:
            page = int(number)
        except ValueError as error:
            raise PageNotAnInteger("A file of a sitemap has a number.") from error
        start = (page - 1) * self.per_page
        within = self.object_list.filter(pk__gte=start, pk__lt=start + self.per_page)
        records = list(within.order_by("pk")) if page > 0 else []
        if not records and page != 1:
            raise EmptyPage(f"There are no records in range {page}.")
        return self._get_page(records, page, self)
