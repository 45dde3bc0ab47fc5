"""Several changes that happen together or not at all."""

from __future__ import annotations

from collections.abc import Callable
from types import TracebackType
from typing import Any

from .repository import Repository


class UnitOfWork:
    """Collects changes, makes them at the end, and undoes what was done when something fails."""

    def __init__(self, repository: Repository[Any]) -> None:
        self._repository = repository
        self._changes: list[tuple[str, Any]] = []
        self._undo: list[Callable[[], None]] = []

    def __enter__(self) -> UnitOfWork:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if kind is None:
            self._commit()
        else:
            self._roll_back()

    def save(self, key: str, item: Any) -> None:
        """Keep a thing when all goes well."""
        self._changes.append((key, item))

    def undo_with(self, action: Callable[[], None]) -> None:
        """Say how to take back something that was done outside of the repository."""
        self._undo.append(action)

    def _commit(self) -> None:
        for key, item in self._changes:
            self._repository.put(key, item)

    def _roll_back(self) -> None:
        for action in reversed(self._undo):
            action()
