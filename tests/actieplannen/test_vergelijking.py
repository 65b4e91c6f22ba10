"""Two contents side by side: nothing invented, nothing lost, the same both ways."""

from copy import deepcopy

from hypothesis import given, settings
from hypothesis import strategies as st

from actieplannen.models import Planversie
from actieplannen.selectors.inhoud import inhoud_van
from actieplannen.selectors.planwoorden import Soort, onderdelen
from actieplannen.selectors.vergelijking import tekst_van, vergelijk, woorden
from tests.actieplannen.test_inhoud import vol_plan
from tests.factories import UserFactory

TEKST = st.text("ab \n", max_size=12)
BEDRAG = st.integers(0, 10**6).map(lambda n: f"{n / 100:.2f}")
REEKS = st.sampled_from("pqrst")
ACTIE = st.fixed_dictionaries(
    {
        "reeks": REEKS,
        "nummer": st.sampled_from(["1.1", "1.2"]),
        "doelstelling": REEKS,
        "titel": TEKST,
        "omschrijving": TEKST,
        "prioriteit": st.sampled_from(["", "WSE-LR1", "OUD-LR9"]),
        "activiteit": st.just(""),
        "regierolactie": st.just(""),
        "gemeenten": st.lists(st.sampled_from(["Brugge", "Damme"]), max_size=2),
        "trekker": st.fixed_dictionaries({"organisatie": TEKST, "persoon": TEKST}),
        "partners": st.lists(st.fixed_dictionaries({"organisatie": TEKST, "bijdrage": TEKST}), max_size=2),
        "start": st.sampled_from([None, "2027-01-01"]),
        "eind": st.sampled_from([None, "2027-12-31"]),
        "bbc_nummer": TEKST,
        "risicos": TEKST,
        "budgetten": st.lists(
            st.fixed_dictionaries(
                {
                    "jaar": st.just(2027),
                    "bron": st.sampled_from(["VLAANDEREN", "VDAB"]),
                    "noot": TEKST,
                    "gepland": BEDRAG,
                    "vte_gepland": BEDRAG,
                }
            ),
            max_size=2,
        ),
        "indicatoren": st.lists(
            st.fixed_dictionaries(
                {
                    "reeks": REEKS,
                    "naam": TEKST,
                    "definitie": TEKST,
                    "meetwijze": st.just("HAND"),
                    "eenheid": TEKST,
                    "richting": st.just("OMHOOG"),
                    "nulmeting": st.none() | BEDRAG,
                    "streefwaarde": st.none() | BEDRAG,
                    "cijfer": st.just(""),
                    "organisatie": st.just(""),
                    "instrument": st.just(""),
                }
            ),
            max_size=2,
        ),
    }
)
DOEL = st.fixed_dictionaries(
    {
        "reeks": REEKS,
        "nummer": st.just("1"),
        "ouder": st.none() | REEKS,
        "titel": TEKST,
        "toelichting": TEKST,
    }
)
INHOUD = st.fixed_dictionaries(
    {
        "plan": st.fixed_dictionaries(
            {"jaar": st.sampled_from([2026, 2027]), "soort": st.just("VDAB"), "titel": TEKST, "inleiding": TEKST}
        ),
        "doelstellingen": st.lists(DOEL, max_size=3),
        "acties": st.lists(ACTIE, max_size=3),
    }
)


class TestEigenschappen:
    @given(INHOUD)
    @settings(max_examples=50, deadline=None)
    def test_met_zichzelf_is_er_niets(self, a):
        vergelijking = vergelijk(a, deepcopy(a))

        assert (vergelijking.verschillen, vergelijking.telling) == ([], [])
        assert len(vergelijking.onderdelen) == 1 + len(a["doelstellingen"]) + len(a["acties"])

    @given(INHOUD, INHOUD)
    @settings(max_examples=50, deadline=None)
    def test_omgekeerd_is_nieuw_geschrapt(self, a, b):
        heen, terug = vergelijk(a, b), vergelijk(b, a)
        omgekeerd = {"nieuw": "geschrapt", "geschrapt": "nieuw"}

        def sleutels(vergelijking, draai):
            return {
                (d.soort, d.sleutel, draai.get(d.hoe, d.hoe)): {
                    v.label: {tekst_van(v.oud), tekst_van(v.nieuw)} for v in d.velden
                }
                for d in vergelijking.onderdelen
            }

        assert sleutels(heen, {}) == sleutels(terug, omgekeerd)

    @given(INHOUD, INHOUD)
    @settings(max_examples=50, deadline=None)
    def test_beide_kanten_staan_er_helemaal(self, a, b):
        """From the comparison both contents can be read back, word for word."""
        delen = vergelijk(a, b).onderdelen
        for kant, inhoud in (("oud", a), ("nieuw", b)):
            gelezen = {(d.soort, d.sleutel): {v.label: tekst_van(getattr(v, kant)) for v in d.velden} for d in delen}
            for sleutel, (_, _, teksten) in onderdelen(inhoud).items():
                assert {label: tekst for label, tekst in gelezen[sleutel].items() if tekst} == teksten

    @given(st.text("ab c", max_size=20), st.text("ab c", max_size=20))
    def test_gelijke_woorden_zijn_dezelfde(self, oud, nieuw):
        was, wordt = woorden(oud, nieuw)

        assert (tekst_van(was), tekst_van(wordt)) == (oud, nieuw)
        assert [s.tekst for s in was if s.hoe == "gelijk"] == [s.tekst for s in wordt if s.hoe == "gelijk"]
        assert {s.hoe for s in was} <= {"gelijk", "geschrapt"}
        assert {s.hoe for s in wordt} <= {"gelijk", "nieuw"}


class TestEenWijziging:
    def test_alleen_wat_anders_is(self, gebied):
        oud = inhoud_van(vol_plan())
        nieuw = deepcopy(oud)
        nieuw["acties"][0]["omschrijving"] = "Rijbuddy's oefenen elke week met cursisten."
        nieuw["acties"][0]["budgetten"][0]["gepland"] = "1750.00"
        nieuw["doelstellingen"].append(
            {"reeks": "z", "nummer": "2", "ouder": None, "titel": "Meer werkgevers", "toelichting": ""}
        )

        vergelijking = vergelijk(oud, nieuw)
        assert vergelijking.telling == [("nieuw", 1), ("gewijzigd", 1)]
        assert [(d.soort, d.titel, d.hoe) for d in vergelijking.verschillen] == [
            (Soort.DOELSTELLING, "Meer werkgevers", "nieuw"),
            (Soort.ACTIE, "Rijbewijsproject", "gewijzigd"),
        ]
        tekst, geld = vergelijking.verschillen[1].velden
        assert (tekst.label, [s.tekst for s in tekst.nieuw if s.hoe == "nieuw"]) == ("omschrijving", ["elke week "])
        assert geld.label == "budget 2027, subsidie regierol"
        assert tekst_van(geld.nieuw) == "€\u00a01.750,00 · 1,00 VTE"

    def test_een_versie_is_wat_er_stond(self, gebied):
        plan = vol_plan()
        versie = Planversie.objects.create(
            plan=plan, nummer=1, status="INGEDIEND", reden="ingediend", inhoud=inhoud_van(plan), door=UserFactory()
        )
        versie.refresh_from_db()

        assert vergelijk(versie.inhoud, inhoud_van(plan)).verschillen == []


class TestPagina:
    def test_naast_elkaar_met_woorden(self, als_regisseur, gebied):
        plan = vol_plan()
        Planversie.objects.create(
            plan=plan, nummer=1, status="INGEDIEND", reden="ingediend", inhoud=inhoud_van(plan), door=UserFactory()
        )
        actie = plan.doelstellingen.get(ouder__isnull=False).acties.get()
        actie.titel = "Rijbewijsproject jongeren"
        actie.save()
        basis = f"/g/{gebied.slug}/jaaractieplan/{plan.pk}/vergelijken/"

        html = als_regisseur.get(basis).content.decode()
        assert "1 gewijzigd." in html
        assert '<ins class="bij"><span class="visually-hidden">nieuw: </span> jongeren' in html
        assert "Drempels weg" not in html
        assert "Drempels weg" in als_regisseur.get(f"{basis}?alles=1").content.decode()
        terug = als_regisseur.get(f"{basis}?van=nu&naar=1").content.decode()
        assert '<del class="weg"><span class="visually-hidden">geschrapt: </span> jongeren' in terug
        assert "beloven hetzelfde" in als_regisseur.get(f"{basis}?van=1&naar=1").content.decode()
        assert "1 gewijzigd." in als_regisseur.get(f"{basis}?van=99&naar=onzin").content.decode()

    def test_een_versie_zoals_ze_was(self, als_regisseur, gebied):
        plan = vol_plan()
        versie = Planversie.objects.create(
            plan=plan, nummer=1, status="INGEDIEND", reden="ingediend", inhoud=inhoud_van(plan), door=UserFactory()
        )
        html = als_regisseur.get(f"/g/{gebied.slug}/jaaractieplan/versie/{versie.pk}/").content.decode()

        for tekst in (
            "Rijbewijsproject",
            "Werkkracht, Ann Peeters",
            "1.500,00",
            "Brugge, Damme",
            "12 (hoger is beter)",
        ):
            assert tekst in html

    def test_nog_zonder_versies(self, als_regisseur, gebied):
        plan = vol_plan()

        html = als_regisseur.get(f"/g/{gebied.slug}/jaaractieplan/{plan.pk}/vergelijken/").content.decode()
        assert "Nog geen versies" in html
