"""Libraries that no Python wheel carries: Pango for PDF, pip where Debian leaves it out, Chromium for the tests.

As root or with `sudo -n` by apt. Otherwise the same Debian packages, downloaded and unpacked in a folder of our own.
"""

from __future__ import annotations

import ctypes
import os
import re
import shutil
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from opstart import opdrachten, paden
from opstart.fout import OpstartFout
from opstart.scherm import Scherm

PDF_PAKKETTEN = ("libpango-1.0-0", "libpangoft2-1.0-0", "libharfbuzz-subset0", "fonts-dejavu-core")
PDF_BIBLIOTHEKEN = (
    "libgobject-2.0.so.0",
    "libpango-1.0.so.0",
    "libpangoft2-1.0.so.0",
    "libharfbuzz.so.0",
    "libfontconfig.so.1",
)
CERTIFICATEN = ("/etc/ssl/certs/ca-certificates.crt", "/etc/pki/tls/certs/ca-bundle.crt", "/etc/ssl/cert.pem")
CERTIFICAATVARIABELEN = ("SSL_CERT_FILE", "PIP_CERT", "REQUESTS_CA_BUNDLE")
CHROMIUM_NAMEN = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
_URI = re.compile(r"^'[^']+' (\S+?)_\S+\.deb ", re.MULTILINE)


def kan_laden(bibliotheek: str) -> bool:
    try:
        ctypes.CDLL(bibliotheek)
    except OSError:
        return False
    return True


def ontbrekend() -> list[str]:
    return [naam for naam in PDF_BIBLIOTHEKEN if not kan_laden(naam)]


def apt_voorvoegsel() -> list[str] | None:
    """How apt may be called here: bare, through sudo, or not at all."""
    if not shutil.which("apt-get"):
        return None
    if os.geteuid() == 0:
        return []
    if shutil.which("sudo"):
        proef = subprocess.run(["sudo", "-n", "true"], check=False, capture_output=True)
        if proef.returncode == 0:
            return ["sudo", "-n"]
    return None


@dataclass
class Systeempakketten:
    scherm: Scherm
    map: Path

    @classmethod
    def hier(cls, scherm: Scherm) -> Systeempakketten:
        return cls(scherm, paden.basismap() / "systeem")

    @property
    def wortel(self) -> Path:
        """Where packages are unpacked that could not be installed."""
        return self.map / "wortel"

    # what others ask

    def voor_pdf(self) -> dict[str, str]:
        """Environment variables with which a new process finds Pango. Without Pango the product runs, PDF does not."""
        if not ontbrekend():
            return {}
        if self._uitgepakt(PDF_PAKKETTEN):
            return self._zoekpaden()
        try:
            if self.installeer("De bibliotheken voor PDF", PDF_PAKKETTEN):
                return {}
            self.pak_uit("De bibliotheken voor PDF", PDF_PAKKETTEN)
        except OpstartFout as fout:
            opdracht = "sudo apt-get install -y " + " ".join(PDF_PAKKETTEN)
            self.scherm.meld(
                f"Let op, PDF's maken lukt op deze machine nog niet. {fout} Een beheerder kan: {opdracht}"
            )
            return {}
        return self._zoekpaden()

    def pip_wiel(self) -> Path:
        """pip as one file, from the distribution, for a Python without ensurepip."""
        if gevonden := self._zoek_wiel():
            return gevonden
        if not self.installeer("pip", ("python3-pip-whl",)):
            self.pak_uit("pip", ("python3-pip-whl",))
        if gevonden := self._zoek_wiel():
            return gevonden
        raise OpstartFout("Python heeft hier geen pip. Een beheerder kan: sudo apt-get install -y python3-venv")

    def certificaten(self, env: Mapping[str, str]) -> dict[str, str]:
        """Whom to trust, for pip and uv alike: what the caller set, what the system has, or Debian's own bundle."""
        gezet = next((env[naam] for naam in CERTIFICAATVARIABELEN if env.get(naam)), None)
        bundel = gezet or next((pad for pad in CERTIFICATEN if Path(pad).exists()), None) or self._haal_certificaten()
        return {naam: env.get(naam) or bundel for naam in CERTIFICAATVARIABELEN}

    def chromium(self) -> tuple[str, str]:
        """(path, "") when there is a browser that starts, otherwise ("", the reason)."""
        if pad := vind_chromium():
            return pad, ""
        try:
            if not self.installeer("Chromium voor de browsertests", ("chromium", "fonts-liberation")):
                return "", "er is geen Chromium en zonder root of sudo mag die niet geïnstalleerd worden"
        except OpstartFout as fout:
            return "", str(fout)
        pad = vind_chromium()
        return (pad, "") if pad else ("", "de Chromium van deze distributie start niet zonder snap")

    # the two ways

    def installeer(self, wat: str, pakketten: tuple[str, ...]) -> bool:
        """By apt; False when we may not."""
        voorvoegsel = apt_voorvoegsel()
        if voorvoegsel is None:
            return False
        self.scherm.meld(f"{wat} installeren met apt: {' '.join(pakketten)} …")
        apt = [*voorvoegsel, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-o", "DPkg::Lock::Timeout=120"]
        self._apt_lijsten([*apt, "update", "-qq"])
        opdracht = [*apt, "install", "-y", "--no-install-recommends", *pakketten]
        opdrachten.voer_uit(self.scherm, wat, opdracht, env=dict(os.environ), log=self.map / "apt.log", cwd=Path("/"))
        return True

    def pak_uit(self, wat: str, pakketten: tuple[str, ...]) -> None:
        """Without root: apt names what is missing, downloads it, and dpkg unpacks it here."""
        if not shutil.which("apt-get") or not shutil.which("dpkg-deb"):
            raise OpstartFout(f"{wat}: dit systeem heeft geen apt, installeer zelf {' '.join(pakketten)}.")
        self.scherm.meld(f"{wat} ophalen zonder beheerdersrechten …")
        opslag = self.map / "deb"
        for deel in ("lists/partial", "cache/archives/partial", "pakketten"):
            (opslag / deel).mkdir(parents=True, exist_ok=True)
        apt = ["apt-get", "-o", f"Dir::State::lists={opslag}/lists", "-o", f"Dir::Cache={opslag}/cache",
               "-o", "Debug::NoLocking=1", "-o", "APT::Sandbox::User="]  # fmt: skip
        self._apt_lijsten([*apt, "update", "-qq"])
        namen = self._namen(apt, pakketten)
        log, doel = self.map / "apt.log", opslag / "pakketten"
        opdrachten.voer_uit(
            self.scherm, wat, [*apt, "download", "-q", *namen], env=dict(os.environ), log=log, cwd=doel
        )
        for pakket in sorted(doel.glob("*.deb")):
            uitpakken = ["dpkg-deb", "-x", str(pakket), str(self.wortel)]
            opdrachten.voer_uit(self.scherm, wat, uitpakken, env=dict(os.environ), log=log)
        shutil.rmtree(opslag, ignore_errors=True)
        self._stempel(pakketten).touch()

    # inside

    def _apt_lijsten(self, opdracht: list[str]) -> None:
        """One broken source in the list is no reason to give up: the install itself will tell."""
        self.map.mkdir(parents=True, exist_ok=True)
        try:
            opdrachten.voer_uit(
                self.scherm, "De pakketlijsten", opdracht, env=dict(os.environ), log=self.map / "apt-update.log"
            )
        except OpstartFout as fout:
            self.scherm.meld(f"Let op: {fout}")

    def _namen(self, apt: list[str], pakketten: tuple[str, ...]) -> list[str]:
        """The packages with all they need; names differ per release (libglib2.0-0t64), so apt resolves them."""
        vraag = [*apt, "install", "--no-install-recommends", "--print-uris", "-yqq", *pakketten]
        antwoord = subprocess.run(vraag, check=False, capture_output=True, text=True)
        if antwoord.returncode:
            raise OpstartFout(f"apt kent de pakketten niet: {opdrachten.oorzaak(antwoord.stderr)}")
        return lees_namen(antwoord.stdout) or list(pakketten)

    def _haal_certificaten(self) -> str:
        """A bare Debian trusts nobody: without certificates nothing can be downloaded over https."""
        bundel = self.map / "certificaten.pem"
        if not bundel.exists():
            if self.installeer("De certificaten", ("ca-certificates",)):
                return CERTIFICATEN[0]
            self.pak_uit("De certificaten", ("ca-certificates",))
            delen = sorted((self.wortel / "usr/share/ca-certificates/mozilla").glob("*.crt"))
            bundel.write_text("\n".join(deel.read_text() for deel in delen))
        return str(bundel)

    def _stempel(self, pakketten: tuple[str, ...]) -> Path:
        return self.map / f"klaar-{pakketten[0]}"

    def _uitgepakt(self, pakketten: tuple[str, ...]) -> bool:
        return self._stempel(pakketten).exists()

    def _zoek_wiel(self) -> Path | None:
        for basis in (Path("/"), self.wortel):
            if gevonden := sorted((basis / "usr/share/python-wheels").glob("pip-*.whl")):
                return gevonden[-1]
        return None

    def _zoekpaden(self) -> dict[str, str]:
        mappen = [*self.wortel.glob("usr/lib/*-linux-gnu*"), *self.wortel.glob("lib/*-linux-gnu*")]
        eerder = os.environ.get("LD_LIBRARY_PATH")
        paden_ = {"LD_LIBRARY_PATH": os.pathsep.join([*map(str, mappen), *([eerder] if eerder else [])])}
        if not Path("/etc/fonts/fonts.conf").exists():
            paden_["FONTCONFIG_FILE"] = str(self._fontconfig())
        return paden_

    def _fontconfig(self) -> Path:
        pad = self.map / "fonts.conf"
        mappen = "".join(f"<dir>{m}</dir>" for m in ("/usr/share/fonts", self.wortel / "usr/share/fonts"))
        pad.write_text(f"<fontconfig>{mappen}<cachedir>{self.map / 'fontcache'}</cachedir></fontconfig>\n")
        return pad


def lees_namen(uris: str) -> list[str]:
    """Package names out of `apt-get --print-uris`."""
    return _URI.findall(uris)


def vind_chromium() -> str:
    """A Chromium that answers; Ubuntu's package of that name is an empty shell without snap."""
    for naam in (os.environ.get("REGIE_CHROMIUM", ""), *CHROMIUM_NAMEN):
        pad = shutil.which(naam) if naam else None
        if pad is None:
            continue
        antwoord = subprocess.run([pad, "--version"], check=False, capture_output=True)
        if antwoord.returncode == 0:
            return pad
    return ""
