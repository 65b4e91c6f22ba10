"""How each kind of deadline is dealt with: the page that fixes it, its button, and when it ends by itself."""

from dataclasses import dataclass
from enum import StrEnum, auto

from trajecten.enums import TermijnSoort as T


class Doel(StrEnum):
    """Whose address the page needs."""

    CLIENT = auto()
    TRAJECT = auto()
    EVALUATIE = auto()
    NAZORGMETING = auto()


@dataclass(frozen=True, slots=True)
class Actie:
    url_naam: str
    doel: Doel
    label: str
    eindigt: str  # a sentence: when nobody is asked any more
    af_te_vinken: bool = False
    anker: str = ""


_STAP = "Verdwijnt als je ze als klaar aanduidt of als de stap eindigt."
ACTIES: dict[T, Actie] = {
    T.INTAKE: Actie("trajecten:intake", Doel.TRAJECT, "Intake noteren", "Verdwijnt als de intake gevoerd is."),
    T.EVALUATIE: Actie(
        "trajecten:evaluatie", Doel.EVALUATIE, "Evaluatie invullen", "Verdwijnt als de evaluatie afgerond is."
    ),
    T.EINDE: Actie("trajecten:traject", Doel.CLIENT, "Traject bekijken", _STAP, af_te_vinken=True),
    T.ART60_LEEFTIJD: Actie("trajecten:traject", Doel.CLIENT, "Einddatum nakijken", _STAP, af_te_vinken=True),
    T.TWE_REGISTRATIE: Actie(
        "trajecten:documenten", Doel.TRAJECT, "Registratie noteren", "Verdwijnt als de registratie genoteerd is."
    ),
    T.TWE_EINDE: Actie("trajecten:traject", Doel.CLIENT, "Traject bekijken", _STAP, af_te_vinken=True),
    T.WIJKWERKEN: Actie("trajecten:traject", Doel.CLIENT, "Traject bekijken", _STAP, af_te_vinken=True),
    T.IMW_EINDE: Actie("trajecten:traject", Doel.CLIENT, "Traject bekijken", _STAP, af_te_vinken=True),
    T.LDE_EINDE: Actie("trajecten:traject", Doel.CLIENT, "Traject bekijken", _STAP, af_te_vinken=True),
    T.STAP_EINDE: Actie("trajecten:uitstroom", Doel.TRAJECT, "Uitstroom noteren", "Verdwijnt als de stap eindigt."),
    T.HERVATTEN: Actie(
        "trajecten:hervatten", Doel.TRAJECT, "Hervatten", "Verdwijnt als het traject hervat of afgesloten is."
    ),
    T.LEEFLOON: Actie(
        "trajecten:gegevens", Doel.CLIENT, "Beslissing noteren", "Verdwijnt als de dag van toekenning ingevuld is."
    ),
    T.VDAB: Actie(
        "trajecten:gegevens",
        Doel.CLIENT,
        "Inschrijving noteren",
        "Verdwijnt als de inschrijving of een vrijstelling genoteerd is.",
    ),
    T.ICF_AANVRAAG: Actie("trajecten:traject", Doel.CLIENT, "Traject bekijken", _STAP, af_te_vinken=True),
    T.GPMI: Actie(
        "trajecten:plan", Doel.TRAJECT, "Plan ondertekenen", "Verdwijnt als het GPMI getekend is of niet moet."
    ),
    T.GPMI_EVALUATIE: Actie(
        "trajecten:gpmi_evaluatie", Doel.TRAJECT, "GPMI-evaluatie noteren", "Daarna volgt vanzelf de volgende."
    ),
    T.CONTACT: Actie(
        "trajecten:client", Doel.CLIENT, "Contact noteren", "Verdwijnt als je een contact noteert.", anker="#id_tekst"
    ),
    T.NAZORG: Actie(
        "trajecten:nazorgmeting", Doel.NAZORGMETING, "Meting noteren", "Verdwijnt als de meting ingevuld is."
    ),
    T.TOESTEMMING: Actie(
        "trajecten:inzage", Doel.CLIENT, "Toestemming bekijken", "Verdwijnt als ze vernieuwd of ingetrokken is."
    ),
    T.TAAK: Actie("trajecten:client", Doel.CLIENT, "Dossier openen", "Verdwijnt als je ze klaar meldt.", True),
}
# The last day of a step asks for the outcome, whatever the instrument.
LAATSTE_DAG = Actie("trajecten:uitstroom", Doel.TRAJECT, "Uitstroom noteren", "Verdwijnt als de stap eindigt.")


def actie_van(soort: str, sleutel: str = "") -> Actie:
    """What fixes a row of this kind; `sleutel` tells a last day from the points before it."""
    if sleutel.startswith(("einde:", "art60_einde:laatste dag", "ww:einde")):
        return LAATSTE_DAG
    return ACTIES[T(soort)]
