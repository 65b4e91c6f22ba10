"""Mails: to who has no account, and the daily digest. They name no client: what it is about stands behind the link."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from django.conf import settings
from django.urls import reverse

from regie.accounts.models import User
from regie.core.mail import stel_mail_op
from regie.core.notatie import MAANDEN, datum_lang, meervoud
from regie.core.tenancy import current_scope
from trajecten.enums import Linkdoel
from trajecten.models import Link, Plaatsing, Traject

if TYPE_CHECKING:
    from trajecten.selectors.dagoverzicht import Telling

ONDERWERP = {
    Linkdoel.EVALUATIE_GEBRUIKER: "Vul de evaluatie in (3 minuten)",
    Linkdoel.AANWEZIGHEID: "Geef de aanwezigheid door",
    Linkdoel.VOORSTEL: "Stel een wijziging voor met deze link",
    Linkdoel.NAZORG_CLIENT: "Hoe gaat het op het werk?",
    Linkdoel.NAZORG_WERKGEVER: "Een korte vraag over een werknemer",
}
VRAAG = {
    Linkdoel.EVALUATIE_GEBRUIKER: "Wil je een korte evaluatie invullen van {wie}? Het duurt 3 minuten en kan op je "
    "telefoon. Wat je invult, wordt tussendoor bewaard.",
    Linkdoel.AANWEZIGHEID: "Met deze link geef je per maand door welke dagen {wie} afwezig was.",
    Linkdoel.VOORSTEL: "Met deze link stel je een wijziging voor over {wie}: langer of korter, andere uren, een "
    "andere datum. De begeleider beslist en laat het je weten.",
    Linkdoel.NAZORG_CLIENT: "We horen graag of je nog aan het werk bent. Je antwoordt met een tik.",
    Linkdoel.NAZORG_WERKGEVER: "Werkt {wie} nog bij jullie? Je antwoordt met een tik.",
}
REDEN = {
    Linkdoel.NAZORG_CLIENT: "Je krijgt deze mail omdat je afsprak dat we je na je start nog eens contacteren.",
    Linkdoel.NAZORG_WERKGEVER: "Je krijgt deze mail omdat een OCMW je als contactpersoon bij de werkgever noteerde.",
}
KNOP = {
    Linkdoel.EVALUATIE_GEBRUIKER: "Evaluatie invullen",
    Linkdoel.AANWEZIGHEID: "Aanwezigheid doorgeven",
    Linkdoel.VOORSTEL: "Wijziging voorstellen",
    Linkdoel.NAZORG_CLIENT: "Antwoorden",
    Linkdoel.NAZORG_WERKGEVER: "Antwoorden",
}


def omschrijving(plaatsing: Plaatsing | None) -> str:
    """Somebody, without a name: the one who gets the mail knows who works there."""
    if plaatsing is None:
        return "een werknemer die bij jullie werkt"
    return f"een werknemer die bij jullie werkt, gestart in {MAANDEN[plaatsing.start.month - 1]}"


def omschrijving_na_uitstroom(traject: Traject) -> str:
    op = traject.uitgestroomd_op
    return (
        f"de persoon die in {MAANDEN[op.month - 1]} {op.year} bij jullie startte"
        if op
        else "de persoon van wie je weet"
    )


def nazorg_sms(link: Link, adres: str) -> str:
    vraag = (
        "werk je nog?" if link.doel == Linkdoel.NAZORG_CLIENT else "werkt de persoon die bij jullie startte er nog?"
    )
    return f"{link.eigenaar}: {vraag} Antwoord met een tik: {adres} (tot {_dag(link.geldig_tot)})"


def stuur_link(link: Link, adres: str, *, wie: str, herinnering: int = 0) -> None:
    """Hand the link to the mail server. Raises OSError when that fails."""
    doel = Linkdoel(link.doel)
    gebied = current_scope().gebied
    onderwerp = f"Herinnering: {ONDERWERP[doel][0].lower()}{ONDERWERP[doel][1:]}" if herinnering else ONDERWERP[doel]
    mail = stel_mail_op(
        "link",
        aan=link.ontvanger_email,
        onderwerp=onderwerp,
        voorproef=f"De link werkt tot en met {_dag(link.geldig_tot)}. Je hebt geen account nodig.",
        reden=REDEN.get(doel, "Je krijgt deze mail omdat een OCMW je als contactpersoon voor deze werkplek noteerde."),
        context={
            "naam": link.ontvanger_naam,
            "tekst": VRAAG[doel].format(wie=wie),
            "herinnering": herinnering,
            "adres": adres,
            "knop": KNOP[doel],
            "geldig_tot": _dag(link.geldig_tot),
            "ocmw": str(link.eigenaar),
        },
        namens=gebied.naam,
        antwoord_aan=gebied.contact_email,
        message_id=f"<link-{link.pk}@{gebied.slug}.regiekompas>",
    )
    mail.send()


def sms_tekst(link: Link, adres: str, plaatsing: Plaatsing | None) -> str:
    """To copy into a text message: short, and without a name."""
    doel = Linkdoel(link.doel)
    return (
        f"{link.eigenaar}: {KNOP[doel].lower()} voor {omschrijving(plaatsing)}: {adres} (tot {_dag(link.geldig_tot)})"
    )


def _dag(dag: date) -> str:
    return f"{dag:%d/%m/%Y}"


# The daily digest: counts and links, no names of clients.


@dataclass(frozen=True, slots=True)
class Blok:
    gebied: str
    regels: list[tuple[str, str]]
    url: str
    voorkeuren_url: str


def bericht_id(user_id: int, dag: date) -> str:
    """The same at every attempt, so that a mail server recognises a repeat."""
    domein = urlsplit(settings.BASIS_URL).hostname or "localhost"
    return f"<dagoverzicht-{dag:%Y%m%d}-{user_id}@{domein}>"


def onderwerp_van(tellingen: Sequence["Telling"]) -> str:
    aantal = sum(telling.voor_vandaag for telling in tellingen)
    return f"{meervoud(aantal, 'taak', 'taken')} voor vandaag"


def stuur_dagoverzicht(user: User, tellingen: Sequence["Telling"], *, vandaag: date, message_id: str) -> None:
    """Hand the mail to the mail server. Raises OSError when that fails."""
    blokken = [_blok(telling) for telling in tellingen]
    te_laat = sum(telling.te_laat for telling in tellingen)
    stel_mail_op(
        "dagoverzicht",
        aan=user.email,
        onderwerp=onderwerp_van(tellingen),
        voorproef=f"{meervoud(te_laat, 'termijn is', 'termijnen zijn')} te laat." if te_laat else "Niets is te laat.",
        reden="Je krijgt deze mail op werkdagen omdat je dossiers opvolgt. Bij 'Voorkeuren' zet je ze af.",
        context={
            "voornaam": user.first_name,
            "dag": datum_lang(vandaag),
            "blokken": blokken,
            "met_gebied": len(blokken) > 1,
        },
        message_id=message_id,
    ).send()


def _blok(telling: "Telling") -> Blok:
    regels = (
        ("Te laat", telling.te_laat),
        ("Vandaag", telling.vandaag),
        ("Voorstellen van partners", telling.voorstellen),
        ("Vragen van andere OCMW's", telling.vragen),
        ("Verder deze week", telling.week),
    )
    return Blok(
        gebied=telling.gebied,
        regels=[(label, str(aantal)) for label, aantal in regels if aantal],
        url=f"{settings.BASIS_URL}{reverse('trajecten:mijn_dag', args=[telling.slug])}",
        voorkeuren_url=f"{settings.BASIS_URL}{reverse('trajecten:taken_instellingen', args=[telling.slug])}",
    )
