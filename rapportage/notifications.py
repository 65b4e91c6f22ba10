"""The mail that carries a rapport: totals only, never anything about a person."""

import io
from urllib.parse import quote

import pikepdf
from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.urls import reverse

from rapportage.enums import Aanleiding
from rapportage.inhoud import Inhoud, bouw_inhoud
from rapportage.models import Rapport, Verzending
from regie.core.mail import GROOTSTE_BIJLAGE, Bijlage, stel_mail_op
from regie.core.notatie import meervoud
from regie.core.tenancy import current_scope

REDENEN = {
    Aanleiding.ABONNEMENT: "Je krijgt deze mail omdat je een abonnement hebt op het voortgangsrapport van {gebied}. "
    "Wil je het niet meer krijgen? Antwoord dan op deze mail.",
    Aanleiding.GEVRAAGD: "Je krijgt deze mail omdat de regisseur van {gebied} dit rapport naar jou liet sturen.",
}


def bestandsnaam(rapport: Rapport) -> str:
    """voortgangsrapport-brugge-2026-10.pdf; a later version says so."""
    versie = f"-v{rapport.versie}" if rapport.versie > 1 else ""
    return f"voortgangsrapport-{current_scope().gebied.slug}-{rapport.periode.sleutel.lower()}{versie}.pdf"


def rapport_url(rapport: Rapport) -> str:
    pad = reverse("rapportage:rapport", args=[current_scope().gebied.slug, rapport.pk])
    return settings.BASIS_URL + quote(pad)


def rapportmail(verzending: Verzending) -> EmailMultiAlternatives:
    rapport, gebied = verzending.rapport, verzending.gebied
    inhoud = bouw_inhoud(rapport.momentopname or {})
    pdf = bytes(rapport.pdf or b"")
    past = len(pdf) <= GROOTSTE_BIJLAGE
    return stel_mail_op(
        "rapport",
        aan=verzending.email,
        onderwerp=_onderwerp(inhoud),
        voorproef=" ".join(inhoud.zinnen) or f"Peildatum {inhoud.peildatum}, samengetelde cijfers.",
        reden=REDENEN[Aanleiding(verzending.aanleiding)].format(gebied=gebied.naam),
        namens=gebied.naam,
        antwoord_aan=gebied.contact_email,
        message_id=verzending.message_id,
        bijlagen=(Bijlage(bestandsnaam(rapport), pdf, "application/pdf"),) if past else (),
        context={
            "naam": verzending.naam,
            "titel": inhoud.titel,
            "periode": inhoud.periode,
            "gebied": gebied.naam,
            "omvang": meervoud(_paginas(pdf), "pagina", "pagina's") if past else "",
            "versie": inhoud.versie,
            "vorige_versie": inhoud.versie - 1,
            "correctie": inhoud.correctie,
            "cijfers": inhoud.tegels,
            "zinnen": inhoud.zinnen,
            "onderdrukking": inhoud.onderdrukking,
            "url": rapport_url(rapport),
        },
    )


def _onderwerp(inhoud: Inhoud) -> str:
    versie = f" (versie {inhoud.versie})" if inhoud.versie > 1 else ""
    return f"{inhoud.volledige_titel}{versie}"


def _paginas(pdf: bytes) -> int:
    with pikepdf.open(io.BytesIO(pdf)) as document:
        return len(document.pages)
