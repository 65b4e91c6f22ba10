import re

import pytest

from opstart import demo, dockerproef, paden
from opstart.dockerproef import apt_pakketten, bronnen, instructies, laat_door, variabelen
from opstart.systeempakketten import PDF_PAKKETTEN

DOCKERFILE = """\
# uitleg
FROM python:3.11
ENV A=1 \\
    B=/app/x
RUN apt-get update \\
    && apt-get install -y --no-install-recommends een twee \\
    && rm -rf /var/lib/apt/lists/*
COPY een.txt twee.txt ./
COPY map ./map
"""


@pytest.fixture(scope="module")
def echt() -> list[tuple[str, str]]:
    return instructies((paden.REPO / "Dockerfile").read_text())


@pytest.fixture(scope="module")
def compose() -> str:
    return (paden.REPO / "docker-compose.yml").read_text()


def test_leest_een_dockerfile():
    gelezen = instructies(DOCKERFILE)
    assert [naam for naam, _ in gelezen] == ["FROM", "ENV", "RUN", "COPY", "COPY"]
    assert variabelen(gelezen) == {"A": "1", "B": "/app/x"}
    assert apt_pakketten(gelezen) == {"een", "twee"}
    assert list(bronnen(gelezen)) == [("een.txt", "./"), ("twee.txt", "./"), ("map", "./map")]


@pytest.mark.parametrize(("bron", "mag"), [("regie", True), (".env", False), ("tests", False), ("regie/x.pyc", False)])
def test_dockerignore_laat_alleen_door_wat_genoemd_is(bron, mag):
    assert laat_door("*\n!regie\n!regie/*\n**/*.pyc\n", bron) is mag


class TestDockerfile:
    def test_elke_bron_bestaat_en_komt_door_dockerignore(self, echt):
        dockerignore = (paden.REPO / ".dockerignore").read_text()
        gemist = [b for b, _ in bronnen(echt) if not (paden.REPO / b).exists() or not laat_door(dockerignore, b)]
        assert gemist == []

    def test_neemt_elk_deel_van_het_product_mee(self, echt):
        delen = {map_.parent.name for map_ in paden.REPO.glob("*/__init__.py")} - {"opstart", "tests"}
        assert delen <= {bron for bron, _ in bronnen(echt)}

    def test_installeert_dezelfde_bibliotheken_als_elders(self, echt):
        assert apt_pakketten(echt) == set(PDF_PAKKETTEN)

    def test_draait_niet_als_root(self, echt):
        namen = [naam for naam, _ in echt]
        assert ("USER", "regie") in echt
        assert namen.index("USER") < namen.index("CMD")

    def test_bewaart_geen_geheim_in_de_image(self, echt):
        assert not {"SECRET_KEY", "REGIE_INSZ_SLEUTELS", "DATABASE_URL"} & set(variabelen(echt))


class TestCompose:
    def test_heeft_elk_onderdeel(self, compose):
        diensten = compose.split("\nservices:\n")[1].split("\nvolumes:\n")[0]
        namen = re.findall(r"^  (\w+):", diensten, re.MULTILINE)
        assert namen == ["db", "redis", "migreer", "web", "worker", "beat", "mailpit"]

    def test_bedient_met_de_ene_rol_en_migreert_met_de_andere(self, compose):
        assert compose.count("regie_owner:") == 1
        eigenaar = compose.split("  migreer:\n")[1].split("\n\n")[0]
        assert "REGIE_ROL: eigenaar" in eigenaar
        assert "DATABASE_OWNER_URL" in eigenaar

    def test_start_dezelfde_worker_en_beat_als_de_demo(self, compose, tmp_path):
        gelijk = {proces.naam: proces.opdracht[2:] for proces in demo.processen(tmp_path, {}, 8000, 2525)}
        assert f"command: [{', '.join(gelijk['worker'])}]" in compose
        assert gelijk["beat"][:4] == ["celery", "-A", "regie", "beat"]
        assert "command: [celery, -A, regie, beat, -s, /var/lib/regiekompas/beat, --pidfile=]" in compose

    def test_elke_verplichte_waarde_staat_in_het_voorbeeld(self, compose):
        voorbeeld = (paden.REPO / ".env.example").read_text()
        for naam in re.findall(r"\$\{(\w+):\?", compose):
            assert re.search(rf"^{naam}=$", voorbeeld, re.MULTILINE), naam


def test_elke_opgevulde_geheime_waarde_is_er_ook_voor_de_proef():
    assert {"POSTGRES_PASSWORD", "REGIE_OWNER_WACHTWOORD", "REGIE_APP_WACHTWOORD"} == set(dockerproef._VERPLICHT)
