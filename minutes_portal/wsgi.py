"""The portal for any WSGI server; `manage.py serve` brings its own."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "minutes_portal.settings")

application = get_wsgi_application()

from minutes_portal.paper.engine import lacking  # noqa: E402

# WeasyPrint takes most of a second to load: now, and not while the first reader of a meeting waits.
lacking()
