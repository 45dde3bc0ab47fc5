"""A repository in a file."""

import json
from pathlib import Path
from typing import Callable

from .memory import MemoryRepository
from .repository import T


class JsonRepository(MemoryRepository[T]):
    """Keeps things in memory, and a copy of them in a JSON file."""

    def __init__(self, path: Path, encode: Callable[[T], dict], decode: Callable[[dict], T]) -> None:
        super().__init__()
        self.path = path
        self._encode = encode
        if path.exists():
            stored = json.loads(path.read_text(encoding="utf-8"))
            self.items = {key: decode(data) for key, data in stored.items()}

    def put(self, key: str, item: T) -> None:
        super().put(key, item)
        self._write()

    def remove(self, key: str) -> None:
        super().remove(key)
        self._write()

    def _write(self) -> None:
        # A half-written file must never take the place of a whole one.
        new = self.path.with_suffix(".new")
        data = {key: self._encode(item) for key, item in self.items.items()}
        new.write_text(json.dumps(data, indent=2), encoding="utf-8")
        new.replace(self.path)
