"""The weekly mail about the list Opvolging: numbers and a link, no titles, no names."""

from datetime import date

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.urls import reverse

from partners.selectors.weekmail import Weektelling
from regie.core.mail import stel_mail_op
from regie.core.notatie import datum_lang, meervoud
from regie.core.tenancy import current_scope


def weekmail(telling: Weektelling, *, vandaag: date) -> EmailMultiAlternatives:
    gebied = current_scope().gebied
    aantal = meervoud(telling.te_laat + telling.deze_week, "punt", "punten")
    te_laat = f"{meervoud(telling.te_laat, 'punt is', 'punten zijn')} te laat." if telling.te_laat else ""
    return stel_mail_op(
        "weekmail",
        aan=telling.user.email,
        onderwerp=f"{aantal} om op te volgen bij werkgevers en partners",
        voorproef=te_laat or "Niets is te laat.",
        reden="Je krijgt deze mail elke week waarin er iets op je lijst staat. Onderaan de lijst zet je ze af.",
        context={
            "voornaam": telling.user.first_name,
            "dag": datum_lang(vandaag),
            "regels": [(naam, n) for naam, n in (("Te laat", telling.te_laat), ("Deze week", telling.deze_week)) if n],
            "soorten": telling.soorten,
            "url": f"{settings.BASIS_URL}{reverse('werkgevers:opvolging', args=[gebied.slug])}",
        },
        namens=gebied.naam,
        antwoord_aan=gebied.contact_email,
    )
