"""Payment by invoice, for customers we know."""

from ..errors import PaymentDeclined
from ..money import Money
from .base import PaymentProvider, Receipt


class InvoiceProvider(PaymentProvider):
    """Sends an invoice; the money comes later."""

    name = "invoice"
    limit = Money(20_000)
    fee = Money(150)

    def __init__(self) -> None:
        super().__init__()
        self.open_invoices: dict[str, Money] = {}

    def check(self, customer: str, amount: Money) -> None:
        super().check(customer, amount)
        if "@" not in customer:
            raise PaymentDeclined("An invoice needs an address to be sent to.")

    def charge(self, customer: str, amount: Money) -> str:
        reference = self.next_reference()
        self.open_invoices[reference] = amount + self.fee
        return reference

    def refund(self, receipt: Receipt) -> Money:
        self.open_invoices.pop(receipt.reference, None)
        return super().refund(receipt)
