""" "Verzonden mails": what the demo would have sent. These pages exist in the demo alone (see urls.py)."""

from uuid import UUID

from csp.constants import NONE, UNSAFE_INLINE
from csp.decorators import csp_replace
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from regie.portal.mails import mail_inhoud
from regie.portal.models import GevangenMail

PER_PAGINA = 25

MAIL_CSP = {
    "default-src": [NONE],
    "style-src": [UNSAFE_INLINE],
    "script-src": [NONE],
    "font-src": [NONE],
    "connect-src": [NONE],
    "sandbox": ["allow-popups", "allow-popups-to-escape-sandbox"],
}


@require_safe
def mails(request: HttpRequest) -> HttpResponse:
    lijst = GevangenMail.objects.defer("bron").order_by("-ontvangen_op", "pk")
    if zoek := request.GET.get("q", "").strip():
        lijst = lijst.filter(ontvangers__icontains=zoek) | lijst.filter(onderwerp__icontains=zoek)
    pagina = Paginator(lijst, PER_PAGINA).get_page(request.GET.get("pagina"))
    return render(request, "portal/mails.html", {"pagina": pagina, "zoek": zoek})


@require_safe
def mail(request: HttpRequest, mail_id: UUID) -> HttpResponse:
    gevangen = get_object_or_404(GevangenMail, pk=mail_id)
    return render(request, "portal/mail.html", {"mail": gevangen, "inhoud": mail_inhoud(gevangen)})


@require_safe
@csp_replace(MAIL_CSP)  # type: ignore[arg-type]  # the stubs only know views without arguments
def mail_html(request: HttpRequest, mail_id: UUID) -> HttpResponse:
    """The HTML part as a mail program shows it: in a sandbox of its own, without scripts, fonts or forms.

    The style of a mail has to be inline, so this one answer may have it; it cannot reach the session or the site.
    """
    inhoud = mail_inhoud(get_object_or_404(GevangenMail, pk=mail_id))
    if not inhoud.html:
        raise Http404
    return HttpResponse(inhoud.html)


@require_safe
def mail_bijlage(request: HttpRequest, mail_id: UUID, nummer: int) -> HttpResponse:
    inhoud = mail_inhoud(get_object_or_404(GevangenMail, pk=mail_id))
    bijlage = next((b for b in inhoud.bijlagen if b.nummer == nummer), None)
    if bijlage is None:
        raise Http404
    kop = content_disposition_header(as_attachment=True, filename=bijlage.naam)
    return HttpResponse(
        bijlage.inhoud, content_type=bijlage.soort, headers={"Content-Disposition": kop or "attachment"}
    )
