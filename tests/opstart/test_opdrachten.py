import os
import sys

import pytest

from opstart import opdrachten, signalen
from opstart.fout import OpstartFout, zin_voor_oserror
from opstart.opdrachten import Lezer, oorzaak, voer_uit


class TestOorzaak:
    @pytest.mark.parametrize(
        ("uitvoer", "deel"),
        [
            ("OSError: [Errno 28] No space left on device", "De schijf is vol"),
            ("error: Could not resolve host: example", "geen verbinding met het netwerk"),
            ("tls: invalid peer certificate: UnknownIssuer", "SSL_CERT_FILE"),
            ("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES", "niet wat het lockbestand verwacht"),
            ("psycopg.OperationalError: connection failed: refused", "De databankserver is niet bereikbaar"),
            ("FATAL: password authentication failed for user x", "weigert het wachtwoord"),
            ("ERRORS:\n?: (regie.E001) De databankrol 'postgres' omzeilt de rijbeveiliging.\n", "De databankrol"),
            ("Traceback\n  x\ndjango.core.exceptions.ImproperlyConfigured: Zet DATABASE_URL.\n", "Zet DATABASE_URL."),
            ("CommandError: Dit gebied bestaat niet.\nnog iets", "Dit gebied bestaat niet."),
            ("eerst\nlaatste regel\n\n", "laatste regel"),
            ("", "geen uitvoer"),
        ],
    )
    def test_kiest_de_zin_die_het_meest_zegt(self, uitvoer, deel):
        assert deel in oorzaak(uitvoer)


class TestVoerUit:
    def test_een_mislukking_noemt_oorzaak_en_verslag(self, scherm, tmp_path):
        code = "import sys; print('veel'); sys.exit('de reden')"
        with pytest.raises(OpstartFout, match="Het werk is mislukt: de reden") as fout:
            voer_uit(scherm, "Het werk", [sys.executable, "-c", code], env=dict(os.environ), log=tmp_path / "log")
        assert fout.value.verslag == tmp_path / "log"

    def test_kan_de_uitvoer_tonen(self, scherm, gezegd, tmp_path):
        code = "print('regel een'); print('zonder einde', end='')"
        opdracht = [sys.executable, "-c", code]
        voer_uit(scherm, "Het werk", opdracht, env=dict(os.environ), log=tmp_path / "log", toon=True)
        assert [regel.strip() for regel in gezegd().splitlines()] == ["regel een", "zonder einde"]

    def test_een_traceback_is_voor_het_verslag(self, scherm, gezegd, tmp_path):
        opdracht = [sys.executable, "-uc", "print('tot hier'); raise ValueError('de reden')"]
        with pytest.raises(OpstartFout, match="is mislukt: de reden"):
            voer_uit(scherm, "Het werk", opdracht, env=dict(os.environ), log=tmp_path / "log", toon=True)
        assert [regel.strip() for regel in gezegd().splitlines()] == ["tot hier"]

    def test_geeft_een_teken_van_leven(self, scherm, gezegd, tmp_path, monkeypatch):
        monkeypatch.setattr(opdrachten, "LEVENSTEKEN", 0.1)
        opdracht = [sys.executable, "-c", "import time; time.sleep(0.5)"]
        voer_uit(scherm, "Het werk", opdracht, env=dict(os.environ), log=tmp_path / "log")
        assert "Het werk: nog bezig" in gezegd()

    @pytest.mark.usefixtures("stop_gevraagd")
    def test_houdt_op_als_dat_gevraagd_wordt(self, scherm, tmp_path):
        opdracht = [sys.executable, "-c", "import time; time.sleep(60)"]
        with pytest.raises(signalen.Gestopt):
            voer_uit(scherm, "Het werk", opdracht, env=dict(os.environ), log=tmp_path / "log")


def test_de_lezer_geeft_alleen_volledige_regels(tmp_path):
    log = tmp_path / "log"
    log.write_text("een\ntw")
    lezer = Lezer(log)
    assert lezer.nieuw() == ["een"]
    with log.open("a") as bestand:
        bestand.write("ee\nrest")
    assert lezer.nieuw() == ["twee"]
    assert lezer.nieuw(klaar=True) == ["rest"]
    lezer.close()


@pytest.mark.parametrize(
    ("nummer", "deel"), [(28, "De schijf is vol"), (13, "REGIE_STATE"), (12, "te weinig vrij"), (5, "weigert")]
)
def test_een_oserror_wordt_een_zin(nummer, deel):
    assert deel in zin_voor_oserror(OSError(nummer, os.strerror(nummer), "/ergens"))
