from pathlib import Path

import pytest

from opstart import systeempakketten
from opstart.fout import OpstartFout
from opstart.systeempakketten import PDF_PAKKETTEN, Systeempakketten, lees_namen

URIS = """\
'http://deb.example/g/libglib2.0-0t64_2.80.0-6_amd64.deb' libglib2.0-0t64_2.80.0-6_amd64.deb 1544 MD5Sum:a
'http://deb.example/p/libpango-1.0-0_1.52.1_amd64.deb' libpango-1.0-0_1.52.1_amd64.deb 231 SHA256:b
"""


@pytest.fixture
def systeem(scherm, tmp_path, monkeypatch):
    monkeypatch.setattr(systeempakketten, "ontbrekend", lambda: ["libpango-1.0.so.0"])
    return Systeempakketten(scherm, tmp_path)


def test_leest_de_namen_die_apt_noemt():
    assert lees_namen(URIS) == ["libglib2.0-0t64", "libpango-1.0-0"]


class TestVoorPdf:
    def test_doet_niets_als_er_niets_ontbreekt(self, systeem, monkeypatch):
        monkeypatch.setattr(systeempakketten, "ontbrekend", list)
        assert systeem.voor_pdf() == {}

    def test_installeert_waar_dat_mag(self, systeem, monkeypatch):
        gevraagd = []
        monkeypatch.setattr(systeem, "installeer", lambda wat, pakketten: gevraagd.append(pakketten) or True)
        assert systeem.voor_pdf() == {}
        assert gevraagd == [PDF_PAKKETTEN]

    def test_pakt_anders_uit_en_wijst_de_weg(self, systeem, monkeypatch):
        def pak_uit(wat, pakketten):
            (systeem.wortel / "usr/lib/x86_64-linux-gnu").mkdir(parents=True)
            systeem._stempel(pakketten).touch()

        monkeypatch.setattr(systeem, "installeer", lambda wat, pakketten: False)
        monkeypatch.setattr(systeem, "pak_uit", pak_uit)
        monkeypatch.setenv("LD_LIBRARY_PATH", "/eerder")
        eerste = systeem.voor_pdf()
        assert eerste["LD_LIBRARY_PATH"] == f"{systeem.wortel}/usr/lib/x86_64-linux-gnu:/eerder"
        monkeypatch.setattr(systeem, "pak_uit", None)
        assert systeem.voor_pdf() == eerste, "de tweede keer wordt niets meer opgehaald"

    def test_zonder_beide_wegen_start_het_product_zonder_pdf(self, systeem, monkeypatch, gezegd):
        def mislukt(wat, pakketten):
            raise OpstartFout("Er is geen netwerk.")

        monkeypatch.setattr(systeem, "installeer", lambda wat, pakketten: False)
        monkeypatch.setattr(systeem, "pak_uit", mislukt)
        assert systeem.voor_pdf() == {}
        assert "PDF's maken lukt op deze machine nog niet. Er is geen netwerk." in gezegd()
        assert "sudo apt-get install -y libpango-1.0-0" in gezegd()


class TestApt:
    def test_root_roept_apt_zelf(self, monkeypatch):
        monkeypatch.setattr(systeempakketten.shutil, "which", lambda naam: f"/usr/bin/{naam}")
        monkeypatch.setattr(systeempakketten.os, "geteuid", lambda: 0)
        assert systeempakketten.apt_voorvoegsel() == []

    @pytest.mark.parametrize(("status", "verwacht"), [(0, ["sudo", "-n"]), (1, None)])
    def test_een_gewone_gebruiker_hangt_af_van_sudo(self, monkeypatch, status, verwacht):
        antwoord = systeempakketten.subprocess.CompletedProcess([], status)
        monkeypatch.setattr(systeempakketten.shutil, "which", lambda naam: f"/usr/bin/{naam}")
        monkeypatch.setattr(systeempakketten.os, "geteuid", lambda: 1000)
        monkeypatch.setattr(systeempakketten.subprocess, "run", lambda *a, **k: antwoord)
        assert systeempakketten.apt_voorvoegsel() == verwacht

    def test_zonder_apt_is_er_geen_weg(self, monkeypatch):
        monkeypatch.setattr(systeempakketten.shutil, "which", lambda naam: None)
        assert systeempakketten.apt_voorvoegsel() is None


class TestCertificaten:
    def test_wat_de_omgeving_zegt_geldt_overal(self, systeem):
        gezet = systeem.certificaten({"SSL_CERT_FILE": "/eigen.pem"})
        assert set(gezet.values()) == {"/eigen.pem"}

    def test_een_kaal_systeem_haalt_die_van_debian(self, systeem, monkeypatch):
        def pak_uit(wat, pakketten):
            map_ = systeem.wortel / "usr/share/ca-certificates/mozilla"
            map_.mkdir(parents=True)
            (map_ / "een.crt").write_text("EEN")
            (map_ / "twee.crt").write_text("TWEE")

        monkeypatch.setattr(systeempakketten, "CERTIFICATEN", ())
        monkeypatch.setattr(systeem, "installeer", lambda wat, pakketten: False)
        monkeypatch.setattr(systeem, "pak_uit", pak_uit)
        bundel = systeem.certificaten({})["PIP_CERT"]
        assert Path(bundel).read_text() == "EEN\nTWEE"


class TestChromium:
    def test_een_lege_huls_telt_niet(self, tmp_path, monkeypatch):
        huls = tmp_path / "chromium"
        huls.write_text("#!/bin/sh\nexit 1\n")
        huls.chmod(0o755)
        monkeypatch.setenv("REGIE_CHROMIUM", str(huls))
        monkeypatch.setattr(systeempakketten, "CHROMIUM_NAMEN", ())
        assert systeempakketten.vind_chromium() == ""

    def test_zonder_rechten_staat_de_reden_er(self, systeem, monkeypatch):
        monkeypatch.setattr(systeempakketten, "vind_chromium", lambda: "")
        monkeypatch.setattr(systeem, "installeer", lambda wat, pakketten: False)
        pad, reden = systeem.chromium()
        assert pad == ""
        assert "zonder root of sudo" in reden
