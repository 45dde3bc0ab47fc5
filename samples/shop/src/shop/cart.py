"""What a customer is about to buy."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from .money import Money

if TYPE_CHECKING:
    from .catalogue import Catalogue, Product


@dataclass
class CartLine:
    """Some of one product."""

    product: Product
    quantity: int

    @property
    def total(self) -> Money:
        """Price of the line before discounts."""
        return self.product.price * self.quantity


class Cart:
    """Lines of products, before they become an order."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self.lines: list[CartLine] = []

    def __iter__(self) -> Iterator[CartLine]:
        yield from self.lines

    def add(self, sku: str, quantity: int = 1) -> CartLine:
        """Put some of a product into the cart, on top of what is there."""
        line = self._find(sku)
        if line is None:
            line = CartLine(self.catalogue.get(sku), 0)
            self.lines.append(line)
        line.quantity += quantity
        return line

    def remove(self, sku: str) -> None:
        """Take a product out of the cart, whatever its quantity."""
        self.lines = [line for line in self.lines if line.product.sku != sku]

    def total(self) -> Money:
        """Price of all lines before discounts."""
        return sum((line.total for line in self), start=Money.zero())

    @staticmethod
    def from_wishes(catalogue: Catalogue, wishes: dict[str, int]) -> Cart:
        """Make a cart of ``{unit: quantity}``."""
        cart = Cart(catalogue)
        for sku, quantity in wishes.items():
            cart.add(sku, quantity)
        return cart

    def _find(self, sku: str) -> CartLine | None:
        return next((line for line in self.lines if line.product.sku == sku), None)
