"""Files on disk: encrypted, kept with the transaction, gone with it too."""

import os
import socket
import struct
import threading
from uuid import uuid4

import pytest
from django.db import transaction

from regie.core import kluis
from regie.core.exceptions import DecryptieFout, DomainError
from regie.core.virusscan import scan

TEKST = b"Selin Aydin, leefloon, 14 mei 1991" * 100


@pytest.fixture(autouse=True)
def map_(settings, tmp_path):
    settings.BESTANDEN_DIR = tmp_path / "bestanden"
    return settings.BESTANDEN_DIR


def op_schijf(map_):
    return sorted(pad for pad in map_.glob("*/*")) if map_.exists() else []


@pytest.mark.django_db(transaction=True)
class TestMetDeTransactie:
    def test_staat_versleuteld_op_schijf(self, map_):
        sleutel = uuid4()
        with transaction.atomic():
            kluis.schrijf(sleutel, TEKST)
            assert kluis.lees(sleutel) == TEKST

        (pad,) = op_schijf(map_)
        ruw = pad.read_bytes()
        assert pad.name == sleutel.hex
        assert oct(pad.stat().st_mode)[-3:] == "600"
        assert b"Selin" not in ruw and b"leefloon" not in ruw
        assert kluis.lees(sleutel) == TEKST

    def test_een_teruggedraaide_transactie_laat_niets_achter(self, map_):
        with transaction.atomic():
            kluis.schrijf(uuid4(), TEKST)
            assert len(op_schijf(map_)) == 1
            transaction.set_rollback(True)

        assert op_schijf(map_) == []

    def test_ook_een_teruggedraaid_deel_laat_niets_achter(self, map_):
        blijft = uuid4()
        with transaction.atomic():
            kluis.schrijf(blijft, TEKST)
            with transaction.atomic():
                kluis.schrijf(uuid4(), TEKST)
                transaction.set_rollback(True)

        assert [pad.name for pad in op_schijf(map_)] == [blijft.hex]

    def test_wissen_gebeurt_pas_na_de_transactie(self, map_):
        sleutel = uuid4()
        kluis.schrijf(sleutel, TEKST)
        with transaction.atomic():
            kluis.wis(sleutel)
            transaction.set_rollback(True)
        assert kluis.lees(sleutel) == TEKST

        kluis.wis(sleutel)

        with pytest.raises(kluis.BestandWeg):
            kluis.lees(sleutel)

    def test_een_verwisseld_of_gewijzigd_bestand_gaat_niet_open(self, map_):
        een, twee = uuid4(), uuid4()
        kluis.schrijf(een, TEKST)
        kluis.schrijf(twee, b"iets anders")
        pad_een, pad_twee = (map_ / s.hex[:2] / s.hex for s in (een, twee))
        pad_twee.write_bytes(pad_een.read_bytes())
        with pytest.raises(DecryptieFout):
            kluis.lees(twee)

        ruw = bytearray(pad_een.read_bytes())
        ruw[-1] ^= 1
        pad_een.write_bytes(bytes(ruw))
        with pytest.raises(DecryptieFout):
            kluis.lees(een)

    def test_opruimen_houdt_wat_een_rij_heeft(self, map_):
        met, zonder, jong = uuid4(), uuid4(), uuid4()
        for sleutel in (met, zonder, jong):
            kluis.schrijf(sleutel, TEKST)
        half = map_ / met.hex[:2] / f"{met.hex}{kluis.VOORLOPIG}"
        (map_ / met.hex[:2] / met.hex).rename(half)
        for pad in op_schijf(map_):
            if jong.hex not in pad.name:
                os.utime(pad, (0, 0))

        assert kluis.opruimen(lambda sleutels: {met} & set(sleutels)) == 1

        assert {pad.name for pad in op_schijf(map_)} == {met.hex, jong.hex}


class _Clamd(threading.Thread):
    """As much of clamd as a client meets: reads an INSTREAM and answers."""

    def __init__(self, antwoord):
        super().__init__(daemon=True)
        self.antwoord, self.ontvangen = antwoord, b""
        self.luister = socket.create_server(("127.0.0.1", 0))
        self.adres = f"127.0.0.1:{self.luister.getsockname()[1]}"

    def run(self):
        verbinding, _ = self.luister.accept()
        with verbinding, verbinding.makefile("rb") as stroom:
            assert stroom.read(10) == b"zINSTREAM\0"
            while lengte := struct.unpack("!I", stroom.read(4))[0]:
                self.ontvangen += stroom.read(lengte)
            verbinding.sendall(self.antwoord)


class TestVirusscan:
    def test_zonder_scanner_zegt_niets_over_het_bestand(self, settings):
        settings.CLAMAV = ""

        assert scan(TEKST) is False

    def test_een_schoon_bestand(self, settings):
        clamd = _Clamd(b"stream: OK\0")
        clamd.start()
        settings.CLAMAV = clamd.adres

        assert scan(TEKST * 100) is True
        clamd.join(5)
        assert clamd.ontvangen == TEKST * 100

    @pytest.mark.parametrize(
        ("antwoord", "zin"),
        [
            (b"stream: Eicar-Test FOUND\0", "vond iets"),
            (b"INSTREAM size limit exceeded. ERROR\0", "kon dit bestand niet"),
        ],
    )
    def test_een_virus_of_een_fout_weigert(self, settings, antwoord, zin):
        clamd = _Clamd(antwoord)
        clamd.start()
        settings.CLAMAV = clamd.adres

        with pytest.raises(DomainError, match=zin):
            scan(TEKST)

    def test_een_scanner_die_weg_is_weigert(self, settings):
        settings.CLAMAV = "/bestaat/niet.sock"

        with pytest.raises(DomainError, match="antwoordt niet"):
            scan(TEKST)
