from typing import Any

from django import forms

from actieplannen.models import Jaaractieplan


class RedenMixin(forms.Form):
    """Adds `reden` to a form on what a plan promises, when that plan is approved."""

    def __init__(self, *args: Any, plan: Jaaractieplan, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.plan = plan
        if plan.is_vast:
            self.fields["reden"] = forms.CharField(
                label="Waarom wijzig je het plan?",
                help_text="Het plan is goedgekeurd. Je wijziging en de reden komen als amendement bij het plan.",
                max_length=2000,
                widget=forms.Textarea(attrs={"rows": 2}),
            )

    @property
    def reden(self) -> str:
        return str(self.cleaned_data.get("reden", ""))
