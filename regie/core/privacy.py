"""What every column says about people. A new field does not pass the tests before it stands here (tests/architecture).

The classes decide what may leave: only ZAAK may be copied as it is; PERSOON and DOSSIER are changed or removed in a
copy for testing; GEVOELIG and GEHEIM never leave at all. History tables follow the model they belong to.
"""

from dataclasses import dataclass
from enum import StrEnum, auto


class Klasse(StrEnum):
    ZAAK = auto()  # about things, organisaties, rules: nobody in particular
    PERSOON = auto()  # tells who somebody is
    DOSSIER = auto()  # a fact about a client or a colleague: personal because of what it belongs to
    GEVOELIG = auto()  # health, justice, debts, or free text that may hold it (AVG art. 9 and 10)
    GEHEIM = auto()  # worthless or dangerous when read by others: INSZ, keys, hashes of links


@dataclass(frozen=True, slots=True)
class Velden:
    """Field names per class, separated by spaces."""

    zaak: str = ""
    persoon: str = ""
    dossier: str = ""
    gevoelig: str = ""
    geheim: str = ""

    def klassen(self) -> dict[str, Klasse]:
        return {veld: klasse for klasse in Klasse for veld in getattr(self, klasse.value).split()}

    def aantal(self) -> int:
        return sum(len(getattr(self, klasse.value).split()) for klasse in Klasse)


# Columns of the base classes and stamps that mean the same everywhere.
ALGEMEEN = Velden(zaak="id gebied eigenaar gedeeld created_at updated_at versie ontwerp_versie").klassen()

PRIVACY: dict[str, Velden] = {
    "core.ApiSleutel": Velden(zaak="lidmaatschap naam ingetrokken_op", geheim="hash"),
    "core.Gebeurtenis": Velden(zaak="soort object_type object_id details", dossier="user_id"),
    "core.Gebiedslid": Velden(zaak="gemeente van tot"),
    "core.Gemeente": Velden(
        zaak="nis naam sleutel provincie arrondissement referentieregio postcodes postcodes_tekst inwoners "
        "inwoners_datum breedtegraad lengtegraad"
    ),
    "core.Gemeentefusie": Velden(zaak="nis_oud naam_oud gemeente"),
    "core.Lidmaatschap": Velden(zaak="organisatie", dossier="user rol van tot"),
    "core.Mandaat": Velden(zaak="van tot", persoon="regisseur"),
    "core.Organisatie": Velden(
        zaak="naam slug type kbo gemeente gebruikerscategorie email telefoon website is_actief"
    ),
    "core.Referentieregio": Velden(zaak="code naam naam_alternatief"),
    "core.RegelParameter": Velden(
        zaak="code omschrijving waarde eenheid dimensie geldig_van geldig_tot bron zekerheid"
    ),
    "core.Regiegebied": Velden(zaak="naam slug rechtsvorm beherende_gemeente contact_email"),
    "accounts.Dagmail": Velden(zaak="datum message_id verzonden_op fout", dossier="user"),
    "accounts.Uitnodiging": Velden(
        zaak="organisatie geldig_tot aanvaard_op ingetrokken_op",
        persoon="email voornaam familienaam",
        dossier="rol door",
        geheim="geheim_hash",
    ),
    "accounts.User": Velden(
        persoon="email first_name last_name",
        dossier="last_login is_superuser is_staff is_active date_joined",
        geheim="password",
    ),
    "accounts.Voorkeur": Velden(
        zaak="dagoverzicht agenda_sinds aan_de_slag_klaar_op", dossier="user", geheim="agenda_hash"
    ),
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
        zaak="scan is_trekker gevraagd_op herinnerd_op ingediend_op ingetrokken_op",
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
    "trajecten.Afwezigheid": Velden(dossier="stap van tot ingetrokken_op door", gevoelig="soort opmerking"),
    "trajecten.Breukperiode": Velden(dossier="stap vanaf breuk ingetrokken_op door", gevoelig="reden"),
    "partners.Capaciteit": Velden(zaak="werkplaats van tot aantal"),
    "partners.Uitlening": Velden(
        zaak="werkplaats van_ocmw aan_ocmw aantal van tot tarief status antwoord beslist_op",
        dossier="gevraagd_door beslist_door",
    ),
    "partners.Werkplaats": Velden(
        zaak="gebruiker ocmw functie categorie omschrijving aantal uren van tot gearchiveerd_op rijbewijs nederlands "
        "ploegen weekend fysiek gemeente met_ov met_fiets begeleiding"
    ),
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
    "partners.Indexatie": Velden(zaak="percentage vanaf organisatie aantal ongedaan_op", dossier="door"),
    "partners.Tarief": Velden(zaak="organisatie categorie functieniveau bedrag geldig_van geldig_tot noot indexatie"),
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
    "cijfers.Maandtelling": Velden(zaak="organisatie maand soort dimensie waarde n"),
    "rapportage.Rapport": Velden(
        zaak="periode_soort periode_start peildatum variant onderdelen onderdelen_sleutel status poging laatste_kans "
        "hartslag_op fout momentopname pdf sha256 momentopname_sha256 correctie_reden gemaakt_op",
        dossier="door",
    ),
    "rapportage.RapportAbonnement": Velden(
        zaak="contactpersoon frequentie variant onderdelen verzenddag vanaf is_actief", dossier="user"
    ),
    "rapportage.Verzending": Velden(
        zaak="rapport organisatie aanleiding status poging laatste_poging_op fout message_id verzonden_op",
        persoon="naam email",
    ),
    "portal.GevangenMail": Velden(
        zaak="message_id afzender onderwerp keer_aangeboden ontvangen_op", persoon="ontvangers bron"
    ),
    "portal.Hartslag": Velden(zaak="proces op"),
}


def klassen_van(label: str) -> dict[str, Klasse]:
    """{field: class} of one model ("trajecten.Client"), its common columns included."""
    return {**ALGEMEEN, **PRIVACY[label].klassen()}
