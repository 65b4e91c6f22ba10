"""The list as an organisation really keeps it: every row has a lot, and the same list again changes nothing."""

from partners.enums import Lijstoordeel
from partners.models import Contactmoment, Contactpersoon, Lijstrij, Werkgever


class TestVoorbeeld:
    def test_elke_rij_heeft_een_oordeel_en_elk_nummer_wordt_herkend(self, nagekeken, regio):
        lijst = nagekeken()

        assert {oordeel: lijst.telling[oordeel] for oordeel in Lijstoordeel if lijst.telling[oordeel]} == {
            "NIEUW": 140
        }
        assert all(len(rij.schoon["velden"]["kbo"]) == 10 for rij in Lijstrij.objects.order_by("rijnummer"))

    def test_deelgemeenten_horen_bij_hun_gemeente(self, nagekeken):
        nagekeken()

        gemeenten = {rij.ruw[2]: rij.schoon["velden"].get("gemeente") for rij in Lijstrij.objects.order_by("pk")}
        assert gemeenten["Sint-Kruis"] == gemeenten["Assebroek"] == gemeenten["Brugge"] == "31005"
        assert None not in gemeenten.values()

    def test_wat_niet_meekomt_wordt_gezegd(self, nagekeken, regio):
        nagekeken()

        zinnen = {rij.rijnummer: [p["tekst"] for p in rij.problemen] for rij in Lijstrij.objects.order_by("rijnummer")}
        assert zinnen[3] == [
            "'Aïcha Maes' heeft geen telefoonnummer of e-mailadres, dus die nemen we niet over.",
            "contact door 'OCMW Brugge', maar er staat geen datum bij. Dit nemen we niet over.",
        ]
        assert zinnen[4][-1] == "'vorige week' is geen volledige datum, dus dit contact nemen we niet over."
        assert "'Werkkracht10' is geen organisatie in deze regio" in zinnen[9][-1]
        assert zinnen[10] == []

    def test_twee_keer_inladen_verandert_niets(self, laad, regio):
        eerste = laad()
        kaarten, personen = Werkgever.objects.count(), Contactpersoon.objects.count()

        tweede = laad()

        assert (eerste.resultaat["aangemaakt"], kaarten, personen) == (140, 140, 99)
        assert (tweede.resultaat["ongewijzigd"], tweede.resultaat["aangemaakt"]) == (140, 0)
        assert (Werkgever.objects.count(), Contactpersoon.objects.count()) == (kaarten, personen)

    def test_een_kaart_zegt_wat_de_lijst_zegt(self, laad, regio):
        laad()

        kaart = Werkgever.objects.get(kbo="0225423644")
        assert (kaart.naam, kaart.gemeente_id, kaart.grootteklasse) == ("Hotel Van den Berghe nv", "31005", "500+")
        assert (kaart.nace, kaart.nace_versie) == ("4120", "2008")
        assert kaart.contactpersonen.get().telefoon == "+3250123456"

    def test_alleen_een_zeker_contact_komt_op_de_kaart(self, laad, regio):
        laad()

        zeker = Contactmoment.objects.get(werkgever__kbo="0293076293")
        assert (str(zeker.datum), zeker.organisatie.naam, zeker.kanaal) == ("2026-10-15", "De Kringwinkel", "LIJST")
        assert zeker.werkgever.status == "CONTACT"
        onzeker = ["0225423644", "0358745392", "0904813921", "0540348693"]  # vorige week, wie?, geen wie, geen datum
        assert not Contactmoment.objects.filter(werkgever__kbo__in=onzeker).exists()
