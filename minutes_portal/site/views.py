"""The pages that say what this site is and what its words mean."""

from django.views.generic import TemplateView

from minutes_portal.site.glossary import GLOSSARY


class GlossaryView(TemplateView):
    template_name = "site/glossary.html"
    extra_context = {"terms": GLOSSARY}


class AccessibilityView(TemplateView):
    template_name = "site/accessibility_statement.html"


class PrivacyView(TemplateView):
    template_name = "site/privacy.html"
