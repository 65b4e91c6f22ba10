from django import template

from regie.core.validators import toon_telefoon

register = template.Library()
register.filter("telefoon", toon_telefoon)
