"""The widgets of forms drawn in Python. Same HTML as Django's templates, which take a template per option of a list.

A filter bar with three lists was half the time of the page it stood on.
"""

from collections.abc import Callable, Mapping
from typing import Any

from django.forms.renderers import TemplatesSetting
from django.http import HttpRequest
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString, mark_safe

Widget = Mapping[str, Any]


class Weergave(TemplatesSetting):
    """FORM_RENDERER: what is not drawn here still has its template."""

    def render(self, template_name: str, context: dict[str, Any], request: HttpRequest | None = None) -> str:
        teken = _WIDGETS.get(template_name)
        return teken(context["widget"]) if teken else super().render(template_name, context, request)


def _attrs(attrs: Mapping[str, Any]) -> str:
    delen = []
    for naam, waarde in attrs.items():
        if waarde is True:
            delen.append(f" {conditional_escape(naam)}")
        elif waarde is not False:
            delen.append(f' {conditional_escape(naam)}="{conditional_escape(str(waarde))}"')
    return "".join(delen)


# Everything below is escaped part by part before it is put together.


def _input(widget: Widget) -> SafeString:
    waarde = widget["value"]
    attrs = mark_safe(_attrs(widget["attrs"]))  # noqa: S308
    if waarde is None:
        return format_html('<input type="{}" name="{}"{}>', widget["type"], widget["name"], attrs)
    return format_html('<input type="{}" name="{}" value="{}"{}>', widget["type"], widget["name"], str(waarde), attrs)


def _select(widget: Widget) -> SafeString:
    delen = [f'<select name="{conditional_escape(widget["name"])}"{_attrs(widget["attrs"])}>']
    for groep, opties, _ in widget["optgroups"]:
        if groep:
            delen.append(f'<optgroup label="{conditional_escape(groep)}">')
        for optie in opties:
            waarde, label = conditional_escape(str(optie["value"])), conditional_escape(optie["label"])
            delen.append(f'<option value="{waarde}"{_attrs(optie["attrs"])}>{label}</option>')
        if groep:
            delen.append("</optgroup>")
    return mark_safe("".join([*delen, "</select>"]))  # noqa: S308


def _keuzerij(widget: Widget) -> SafeString:
    """Radio buttons or checkboxes, each in its label."""
    houder = {naam: widget["attrs"][naam] for naam in ("id", "class") if widget["attrs"].get(naam)}
    delen = [f"<div{_attrs(houder)}>"]
    for groep, opties, _ in widget["optgroups"]:
        if groep:
            delen.append(f"<div><label>{conditional_escape(groep)}</label>")
        delen += [f"<div>{_keuze(optie)}</div>" for optie in opties]
        if groep:
            delen.append("</div>")
    return mark_safe("".join([*delen, "</div>"]))  # noqa: S308


def _keuze(optie: Widget) -> str:
    if not optie["wrap_label"]:
        return _input(optie)
    doel = {"for": optie["attrs"]["id"]} if optie["attrs"].get("id") else {}
    return f"<label{_attrs(doel)}>{_input(optie)} {conditional_escape(optie['label'])}</label>"


_INVOER = ("checkbox", "email", "hidden", "number", "password", "search", "tel", "text", "url")
_WIDGETS: dict[str, Callable[[Widget], SafeString]] = {
    **{f"django/forms/widgets/{naam}.html": _input for naam in _INVOER},
    "django/forms/widgets/select.html": _select,
    "django/forms/widgets/radio.html": _keuzerij,
    "django/forms/widgets/checkbox_select.html": _keuzerij,
}
