from typing import Any

from whitenoise.storage import CompressedManifestStaticFilesStorage  # type: ignore[import-untyped]


class Opslag(CompressedManifestStaticFilesStorage):
    """Remembers the address of each file: the manifest does not change while a process lives."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._adressen: dict[str, str] = {}

    def url(self, name: str, force: bool = False) -> str:
        if force:
            return super().url(name, force)
        if name not in self._adressen:
            self._adressen[name] = super().url(name)
        return self._adressen[name]
