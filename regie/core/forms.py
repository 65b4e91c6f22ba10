from collections.abc import Callable

from django.forms import BaseForm

from regie.core.exceptions import DomainError, DomainErrors


def gelukt(form: BaseForm, opdracht: Callable[[], object]) -> bool:
    """Run one service for a valid form. What it refuses becomes an error of the form, so nothing typed is lost."""
    if not form.is_valid():
        return False
    try:
        opdracht()
    except DomainErrors as fout:
        for melding in fout.meldingen:
            form.add_error(None, melding)
    except DomainError as fout:
        form.add_error(None, str(fout))
    return not form.errors
