"""Fetch the vendored front-end files with `npm pack` and rebuild everything derived from them.

Run by hand, from the root of the repository, when a version in PAKKETTEN changes:  python static/vendor/bijwerken.py
It writes static/vendor, static/fonts, static/img/iconen.svg and static/VENDOR.md; the result is committed.
"""

import hashlib
import re
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

from fontTools.merge import Merger
from fontTools.ttLib import TTFont

STATIC = Path(__file__).resolve().parent.parent
PAKKETTEN = {
    "bootstrap": ("bootstrap@5.3.9", "MIT"),
    "htmx": ("htmx.org@2.0.11", "0BSD"),
    "variabel": ("@fontsource-variable/source-sans-3@5.3.0", "OFL-1.1"),
    "vast": ("@fontsource/source-sans-3@5.3.1", "OFL-1.1"),
    "lucide": ("lucide-static@1.62.0", "ISC"),
}
ICONEN = [
    "archive",
    "arrow-down",
    "arrow-left",
    "arrow-right",
    "arrow-up",
    "arrow-up-down",
    "ban",
    "bell",
    "bookmark",
    "briefcase-business",
    "building-2",
    "calendar",
    "car",
    "chart-column",
    "chart-line",
    "check",
    "chevron-down",
    "chevron-left",
    "chevron-right",
    "circle",
    "circle-alert",
    "circle-check",
    "circle-dashed",
    "circle-dot",
    "circle-question-mark",
    "circle-x",
    "clipboard-check",
    "clipboard-list",
    "clock",
    "copy",
    "door-open",
    "download",
    "ellipsis-vertical",
    "euro",
    "external-link",
    "eye",
    "eye-off",
    "file-chart-column",
    "file-check",
    "file-plus",
    "file-text",
    "flag",
    "flag-triangle-right",
    "funnel",
    "graduation-cap",
    "handshake",
    "heart-handshake",
    "history",
    "hourglass",
    "house",
    "inbox",
    "info",
    "key-round",
    "keyboard",
    "landmark",
    "languages",
    "link",
    "list-checks",
    "loader-circle",
    "lock",
    "log-out",
    "mail",
    "map",
    "map-pin",
    "menu",
    "merge",
    "message-square",
    "network",
    "paperclip",
    "pause",
    "pencil",
    "phone",
    "play",
    "plus",
    "printer",
    "refresh-cw",
    "save",
    "scale",
    "search",
    "send",
    "settings",
    "share-2",
    "shield-check",
    "star",
    "sun",
    "table",
    "target",
    "trash-2",
    "triangle-alert",
    "undo-2",
    "upload",
    "user",
    "user-plus",
    "users",
    "x",
]


def haal(doel: Path, pakket: str) -> Path:
    """Download and unpack one npm package; returns the folder with its files."""
    naam = subprocess.run(  # noqa: S603  # package names are the constants above
        ["npm", "pack", "--silent", pakket],  # noqa: S607
        cwd=doel,
        check=True,
        capture_output=True,
        text=True,
    ).stdout.strip()
    with tarfile.open(doel / naam) as archief:
        archief.extractall(doel / naam.removesuffix(".tgz"), filter="data")
    return doel / naam.removesuffix(".tgz") / "package"


def bouw_bootstrap(bron: Path) -> list[Path]:
    """The whole of Bootstrap inside our layer `basis`, without the source map line (the map is not shipped)."""
    css = (bron / "dist/css/bootstrap.min.css").read_text()
    css = re.sub(r"/\*# sourceMappingURL=.*?\*/", "", css).removeprefix('@charset "UTF-8";').strip()
    doel = STATIC / "vendor/bootstrap/bootstrap.laag.css"
    doel.write_text(f'@charset "UTF-8";\n@layer basis{{{css}}}\n')
    return [doel]


def bouw_htmx(bron: Path) -> list[Path]:
    doel = STATIC / "vendor/htmx/htmx.min.js"
    doel.write_bytes((bron / "dist/htmx.min.js").read_bytes())
    return [doel]


def bouw_variabel(bron: Path) -> list[Path]:
    doelen = []
    for deel in ("latin", "latin-ext"):
        doel = STATIC / f"fonts/source-sans-3-{deel}.woff2"
        doel.write_bytes((bron / f"files/source-sans-3-{deel}-wght-normal.woff2").read_bytes())
        doelen.append(doel)
    return doelen


def bouw_vast(bron: Path) -> list[Path]:
    """One TrueType file per weight for the PDF maker, which does not split a family over unicode ranges."""
    doelen = []
    with tempfile.TemporaryDirectory() as map_:
        for gewicht in (400, 600, 700):
            delen = []
            for deel in ("latin", "latin-ext"):
                font = TTFont(bron / f"files/source-sans-3-{deel}-{gewicht}-normal.woff2")
                font.flavor = None
                pad = Path(map_) / f"{deel}-{gewicht}.ttf"
                font.save(pad)
                delen.append(str(pad))
            doel = STATIC / f"fonts/source-sans-3-{gewicht}.ttf"
            samen = Merger().merge(delen)
            samen["head"].created = samen["head"].modified = 3_500_000_000  # same bytes on every run
            samen.recalcTimestamp = False
            samen.save(doel)
            doelen.append(doel)
    return doelen


def bouw_sprite(bron: Path) -> list[Path]:
    symbolen = []
    for naam in sorted(set(ICONEN)):
        svg = (bron / f"icons/{naam}.svg").read_text()
        inhoud = re.sub(r"\s+", " ", re.search(r"<svg[^>]*>(.*)</svg>", svg, re.DOTALL).group(1)).strip()
        inhoud = inhoud.replace(" />", "/>").replace("> <", "><")
        symbolen.append(
            f'<symbol id="{naam}" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2" '
            f'stroke-linecap="round" stroke-linejoin="round">{inhoud}</symbol>'
        )
    doel = STATIC / "img/iconen.svg"
    kop = "<!-- Lucide, ISC License, https://lucide.dev/license; see VENDOR.md -->\n"
    doel.write_text('<svg xmlns="http://www.w3.org/2000/svg">' + kop + "\n".join(symbolen) + "\n</svg>\n")
    return [doel]


BOUWERS = {
    "bootstrap": bouw_bootstrap,
    "htmx": bouw_htmx,
    "variabel": bouw_variabel,
    "vast": bouw_vast,
    "lucide": bouw_sprite,
}


def main() -> None:
    rijen = []
    with tempfile.TemporaryDirectory() as map_:
        for sleutel, (pakket, licentie) in PAKKETTEN.items():
            bron = haal(Path(map_), pakket)
            for doel in BOUWERS[sleutel](bron):
                som = hashlib.sha256(doel.read_bytes()).hexdigest()
                rijen.append(f"| `{doel.relative_to(STATIC)}` | {pakket} | {licentie} | `{som}` |")
            sys.stdout.write(f"{pakket}: klaar\n")
    (STATIC / "VENDOR.md").write_text(
        "# Front-end files of others\n\n"
        "Fetched from the npm registry and rebuilt by `python static/vendor/bijwerken.py`; never edited by hand.\n"
        "Bootstrap is wrapped in the cascade layer `basis`, the icons are one sprite of the ones we use, the\n"
        "TrueType files (for PDF) are the latin and latin-ext subsets of one weight merged.\n\n"
        "| File | Package | Licence | SHA-256 |\n|---|---|---|---|\n" + "\n".join(rijen) + "\n"
    )


if __name__ == "__main__":
    main()
