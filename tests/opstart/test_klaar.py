import http.server
import json
import threading

import pytest

from opstart import klaar, poorten

ALLES = {"database": True, "broker": True, "migraties": True, "worker": True, "beat": True}


@pytest.fixture
def antwoordt():
    """A tiny server that answers /klaar with what it is given."""

    class Antwoord(http.server.BaseHTTPRequestHandler):
        status, inhoud = 200, b"{}"

        def do_GET(self):
            self.send_response(self.status)
            self.end_headers()
            self.wfile.write(self.inhoud)

        def log_message(self, *argumenten):
            pass

    server = http.server.HTTPServer(("127.0.0.1", 0), Antwoord)
    draad = threading.Thread(target=server.serve_forever)
    draad.start()

    def met(status: int, inhoud: bytes) -> int:
        Antwoord.status, Antwoord.inhoud = status, inhoud
        return server.server_address[1]

    yield met
    server.shutdown()
    draad.join()
    server.server_close()


def test_leest_ook_een_antwoord_dat_nog_niet_klaar_is(antwoordt):
    stand = klaar.vraag(antwoordt(503, json.dumps({**ALLES, "beat": False}).encode()))
    assert not klaar.is_klaar(stand)
    assert klaar.zwijgt(stand) == "de planner (beat)"


def test_alles_antwoordt(antwoordt):
    assert klaar.is_klaar(klaar.vraag(antwoordt(200, json.dumps(ALLES).encode())))


@pytest.mark.parametrize("onzin", [b"<html>500</html>", b"[]", b""])
def test_onzin_is_geen_antwoord(antwoordt, onzin):
    assert klaar.vraag(antwoordt(500, onzin)) == {}


def test_een_stille_poort():
    stand = klaar.vraag(poorten.vrije_poort())
    assert klaar.zwijgt(stand) == "de webserver"
