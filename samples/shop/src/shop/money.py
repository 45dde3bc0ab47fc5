"""Amounts of money, kept in cents so that nothing is lost to rounding."""

from __future__ import annotations

from dataclasses import dataclass
from functools import total_ordering


@total_ordering
@dataclass(frozen=True)
class Money:
    """An amount in one currency."""

    cents: int
    currency: str = "EUR"

    @classmethod
    def zero(cls, currency: str = "EUR") -> Money:
        """Nothing at all, the start of every sum."""
        return cls(0, currency)

    @classmethod
    def parse(cls, text: str) -> Money:
        """Read an amount such as ``12.50 EUR``."""
        number, _, currency = text.partition(" ")
        whole, _, fraction = number.partition(".")
        return cls(int(whole) * 100 + int(fraction.ljust(2, "0")[:2] or 0), currency or "EUR")

    def __add__(self, other: Money) -> Money:
        self._check(other)
        return Money(self.cents + other.cents, self.currency)

    def __sub__(self, other: Money) -> Money:
        self._check(other)
        return Money(self.cents - other.cents, self.currency)

    def __mul__(self, factor: int) -> Money:
        return Money(self.cents * factor, self.currency)

    def __lt__(self, other: Money) -> bool:
        self._check(other)
        return self.cents < other.cents

    def __str__(self) -> str:
        return f"{self.cents // 100}.{self.cents % 100:02d} {self.currency}"

    @property
    def is_zero(self) -> bool:
        """Whether there is nothing to pay."""
        return self.cents == 0

    def percent(self, rate: int) -> Money:
        """A share of the amount, rounded half up to a whole cent."""
        return Money((self.cents * rate + 50) // 100, self.currency)

    def at_most(self, limit: Money) -> Money:
        """The smaller of the two amounts."""
        return min(self, limit)

    def _check(self, other: Money) -> None:
        if self.currency != other.currency:
            raise ValueError(f"{self.currency} and {other.currency} do not mix.")
