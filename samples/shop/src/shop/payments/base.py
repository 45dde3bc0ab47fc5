"""What all providers have in common."""

from abc import ABC, abstractmethod
from dataclasses import dataclass
from itertools import count

from ..errors import PaymentDeclined
from ..money import Money


@dataclass(frozen=True)
class Receipt:
    """Proof of a payment."""

    reference: str
    amount: Money


class PaymentProvider(ABC):
    """Takes money. Subclasses say how, this class says in which order."""

    name = "abstract"
    limit = Money(1_000_000)

    def __init__(self) -> None:
        self._numbers = count(1)

    def pay(self, customer: str, amount: Money) -> Receipt:
        """Take an amount from a customer."""
        self.check(customer, amount)
        reference = self.charge(customer, amount)
        return Receipt(reference, amount)

    def check(self, customer: str, amount: Money) -> None:
        """Refuse what can not work, before anything is charged."""
        if amount > self.limit:
            raise PaymentDeclined(f"{self.name} takes at most {self.limit}.")

    def next_reference(self) -> str:
        """A new reference, unique for this provider."""
        return f"{self.name}-{next(self._numbers):05d}"

    @abstractmethod
    def charge(self, customer: str, amount: Money) -> str:
        """Take the money and return a reference."""

    def refund(self, receipt: Receipt) -> Money:
        """Give a payment back in full."""
        return receipt.amount
