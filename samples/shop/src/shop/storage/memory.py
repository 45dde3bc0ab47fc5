"""A repository that lives as long as the process."""

from collections.abc import Iterator

from .repository import Repository, T


class MemoryRepository(Repository[T]):
    """Keeps things in a dictionary."""

    def __init__(self) -> None:
        self.items: dict[str, T] = {}

    def get(self, key: str) -> T | None:
        return self.items.get(key)

    def put(self, key: str, item: T) -> None:
        self.items[key] = item

    def remove(self, key: str) -> None:
        self.items.pop(key, None)

    def __iter__(self) -> Iterator[T]:
        return iter(list(self.items.values()))
