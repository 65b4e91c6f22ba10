"""No name, address or search term ever reaches a log line."""

import io
import json
import logging

import pytest
import structlog

from regie.core.logs import PERSOONLIJK, VOORAF, configureer, zonder_personen


@pytest.mark.parametrize("sleutel", sorted(PERSOONLIJK))
def test_sleutels_die_iemand_kunnen_noemen_verdwijnen(sleutel):
    assert zonder_personen(None, "info", {"event": "gelukt", sleutel: "Selin Aydın"}) == {"event": "gelukt"}


def test_de_zoekvraag_van_een_verzoek_verdwijnt():
    regel = zonder_personen(None, "info", {"event": "request_started", "request": "GET /g/brugge/zoeken/?q=Aydin"})

    assert regel["request"] == "GET /g/brugge/zoeken/"


def test_een_ander_soort_verzoek_blijft():
    verzoek = object()

    assert zonder_personen(None, "info", {"request": verzoek}) == {"request": verzoek}


@pytest.fixture
def herstel():
    """Put the configuration of the test run back."""
    wortel = logging.getLogger()
    voordien = wortel.handlers[:], wortel.level
    yield
    wortel.handlers[:], wortel.level = voordien


@pytest.mark.parametrize("bron", ["structlog", "logging"])
def test_een_regel_is_json_zonder_personen(bron, herstel):
    configureer({"niveau": "INFO", "formaat": "json"})
    uit = io.StringIO()
    handler = logging.getLogger().handlers[0]
    handler.setStream(uit)

    if bron == "structlog":
        structlog.get_logger("proef").info("client_bekeken", client_id="123", naam="Selin", email="x@y.example")
    else:
        logging.getLogger("proef").info("client_bekeken")

    regel = json.loads(uit.getvalue().splitlines()[-1])
    assert regel["event"] == "client_bekeken"
    assert regel["level"] == "info"
    assert not PERSOONLIJK & regel.keys()


def test_tekst_voor_de_console(herstel):
    configureer({"niveau": "INFO", "formaat": "tekst"})
    uit = io.StringIO()
    logging.getLogger().handlers[0].setStream(uit)

    structlog.get_logger("proef").warning("wachtrij_onbereikbaar", taak="x")

    assert "wachtrij_onbereikbaar" in uit.getvalue()


@pytest.mark.parametrize("formaat", ["json", "tekst"])
@pytest.mark.parametrize("bron", ["structlog", "logging"])
def test_een_fout_toont_waar_maar_niet_wat_er_in_stond(bron, formaat, herstel):
    configureer({"niveau": "INFO", "formaat": formaat})
    uit = io.StringIO()
    logging.getLogger().handlers[0].setStream(uit)
    getypt = "Selin" + " Aydın"

    try:
        int(getypt[:0])
    except ValueError:
        logger = structlog.get_logger("proef") if bron == "structlog" else logging.getLogger("proef")
        logger.exception("mislukt")

    assert "test_een_fout_toont_waar" in uit.getvalue()
    assert "ValueError" in uit.getvalue()
    assert getypt not in uit.getvalue()


def test_elke_regel_krijgt_een_tijd_en_een_verzoeknummer():
    """Request ids come in through the context variables that django-structlog binds."""
    assert structlog.contextvars.merge_contextvars in VOORAF
    assert any(isinstance(stap, structlog.processors.TimeStamper) for stap in VOORAF)
