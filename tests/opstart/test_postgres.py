import os

import pytest

from opstart import postgres
from opstart.fout import OpstartFout
from opstart.postgres import Cluster, controleer_versie, kies_socketmap, maak_url
from regie.settings import env


class TestUrl:
    def test_draagt_de_socketmap_in_de_vraag(self, tmp_path):
        url = maak_url("regie_app", "regie", tmp_path / "met spatie")
        assert url.startswith("postgresql://regie_app@/regie?host=%2F")
        assert " " not in url

    def test_is_leesbaar_voor_de_instellingen(self, tmp_path):
        instelling = env.databank(maak_url("regie_owner", "regie", tmp_path / "met spatie"))
        assert instelling["HOST"] == str(tmp_path / "met spatie")
        assert (instelling["USER"], instelling["NAME"], instelling["PORT"]) == ("regie_owner", "regie", "")

    def test_wijkt_uit_voor_een_pad_dat_de_kernel_te_lang_vindt(self, tmp_path):
        lang = tmp_path / ("x" * 100)
        assert len(str(kies_socketmap(lang))) < 40
        assert kies_socketmap(lang) == kies_socketmap(lang)
        assert kies_socketmap(lang) != kies_socketmap(lang / "ander")


class TestVersie:
    def test_weigert_gegevens_van_een_andere_hoofdversie(self, tmp_path):
        (tmp_path / "PG_VERSION").write_text("15\n")
        with pytest.raises(OpstartFout, match=r"PostgreSQL 15, de programma's van 18.*pg_dump"):
            controleer_versie(tmp_path, "18")

    def test_aanvaardt_dezelfde_hoofdversie(self, tmp_path):
        (tmp_path / "PG_VERSION").write_text("18\n")
        controleer_versie(tmp_path, "18")


class TestProces:
    def test_gelooft_een_oud_pidbestand_niet(self, tmp_path):
        """The number in the file may belong to somebody else by now: here to this test."""
        cluster = Cluster(tmp_path)
        cluster.data.mkdir()
        (cluster.data / "postmaster.pid").write_text(f"{os.getpid()}\n")
        assert cluster.pid() is None

    def test_een_lege_map_heeft_geen_server(self, tmp_path):
        assert Cluster(tmp_path).pid() is None

    def test_een_volle_schijf_krijgt_een_zin(self):
        zin = postgres._zin_uit_log("PostgreSQL start niet.", "FATAL: could not write: No space left on device")
        assert zin.startswith("De schijf is vol")


class TestAccount:
    def test_een_gewone_gebruiker_blijft_zichzelf(self, tmp_path, monkeypatch):
        monkeypatch.setattr(os, "geteuid", lambda: 1000)
        assert postgres.kies_account(tmp_path) is None

    def test_root_kiest_een_gewoon_account(self, tmp_path, monkeypatch):
        monkeypatch.setattr(os, "geteuid", lambda: 0)
        monkeypatch.delenv("SUDO_USER", raising=False)
        account = postgres.kies_account(tmp_path)
        assert account is not None
        assert account.uid != 0

    def test_bestaande_gegevens_houden_hun_account(self, tmp_path, monkeypatch):
        monkeypatch.setattr(os, "geteuid", lambda: 0)
        (tmp_path / "PG_VERSION").write_text("18\n")
        account = postgres.kies_account(tmp_path)
        assert account is not None
        assert account.uid == tmp_path.stat().st_uid


class TestBinaries:
    def test_zonder_programmas_staat_er_wat_te_doen(self, tmp_path, monkeypatch):
        monkeypatch.delenv("PG_BINDIR", raising=False)
        monkeypatch.setattr(postgres.Path, "glob", lambda self, patroon: iter(()))
        with pytest.raises(OpstartFout, match="DATABASE_URL"):
            postgres.zoek_binaries(tmp_path)
