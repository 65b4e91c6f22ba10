"""Who rang which employer in the demo: four organisaties on the same cards, a few of them twice within a month."""

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from partners.enums import Contactdoel as Doel
from partners.enums import Contactkanaal as Kanaal
from partners.enums import Contactresultaat as Resultaat
from partners.enums import Opvolgingsoort, Overnamesoort, WerkgeverStatus
from partners.models import Contactmoment, Contactnotitie, Contactpersoon, Werkgever
from partners.services.benaderen import niet_benaderen
from partners.services.leads import lead_nemen, lead_verlengen
from partners.services.opvolging import plan_opvolging
from partners.services.overname import overname_vragen
from regie.core.dates import vorige_werkdag
from regie.core.models import Lidmaatschap, Organisatie
from regie.core.models.organisatie import toegang_van
from regie.core.permissions import RECHTEN, Recht, Toegang
from regie.core.tenancy import gebied_context
from regie.portal.demo.gebieden import Gebied
from regie.portal.demo.toeval import Toeval

MAANDEN_TERUG = 180  # days
KANALEN = {Kanaal.TELEFOON: 55, Kanaal.MAIL: 15, Kanaal.BEZOEK: 18, Kanaal.EVENEMENT: 5, Kanaal.INKOMEND: 7}
DOELEN = {
    Doel.KENNISMAKING: 18,
    Doel.VACATURE: 22,
    Doel.WERKPLEK: 25,
    Doel.KANDIDAAT: 14,
    Doel.OPVOLGING: 12,
    Doel.MAATREGEL: 9,
}
RESULTATEN = {
    Resultaat.NIET_BEREIKT: 14,
    Resultaat.AFSPRAAK: 20,
    Resultaat.INTERESSE: 28,
    Resultaat.PLAATS: 10,
    Resultaat.LATER: 16,
    Resultaat.GEEN_INTERESSE: 12,
}
STAPPEN = {
    Resultaat.NIET_BEREIKT: ("opnieuw bellen", "een mail sturen met de vraag"),
    Resultaat.AFSPRAAK: ("bezoek aan de werkvloer", "rondleiding met de ploegbaas"),
    Resultaat.INTERESSE: ("twee profielen voorstellen", "informatie over IBO bezorgen", "functie samen uittekenen"),
    Resultaat.PLAATS: ("vacature delen met de partners", "startdatum afspreken"),
    Resultaat.LATER: ("terugbellen na de drukke periode", "terugkomen na de zomerregeling"),
}
NOTITIES = (
    "Belt liefst na vijf uur.",
    "Vorige keer kwam een kandidaat niet opdagen: eerst vertrouwen terugwinnen.",
    "De ploegbaas beslist mee, betrek hem van bij het begin.",
    "Kent onze dienst nog van de jobbeurs in het voorjaar.",
    "Wil één aanspreekpunt en niet elke week een andere stem.",
)
STILTE = "Kreeg in twee weken telefoon van vier organisaties en vraagt even rust."


@dataclass(frozen=True, slots=True)
class Beller:
    organisatie: Organisatie
    toegang: Toegang


def contacten_maken(wereld: Gebied, *, vandaag: date, toeval: Toeval) -> None:
    """Contacts, promises, leads and one employer that wants rest; by the people who have an account."""
    bellers = _bellers(wereld)
    alle = [beller.organisatie.pk for beller in bellers]
    with gebied_context(wereld.gebied, lid_van=alle):
        gekend = list(Werkgever.objects.exclude(status=WerkgeverStatus.PROSPECT).order_by("sleutel", "pk"))
        mensen = Contactpersoon.objects.filter(werkgever__in=gekend, is_actief=True).order_by("-naam", "-pk")
        personen = {persoon.werkgever_id: persoon for persoon in mensen if persoon.werkgever_id}
        momenten = [m for werkgever in gekend for m in _momenten(werkgever, bellers, personen, vandaag, toeval)]
        Contactmoment.objects.bulk_create(momenten)
        _notities(momenten, toeval)
        _beloften(momenten, vandaag)
        _leads(gekend, bellers, vandaag, toeval)
        if gekend:
            stil = toeval.uit([w for w in gekend if w.status == WerkgeverStatus.CONTACT] or gekend)
            tot = vandaag + timedelta(days=45)
            niet_benaderen(werkgever=stil, reden=STILTE, tot=tot, door=bellers[0].toegang, vandaag=vandaag)


def _bellers(wereld: Gebied) -> list[Beller]:
    """One account per organisatie that may note contacts, in a fixed order."""
    rollen = [rol for rol, rechten in RECHTEN.items() if Recht.WERKGEVER_BEWERKEN in rechten]
    leden = Lidmaatschap.objects.filter(gebied=wereld.gebied, rol__in=rollen).select_related("organisatie")
    per_organisatie: dict[int, Lidmaatschap] = {}
    for lid in leden.order_by("organisatie__slug", "user__email"):
        if lid.user.has_usable_password():
            per_organisatie.setdefault(lid.organisatie_id, lid)
    bellers = [(lid.organisatie, toegang_van([lid])) for lid in per_organisatie.values()]
    return [Beller(organisatie, toegang) for organisatie, toegang in bellers if toegang]


def _momenten(
    werkgever: Werkgever, bellers: list[Beller], personen: dict[UUID, Contactpersoon], vandaag: date, toeval: Toeval
) -> list[Contactmoment]:
    """A few contacts by the organisatie that follows the employer; sometimes another one within a month."""
    eerst = toeval.uit(bellers)
    dagen = sorted(toeval.sample(range(1, MAANDEN_TERUG), toeval.rond(2, 1, 1, 4)), reverse=True)
    rijen = [_moment(werkgever, eerst, vandaag - timedelta(days=terug), toeval, personen) for terug in dagen]
    anderen = [beller for beller in bellers if beller is not eerst]
    if anderen and toeval.kans(0.22):
        later = max(dagen[-1] - toeval.randint(2, 25), 0)
        rijen.append(_moment(werkgever, toeval.uit(anderen), vandaag - timedelta(days=later), toeval, personen))
    return rijen


def _moment(
    werkgever: Werkgever, beller: Beller, datum: date, toeval: Toeval, personen: dict[UUID, Contactpersoon]
) -> Contactmoment:
    datum = vorige_werkdag(datum)
    resultaat = toeval.kies(RESULTATEN)
    stappen = STAPPEN.get(resultaat)
    return Contactmoment(
        id=toeval.uuid(),
        werkgever=werkgever,
        organisatie=beller.organisatie,
        door_id=beller.toegang.user_id,
        contactpersoon=personen.get(werkgever.pk),
        datum=datum,
        kanaal=toeval.kies(KANALEN),
        doel=toeval.kies(DOELEN),
        resultaat=resultaat,
        volgende_stap=toeval.uit(stappen) if stappen else "",
        volgende_stap_op=datum + timedelta(days=toeval.randint(3, 21)) if stappen else None,
    )


def _notities(momenten: list[Contactmoment], toeval: Toeval) -> None:
    Contactnotitie.objects.bulk_create(
        [
            Contactnotitie(
                id=toeval.uuid(), contactmoment=moment, eigenaar=moment.organisatie, tekst=toeval.uit(NOTITIES)
            )
            for moment in momenten
            if toeval.kans(0.4)
        ]
    )


def _beloften(momenten: list[Contactmoment], vandaag: date) -> None:
    """What is still to be done: promises of the last days and of those to come. Older ones were kept."""
    for moment in momenten:
        if moment.volgende_stap_op and moment.volgende_stap_op >= vandaag - timedelta(days=6):
            plan_opvolging(
                sleutel=f"contact:{moment.pk}",
                soort=Opvolgingsoort.CONTACT,
                titel=f"{moment.werkgever}: {moment.volgende_stap}",
                datum=moment.volgende_stap_op,
                organisatie=moment.organisatie,
                wie_id=moment.door_id,
                adres="werkgevers:werkgever",
                object_id=moment.werkgever_id,
            )


def _leads(gekend: list[Werkgever], bellers: list[Beller], vandaag: date, toeval: Toeval) -> None:
    """A handful of leads that run, one of them extended, and a question of a colleague about another one."""
    for nummer, werkgever in enumerate(toeval.sample(gekend, min(6, len(gekend)))):
        beller = bellers[nummer % len(bellers)]
        sinds = vandaag - timedelta(days=toeval.randint(1, 11))
        claim = lead_nemen(werkgever=werkgever, organisatie=beller.organisatie, door=beller.toegang, vandaag=sinds)
        if nummer == 1:
            lead_verlengen(claim=claim, door=beller.toegang, vandaag=vandaag)
        ander = bellers[(nummer + 1) % len(bellers)]
        if nummer == 0 and ander is not beller:
            overname_vragen(
                werkgever=werkgever,
                soort=Overnamesoort.LEAD,
                aan=ander.organisatie,
                reden="We hebben twee kandidaten die volgende week kunnen starten.",
                door=ander.toegang,
                vandaag=sinds,
            )
