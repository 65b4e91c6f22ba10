"""Mails to who has no account. They name nobody: what it is about stands behind the link."""

from datetime import date

from regie.core.mail import stel_mail_op
from regie.core.notatie import MAANDEN
from regie.core.tenancy import current_scope
from trajecten.enums import Linkdoel
from trajecten.models import Link, Plaatsing

ONDERWERP = {
    Linkdoel.EVALUATIE_GEBRUIKER: "Vul de evaluatie in (3 minuten)",
    Linkdoel.AANWEZIGHEID: "Geef de aanwezigheid door",
    Linkdoel.VOORSTEL: "Stel een wijziging voor met deze link",
}
VRAAG = {
    Linkdoel.EVALUATIE_GEBRUIKER: "Wil je een korte evaluatie invullen van {wie}? Het duurt 3 minuten en kan op je "
    "telefoon. Wat je invult, wordt tussendoor bewaard.",
    Linkdoel.AANWEZIGHEID: "Met deze link geef je per maand door welke dagen {wie} afwezig was.",
    Linkdoel.VOORSTEL: "Met deze link stel je een wijziging voor over {wie}: langer of korter, andere uren, een "
    "andere datum. De begeleider beslist en laat het je weten.",
}
KNOP = {
    Linkdoel.EVALUATIE_GEBRUIKER: "Evaluatie invullen",
    Linkdoel.AANWEZIGHEID: "Aanwezigheid doorgeven",
    Linkdoel.VOORSTEL: "Wijziging voorstellen",
}


def omschrijving(plaatsing: Plaatsing | None) -> str:
    """Somebody, without a name: the one who gets the mail knows who works there."""
    if plaatsing is None:
        return "een werknemer die bij jullie werkt"
    return f"een werknemer die bij jullie werkt, gestart in {MAANDEN[plaatsing.start.month - 1]}"


def stuur_link(link: Link, adres: str, *, plaatsing: Plaatsing | None, herinnering: int = 0) -> None:
    """Hand the link to the mail server. Raises OSError when that fails."""
    doel = Linkdoel(link.doel)
    gebied = current_scope().gebied
    onderwerp = f"Herinnering: {ONDERWERP[doel][0].lower()}{ONDERWERP[doel][1:]}" if herinnering else ONDERWERP[doel]
    mail = stel_mail_op(
        "link",
        aan=link.ontvanger_email,
        onderwerp=onderwerp,
        voorproef=f"De link werkt tot en met {_dag(link.geldig_tot)}. Je hebt geen account nodig.",
        reden="Je krijgt deze mail omdat een OCMW je als contactpersoon voor deze werkplek noteerde.",
        context={
            "naam": link.ontvanger_naam,
            "tekst": VRAAG[doel].format(wie=omschrijving(plaatsing)),
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
