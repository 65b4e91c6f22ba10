import json

from django import template
from django.core.serializers.json import DjangoJSONEncoder

register = template.Library()


@register.filter
def als_json(waarde: object) -> str:
    """A value as JSON for a data attribute; the template escapes the quotes."""
    return json.dumps(waarde, cls=DjangoJSONEncoder)
