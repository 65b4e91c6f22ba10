"""TBS agreement, GPMI and WEO data sheet (domein.md 3.1, 3.2)."""

from regie.core.parameters import waarde
from regie.core.stukken.blokken import Alinea, Deel, Gegevens, Handtekeningen, Lijst, Ruimte, Stuk, Vinkjes
from trajecten.selectors.stukken.gemeen import Bron, breuk_in_woorden, ontbrekend, op, organisatie, persoon

TBS, GPMI, WEO = "tbs", "gpmi", "weo"


def tbs(bron: Bron) -> Stuk:
    """Three parties, before the start (OCMW law, art. 60 § 7)."""
    p, ocmw, gebruiker = bron.plaatsing, bron.client.eigenaar, bron.plaatsing.gebruiker if bron.plaatsing else None
    einde = p.einde if p and p.einde else (bron.stap.einde_voorzien if bron.stap else None)
    return Stuk(
        sjabloon=TBS,
        titel="Overeenkomst van terbeschikkingstelling",
        ondertitel="Artikel 60 § 7 van de organieke wet van 8 juli 1976 betreffende de OCMW's",
        ontbreekt=ontbrekend(
            (p, "Er is nog geen plaats gekozen bij een gebruiker."),
            (not gebruiker or gebruiker.kbo, "Het ondernemingsnummer van de gebruiker ontbreekt."),
            (ocmw.kbo, "Het ondernemingsnummer van het OCMW ontbreekt."),
            (bron.client.geboortedatum, "De geboortedatum van de werknemer ontbreekt."),
            (not p or p.functie, "De functie ontbreekt."),
            (einde, "De einddatum ontbreekt."),
            (bron.begeleider, "Er is nog geen begeleider."),
        ),
        delen=_tbs_delen(bron, op(einde)),
    )


def _tbs_delen(bron: Bron, einde: str) -> tuple[Deel, ...]:
    return (
        Deel("De partijen", _partijen(bron)),
        Deel("Voorwerp, functie en duur", _voorwerp(bron, einde)),
        Deel("Voorwaarden", (Lijst(_VOORWAARDEN),)),
        Deel("Wat niet mag", (Alinea("De gebruiker verklaart dat:"), Vinkjes(_VERBODEN))),
        Deel("Begeleiding en opvolging", _begeleiding(bron)),
        Deel("Einde", (Alinea(_EINDE),)),
        Deel("Ondertekening", (Alinea("Opgemaakt in drie exemplaren; elke partij kreeg er een."), _tbs_tekent(bron))),
    )


_VERBODEN = (
    "hij de werknemer niet verder ter beschikking stelt van een derde;",
    "de werknemer geen afwezig of vertrokken vast personeelslid vervangt;",
    "de werknemer niet wordt ingezet om op gewone arbeidskrachten te besparen.",
)
_EINDE = (
    "De terbeschikkingstelling eindigt op de einddatum, als de arbeidsovereenkomst eindigt, of in overleg tussen de "
    "drie partijen. Wie vroeger wil stoppen, bespreekt dat eerst met de begeleider van het OCMW. Deze overeenkomst "
    "wordt meegedeeld aan de raad voor maatschappelijk welzijn."
)
_VOORWAARDEN = (
    "Het OCMW is de werkgever. Het betaalt het loon, doet de aangiften en verzekert tegen arbeidsongevallen.",
    "De gebruiker oefent het feitelijke gezag uit: hij geeft opdrachten, uurrooster en toezicht.",
    "De gebruiker en de werknemer sluiten onderling geen arbeidsovereenkomst.",
    "De gebruiker staat in voor veilig werk: onthaal, werkkledij, beschermingsmiddelen en de regels op de werkvloer.",
    "De gebruiker verwittigt het OCMW dezelfde dag bij afwezigheid, een ongeval of een probleem.",
    "De gebruiker houdt de aanwezigheden bij en bezorgt ze aan het einde van elke maand aan het OCMW.",
    "De vergoeding die de gebruiker betaalt, staat in de raamovereenkomst met het OCMW.",
)


def _partijen(bron: Bron) -> tuple[Alinea | Gegevens, ...]:
    gebruiker = bron.plaatsing.gebruiker if bron.plaatsing else None
    return (
        Alinea("1. Het OCMW, werkgever:"),
        Gegevens(organisatie(bron.client.eigenaar), "Gegevens van het OCMW"),
        Alinea("2. De gebruiker, bij wie de werknemer werkt:"),
        Gegevens(organisatie(gebruiker), "Gegevens van de gebruiker"),
        Alinea("3. De werknemer:"),
        Gegevens(persoon(bron.client), "Gegevens van de werknemer"),
    )


def _voorwerp(bron: Bron, einde: str) -> tuple[Alinea | Gegevens, ...]:
    p = bron.plaatsing
    return (
        Alinea("Het OCMW stelt de werknemer ter beschikking van de gebruiker, onder deze voorwaarden:"),
        Gegevens(
            (
                ("Functie", p.functie if p else ""),
                ("Arbeidsduur", breuk_in_woorden(p)),
                ("Van", op(p.start if p else None)),
                ("Tot en met", einde),
                ("Plaats van het werk", str(p.gebruiker.gemeente) if p and p.gebruiker.gemeente else ""),
                ("Doel van het traject", bron.traject.jobdoelwit if bron.traject else ""),
            ),
            "Functie en duur",
        ),
    )


def _begeleiding(bron: Bron) -> tuple[Alinea | Gegevens, ...]:
    return (
        Alinea(
            "De gebruiker duidt iemand aan die de werknemer dagelijks begeleidt. Het OCMW volgt de werknemer "
            "individueel op, met een startgesprek en geregelde evaluaties waar de drie partijen bij zijn. Wat de "
            "werknemer nog wil leren, staat in het verslag van die evaluaties."
        ),
        Gegevens((("Begeleider van het OCMW", bron.begeleider), ("Begeleider bij de gebruiker", "")), "Wie begeleidt"),
    )


def _tbs_tekent(bron: Bron) -> Handtekeningen:
    p = bron.plaatsing
    return Handtekeningen(
        (
            ("Voor het OCMW", "", op(p.tbs_ocmw_op if p else None)),
            ("Voor de gebruiker", "", op(p.tbs_gebruiker_op if p else None)),
            ("De werknemer", bron.client.naam, op(p.tbs_werknemer_op if p else None)),
        )
    )


def gpmi(bron: Bron) -> Stuk:
    t = bron.traject
    return Stuk(
        sjabloon=GPMI,
        titel="Geïndividualiseerd project voor maatschappelijke integratie (GPMI)",
        ondertitel="Afspraken tussen de cliënt en het OCMW",
        ontbreekt=ontbrekend(
            (t, "Er is nog geen traject."),
            (bron.begeleider, "Er is nog geen begeleider."),
            (not t or t.jobdoelwit, "Het jobdoelwit ontbreekt."),
            (not t or t.instrument_id, "Er is nog geen instrument gekozen."),
        ),
        delen=_gpmi_delen(bron),
    )


def _gpmi_delen(bron: Bron) -> tuple[Deel, ...]:
    return (
        Deel(
            "Wie maakt deze afspraken?",
            (
                Gegevens(persoon(bron.client), "Gegevens van de cliënt"),
                Gegevens((("OCMW", bron.client.eigenaar.naam), ("Begeleider", bron.begeleider)), "Het OCMW"),
            ),
        ),
        Deel("Waar gaan we naartoe?", _doel(bron)),
        Deel(
            "Wat doe ik?",
            (
                Alinea("De cliënt doet deze stappen. Ze zijn samen gekozen en haalbaar."),
                Ruimte("Stap, tegen wanneer:", 6),
            ),
        ),
        Deel(
            "Wat doet het OCMW?",
            (
                Lijst(
                    (
                        "luisteren, informeren en samen zoeken naar wat past;",
                        "geregeld afspreken en elke stap samen bekijken;",
                        "helpen met wat het werken moeilijk maakt.",
                    )
                ),
                Ruimte("Bijkomende afspraken:", 4),
            ),
        ),
        *_gpmi_slot(bron),
    )


def _gpmi_slot(bron: Bron) -> tuple[Deel, ...]:
    t = bron.traject
    return (
        Deel(
            "Hoe volgen we dit op?",
            (
                Alinea(
                    f"We evalueren dit project minstens {_keer(bron, 'gpmi_evaluaties')} per jaar, waarvan "
                    f"minstens {_keer(bron, 'gpmi_in_persoon')} in een gesprek. Als de situatie verandert, "
                    "passen we het samen aan. De cliënt mag zich laten bijstaan door iemand naar keuze en krijgt "
                    "de tijd om dit document te lezen voor hij of zij tekent."
                ),
            ),
        ),
        Deel(
            "Ondertekening",
            (
                Handtekeningen(
                    (
                        ("De cliënt", bron.client.naam, op(t.gpmi_getekend_op if t else None)),
                        ("Voor het OCMW", bron.begeleider, ""),
                    )
                ),
            ),
        ),
    )


def _keer(bron: Bron, code: str) -> str:
    return f"{int(waarde(code, op=bron.vandaag))} keer"


def _doel(bron: Bron) -> tuple[Gegevens | Ruimte, ...]:
    t = bron.traject
    return (
        Gegevens(
            (
                ("Jobdoelwit", t.jobdoelwit if t else ""),
                ("Hoe", t.instrument.naam if t and t.instrument else ""),
                ("Aangemeld op", op(t.aangemeld_op if t else None)),
            ),
            "Doel",
        ),
        Ruimte("Wat is voor mij belangrijk?", 3),
    )


def weo(bron: Bron) -> Stuk:
    """The data the werkervaringsovereenkomst of VDAB asks, on one sheet to type or sign from."""
    s, t = bron.stap, bron.traject
    is_twe = s is not None and s.instrument_id == "TWE"
    return Stuk(
        sjabloon=WEO,
        titel="Gegevensblad werkervaringsovereenkomst (WEO)",
        ondertitel="Tijdelijke werkervaring (TWE)",
        ontbreekt=ontbrekend(
            (is_twe, "Er is nog geen stap tijdelijke werkervaring gepland."),
            (bron.client.geboortedatum, "De geboortedatum van de cliënt ontbreekt."),
            (bron.begeleider, "Er is nog geen begeleider."),
            (not t or t.jobdoelwit, "Het jobdoelwit ontbreekt."),
        ),
        delen=(
            Deel("De deelnemer", (Gegevens((*persoon(bron.client), *_deelnemer(bron)), "Gegevens van de deelnemer"),)),
            Deel(
                "Wie begeleidt",
                (
                    Gegevens(
                        (*organisatie(bron.client.eigenaar), ("Trajectbegeleider", bron.begeleider)),
                        "Gegevens van het OCMW",
                    ),
                ),
            ),
            Deel("Het traject", (Gegevens(_traject(bron), "Gegevens van het traject"),)),
            Deel(
                "Ondertekening",
                (
                    Alinea(
                        "Een TWE-traject begint als de werkervaringsovereenkomst getekend en in MLP geregistreerd is."
                    ),
                    Handtekeningen(
                        (
                            ("De deelnemer", bron.client.naam, op(s.weo_getekend_op if s else None)),
                            ("Voor het OCMW", bron.begeleider, ""),
                        )
                    ),
                ),
            ),
        ),
    )


def _deelnemer(bron: Bron) -> tuple[tuple[str, str], ...]:
    c = bron.client
    vdab = {True: "ja", False: "nee", None: ""}[c.vdab_ingeschreven]
    return (
        ("Telefoon", c.telefoon),
        ("E-mail", c.email),
        ("Taal", c.taal),
        ("Ingeschreven bij VDAB", vdab),
        ("Inkomen bij aanmelding", c.get_inkomensstatuut_display()),
        ("Diploma", c.get_diploma_display() if c.diploma else ""),
    )


def _traject(bron: Bron) -> tuple[tuple[str, str], ...]:
    s, t, p = bron.stap, bron.traject, bron.plaatsing
    return (
        ("Jobdoelwit", t.jobdoelwit if t else ""),
        ("Start", op(s.start if s else None)),
        ("Einde voorzien", op(s.einde_voorzien if s else None)),
        ("Werkplek", p.gebruiker.naam if p else ""),
        ("Functie", p.functie if p else ""),
        ("Geregistreerd in MLP op", op(s.mlp_geregistreerd_op if s else None)),
    )
