"""What the rest of the shop knows about storage."""

from abc import ABC, abstractmethod
from collections.abc import Iterator
from typing import Generic, TypeVar

T = TypeVar("T")


class Repository(ABC, Generic[T]):
    """Things by their key."""

    @abstractmethod
    def get(self, key: str) -> T | None:
        """The thing with a key, or nothing."""

    @abstractmethod
    def put(self, key: str, item: T) -> None:
        """Keep a thing, in place of the one with the same key."""

    @abstractmethod
    def remove(self, key: str) -> None:
        """Forget a thing; nothing happens when it is not there."""

    @abstractmethod
    def __iter__(self) -> Iterator[T]:
        """All things, in order of their first arrival."""

    def has(self, key: str) -> bool:
        """Whether there is a thing with this key."""
        return self.get(key) is not None
