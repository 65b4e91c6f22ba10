"""The benchmark runs from end to end on a tiny world; what it measures is nobody's business here."""

import json
from io import StringIO
from itertools import pairwise

import psycopg
import pytest
from django.core.management import CommandError, call_command

from regie.portal.bench.loop import DOELEN, met_naam
from regie.portal.bench.omvang import verdeel
from regie.settings import env


def kladdatabanken() -> set[str]:
    with psycopg.connect(env.tekst("DATABASE_OWNER_URL")) as verbinding:
        rijen = verbinding.execute("SELECT datname FROM pg_database WHERE datname LIKE '%\\_bench\\_%'").fetchall()
    return {naam for (naam,) in rijen}


class TestVerdeel:
    def test_elk_traject_hoort_bij_precies_een_ocmw(self):
        delen = verdeel(10_000, 40)

        assert (delen[0].van, delen[-1].tot) == (1, 10_000)
        assert all(volgende.van == vorige.tot + 1 for vorige, volgende in pairwise(delen))

    def test_het_eerste_ocmw_is_het_grootste(self):
        delen = verdeel(10_000, 40)

        assert max(delen, key=lambda deel: deel.tot - deel.van) == delen[0]

    def test_een_gemeente_zit_in_een_gebied(self):
        assert len(verdeel(10_000, 100)) <= 285


def test_een_andere_databanknaam_houdt_de_rest_van_het_adres():
    assert met_naam("postgresql://rol@/regie?host=%2Frun", "klad") == "postgresql://rol@/klad?host=%2Frun"


def test_te_veel_gebieden_is_een_zin():
    with pytest.raises(CommandError, match="285"):
        call_command("bench", gebieden=500)


@pytest.mark.servers
def test_meet_elke_pagina_en_ruimt_de_kladdatabank_op():
    uitvoer, voor = StringIO(), kladdatabanken()

    call_command(
        "bench",
        trajecten=300,
        gebieden=2,
        rondes=2,
        rapporten=1,
        importrijen=10,
        stdout=uitvoer,
        stderr=StringIO(),
    )
    uitkomst = json.loads(uitvoer.getvalue())

    assert (uitkomst["trajecten"], uitkomst["gebieden"]) == (300, 2)
    assert set(uitkomst["paginas"]) == {"vloer", "laatste_pagina", *DOELEN}
    for code, pagina in uitkomst["paginas"].items():
        assert pagina["mediaan_ms"] > 0
        assert pagina["queries"] > 0
        assert pagina.get("doel") == DOELEN.get(code)
    assert uitkomst["paginas"]["vloer"]["verhouding"] == 1
    assert uitkomst["rapport"]["mediaan_s"] > 0
    assert uitkomst["import"]["oordelen"]["nieuw"] == 10
    assert kladdatabanken() == voor
