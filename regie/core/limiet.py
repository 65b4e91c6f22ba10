"""How often somebody may try. Counted in the cache; while that is away nobody is refused (pages keep working)."""

from hashlib import sha256

import structlog
from django.core.cache import cache
from redis.exceptions import RedisError

logger = structlog.get_logger(__name__)


def tel(waarvoor: str, wie: str, *, seconden: int) -> int:
    """One more; how many there were in this window. `wie` (an IP address, a token) is kept as a hash only."""
    sleutel = _sleutel(waarvoor, wie)
    try:
        cache.add(sleutel, 0, seconden)
        return cache.incr(sleutel)
    except ValueError:  # the window ended between the two
        return 1
    except RedisError:
        logger.warning("limiet_onbereikbaar", waarvoor=waarvoor)
        return 0


def geteld(waarvoor: str, wie: str) -> int:
    try:
        return cache.get(_sleutel(waarvoor, wie), 0)
    except RedisError:
        logger.warning("limiet_onbereikbaar", waarvoor=waarvoor)
        return 0


def _sleutel(waarvoor: str, wie: str) -> str:
    return f"limiet:{waarvoor}:{sha256(wie.encode()).hexdigest()}"
