import unittest

from shop.errors import PaymentDeclined, ProviderUnavailable
from shop.money import Money
from shop.payments import CardProvider, InvoiceProvider, provider_for

from .support import FlakyGateway


class CardTest(unittest.TestCase):
    def test_a_gateway_is_tried_three_times(self) -> None:
        gateway = FlakyGateway(2, ProviderUnavailable("down"))
        self.assertEqual(CardProvider(gateway).pay("ada", Money(100)).reference, "card-00001")
        self.assertEqual(gateway.calls, 3)

    def test_a_gateway_that_stays_down_fails(self) -> None:
        with self.assertRaises(ProviderUnavailable):
            CardProvider(FlakyGateway(3, ProviderUnavailable("down"))).pay("ada", Money(100))

    def test_a_declined_card_is_not_tried_again(self) -> None:
        gateway = FlakyGateway(1, PaymentDeclined("no"))
        with self.assertRaises(PaymentDeclined):
            CardProvider(gateway).pay("ada", Money(100))
        self.assertEqual(gateway.calls, 1)


class InvoiceTest(unittest.TestCase):
    def test_an_invoice_has_a_fee_and_can_be_called_back(self) -> None:
        provider = InvoiceProvider()
        receipt = provider.pay("ada@example.org", Money(100))
        self.assertEqual(provider.open_invoices, {receipt.reference: Money(250)})
        self.assertEqual(provider.refund(receipt), Money(100))
        self.assertEqual(provider.open_invoices, {})

    def test_what_can_not_be_invoiced_is_declined(self) -> None:
        for customer, amount in (("ada", Money(100)), ("ada@example.org", Money(20_001))):
            with self.subTest(customer=customer), self.assertRaises(PaymentDeclined):
                provider_for("invoice").pay(customer, amount)
