import unittest

from shop.catalogue import Category
from shop.money import Money
from shop.pricing import BulkDiscount, CategoryDiscount, PriceList, WelcomeCode

from .support import make_cart


class PricingTest(unittest.TestCase):
    def test_rules_add_up(self) -> None:
        prices = PriceList([BulkDiscount(10, 5), CategoryDiscount(Category.BOOKS, 10)])
        quote = prices.quote(make_cart(MUG=10, BOOK=1))
        self.assertEqual(quote.discount, Money(500 + 120))
        self.assertEqual(quote.total, Money(11200 - 620))
        self.assertEqual(len(quote.reasons), 2)

    def test_a_code_works_only_when_given(self) -> None:
        prices = PriceList([WelcomeCode(Money(500))])
        self.assertTrue(prices.quote(make_cart(MUG=1)).discount.is_zero)
        self.assertEqual(prices.quote(make_cart(MUG=1), "WELCOME").total, Money(500))

    def test_nobody_gets_money_for_buying(self) -> None:
        prices = PriceList([WelcomeCode(Money(5000)), CategoryDiscount(Category.KITCHEN, 50)])
        self.assertTrue(prices.quote(make_cart(MUG=1), "WELCOME").total.is_zero)


class MoneyTest(unittest.TestCase):
    def test_amounts_are_read_and_written(self) -> None:
        self.assertEqual(str(Money.parse("12.5 EUR")), "12.50 EUR")
        self.assertEqual(Money.parse("3"), Money(300))

    def test_currencies_do_not_mix(self) -> None:
        with self.assertRaises(ValueError):
            Money(1) + Money(1, "USD")
