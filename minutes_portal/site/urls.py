from django.urls import path

from minutes_portal.site import views

app_name = "site"
urlpatterns = [
    path("glossary/", views.GlossaryView.as_view(), name="glossary"),
    path("accessibility-statement/", views.AccessibilityView.as_view(), name="accessibility"),
    path("privacy/", views.PrivacyView.as_view(), name="privacy"),
]
