"""Form fields and forms of the officers' desk."""

from django import forms

from agenda.models import Recommendation, Resolution
from committees.conflicts import WatchedForm


class LinesField(forms.CharField):
    """A list of texts, written one a line."""

    widget = forms.Textarea(attrs={"rows": 3})

    def prepare_value(self, value: object) -> object:
        return "\n".join(value) if isinstance(value, list) else value

    def to_python(self, value: str | None) -> list[str]:
        lines = (super().to_python(value) or "").splitlines()
        return [line.strip() for line in lines if line.strip()]

    def has_changed(self, initial: list[str] | None, data: str | None) -> bool:
        return (initial or []) != self.to_python(data)


class PointForm(forms.ModelForm):
    """A recommendation or a resolution."""

    sub_points = LinesField(required=False, help_text="One sub-point a line.")

    class Meta:
        fields = ["number", "text", "sub_points"]
        widgets = {
            "number": forms.TextInput(attrs={"size": 4}),
            "text": forms.Textarea(attrs={"rows": 3, "cols": 60}),
        }


class RecommendationForm(PointForm):
    class Meta(PointForm.Meta):
        model = Recommendation


class ResolutionForm(PointForm):
    class Meta(PointForm.Meta):
        model = Resolution


class WatchedRecommendationForm(WatchedForm, RecommendationForm):
    """A recommendation on a page of its own."""


class WatchedResolutionForm(WatchedForm, ResolutionForm):
    """A resolution on a page of its own."""


class WithdrawalForm(forms.Form):
    """Why items are taken from the public."""

    reason = forms.CharField(
        label="Why is it withdrawn?",
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4, "cols": 60, "autofocus": True}),
        help_text="These words are shown to whoever asks for the page. "
        "Do not repeat what is withdrawn.",
        error_messages={"required": "Give the reason: the public is told it."},
    )
