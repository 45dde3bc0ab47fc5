"""Applies discount rules to carts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from shop.catalogue import Category
from shop.money import Money
from shop.utils import timed

from . import rules
from .rules import DiscountRule


class Quote(NamedTuple):
    """What a cart costs, and why."""

    subtotal: Money
    discount: Money
    reasons: tuple[str, ...]

    @property
    def total(self) -> Money:
        """What there is to pay."""
        return self.subtotal - self.discount


class PriceList:
    """The rules in force."""

    def __init__(self, discount_rules: Sequence[DiscountRule]) -> None:
        self.rules = list(discount_rules)

    @timed
    def quote(self, cart, code: str | None = None) -> Quote:
        """Price a cart; discounts never exceed what it costs."""
        subtotal = cart.total()
        applied = [rule for rule in self.rules if rule.applies(cart, code)]
        discount = Money.zero()
        for rule in applied:
            discount += rule.discount(cart, code)
        return Quote(subtotal, discount.at_most(subtotal), tuple(rule.title for rule in applied))


def default_prices() -> PriceList:
    """The rules that the command line uses."""
    return PriceList([
        rules.BulkDiscount(minimum=10, rate=5),
        rules.CategoryDiscount(Category.BOOKS, rate=10),
        rules.WelcomeCode(Money(500)),
    ])
