"""What gebruikers were asked and what they proposed: some answered, some opened, some silent, two proposals open."""

from datetime import date, datetime, timedelta
from hashlib import sha256

from partners.models import Contactpersoon
from regie.core.dates import naar_werkdag
from regie.core.tenancy import current_scope
from regie.portal.demo.oogst import tijdstip
from regie.portal.demo.toeval import Toeval
from trajecten.enums import Linkdoel, TrajectStatus
from trajecten.models import Evaluatie, Evaluatieherinnering, Evaluatievraag, Link, Plaatsing, Voorstel

MENINGEN = (
    "Komt stipt en is vriendelijk voor klanten. Mag nog iets vlotter werken.",
    "Werkt goed samen met de ploeg. Vraagt uitleg als iets niet duidelijk is.",
    "Soms te laat zonder te verwittigen. Het werk zelf is in orde.",
)
VOORSTELLEN: tuple[tuple[str, dict[str, str], str], ...] = (
    ("UREN", {"breuk": "0.8"}, "Op vrijdag is er in de winter te weinig werk."),
    ("VERLENGEN", {}, "We willen graag nog een opleiding afwerken."),
)
AANTAL = 6  # questions per gebied


def partnerhand_maken(*, vandaag: date, toeval: Toeval) -> None:
    """Questions about the next evaluations, in every state a question can be in."""
    komend = Evaluatie.objects.filter(
        uitgevoerd_op=None,
        geannuleerd_op=None,
        plaatsing__isnull=False,
        plaatsing__einde=None,
        gepland_op__gte=vandaag - timedelta(days=20),
        traject__status=TrajectStatus.LOPEND,
        traject__begeleider__isnull=False,
    ).select_related("traject__client", "plaatsing__stap__traject")
    for nummer, evaluatie in enumerate(komend.order_by("gepland_op", "pk")[:AANTAL]):
        _vraag(evaluatie, nummer % 4, vandaag, toeval)
    lopend = Plaatsing.objects.filter(einde=None, stap__status="LOPEND", stap__instrument="ART60")
    lopend = lopend.filter(stap__einde_voorzien__gt=vandaag + timedelta(days=60)).select_related("stap__traject")
    for plaatsing, (soort, inhoud, reden) in zip(lopend.order_by("start", "pk"), VOORSTELLEN, strict=False):
        _voorstel(plaatsing, soort, inhoud, reden, vandaag, toeval)


def _naam(organisatie_id: int) -> tuple[str, str]:
    contact = Contactpersoon.objects.filter(organisatie_id=organisatie_id, is_actief=True).order_by("naam").first()
    return (contact.naam, contact.email) if contact else ("De werkleider", "")


def _vraag(evaluatie: Evaluatie, stand: int, vandaag: date, toeval: Toeval) -> None:
    """0 answered, 1 opened, 2 silent after two reminders, 3 just sent."""
    plaatsing = evaluatie.plaatsing
    assert plaatsing is not None  # noqa: S101  # the query asks for one
    naam, email = _naam(plaatsing.gebruiker_id)
    dagen = (9, 4, 16, 1)[stand]
    op = naar_werkdag(vandaag - timedelta(days=dagen))
    vraag = Evaluatievraag.objects.create(
        id=toeval.uuid(),
        eigenaar_id=evaluatie.eigenaar_id,
        evaluatie=evaluatie,
        organisatie_id=plaatsing.gebruiker_id,
        ontvanger_naam=naam,
        ontvanger_email=email,
        gevraagd_op=min(op, vandaag),
        gevraagd_door_id=evaluatie.traject.begeleider_id,
        beantwoord_op=tijdstip(vandaag - timedelta(days=3)) if stand == 0 else None,
        ingevuld_door=naam if stand == 0 else "",
        antwoord=_antwoord(toeval) if stand == 0 else {},
    )
    for nummer, na in ((1, 5), (2, 10)):
        if stand == 2:
            dag = naar_werkdag(vraag.gevraagd_op + timedelta(days=na))
            Evaluatieherinnering.objects.create(
                eigenaar_id=vraag.eigenaar_id, vraag=vraag, nummer=nummer, verstuurd_op=min(dag, vandaag)
            )
    gebruikt = vraag.beantwoord_op
    geopend = gebruikt or (tijdstip(vandaag - timedelta(days=2)) if stand == 1 else None)
    _link(Linkdoel.EVALUATIE_GEBRUIKER, vraag, plaatsing, geopend, gebruikt, vandaag, toeval)


def _antwoord(toeval: Toeval) -> dict[str, object]:
    scores = {f"ATT{nummer:02d}": toeval.rond(2.7, 0.7, 1, 4) for nummer in range(1, 14)}
    return {"scores": scores, "mening": toeval.uit(MENINGEN), "voorstel": "VERDERZETTEN", "afwezig_ziek": 1}


def _link(
    doel: Linkdoel,
    object_: Evaluatievraag | Plaatsing,
    plaatsing: Plaatsing,
    geopend: datetime | None,
    gebruikt: datetime | None,
    vandaag: date,
    toeval: Toeval,
) -> Link:
    """The secret of a link of the demo exists nowhere: make a new link to open one."""
    naam, email = _naam(plaatsing.gebruiker_id)
    return Link.objects.create(
        id=toeval.uuid(),
        eigenaar_id=plaatsing.eigenaar_id,
        doel=doel,
        object_id=object_.pk,
        client_id=plaatsing.stap.traject.client_id,
        organisatie_id=plaatsing.gebruiker_id,
        ontvanger_naam=naam,
        ontvanger_email=email,
        geheim_hash=sha256(f"{current_scope().gebied.pk}:{object_.pk}:{doel}".encode()).hexdigest(),
        geldig_tot=vandaag + timedelta(days=25),
        geopend_op=geopend,
        gebruikt_op=gebruikt,
        door_id=plaatsing.stap.traject.begeleider_id,
    )


def _voorstel(
    plaatsing: Plaatsing, soort: str, inhoud: dict[str, str], reden: str, vandaag: date, toeval: Toeval
) -> None:
    naam, _ = _naam(plaatsing.gebruiker_id)
    moment = tijdstip(vandaag - timedelta(days=2))
    dag = vandaag + timedelta(days=40)
    if soort == "VERLENGEN" and plaatsing.stap.einde_voorzien:
        dag = plaatsing.stap.einde_voorzien + timedelta(days=60)
    Voorstel.objects.create(
        id=toeval.uuid(),
        eigenaar_id=plaatsing.eigenaar_id,
        plaatsing=plaatsing,
        organisatie_id=plaatsing.gebruiker_id,
        link=_link(Linkdoel.VOORSTEL, plaatsing, plaatsing, moment, moment, vandaag, toeval),
        soort=soort,
        inhoud={**inhoud, "datum": dag.isoformat()},
        reden=reden,
        naam=naam,
        ingediend_op=moment,
    )
