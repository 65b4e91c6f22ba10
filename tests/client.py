"""The test client of every test: it fails on anything suspicious in any response."""

import re
from typing import Any

from django.http import HttpResponse
from django.test import Client

INLINE = re.compile(r"<(?:script(?![^>]*\bsrc=)|style)\b|\son[a-z]+\s*=\s*[\"']|\sstyle\s*=\s*[\"']", re.IGNORECASE)
# A + in front makes it a phone number.
INSZ = re.compile(r"(?<![\da-f+])\d{2}\.?\d{2}\.?\d{2}-?\d{3}\.?\d{2}(?![\da-f])")  # not part of a UUID or hash


class StrengeClient(Client):
    """Refuses unrendered template syntax, inline code (CSP), empty links and a full INSZ in a page or an address."""

    mag_insz_tonen = False

    def request(self, **request: Any) -> HttpResponse:
        response = super().request(**request)
        soort = response.headers.get("Content-Type", "")
        assert not INSZ.search(request.get("PATH_INFO", "") + request.get("QUERY_STRING", "")), "INSZ in het adres"
        if soort.startswith("text/html") and not getattr(response, "streaming", False):
            self._controleer(response.content.decode())
        return response

    def _controleer(self, html: str) -> None:
        assert "{{" not in html, "onverwerkte sjabloonvariabele"
        assert "{%" not in html, "onverwerkte sjabloontag"
        assert 'href=""' not in html, "lege link"
        assert "None" not in re.sub(r"<[^>]+>", " ", html), "None in de pagina"
        inline = INLINE.search(html)
        assert not inline, f"inline code of stijl: {inline.group(0) if inline else ''}"
        if not self.mag_insz_tonen:
            assert not INSZ.search(re.sub(r"<svg.*?</svg>", "", html, flags=re.DOTALL)), "volledig INSZ in de pagina"
