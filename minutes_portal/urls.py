from django.contrib import admin
from django.urls import include, path, register_converter

from minutes_portal.addresses import SlugConverter

register_converter(SlugConverter, "named")

urlpatterns = [
    path("admin/two-factor/", include("minutes_portal.accounts.urls")),
    path("admin/", admin.site.urls),
    path("", include("minutes_portal.council.urls")),
    path("", include("minutes_portal.discovery.urls")),
    path("", include("minutes_portal.site.urls")),
    path("", include("committees.urls")),
    path("", include("agenda.urls")),
]

handler500 = "minutes_portal.kept_forms.server_error"
