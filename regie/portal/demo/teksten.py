"""Sentences of the demo: short, plain, and neutral. Nothing about health, justice or debts."""

CONTACT = {
    "GESPREK": (
        "Planning van de komende maand doorgenomen.",
        "Samen een cv gemaakt en twee vacatures gekozen.",
        "Stand van de lessen Nederlands besproken: volgende module start binnenkort.",
        "Nagekeken welke papieren nog ontbreken.",
        "Jobdoelwit bevestigd; opleiding op termijn is een optie.",
    ),
    "TELEFOON": (
        "Gebeld om de afspraak te bevestigen.",
        "Afspraak verplaatst naar volgende week.",
        "Bereikbaar na 16 uur; terugbellen is gebeurd.",
    ),
    "MAIL": (
        "Uitnodiging voor het volgende gesprek bezorgd.",
        "Informatie over kinderopvang in de buurt bezorgd.",
        "Overzicht van de afspraken doorgestuurd.",
    ),
    "HUISBEZOEK": (
        "Documenten aan huis bezorgd en overlopen.",
        "Opvang op woensdag is geregeld.",
    ),
}
CONTACT_AAN_HET_WERK = {
    "GESPREK": (
        "Overlegd hoe de eerste weken gaan en wat de volgende stap is.",
        "Verwachtingen van de werkplek besproken, uurrooster past.",
    ),
    "TELEFOON": (
        "Gevraagd hoe het loopt: alles volgens plan.",
        "Uurrooster van volgende week doorgegeven.",
    ),
    "MAIL": ("Loonbrief en uurrooster doorgestuurd.",),
    "WERKPLEK": (
        "Werkplek bezocht: taken en begeleiding besproken met de ploegbaas.",
        "Kort overleg op de werkvloer over de leerdoelen.",
        "Bezoek aan de werkplek: tempo en samenwerking gaan vooruit.",
    ),
}
CONTACTSOORT = {"GESPREK": 45, "TELEFOON": 30, "MAIL": 12, "HUISBEZOEK": 4, "WERKPLEK": 9}
DREMPELACTIE = {
    "MOB_RIJBEWIJS": "Inschrijving voor het rijbewijsproject",
    "MOB_VERVOER": "Fiets en busverbinding uitzoeken",
    "KIND_OPVANG": "Plaats zoeken in de kinderopvang",
    "TAAL_NL": "Lessen Nederlands, volgende module",
    "DIGITAAL": "Cursus digitale basis",
    "ERVARING": "Werkervaring opbouwen op de werkplek",
    "DIPLOMA": "Erkenning van het diploma aanvragen",
    "HUISVESTING": "Doorverwezen naar de woondienst",
}
DREMPELACTIE_ANDER = "Opvolgen in de gesprekken"
LEERDOELEN = (
    "Op tijd verwittigen bij afwezigheid",
    "Zelfstandig een dagtaak afwerken",
    "Veiligheidsregels kennen en toepassen",
    "Nederlands gebruiken op de werkvloer",
    "Feedback vragen aan de ploegbaas",
    "Een volledige week het tempo volhouden",
)
BESLUIT = {
    "VERDERZETTEN": "De samenwerking loopt goed. We gaan verder zoals afgesproken.",
    "BIJSTUREN": "Er zijn werkpunten afgesproken. We bekijken ze opnieuw bij de volgende evaluatie.",
    "ANDERE_WERKPOST": "We zoeken samen een werkpost die beter past.",
    "DOORSTROOM_KLAAR": "Klaar voor een volgende stap. We starten met solliciteren.",
    "STOPZETTEN": "De werkpost past niet. We bekijken een ander aanbod.",
}
MOTIVERING = {
    "WERK_NEC": "Contract getekend bij de nieuwe werkgever.",
    "WERK_NEC_MET_STEUN": "Start met ondersteuning op de werkvloer.",
    "WERK_SE": "Plaats gevonden in de sociale economie.",
    "OPLEIDING": "Start een opleiding.",
    "UITKERING": "Einde van het contract; aanvraag van de uitkering loopt.",
    "TERUG_LEEFLOON": "Geen aansluitend werk gevonden.",
    "NEGATIEF": "Na verschillende gesprekken stopgezet.",
    "NEUTRAAL": "Andere omstandigheden, geen verdere begeleiding.",
}
FUNCTIES_JOBDOELWIT = (
    "groenarbeider",
    "keukenhulp",
    "schoonmaker",
    "magazijnmedewerker",
    "winkelmedewerker",
    "logistiek assistent in de zorg",
    "productiemedewerker",
    "technisch medewerker",
    "chauffeur",
    "kinderbegeleider",
    "poetshulp",
    "nog te bepalen",
)
REDEN_ZONDER_TBS = "De gebruiker tekent bij terugkomst van verlof; de start is met alle partijen afgesproken."
LANGER_DAN_DE_REGEL = "Langer dan de regel geeft, om de uitstroom rustig voor te bereiden."
