"""Worker, broker, clock and mail server die at any moment; every rapport is made and every receiver gets one mail.

Real processes, a database of its own, deaths at the worst moments. What dies is started again after a short while, as
the supervisor does; the broker comes back empty.
"""

import contextlib
import os
import random
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from email import policy
from email.parser import BytesParser
from hashlib import sha256
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import psycopg
import pytest
from django.db import connection

from opstart.valkey import Valkey
from regie.settings import env

pytestmark = [pytest.mark.servers, pytest.mark.timeout(180)]

RAPPORTEN, ONTVANGERS = 4, 4
GEDULD = 60.0
BEZIG = "SELECT EXISTS (SELECT 1 FROM rapportage_rapport WHERE status = 'BEZIG')"
ONDERWEG = "SELECT EXISTS (SELECT 1 FROM rapportage_verzending WHERE status = 'WACHT' AND poging > 0)"
# The mail server has stored the mail and we have not committed yet: the one moment that cannot be closed.
AFGELEVERD = (
    "SELECT (SELECT count(*) FROM portal_gevangenmail) >"
    " (SELECT count(*) FROM rapportage_verzending WHERE status = 'VERZONDEN')"
)
ALLES = ("worker", "broker", "beat", "mail")
STERFGEVALLEN: tuple[tuple[tuple[str, ...], str], ...] = (
    (("worker",), BEZIG),
    (("beat", "mail"), BEZIG),
    (("worker",), AFGELEVERD),
    (("broker",), ONDERWEG),
    (ALLES, AFGELEVERD),
)
REPO = Path(__file__).resolve().parents[2]


class Proces:
    """One process of the product with everything it started, to be killed without warning."""

    def __init__(self, omgeving: dict[str, str], log: Path, *opdracht: str) -> None:
        self.omgeving, self.log, self.opdracht = omgeving, log, opdracht
        self.popen: subprocess.Popen | None = None

    def start(self) -> None:
        with self.log.open("ab") as log:
            self.popen = subprocess.Popen(
                [sys.executable, *self.opdracht],
                cwd=REPO,
                env=self.omgeving,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )

    def dood(self) -> None:
        if self.popen is not None:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(self.popen.pid, signal.SIGKILL)
            self.popen.wait()

    def leeft(self) -> bool:
        return self.popen is not None and self.popen.poll() is None


class Broker:
    """The embedded Valkey. Its death takes the whole queue with it."""

    def __init__(self, status: Path) -> None:
        self.valkey = Valkey(status)

    def start(self) -> None:
        self.valkey.start()

    def dood(self) -> None:
        pid = self.valkey.pid()
        if pid is not None:
            os.kill(pid, signal.SIGKILL)
        shutil.rmtree(self.valkey.status / "appendonlydir", ignore_errors=True)

    def leeft(self) -> bool:
        return self.valkey.pid() is not None


def vrije_poort() -> int:
    with socket.socket() as lijn:
        lijn.bind(("127.0.0.1", 0))
        return lijn.getsockname()[1]


def op_databank(url: str, naam: str) -> str:
    return urlunsplit(urlsplit(url)._replace(path=f"/{naam}"))


@pytest.fixture
def databank(django_db_setup, django_db_blocker) -> Iterator[str]:
    """A copy of the migrated test database; a template may have no visitors, so the test lets go of it first."""
    naam, eigenaar = f"regie_doden_{os.getpid()}", env.tekst("DATABASE_OWNER_URL")
    with django_db_blocker.unblock():
        bron = connection.settings_dict["NAME"]
        connection.close()
    with psycopg.connect(eigenaar, autocommit=True) as beheer:
        _gooi_weg(beheer, naam)
        beheer.execute(f'CREATE DATABASE "{naam}" TEMPLATE "{bron}"')
        yield naam
        _gooi_weg(beheer, naam)


def _gooi_weg(beheer: psycopg.Connection, naam: str) -> None:
    """The server notices a killed visitor a moment later; the owner may not send the app role away."""
    for _ in range(50):
        with contextlib.suppress(psycopg.errors.ObjectInUse):
            beheer.execute(f'DROP DATABASE IF EXISTS "{naam}"')
            return
        time.sleep(0.2)


@pytest.fixture
def omgeving(databank, tmp_path) -> dict[str, str]:
    return {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "tests.rapportage.doden_instellingen",
        "DATABASE_URL": op_databank(env.tekst("DATABASE_URL"), databank),
        "DATABASE_OWNER_URL": op_databank(env.tekst("DATABASE_OWNER_URL"), databank),
        "REDIS_URL": Valkey(tmp_path / "v").url(),
        "EMAIL_URL": f"smtp://127.0.0.1:{vrije_poort()}",
        "REGIE_STATE": str(tmp_path),
        "PYTHONPATH": str(REPO),
    }


@pytest.fixture
def delen(omgeving, tmp_path) -> Iterator[dict[str, Proces | Broker]]:
    poort = str(urlsplit(omgeving["EMAIL_URL"]).port)
    celery = ("-m", "celery", "-A", "regie")
    delen: dict[str, Proces | Broker] = {
        "broker": Broker(tmp_path / "v"),
        "mail": Proces(omgeving, tmp_path / "mail.log", "manage.py", "mailvanger", "--poort", poort),
        "worker": Proces(omgeving, tmp_path / "worker.log", *celery, "worker", "-c", "2", "-l", "WARNING"),
        "beat": Proces(
            omgeving, tmp_path / "beat.log", *celery, "beat", "-s", str(tmp_path / "beat"), "-l", "WARNING"
        ),
    }
    yield delen
    for deel in reversed(delen.values()):
        deel.dood()


def stand(eigenaar: psycopg.Connection) -> tuple[int, int]:
    """(rapporten verzonden, mails verzonden): as the database owner, past row security."""
    rapporten = eigenaar.execute("SELECT count(*) FROM rapportage_rapport WHERE status = 'VERZONDEN'").fetchone()
    mails = eigenaar.execute("SELECT count(*) FROM rapportage_verzending WHERE status = 'VERZONDEN'").fetchone()
    return rapporten[0], mails[0]


def hou_in_leven(delen: dict[str, Proces | Broker]) -> None:
    """What the supervisor does: a worker may also stop by itself when its broker disappears."""
    for deel in delen.values():
        if not deel.leeft():
            deel.start()


def test_elk_rapport_een_keer_bij_elke_ontvanger(omgeving, delen, databank):
    toeval = random.Random(20261123)
    vraag = [sys.executable, "-m", "tests.rapportage.doden_vragen", str(RAPPORTEN), str(ONTVANGERS)]
    # Nothing runs yet: the requests are committed and cannot be announced. Rows are what counts, not messages.
    subprocess.run(vraag, cwd=REPO, env=omgeving, check=True, timeout=60)
    for deel in delen.values():
        deel.start()

    with psycopg.connect(omgeving["DATABASE_OWNER_URL"], autocommit=True) as eigenaar:
        _sterf_en_herstart(delen, toeval, eigenaar)
        _wacht_op_het_einde(delen, eigenaar)
        time.sleep(2)  # a late second delivery would come now

        _controleer(eigenaar)


def _sterf_en_herstart(delen: dict[str, Proces | Broker], toeval: random.Random, eigenaar: psycopg.Connection) -> None:
    for wie, wanneer in STERFGEVALLEN:
        _wacht_op(eigenaar, wanneer)
        if wanneer != AFGELEVERD:  # that moment is short
            time.sleep(toeval.uniform(0, 0.4))
        for naam in wie:
            delen[naam].dood()
        time.sleep(toeval.uniform(0.1, 0.4))
        hou_in_leven(delen)


def _wacht_op(eigenaar: psycopg.Connection, wanneer: str) -> None:
    einde = time.monotonic() + 10
    while not eigenaar.execute(wanneer).fetchone()[0] and time.monotonic() < einde:
        time.sleep(0.02)


def _wacht_op_het_einde(delen, eigenaar) -> None:
    einde = time.monotonic() + GEDULD
    while stand(eigenaar) != (RAPPORTEN, RAPPORTEN * ONTVANGERS):
        assert time.monotonic() < einde, f"niet klaar: {stand(eigenaar)}; {_logs(delen)}"
        hou_in_leven(delen)
        time.sleep(0.5)


def _logs(delen) -> str:
    return "\n".join(d.log.read_text()[-1500:] for d in delen.values() if isinstance(d, Proces) and d.log.exists())


def _controleer(eigenaar: psycopg.Connection) -> None:
    rapporten = eigenaar.execute("SELECT status, sha256, pdf FROM rapportage_rapport").fetchall()
    assert {status for status, *_ in rapporten} == {"VERZONDEN"}
    assert all(sha256(pdf).hexdigest() == som for _, som, pdf in rapporten)

    verzendingen = dict(eigenaar.execute("SELECT message_id, email FROM rapportage_verzending").fetchall())
    mails = eigenaar.execute(
        "SELECT message_id, ontvangers, bron, keer_aangeboden FROM portal_gevangenmail"
    ).fetchall()
    assert len(mails) == RAPPORTEN * ONTVANGERS
    assert sum(keer for *_, keer in mails) > len(mails), (
        "geen enkele mail werd twee keer aangeboden: test mist zijn doel"
    )
    assert {message_id: [email] for message_id, email in verzendingen.items()} == {m: aan for m, aan, *_ in mails}

    bekend = {som for _, som, _ in rapporten}
    for _, _, bron, _ in mails:
        bijlage = next(BytesParser(policy=policy.default).parsebytes(bron).iter_attachments())
        assert sha256(bijlage.get_payload(decode=True)).hexdigest() in bekend
