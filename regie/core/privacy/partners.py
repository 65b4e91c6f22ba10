"""Employers, partners and what is agreed with them."""

from regie.core.privacy.klassen import Velden

PARTNERS: dict[str, Velden] = {
    "partners.Claim": Velden(zaak="werkgever organisatie van tot is_verlengd beeindigd_op einde", dossier="door"),
    "partners.Contactmoment": Velden(
        zaak="werkgever organisatie datum kanaal doel resultaat volgende_stap volgende_stap_op ingetrokken_op",
        dossier="door contactpersoon",
    ),
    "partners.Contactnotitie": Velden(zaak="contactmoment", gevoelig="tekst"),
    "partners.Aankoopvolume": Velden(zaak="bestuur jaar bedrag bron"),
    "partners.Bijlage": Velden(
        zaak="onderwerp object_id soort naam mime grootte is_gescand verwijderd_op", dossier="door", geheim="sha256"
    ),
    "partners.Evaluatieoverleg": Velden(zaak="overeenkomst datum verslag gehouden"),
    "partners.LokaleActie": Velden(zaak="convenant titel trekker datum klaar_op resultaat"),
    "partners.Overeenkomst": Velden(
        zaak="soort titel omschrijving van tot opzegtermijn domeinen overleg_per_jaar plaatsen functieniveau "
        "verstuurd_op vorige opgezegd_op opgezegd_tegen opzegreden"
    ),
    "partners.Overeenkomstdoel": Velden(zaak="overeenkomst titel eenheid streefwaarde stand stand_op"),
    "partners.Overeenkomstpartij": Velden(
        zaak="overeenkomst organisatie getekend_op contactpersoon", persoon="ondertekenaar"
    ),
    "partners.Sectorconvenant": Velden(zaak="sector paritair_comite van tot bron omschrijving"),
    "partners.SocialeAankoop": Velden(
        zaak="opdracht bestuur jaar bedrag cpv type uitvoerder uitvoerder_kbo uren plaatsen noot"
    ),
    "partners.Verbintenis": Velden(zaak="convenant tekst streefgetal eenheid tegen stand stand_op"),
    "partners.Behoefte": Velden(
        zaak="werkgever vestiging contactpersoon jobontwerp soort status functie categorie omschrijving aantal "
        "aantal_ingevuld uren ploegen weekend nederlands rijbewijs diploma met_ov met_fiets jobcarving stage_mogelijk "
        "van geldig_tot gepubliceerd_op ingevuld_op gesloten_op sluitreden mail_bij_antwoord",
        dossier="door",
    ),
    "partners.Dienstaanbod": Velden(zaak="organisatie dienst gemeenten van tot"),
    "partners.Doorverwijzing": Velden(
        zaak="behoefte organisatie contactpersoon status vraag verstuurd_op met_mail trap herinnerd_op "
        "accounthouder_op regisseur_op resultaat_gevraagd_op beantwoord_op weigerreden resultaat_op aantal_ingevuld "
        "mislukt_reden toelichting",
        persoon="beantwoord_door",
        dossier="door",
    ),
    "partners.Jobontwerp": Velden(
        zaak="werkgever afdeling aanleiding functie categorie taken uren nederlands rijbewijs fysiek vereisten "
        "begeleiding ondersteuning winst besproken_op",
        dossier="door",
    ),
    "partners.Voordracht": Velden(
        zaak="behoefte organisatie datum", dossier="referentie uitkomst reden uitkomst_op door"
    ),
    "partners.Contactpersoon": Velden(
        zaak="organisatie werkgever is_actief",
        persoon="naam email telefoon",
        dossier="functie taal toestemming_op bevestigd_op",
    ),
    "partners.Opvolging": Velden(
        zaak="sleutel soort titel datum uitgesteld_tot organisatie adres object_id klaar_op", dossier="wie klaar_door"
    ),
    "partners.Weekmail": Velden(zaak="datum", dossier="user"),
    "partners.Gegevenscheck": Velden(zaak="organisatie bevestigd_op langs is_gewijzigd opmerking", dossier="door"),
    "partners.Gegevensherinnering": Velden(zaak="vraag nummer verstuurd_op"),
    "partners.Gegevensvraag": Velden(
        zaak="organisatie gevraagd_op beantwoord_op gestopt_op",
        persoon="ontvanger_naam ontvanger_email",
        dossier="gevraagd_door",
    ),
    "partners.Partnerwijziging": Velden(zaak="organisatie onderwerp object_id omschrijving langs op", dossier="door"),
    "partners.Overnamevraag": Velden(
        zaak="werkgever soort claim van aan reden status antwoord vervalt_op beslist_op",
        dossier="gevraagd_door beslist_door",
    ),
    "partners.Lijstrij": Velden(
        zaak="lijst rijnummer oordeel besluit verwerkt_op gelijkt_op_rij werkgever met_opmerking",
        gevoelig="ruw schoon problemen verschillen",
        geheim="afdruk",
    ),
    "partners.Managementadvies": Velden(
        zaak="onderwerp adviesverlener kost_excl_btw btw erkenning kan_kmo_portefeuille in_moeilijkheden "
        "rsz_achterstand is_verplicht de_minimis aangevraagd_op beslist_op is_toegekend kosten_vanaf verslag_op "
        "analyse aanbeveling aanpak"
    ),
    "partners.Partnerlink": Velden(
        zaak="doel object_id geldig_tot ingetrokken_op geopend_op gebruikt_op",
        persoon="ontvanger_naam ontvanger_email",
        dossier="door",
        geheim="geheim_hash",
    ),
    "partners.Scan": Velden(
        zaak="lijst status gestart_op antwoorden_tot afgerond_op vorige belang uitkomst gedeeld_op"
    ),
    "partners.ScanStelling": Velden(zaak="code nr dimensie tekst geldig_van geldig_tot"),
    "partners.Scanactie": Velden(
        zaak="scan dimensie voorstel titel klaar_tegen status klaar_op",
        persoon="wie_naam",
        dossier="wie",
        gevoelig="notitie",
    ),
    "partners.Scanantwoord": Velden(zaak="stelling", dossier="deelnemer score"),
    "partners.Scandeelnemer": Velden(
        zaak="scan is_trekker gevraagd_op met_mail herinnerd_op ingediend_op ingetrokken_op",
        persoon="naam email",
        dossier="user",
    ),
    "partners.Scanuitnodiging": Velden(zaak="organisatie op", dossier="door"),
    "partners.Vestiging": Velden(zaak="werkgever ven naam adres gemeente"),
    "partners.Werkgever": Velden(
        zaak="organisatie naam sleutel kbo gemeente nace nace_versie grootteklasse paritair_comite is_mvo "
        "is_inclusief status niet_benaderen_reden niet_benaderen_tot accounthouder email telefoon website "
        "gearchiveerd_op samengevoegd_met"
    ),
    "partners.Tevredenheid": Velden(zaak="werkgever datum organisatie over score toelichting"),
    "partners.WerkgeverDrempel": Velden(zaak="werkgever soort toelichting gemeld_op opgelost_op"),
    "partners.Werkgeverslijst": Velden(
        zaak="sha256 blad kopregel kolommen koppeling status telling resultaat voortgang afgerond_op",
        dossier="bestandsnaam door",
    ),
    "partners.Agendapunt": Velden(zaak="overleg volgorde titel toelichting minuten schuift_door", dossier="verslag"),
    "partners.Besluit": Velden(zaak="partnerschap overleg agendapunt datum tekst genomen_door status"),
    "partners.Deelnemer": Velden(
        zaak="overleg organisatie aanwezigheid gemaild_op", persoon="naam email", dossier="contactpersoon user"
    ),
    "partners.Fasecijfer": Velden(zaak="partnerschap jaar kwartaal fase aantal bron", dossier="door"),
    "partners.Overleg": Velden(
        zaak="soort titel partnerschap vorige datum begin einde plaats toelichting status uitgenodigd_op verslag_op "
        "afgelast_reden agenda_versie"
    ),
    "partners.Overlegtaak": Velden(zaak="overleg agendapunt wat organisatie datum", dossier="wie"),
    "partners.Partnerschap": Velden(
        zaak="naam penhouder doelgroep gemeenten van tot financiering financiering_noot status"
    ),
    "partners.Partnerschapspartner": Velden(zaak="partnerschap organisatie rol thema mandaat van tot"),
    "partners.Samenwerking": Velden(zaak="organisatie met thema gemeenten wat van tot"),
    "partners.Streefcijfer": Velden(zaak="partnerschap jaar fase aantal"),
    "partners.Verslagontwerp": Velden(zaak="overleg", dossier="ontwerp"),
    "partners.Capaciteit": Velden(zaak="werkplaats van tot aantal"),
    "partners.Uitlening": Velden(
        zaak="werkplaats van_ocmw aan_ocmw aantal van tot tarief status antwoord beslist_op",
        dossier="gevraagd_door beslist_door",
    ),
    "partners.Werkplaats": Velden(
        zaak="gebruiker ocmw functie categorie omschrijving aantal uren van tot gearchiveerd_op rijbewijs nederlands "
        "ploegen weekend fysiek gemeente met_ov met_fiets begeleiding"
    ),
    "partners.Indexatie": Velden(zaak="percentage vanaf organisatie aantal ongedaan_op", dossier="door"),
    "partners.Tarief": Velden(zaak="organisatie categorie functieniveau bedrag geldig_van geldig_tot noot indexatie"),
}
