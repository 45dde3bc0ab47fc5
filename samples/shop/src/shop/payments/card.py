"""Payment by card, through a gateway."""

from typing import Protocol

from ..errors import PaymentDeclined, ProviderUnavailable
from ..money import Money
from ..utils import retry
from .base import PaymentProvider


class Gateway(Protocol):
    """What the card network looks like from here."""

    def authorise(self, customer: str, cents: int) -> bool:
        """Whether the bank of the customer agrees."""
        ...


class OpenGateway:
    """A gateway that always agrees, for demonstrations."""

    def authorise(self, customer: str, cents: int) -> bool:
        return cents > 0


class CardProvider(PaymentProvider):
    """Charges a card at once."""

    name = "card"

    def __init__(self, gateway: Gateway | None = None) -> None:
        super().__init__()
        self.gateway = gateway or OpenGateway()

    @retry(times=3, on=ProviderUnavailable)
    def charge(self, customer: str, amount: Money) -> str:
        if not self.gateway.authorise(customer, amount.cents):
            raise PaymentDeclined("The bank declined the card.")
        return self.next_reference()
