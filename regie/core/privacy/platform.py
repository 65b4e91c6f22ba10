"""Gebieden, accounts, figures, reports and the portal."""

from regie.core.privacy.klassen import Velden

PLATFORM: dict[str, Velden] = {
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
        zaak="dagoverzicht weekmail agenda_sinds aan_de_slag_klaar_op", dossier="user", geheim="agenda_hash"
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
