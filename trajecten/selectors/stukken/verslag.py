"""Evaluation report and dossierblad."""

from regie.core.notatie import datum
from regie.core.stukken.blokken import Alinea, Deel, Gegevens, Handtekeningen, Lijst, Stuk, Tabel
from trajecten.enums import EvaluatieConclusie
from trajecten.models import Drempel, Evaluatie, EvaluatieCriterium
from trajecten.selectors import client as selectors
from trajecten.selectors import evaluaties as evaluatieselectors
from trajecten.selectors.stukken.gemeen import Bron, breuk_in_woorden, ontbrekend, op, persoon

EVALUATIE, DOSSIERBLAD = "evaluatie", "dossierblad"
SCHAAL = {1: "1 onvoldoende", 2: "2 groeiend", 3: "3 voldoende", 4: "4 sterk"}
LAATSTE = 8


def evaluatie(bron: Bron) -> Stuk:
    """Three parties, the scores beside those of the former evaluations."""
    e = bron.evaluatie
    return Stuk(
        sjabloon=EVALUATIE,
        titel="Evaluatieverslag",
        ondertitel=f"{e.get_soort_display()[:1].upper()}{e.get_soort_display()[1:]}" if e else "",
        ontbreekt=ontbrekend(
            (e, "Er is nog geen evaluatie."),
            (not e or e.uitgevoerd_op, "De evaluatie is nog niet afgerond."),
            (not e or e.scores, "Er zijn nog geen scores."),
            (not e or e.conclusie, "De conclusie ontbreekt."),
        ),
        delen=tuple(_evaluatiedelen(bron, e)) if e else (),
    )


def _evaluatiedelen(bron: Bron, e: Evaluatie) -> list[Deel]:
    p = e.plaatsing or bron.plaatsing
    delen = [
        Deel(
            "Over wie gaat dit?",
            (
                Gegevens(
                    (
                        ("Werknemer", bron.client.naam),
                        ("Werkplek", p.gebruiker.naam if p else ""),
                        ("Functie", p.functie if p else ""),
                        ("Begeleider van het OCMW", bron.begeleider),
                        ("Gepland op", op(e.gepland_op)),
                        ("Gehouden op", op(e.uitgevoerd_op)),
                    ),
                    "Gegevens van de evaluatie",
                ),
            ),
        ),
        Deel("Scores", _scores(bron, e)),
    ]
    doelen = tuple(
        f"{doel.get('tekst', '')} ({doel.get('status') or 'nog niet begonnen'})"
        for doel in e.doelen
        if doel.get("tekst")
    )
    if doelen:
        delen.append(Deel("Leerdoelen", (Lijst(doelen),)))
    delen.append(Deel("Aanwezigheid", (Gegevens(_afwezig(e), "Dagen afwezig sinds de vorige evaluatie"),)))
    return [*delen, *_meningen(e), *_besluit(bron, e)]


def _meningen(e: Evaluatie) -> list[Deel]:
    meningen = [
        (wie, tekst)
        for wie, tekst in (
            ("De werknemer", e.mening_client or e.opmerking_client),
            ("De gebruiker", e.mening_gebruiker),
            ("De begeleider", e.mening_begeleider),
        )
        if tekst
    ]
    alineas = tuple(Alinea(f"{wie}: {tekst}") for wie, tekst in meningen)
    return [Deel("Wat vindt elk ervan?", alineas)] if alineas else []


def _besluit(bron: Bron, e: Evaluatie) -> list[Deel]:
    conclusie = EvaluatieConclusie(e.conclusie).label if e.conclusie else ""
    besluit: tuple[Gegevens | Alinea, ...] = (Gegevens((("Conclusie", conclusie),), "Conclusie"),)
    delen = [Deel("Besluit", (*besluit, *((Alinea(e.besluit),) if e.besluit else ())))]
    tekenaars = Handtekeningen(
        (
            ("De werknemer", bron.client.naam, op(e.gezien_client_op)),
            ("Voor de gebruiker", "", op(e.gezien_gebruiker_op)),
            ("Voor het OCMW", bron.begeleider, op(e.gezien_begeleider_op)),
        )
    )
    delen.append(
        Deel("Gezien door", (Alinea("De werknemer krijgt een kopie en mag een opmerking toevoegen."), tekenaars))
    )
    return delen


def _scores(bron: Bron, e: Evaluatie) -> tuple[Alinea | Tabel, ...]:
    """This evaluation and the two held before it, per group of criteria."""
    eerder = list(
        evaluatieselectors.evaluaties(bron.client)
        .filter(uitgevoerd_op__isnull=False, gepland_op__lt=e.gepland_op)
        .exclude(pk=e.pk)
        .order_by("-uitgevoerd_op", "pk")[:2]
    )[::-1]
    kolommen = [*eerder, e]
    kop = tuple(datum(k.uitgevoerd_op or k.gepland_op) for k in kolommen)
    groepen: dict[str, list[tuple[str, ...]]] = {}
    for criterium in EvaluatieCriterium.objects.order_by("code"):
        scores = [k.scores.get(criterium.pk) for k in kolommen]
        if any(score is not None for score in scores):
            cellen = tuple(SCHAAL.get(score, "") if score else "" for score in scores)
            groepen.setdefault(criterium.soort, []).append((criterium.label, *cellen))
    tabellen = tuple(
        Tabel(f"{soort[:1].upper()}{soort[1:]}", ("Wat", *kop), tuple(rijen)) for soort, rijen in groepen.items()
    )
    return tabellen or (Alinea("Er zijn nog geen scores."),)


def _afwezig(e: Evaluatie) -> tuple[tuple[str, str], ...]:
    velden = (
        ("Gewettigd", e.afwezig_gewettigd),
        ("Ongewettigd", e.afwezig_ongewettigd),
        ("Ziek", e.afwezig_ziek),
    )
    return tuple((label, "" if dagen is None else f"{dagen}") for label, dagen in velden)


def dossierblad(bron: Bron) -> Stuk:
    """One or two pages to take along. No INSZ, no notes, no sensitive obstacles."""
    return Stuk(
        sjabloon=DOSSIERBLAD,
        titel=f"Dossierblad {bron.client.dossiernummer}",
        ondertitel=f"Stand op {datum(bron.vandaag)}",
        delen=(*_client(bron), *_traject(bron), *_werkplek(bron), *_lopend(bron)),
    )


def _client(bron: Bron) -> list[Deel]:
    c = bron.client
    return [
        Deel(
            "De cliënt",
            (
                Gegevens(
                    (
                        *persoon(c),
                        ("Telefoon", c.telefoon),
                        ("E-mail", c.email),
                        ("Taal", f"{c.taal}{', met tolk' if c.tolk_nodig else ''}" if c.taal else ""),
                        ("Inkomen bij aanmelding", c.get_inkomensstatuut_display()),
                    ),
                    "Gegevens van de cliënt",
                ),
            ),
        )
    ]


def _traject(bron: Bron) -> list[Deel]:
    t = bron.traject
    if t is None:
        return []
    return [
        Deel(
            "Het traject",
            (
                Gegevens(
                    (
                        ("Fase", f"{t.get_status_display()} sinds {datum(t.status_sinds)}"),
                        ("Aangemeld", f"{datum(t.aangemeld_op)} via {t.get_bron_display()}"),
                        ("Begeleider", bron.begeleider),
                        ("Jobdoelwit", t.jobdoelwit),
                        ("Instrument", t.instrument.naam if t.instrument else ""),
                        ("GPMI getekend op", op(t.gpmi_getekend_op)),
                    ),
                    "Gegevens van het traject",
                ),
            ),
        )
    ]


def _werkplek(bron: Bron) -> list[Deel]:
    s, p = bron.stap, bron.plaatsing
    if s is None:
        return []
    return [
        Deel(
            "Werkplek",
            (
                Gegevens(
                    (
                        ("Stap", f"{s.instrument}, {s.get_status_display()}"),
                        ("Gebruiker", p.gebruiker.naam if p else ""),
                        ("Functie", p.functie if p else ""),
                        ("Arbeidsduur", breuk_in_woorden(p)),
                        ("Start", op(s.start)),
                        ("Einde voorzien", op(s.einde_voorzien)),
                    ),
                    "Gegevens van de werkplek",
                ),
            ),
        )
    ]


def _lopend(bron: Bron) -> list[Deel]:
    """What is still to do, what makes work hard (not the sensitive ones), and what happened last."""
    if bron.traject is None:
        return []
    delen = []
    termijnen = selectors.termijnen(bron.traject)[:LAATSTE]
    if termijnen:
        rijen = tuple((termijn.omschrijving, datum(termijn.vervalt_op)) for termijn in termijnen)
        delen.append(Deel("Te doen", (Tabel("Eerstvolgende termijnen", ("Wat", "Tegen"), rijen),)))
    drempels = Drempel.objects.filter(traject=bron.traject, gesloten_op=None, code__gevoelig=False)
    regels = tuple(
        (str(d.code), d.get_status_display(), d.actie) for d in drempels.select_related("code").order_by("pk")
    )
    if regels:
        delen.append(Deel("Drempels", (Tabel("Open drempels", ("Drempel", "Stand", "Actie"), regels),)))
    mijlpalen = selectors.tijdlijn(bron.client, soort="mijlpaal", alles=True, ziet_beperkt=False).items[:LAATSTE]
    if mijlpalen:
        rijen = tuple((item.titel, datum(item.datum)) for item in mijlpalen)
        delen.append(Deel("Mijlpalen", (Tabel("Laatste mijlpalen", ("Wat", "Wanneer"), rijen),)))
    return delen
