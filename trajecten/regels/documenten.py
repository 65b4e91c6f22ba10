"""Where the days of signatures live: one place for each, so that the form and the checklist never disagree."""

from django.db import models

# {kind of document: (what it belongs to, {party: field of that object})}
BRON: dict[str, tuple[str, dict[str, str]]] = {
    "gpmi": ("traject", {"client": "gpmi_getekend_op"}),
    "weo": ("stap", {"client": "weo_getekend_op"}),
    "mlp_registratie": ("stap", {"geregistreerd": "mlp_geregistreerd_op"}),
    "arbeidsovereenkomst": ("plaatsing", {"client": "contract_getekend_op"}),
    "tbs_overeenkomst": (
        "plaatsing",
        {"ocmw": "tbs_ocmw_op", "gebruiker": "tbs_gebruiker_op", "client": "tbs_werknemer_op"},
    ),
    "evaluatieverslag": (
        "evaluatie",
        {"client": "gezien_client_op", "gebruiker": "gezien_gebruiker_op", "ocmw": "gezien_begeleider_op"},
    ),
}
PARTIJEN = {
    "client": "cliënt",
    "ocmw": "OCMW",
    "gebruiker": "andere partij",
    "geregistreerd": "registratie",
    "getekend": "alle partijen",
}
PER_PLAATSING = frozenset({"arbeidsovereenkomst", "tbs_overeenkomst"})


PER_STAP = "getekend"  # a paper of a step has one day, kept with the step (Stapdocument)


class Scanstand(models.TextChoices):
    NIET_GESCAND = "NIET_GESCAND", "niet gescand"
    SCHOON = "SCHOON", "gescand, geen virus gevonden"


class Overtypsysteem(models.TextChoices):
    """Other people's systems a dossier is typed over into."""

    MLP = "MLP", "Mijn Loopbaan voor Partners (VDAB)"
    NOVAPRIMA = "NOVAPRIMA", "NovaPrima (POD MI)"

    @property
    def korte_naam(self) -> str:
        return {"MLP": "MLP", "NOVAPRIMA": "NovaPrima"}[self.value]
