"""Rules that make a cart cheaper."""

from abc import ABC, abstractmethod

from shop.cart import Cart, CartLine
from shop.catalogue import Category
from shop.money import Money


class DiscountRule(ABC):
    """One reason to pay less."""

    def __init__(self, title: str) -> None:
        self.title = title

    @abstractmethod
    def discount(self, cart: Cart, code: str | None) -> Money:
        """How much the rule takes off the whole cart."""

    def applies(self, cart: Cart, code: str | None) -> bool:
        """Whether the rule takes anything off."""
        return not self.discount(cart, code).is_zero


class LineRule(DiscountRule):
    """A rule that looks at one line at a time."""

    def discount(self, cart: Cart, code: str | None) -> Money:
        return sum((self.line_discount(line) for line in cart), start=Money.zero())

    @abstractmethod
    def line_discount(self, line: CartLine) -> Money:
        """How much the rule takes off one line."""


class BulkDiscount(LineRule):
    """Many of one product are cheaper."""

    def __init__(self, minimum: int, rate: int) -> None:
        super().__init__(f"{rate} % off from {minimum} pieces")
        self.minimum = minimum
        self.rate = rate

    def line_discount(self, line: CartLine) -> Money:
        if line.quantity < self.minimum:
            return Money.zero()
        return line.total.percent(self.rate)


class CategoryDiscount(LineRule):
    """A whole category is cheaper."""

    def __init__(self, category: Category, rate: int) -> None:
        super().__init__(f"{rate} % off {category.value}")
        self.category = category
        self.rate = rate

    def line_discount(self, line: CartLine) -> Money:
        return line.total.percent(self.rate) if line.product.category is self.category else Money.zero()


class WelcomeCode(DiscountRule):
    """New customers get a fixed amount off, with a code."""

    CODE = "WELCOME"

    def __init__(self, amount: Money) -> None:
        super().__init__(f"{amount} off with {self.CODE}")
        self.amount = amount

    def discount(self, cart: Cart, code: str | None) -> Money:
        return self.amount.at_most(cart.total()) if code == self.CODE else Money.zero()
