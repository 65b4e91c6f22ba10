"""Mails about a meeting: the agenda with a file for the calendar, a change, that it is off, and the report."""

from enum import StrEnum
from typing import Any

from celery import shared_task
from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.urls import reverse
from django.utils import timezone

from partners.models import Deelnemer, Overleg
from partners.stukken.overleg import Organisator, agenda_pdf, bestandsnaam, kalenderbestand, verslag_pdf
from regie.core.mail import Bijlage, stel_mail_op
from regie.core.notatie import datum_lang
from regie.core.tasks import GebiedTask
from regie.core.tenancy import current_scope

POGINGEN = 6


class Bericht(StrEnum):
    UITNODIGING = "UITNODIGING"
    WIJZIGING = "WIJZIGING"
    AFGELAST = "AFGELAST"
    VERSLAG = "VERSLAG"


ONDERWERP = {
    Bericht.UITNODIGING: "Uitnodiging: {titel}, {dag}",
    Bericht.WIJZIGING: "Gewijzigd: {titel}, {dag}",
    Bericht.AFGELAST: "Afgelast: {titel}, {dag}",
    Bericht.VERSLAG: "Verslag: {titel}, {dag}",
}
ZIN = {
    Bericht.UITNODIGING: "Je bent uitgenodigd voor dit overleg. De agenda zit als PDF bij deze mail.",
    Bericht.WIJZIGING: "Er is iets veranderd aan dit overleg. Hieronder staat hoe het nu is.",
    Bericht.AFGELAST: "Dit overleg gaat niet door.",
    Bericht.VERSLAG: "Het verslag van dit overleg is klaar. Het zit bij deze mail, met de besluiten en de taken.",
}


@shared_task(base=GebiedTask, autoretry_for=(OSError,), retry_backoff=30, max_retries=POGINGEN)
def mail_deelnemer(*, deelnemer_id: str, bericht: str, **kwargs: object) -> None:
    """One mail to one person. A mail server that is away is tried again; the page says who did not get it yet."""
    deelnemer = (
        Deelnemer.objects.select_related("overleg", "overleg__eigenaar", "user").filter(pk=deelnemer_id).first()
    )
    if deelnemer is None:
        return
    overlegmail(deelnemer, Bericht(bericht)).send()
    Deelnemer.objects.filter(pk=deelnemer.pk).update(gemaild_op=timezone.now())


def overlegmail(deelnemer: Deelnemer, bericht: Bericht) -> EmailMultiAlternatives:
    overleg, gebied = deelnemer.overleg, current_scope().gebied
    dag = datum_lang(overleg.datum)
    mail = stel_mail_op(
        "overleg",
        aan=deelnemer.email,
        onderwerp=ONDERWERP[bericht].format(titel=overleg.titel, dag=dag),
        voorproef=f"{dag}, {overleg.begin:%H.%M} tot {overleg.einde:%H.%M} uur",
        reden="Je krijgt deze mail omdat je op de lijst van deelnemers van dit overleg staat.",
        context={
            "naam": deelnemer.naam,
            "zin": ZIN[bericht],
            "overleg": overleg,
            "dag": dag,
            "uren": f"{overleg.begin:%H.%M} tot {overleg.einde:%H.%M} uur",
            "url": _adres(overleg) if deelnemer.user_id else "",
            "afgelast": bericht == Bericht.AFGELAST,
        },
        namens=gebied.naam,
        antwoord_aan=gebied.contact_email,
        bijlagen=_bijlagen(overleg, bericht),
    )
    if bericht != Bericht.VERSLAG:
        _voeg_kalender_toe(mail, overleg, deelnemer)
    return mail


def _adres(overleg: Overleg) -> str:
    return settings.BASIS_URL + reverse("partners:overleg", args=[current_scope().gebied.slug, overleg.pk])


def _bijlagen(overleg: Overleg, bericht: Bericht) -> tuple[Bijlage, ...]:
    if bericht == Bericht.AFGELAST:
        return ()
    if bericht == Bericht.VERSLAG:
        return (Bijlage(bestandsnaam(overleg, "verslag"), verslag_pdf(overleg), "application/pdf"),)
    return (Bijlage(bestandsnaam(overleg, "agenda"), agenda_pdf(overleg), "application/pdf"),)


def _voeg_kalender_toe(mail: Any, overleg: Overleg, deelnemer: Deelnemer) -> None:
    """As part of the mail, so that Outlook and Gmail offer it, and as a file for who opens it by hand."""
    bestand = kalenderbestand(
        overleg, organisator=Organisator.van(current_scope().gebied), nu=timezone.now(), deelnemer=deelnemer
    )
    methode = "CANCEL" if "METHOD:CANCEL" in bestand else "REQUEST"
    mail.attach_alternative(bestand, f"text/calendar; method={methode}")
    mail.attach("overleg.ics", bestand, "application/ics")
