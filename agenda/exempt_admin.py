"""Exempt matter at the officers' desk: the facts for the public, and the text that is locked away."""

from django import forms
from django.contrib import admin

from agenda.exempt import Withheld


class WithheldForm(forms.ModelForm):
    """What is withheld and why, with the exempt text beside it."""

    text = forms.CharField(
        label="Exempt text",
        required=False,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text="For the desk alone. Cut it out of the discussion and the other fields "
        "yourself; in the source text the public sees a gap where it stands.",
    )

    class Meta:
        model = Withheld
        fields = ["kind", "name", "paragraph", "reason", "public_summary"]
        widgets = {
            "reason": forms.Textarea(attrs={"rows": 2}),
            "public_summary": forms.Textarea(attrs={"rows": 2}),
        }

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self.initial["text"] = self.instance.text

    def _save_m2m(self) -> None:
        """Django calls this once the record itself is stored."""
        super()._save_m2m()
        self.instance.lock_away(self.cleaned_data["text"])


class WithheldInline(admin.StackedInline):
    """What of an item is kept from the public."""

    model = Withheld
    form = WithheldForm
    extra = 0
    fields = [("kind", "name"), "paragraph", "reason", "public_summary", "text", "notice"]
    readonly_fields = ["notice"]
    verbose_name = "withheld matter"
    verbose_name_plural = "exempt matter"

    @admin.display(description="Text", empty_value="")
    def text(self, withheld: Withheld) -> str:
        """Shown to those who may look and not edit."""
        return withheld.text

    @admin.display(description="Still public")
    def notice(self, withheld: Withheld) -> str:
        if withheld.pk and withheld.is_still_shown:
            return "The exempt text still stands in a field of this item. Cut it out there."
        return "The exempt text stands in no other field of this item."
