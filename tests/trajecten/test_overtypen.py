"""The overtypblad: in the order of another system, with what changed since somebody typed it over."""

import pytest

from tests.trajecten.hulp import INSZ
from trajecten.models import Overtypmoment
from trajecten.regels.documenten import Overtypsysteem
from trajecten.regels.overtypen import velden
from trajecten.selectors.overtypen import achterstand, overtypblad, waarden

pytestmark = pytest.mark.usefixtures("klok")


@pytest.fixture
def bevestig(als_begeleider, url):
    def doe(client, systeem="mlp", gezien=None):
        gezien = gezien or overtypblad(client, systeem.upper()).afdruk
        return als_begeleider.post(url("overtypblad", client.pk, systeem), {"gezien": gezien})

    return doe


def gewijzigd(client, systeem="MLP"):
    blad = overtypblad(client, systeem)
    return {regel.veld: regel.vorige for _, regels in blad.groepen for regel in regels if regel.is_gewijzigd}


@pytest.mark.parametrize("systeem", Overtypsysteem)
def test_elk_veld_heeft_een_waarde(registreer, systeem):
    bekend = set(waarden(registreer().client, None, None, None))

    assert {veld.veld for veld in velden(systeem)} <= bekend
    assert len(velden(systeem)) > 10


def test_toont_daarna_alleen_wat_veranderde(stappenplan, bevestig, begeleider):
    traject = stappenplan("LOPEND")
    client = traject.client
    assert gewijzigd(client) == {} and not overtypblad(client, "MLP").is_bij

    bevestig(client)

    blad = overtypblad(client, "MLP")
    assert blad.is_bij and blad.laatste.door_id == begeleider.user_id
    assert not overtypblad(client, "NOVAPRIMA").is_bij

    client.telefoon, oud = "+32470123456", client.telefoon
    client.save()
    traject.refresh_from_db()
    traject.jobdoelwit, oud_doel = "kok", traject.jobdoelwit
    traject.save()
    assert gewijzigd(client) == {"telefoon": oud, "jobdoelwit": oud_doel}


def test_wat_intussen_veranderde_wordt_niet_bevestigd(stappenplan, bevestig):
    client = stappenplan("LOPEND").client
    gezien = overtypblad(client, "MLP").afdruk
    client.voornaam = "Selina"
    client.save()

    bevestig(client, gezien=gezien)

    assert not Overtypmoment.objects.exists()


def test_het_insz_staat_er_niet_in_maar_een_wijziging_wel(als_begeleider, stappenplan, bevestig, url):
    client = stappenplan("LOPEND").client
    client.insz, client.insz_index = INSZ, "a" * 64
    client.save()
    pagina = als_begeleider.get(url("overtypblad", client.pk, "mlp")).content.decode()
    assert "INSZ tonen, met reden" in pagina and "volgorde te verifiëren" in pagina
    assert INSZ not in pagina and "a" * 64 not in pagina

    bevestig(client)
    client.insz_index = "b" * 64
    client.save()

    assert set(gewijzigd(client)) == {"insz"}
    pagina = als_begeleider.get(url("overtypblad", client.pk, "mlp")).content.decode()
    assert "gewijzigd sinds de vorige keer" in pagina and "a" * 64 not in pagina


def test_de_lijst_toont_wat_nog_over_te_typen_is(
    als_begeleider, begeleider, stappenplan, bevestig, url, django_assert_max_num_queries
):
    client = stappenplan("LOPEND").client
    assert {(r.systeem, r.laatste) for r in achterstand(user_id=begeleider.user_id)} == {
        ("MLP", None),
        ("NOVAPRIMA", None),
    }
    bevestig(client)
    bevestig(client, "novaprima")
    assert achterstand(user_id=begeleider.user_id) == []

    client.email = "nieuw@post.example"
    client.save()
    assert [(r.systeem, r.velden) for r in achterstand(user_id=begeleider.user_id)] == [("MLP", ("E-mail",))]
    with django_assert_max_num_queries(14):
        pagina = als_begeleider.get(url("overtypen")).content.decode()
    assert client.lijstnaam in pagina and "E-mail" in pagina
    assert als_begeleider.get(url("overtypen") + "?systeem=NOVAPRIMA").status_code == 200


def test_een_onbekend_systeem_bestaat_niet(als_begeleider, stappenplan, url):
    client = stappenplan("INTAKE").client

    assert als_begeleider.get(url("overtypblad", client.pk, "iets")).status_code == 404
