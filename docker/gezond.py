"""The image's health check: asks /gezond by the name that ALLOWED_HOSTS expects, as the proxy in front would."""

import os
import urllib.request

HOST = os.environ.get("ALLOWED_HOSTS", "localhost").split(",")[0].strip()
POORT = os.environ.get("REGIE_GEZOND_POORT", "8000")
vraag = urllib.request.Request(
    f"http://127.0.0.1:{POORT}/gezond", headers={"Host": HOST, "X-Forwarded-Proto": "https"}
)
with urllib.request.build_opener(urllib.request.ProxyHandler({})).open(vraag, timeout=4) as antwoord:
    if antwoord.read() != b"ok":
        raise SystemExit("/gezond answers, but not with ok")
