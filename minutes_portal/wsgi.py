"""The portal for any WSGI server; `manage.py serve` brings its own."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "minutes_portal.settings")

application = get_wsgi_application()
