"""The surroundings of the dossiers: gebieden, organisations, accounts, names. Small tables, written first."""

from django.contrib.auth.hashers import Argon2PasswordHasher
from psycopg import Connection
from psycopg.sql import SQL, Identifier

from partners.models import Werkplaats
from regie.accounts.models import User
from regie.core.models import Lidmaatschap, Organisatie, Regiegebied
from regie.core.models.gebied import Gebiedslid
from regie.core.names import persoon_sleutel, sorteersleutel
from regie.portal.bench.omvang import BEGELEIDERS_PER_OCMW, PARTNERS_PER_GEBIED, Deel
from regie.portal.bench.sql import invoegen
from regie.portal.demo.namen import POOLS

EMAIL = "bench@bench.example"
WACHTWOORD = "Zwin-Belfort-8000"

TABELLEN = """
CREATE TABLE bench_deel (gebied_nr int, ocmw_nr int, van int, tot int);
CREATE TABLE bench_naam (nr int PRIMARY KEY, voornaam text, familienaam text, sorteernaam text, persoonssleutel text);
"""
LEDEN = """
CREATE TABLE bench_lid AS
SELECT g.id AS gebied_id, d.gebied_nr, d.ocmw_nr, row_number() OVER (ORDER BY d.gebied_nr, d.ocmw_nr) AS nr,
       m.nis, m.naam, d.van, d.tot
  FROM (SELECT *, row_number() OVER (ORDER BY gebied_nr, ocmw_nr) AS rang FROM bench_deel) d
  JOIN (SELECT nis, naam, row_number() OVER (ORDER BY nis) AS rang FROM core_gemeente) m USING (rang)
  JOIN core_regiegebied g ON g.slug = format('bench-%s', lpad(d.gebied_nr::text, 2, '0'))
"""
OCMWS = """
CREATE TABLE bench_ocmw AS
SELECT l.gebied_id, o.id AS ocmw_id, l.nis, l.van, l.tot, l.nr,
       (SELECT array_agg(m.user_id) FROM core_lidmaatschap m
         WHERE m.organisatie_id = o.id AND m.rol = 'TRAJECTBEGELEIDER') AS begeleiders,
       (SELECT array_agg(w.gebruiker_id ORDER BY w.id) FROM partners_werkplaats w WHERE w.gebied_id = l.gebied_id)
         AS gebruikers,
       (SELECT array_agg(w.id ORDER BY w.id) FROM partners_werkplaats w WHERE w.gebied_id = l.gebied_id)
         AS werkplaatsen
  FROM bench_lid l
  JOIN core_organisatie o ON o.gebied_id = l.gebied_id AND o.type = 'OCMW' AND o.gemeente_id = l.nis
"""


def omgeving_vullen(verbinding: Connection, delen: list[Deel]) -> None:
    verbinding.execute(TABELLEN)
    _kopieer(verbinding, "bench_deel", [(d.gebied, d.ocmw, d.van, d.tot) for d in delen])
    _kopieer(verbinding, "bench_naam", list(_namen()))
    gebieden = max(deel.gebied for deel in delen)
    slug = "format('bench-%s', lpad(nr::text, 2, '0'))"
    invoegen(
        verbinding,
        Regiegebied,
        {"naam": "format('Benchgebied %s', nr)", "slug": slug, "rechtsvorm": "'INTERLOKALE_VERENIGING'"},
        f"generate_series(1, {gebieden}) nr",
    )
    verbinding.execute(LEDEN)
    invoegen(
        verbinding,
        Gebiedslid,
        {"gebied_id": "gebied_id", "gemeente_id": "nis", "van": "'2023-01-01'::date"},
        "bench_lid",
    )
    _organisaties(verbinding)
    _accounts(verbinding)
    verbinding.execute(OCMWS)


def _namen() -> list[tuple[int, str, str, str, str]]:
    """Every first name with every family name: enough different people to search among."""
    voornamen = dict.fromkeys(naam for pool in POOLS.values() for naam in pool.vrouwen + pool.mannen)
    families = dict.fromkeys(naam for pool in POOLS.values() for naam in pool.families)
    paren = ((voornaam, familie) for familie in families for voornaam in voornamen)
    return [
        (nr, voornaam, familie, sorteersleutel(f"{familie} {voornaam}"), persoon_sleutel(familie, voornaam))
        for nr, (voornaam, familie) in enumerate(paren, start=1)
    ]


def _kopieer(verbinding: Connection, tabel: str, rijen: list) -> None:
    with verbinding.cursor() as cursor, cursor.copy(SQL("COPY {} FROM STDIN").format(Identifier(tabel))) as kopie:
        for rij in rijen:
            kopie.write_row(rij)


def _organisaties(verbinding: Connection) -> None:
    basis = {"gebied_id": "gebied_id", "is_actief": "true"}
    ocmw = {"naam": "'OCMW ' || naam", "slug": "'ocmw-' || ocmw_nr", "type": "'OCMW'", "gemeente_id": "nis"}
    invoegen(verbinding, Organisatie, {**basis, **ocmw}, "bench_lid")
    verband = {"naam": "'Regieverband'", "slug": "'regieverband'", "type": "'REGIEVERBAND'"}
    invoegen(verbinding, Organisatie, {**basis, **verband}, "(SELECT DISTINCT gebied_id FROM bench_lid) l")
    partner = {
        "naam": "format('Gebruiker %s', nr)",
        "slug": "'gebruiker-' || nr",
        "type": "'VZW'",
        "gebruikerscategorie": "(ARRAY['VZW', 'PUBLIEK', 'SE_VST', 'PRIVAAT'])[nr % 4 + 1]",
    }
    bron = f"(SELECT DISTINCT gebied_id FROM bench_lid) l, generate_series(1, {PARTNERS_PER_GEBIED}) nr"  # noqa: S608
    invoegen(verbinding, Organisatie, {**basis, **partner}, bron)
    plaats = {
        "id": "gen_random_uuid()",
        "gebied_id": "gebied_id",
        "gebruiker_id": "id",
        "functie": "'medewerker'",
        "aantal": "40",
        "van": "'2023-01-01'::date",
    }
    invoegen(verbinding, Werkplaats, plaats, "core_organisatie WHERE gebruikerscategorie <> ''")


def _accounts(verbinding: Connection) -> None:
    """Trajectbegeleiders of every OCMW, and one person who sees the largest OCMW and the cockpit of its gebied."""
    verbinding.execute("SELECT setval(pg_get_serial_sequence('accounts_user', 'id'), 1, false)")
    aantal = f"(SELECT count(*) FROM bench_lid) * {BEGELEIDERS_PER_OCMW}"  # noqa: S608
    collega = {"email": "format('b%s@bench.example', nr)", "first_name": "'Begeleider'", "last_name": "nr::text"}
    invoegen(verbinding, User, {**collega, "password": "'!'"}, f"generate_series(1, {aantal}) nr")
    verbinding.execute("CREATE TABLE bench_wachtwoord (waarde text)")
    hasher = Argon2PasswordHasher()  # the one of the settings that will serve, whatever this process uses
    verbinding.execute("INSERT INTO bench_wachtwoord VALUES (%s)", [hasher.encode(WACHTWOORD, hasher.salt())])
    login = {"email": f"'{EMAIL}'", "first_name": "'Bench'", "last_name": "'Login'", "password": "waarde"}
    invoegen(verbinding, User, login, "bench_wachtwoord")
    lid = {"gebied_id": "o.gebied_id", "organisatie_id": "o.id", "van": "'2023-01-01'::date"}
    invoegen(
        verbinding,
        Lidmaatschap,
        {**lid, "user_id": "u.id", "rol": "'TRAJECTBEGELEIDER'"},
        "bench_lid l JOIN core_organisatie o ON o.gebied_id = l.gebied_id AND o.gemeente_id = l.nis"
        f" JOIN accounts_user u ON (u.id - 1) / {BEGELEIDERS_PER_OCMW} + 1 = l.nr AND u.password = '!'",
    )
    eerste = "core_organisatie o JOIN core_regiegebied g ON g.id = o.gebied_id AND g.slug = 'bench-01'"
    wie = f"(SELECT id FROM accounts_user WHERE email = '{EMAIL}')"  # noqa: S608
    for slug, rol in (("ocmw-1", "TEAMVERANTWOORDELIJKE"), ("regieverband", "REGISSEUR")):
        velden = {**lid, "user_id": wie, "rol": f"'{rol}'"}
        invoegen(verbinding, Lidmaatschap, velden, f"{eerste} WHERE o.slug = '{slug}'")
