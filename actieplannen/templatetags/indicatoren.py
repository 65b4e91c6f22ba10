from django import template
from django.utils.safestring import SafeString

from actieplannen.selectors.indicatoren import Indicatorstand
from regie.core.grafieken import Vonkje

register = template.Library()


@register.simple_tag
def indicatorlijn(stand: Indicatorstand) -> SafeString | str:
    """A line over the quarters that were kept; nothing as long as there are fewer than two to draw."""
    waarden = [None if kwartaal.waarde is None else float(kwartaal.waarde) for kwartaal in stand.kwartalen]
    if sum(1 for waarde in waarden if waarde is not None) < 2:
        return ""
    delen = [f"{k.label}: {k.getoond}" for k in stand.kwartalen if k.meting]
    return Vonkje(f"{stand.indicator.naam} per kwartaal. {', '.join(delen)}", waarden).svg(120)
