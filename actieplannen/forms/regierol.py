from collections.abc import Sequence
from typing import Any

from django import forms


class JaarForm(forms.Form):
    """Which year to look at."""

    jaar = forms.TypedChoiceField(
        label="Jaar",
        coerce=int,
        required=False,
        empty_value=None,
        error_messages={"invalid_choice": "Van dat jaar is er geen plan. Kies een jaar uit de lijst."},
    )

    def __init__(self, *args: Any, jaren: Sequence[int], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["jaar"].choices = [(jaar, str(jaar)) for jaar in jaren]  # type: ignore[attr-defined]
