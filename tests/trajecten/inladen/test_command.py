"""The same import without screens: one JSON line, and the rights of the person it is done for."""

import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from regie.core.models import Lidmaatschap
from regie.core.permissions import Rol
from tests.data.maak_clientenlijst import PAD
from trajecten.models import Client, Inlading


@pytest.fixture
def roep(gebied, ocmw, inlader, groendienst):
    def doe(*extra: str, **anders: str) -> list[str]:
        opties = {"gebied": gebied.slug, "organisatie": ocmw.slug, "door": inlader.email, **anders}
        uit = StringIO()
        bestand = opties.pop("bestand", str(PAD))
        call_command("clienten_inladen", bestand, *[f"--{k}={v}" for k, v in opties.items()], *extra, stdout=uit)
        return uit.getvalue().strip().splitlines()

    return doe


TELLING = {
    "rijen": 11,
    "nieuw": 4,
    "bijwerken": 0,
    "mogelijk_dubbel": 1,
    "fout": 3,
    "ongewijzigd": 1,
    "overgeslagen": 2,
}


def test_droog_telt_en_schrijft_niets(roep):
    regels = roep("--droog")

    assert json.loads(regels[-1]) == {**TELLING, "droog": True}
    assert (Client.objects.count(), Inlading.objects.count()) == (0, 0)


def test_laadt_in_en_een_tweede_keer_verandert_niets(roep):
    eerste, tweede = json.loads(roep()[-1]), json.loads(roep()[-1])

    assert {**TELLING, "aangemaakt": 4, "bijgewerkt": 0, "mislukt": 0}.items() <= eerste.items()
    assert (tweede["nieuw"], tweede["ongewijzigd"], tweede["fout"], tweede["aangemaakt"]) == (0, 6, 3, 0)
    assert Client.objects.count() == 4


def test_toont_geen_persoonsgegevens(roep):
    tekst = "\n".join(roep("--droog"))

    assert "Fout: 3 (rij 8, 9, 10)" in tekst
    assert not [naam for naam in ("Peeters", "PEETERS", "85.07", "Yılmaz") if naam in tekst]


@pytest.mark.parametrize(
    ("opties", "zin"),
    [
        ({"gebied": "nergens"}, "geen regiegebied 'nergens'. Bekend:"),
        ({"organisatie": "nergens"}, "geen organisatie 'nergens'"),
        ({"door": "niemand@regio.example"}, "geen actief account"),
        ({"bestand": "bestaat-niet.xlsx"}, "bestaat niet"),
        ({"bestand": __file__}, "kunnen we niet inladen"),
        ({"blad": "Legende"}, "geen blad 'Legende' met kolomnamen. Wel: 'Lijst 2026'"),
    ],
)
def test_zegt_wat_er_niet_klopt(roep, opties, zin):
    with pytest.raises(CommandError, match=zin):
        roep(**opties)


def test_wie_niet_mag_inladen_laadt_niet_in(roep, inlader, ander_ocmw):
    with pytest.raises(CommandError, match="mag geen cliënten inladen"):
        roep(organisatie=ander_ocmw.slug)
    Lidmaatschap.objects.filter(user=inlader).update(rol=Rol.ADMINISTRATIE)
    with pytest.raises(CommandError, match="mag geen cliënten inladen"):
        roep()


def test_een_lijst_zonder_voornaam_wordt_geweigerd(roep, tmp_path):
    (tmp_path / "lijst.csv").write_text("Voornaam;Gemeente\nEls;Brugge\n")

    with pytest.raises(CommandError, match="Koppel ook een kolom aan 'Familienaam'"):
        roep(bestand=str(tmp_path / "lijst.csv"))
