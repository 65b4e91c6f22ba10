"""Jaaractieplannen: promises and numbers of a gebied. People appear as who pulls an action or wrote something."""

from regie.core.privacy.klassen import Velden

ACTIEPLANNEN: dict[str, Velden] = {
    "actieplannen.Actie": Velden(
        zaak="doelstelling volgorde titel omschrijving prioriteit activiteit regierolactie gemeenten "
        "trekker_organisatie start eind voortgang bbc_nummer risicos reeks",
        dossier="trekker trekker_contact",
    ),
    "actieplannen.Actiebudget": Velden(zaak="actie jaar bron noot gepland besteed vte_gepland vte_besteed"),
    "actieplannen.Actieindicator": Velden(
        zaak="actie volgorde naam meetwijze definitie eenheid richting nulmeting streefwaarde code organisatie "
        "instrument reeks"
    ),
    "actieplannen.Actiepartner": Velden(zaak="actie organisatie bijdrage"),
    "actieplannen.Amendement": Velden(zaak="plan nummer actie_reeks onderwerp wijzigingen reden", dossier="door"),
    "actieplannen.Bewijsstuk": Velden(zaak="actie soort titel datum adres ingetrokken_op", dossier="door"),
    "actieplannen.Bijsturing": Velden(
        zaak="stand voorstel status antwoord verteld_op nieuwe_actie beslist_op", dossier="beslist_door"
    ),
    "actieplannen.Doelstelling": Velden(zaak="plan ouder volgorde titel toelichting reeks"),
    "actieplannen.Jaaractieplan": Velden(zaak="jaar soort titel inleiding status vorig"),
    "actieplannen.Kwartaalstand": Velden(
        zaak="actie jaar kwartaal kleur tekst afwijking gevraagd_op antwoord_tegen gemaild_op is_laatste geopend_op "
        "trap herinnerd_op beantwoord_op",
        persoon="gevraagd_aan door_naam namens",
        dossier="door",
    ),
    "actieplannen.Meting": Velden(
        zaak="indicator jaar kwartaal op waarde getoond reden bron bevroren_op", dossier="door"
    ),
    "actieplannen.Opmerking": Velden(zaak="actie tekst ingetrokken_op", dossier="door"),
    "actieplannen.Planstap": Velden(zaak="plan van naar datum opmerkingen beslist_door kenmerk", dossier="door"),
    "actieplannen.Plantekst": Velden(zaak="plan stuk deel tekst", dossier="door"),
    "actieplannen.Planversie": Velden(zaak="plan nummer status reden inhoud", dossier="door"),
    "actieplannen.Raadsbesluit": Velden(zaak="plan gemeente geagendeerd_op datum uitspraak kenmerk noot"),
    "actieplannen.Verbeterpunt": Velden(zaak="stap volgorde tekst klaar_op", dossier="klaar_door"),
}
