"""The day on which a query runs."""

from typing import Any

from django.db import models
from django.db.models.expressions import Expression
from django.utils import timezone


class Today(Expression):
    """Today's date, asked anew by each query: a page's query is written once and runs for weeks."""

    output_field = models.DateField()

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, list]:
        return "%s::date", [timezone.localdate()]
