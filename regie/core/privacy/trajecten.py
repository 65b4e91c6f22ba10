"""Clients and their trajecten."""

from regie.core.privacy.klassen import Velden

TRAJECTEN: dict[str, Velden] = {
    "trajecten.Afwezigheid": Velden(dossier="stap van tot ingetrokken_op door", gevoelig="soort opmerking"),
    "trajecten.Breukperiode": Velden(dossier="stap vanaf breuk ingetrokken_op door", gevoelig="reden"),
    "trajecten.Attest": Velden(dossier="client naam uitgereikt_door behaald_op geldig_tot bewijs document door"),
    "trajecten.Bezetting": Velden(
        zaak="werkplaats organisatie", dossier="plaatsing_id van tot verwacht_tot breuk is_gepland"
    ),
    "trajecten.Client": Velden(
        persoon="dossiernummer voornaam familienaam sorteernaam persoonssleutel geboortedatum telefoon email",
        dossier="geslacht gemeente postcode inkomensstatuut taal tolk_nodig diploma vdab_ingeschreven "
        "leefloon_aangevraagd_op leefloon_toegekend_op geinformeerd_op geinformeerd_via samengevoegd_met",
        gevoelig="opmerking vdab_vrijstelling",
        geheim="insz insz_index",
    ),
    "trajecten.ClientCompetentie": Velden(
        dossier="client competentie niveau bron bewijs document vastgesteld_op door"
    ),
    "trajecten.ClientVingerafdruk": Velden(zaak="organisatie soort", dossier="client_id", geheim="hash"),
    "trajecten.Competentie": Velden(zaak="code label soort categorie"),
    "trajecten.Contactmoment": Velden(
        dossier="client traject soort datum zichtbaarheid door",
        gevoelig="tekst",
    ),
    "trajecten.Contactvraag": Velden(zaak="van aan beantwoord_op", dossier="door client_bij_ontvanger"),
    "trajecten.Dossierteller": Velden(zaak="jaar laatste"),
    "trajecten.Bulkactie": Velden(zaak="soort ongedaan_op", dossier="omschrijving resultaat door"),
    "trajecten.Drempel": Velden(
        dossier="traject geopend_op gesloten_op partner vorige", gevoelig="code ernst status actie"
    ),
    "trajecten.Dossierstatistiek": Velden(
        zaak="jaar_aanmelding jaar_afsluiting leeftijdsklasse geslacht inkomensstatuut diploma instrument "
        "uitstroomgroep maanden drempels"
    ),
    "trajecten.Document": Velden(
        zaak="mime grootte scan is_gemaakt vervangt gewist_op",
        dossier="client soort traject stap plaatsing evaluatie ontvangen_op getekend_client_op getekend_ocmw_op "
        "getekend_gebruiker_op vervalt_op door verwijderd_op",
        gevoelig="naam omschrijving verwijder_reden",
        geheim="sha256",
    ),
    "trajecten.DocumentSoort": Velden(zaak="code naam partijen verwacht_vanaf alleen_team volgorde"),
    "trajecten.DrempelCode": Velden(zaak="code label rubriek gevoelig"),
    "trajecten.Drempelstand": Velden(dossier="drempel datum door", gevoelig="ernst status"),
    "trajecten.DuplicaatBesluit": Velden(dossier="client andere door"),
    "trajecten.EigenTaak": Velden(dossier="voor vervalt_op afgehandeld_op", gevoelig="omschrijving"),
    "trajecten.Evaluatie": Velden(
        dossier="traject plaatsing soort gepland_op uitgevoerd_op geannuleerd_op conclusie gezien_client_op "
        "gezien_gebruiker_op gezien_begeleider_op gezien_client_wijze gezien_gebruiker_wijze gezien_begeleider_wijze "
        "kopie_client_op afwezig_gewettigd afwezig_ongewettigd",
        gevoelig="scores doelen besluit opmerking_client afwezig_ziek drempelwijzigingen mening_client "
        "mening_gebruiker mening_begeleider ontwerp",
    ),
    "trajecten.Evaluatieherinnering": Velden(zaak="nummer verstuurd_op", dossier="vraag"),
    "trajecten.Evaluatieversie": Velden(zaak="nummer", dossier="evaluatie door", gevoelig="inhoud reden"),
    "trajecten.Evaluatievraag": Velden(
        zaak="organisatie gevraagd_op beantwoord_op ingetrokken_op",
        persoon="ontvanger_naam ontvanger_email ingevuld_door",
        dossier="evaluatie gevraagd_door",
        gevoelig="ontwerp antwoord",
    ),
    "trajecten.EvaluatieCriterium": Velden(zaak="code label soort schaal"),
    "trajecten.GpmiEvaluatie": Velden(dossier="traject datum in_persoon door", gevoelig="notitie"),
    "trajecten.ImwBeslissing": Velden(dossier="stap dossiernummer kwartaal einde", gevoelig="soort"),
    "trajecten.Huisstijl": Velden(zaak="logo kleur adres voettekst teksten"),
    "trajecten.InlaadRij": Velden(
        zaak="inlading rijnummer oordeel besluit verwerkt_op gelijkt_op_rij",
        dossier="client",
        gevoelig="ruw schoon problemen verschillen",
    ),
    "trajecten.Inlading": Velden(
        zaak="sha256 blad kopregel kolommen koppeling status telling resultaat voortgang afgerond_op",
        dossier="bestandsnaam door",
    ),
    "trajecten.Instrument": Velden(
        zaak="code naam korte_naam status instroom_tot verwijzer max_duur juridische_werkgever uitkering_tijdens "
        "verplichte_documenten is_plaatsbaar"
    ),
    "trajecten.Inzet": Velden(dossier="user van breuk"),
    "trajecten.InstrumentDocument": Velden(zaak="instrument code label voor_start veld volgorde bron zekerheid"),
    "trajecten.InstrumentRegel": Velden(
        zaak="instrument overlapgroep plaats plaatswoord min_code max_code max_uitzondering uitloop_code uitkomsten "
        "opvolger toelichting bron zekerheid"
    ),
    "trajecten.Inzage": Velden(zaak="pagina request_id", dossier="client_id user_id reden"),
    "trajecten.Kandidaatprofiel": Velden(
        dossier="client jobdoelwit categorieen beschikbaar_vanaf uren rijbewijs nederlands vervoer",
        gevoelig="grenzen sterktes wensen",
    ),
    "trajecten.Kandidatuur": Velden(
        zaak="werkplaats",
        dossier="client traject status reden kennismaking_op voorgesteld_op status_sinds door",
        gevoelig="toelichting",
    ),
    "trajecten.Link": Velden(
        zaak="doel organisatie geldig_tot ingetrokken_op geopend_op gebruikt_op",
        persoon="ontvanger_naam ontvanger_email",
        dossier="object_id client door",
        geheim="geheim_hash",
    ),
    "trajecten.Nazorgmeting": Velden(
        dossier="traject maand gepland_op gemeten_op aan_het_werk gestopt_op situatie bron is_doorstroom door",
        gevoelig="notitie",
    ),
    "trajecten.Ontwerp": Velden(dossier="door geopend_op", gevoelig="gegevens"),
    "trajecten.Opleidingsgegevens": Velden(dossier="stap soort verstrekker is_erkend intensiteit attest_op"),
    "trajecten.Overdracht": Velden(
        zaak="naar_gebied naar_organisatie_id naar_naam",
        persoon="contact_naam contact_telefoon",
        dossier="client traject datum reden instemming instemming_op onderdelen traject_versie status vervalt_op "
        "beslist_op beslist_door nieuw_dossiernummer door",
        gevoelig="weigerreden voorstel",
    ),
    "trajecten.Overname": Velden(
        zaak="van_gebied van_organisatie_id van_naam",
        persoon="contact_naam contact_telefoon",
        dossier="datum onderdelen status vervalt_op beslist_op beslist_door client",
        gevoelig="weigerreden voorstel",
        geheim="pakket",
    ),
    "trajecten.Overtypmoment": Velden(zaak="systeem", dossier="client door", gevoelig="waarden", geheim="afdruk"),
    "trajecten.Plaatsing": Velden(
        zaak="gebruiker werkplaats",
        dossier="stap functie breuk contract_getekend_op tbs_ocmw_op tbs_gebruiker_op tbs_werknemer_op tbs_gemeld_op "
        "start einde",
        gevoelig="afwijking_reden",
    ),
    "trajecten.Schorsing": Velden(
        dossier="stap van tot verwacht_tot bij_onderbreking status aangevraagd_op aangevraagd_door beslist_op "
        "beslist_door weigerreden",
        gevoelig="reden toelichting weigering_uitleg volgende_stap",
    ),
    "trajecten.Quotum": Velden(zaak="organisatie jaar modus toegekend budget"),
    "trajecten.Samenvoeging": Velden(
        zaak="verplaatst", dossier="behouden opgenomen terug_tot ongedaan_op definitief_op door", gevoelig="vorige"
    ),
    "trajecten.Stap": Velden(
        dossier="traject instrument status start einde_berekend einde_regel einde_voorzien einde weo_getekend_op "
        "mlp_geregistreerd_op mlp_geldig_tot regime uitkomst overlapvak "
        "overgenomen_op",
        gevoelig="einde_motivering afwijking_reden uitkomst_toelichting",
    ),
    "trajecten.Stapdocument": Velden(dossier="stap code getekend_op"),
    "trajecten.StatusWijziging": Velden(
        dossier="traject van naar geldig_op instrument uitstroomcode herkomst door", gevoelig="reden"
    ),
    "trajecten.Termijn": Velden(
        zaak="sleutel",
        dossier="traject soort omschrijving vervalt_op evaluatie nazorgmeting afgehandeld_op vervallen_op "
        "signaal_vanaf te_laat_na regel gesluimerd_tot",
        gevoelig="verzet_reden sluimer_reden",
    ),
    "trajecten.Tijdlijnitem": Velden(dossier="client soort titel is_mijlpaal is_beperkt datum door", gevoelig="tekst"),
    "trajecten.Toewijzing": Velden(
        dossier="traject van_begeleider naar_begeleider actie door gezien_op ongedaan_op", gevoelig="reden"
    ),
    "trajecten.Toestemming": Velden(
        zaak="organisatie",
        dossier="client soort met_wie overdracht grondslag instemming van tot ingetrokken_op door",
        gevoelig="toelichting",
    ),
    "trajecten.Traject": Velden(
        persoon="sorteernaam",
        dossier="client begeleider status status_sinds bron aangemeld_op overgenomen_op intake_op gestart_op "
        "uitgestroomd_op afgesloten_op jobdoelwit drempels_bevraagd_op gpmi_getekend_op onderbreking_tot weigerreden "
        "uitstroomcode uitstroom_kbo instrument gebruiker einddatum_voorzien volgende_termijn_op volgende_termijn "
        "laatste_contact_op",
        gevoelig="afstand twe_test gpmi_vrijstelling onderbreking uitstroom_motivering",
    ),
    "trajecten.UitstroomCode": Velden(zaak="code label groep positief telt_als_doorstroom volgorde"),
    "trajecten.Verlenging": Velden(
        dossier="stap van tot reden status aangevraagd_op aangevraagd_door beslist_op beslist_door weigerreden",
        gevoelig="toelichting weigering_uitleg volgende_stap",
    ),
    "trajecten.Waarneming": Velden(dossier="afwezige waarnemer van tot door", gevoelig="reden"),
    "trajecten.Weergave": Velden(zaak="naam is_team is_standaard sorteer kolommen volgorde", dossier="door filters"),
    "trajecten.Werkperiode": Velden(dossier="client traject van tot bevestigd_tot werkgever_kbo bron door"),
    "trajecten.Voorstel": Velden(
        zaak="organisatie soort status ingediend_op beslist_op",
        persoon="naam",
        dossier="plaatsing link beslist_door",
        gevoelig="inhoud reden antwoord",
    ),
    "trajecten.Wijkwerkuren": Velden(dossier="stap maand uren"),
    "trajecten.Wissing": Velden(dossier="client aangekondigd_op uitvoeren_op door"),
    "trajecten.Kostenafspraak": Velden(dossier="traject leefloon loonkost"),
    "trajecten.Kostenkader": Velden(zaak="van loonkost begeleidingsuren uurkost"),
    "trajecten.Tariefafspraak": Velden(dossier="plaatsing functieniveau bedrag reden"),
    "trajecten.Deelname": Velden(
        dossier="project client status sinds aangemeld_op gestopt_op momenten buddy incentive incentive_betaald_op",
        gevoelig="stopreden",
    ),
    "trajecten.Poging": Velden(dossier="deelname soort datum geslaagd door"),
    "trajecten.Project": Velden(zaak="naam soort omschrijving plaatsen van tot incentive"),
    "trajecten.Projectplaats": Velden(zaak="project organisatie nr gevraagd_op", dossier="deelname"),
    "trajecten.Rijbuddy": Velden(
        zaak="is_actief hoogstens", persoon="naam telefoon email", dossier="gemeente momenten talen"
    ),
}
