"""What the shop sells."""

from dataclasses import dataclass, field
from enum import Enum

from ..money import Money


class Category(Enum):
    """Where a product stands in the shop."""

    KITCHEN = "kitchen"
    FOOD = "food"
    BOOKS = "books"

    @property
    def is_taxed_low(self) -> bool:
        """Food and books have the reduced rate."""
        return self in (Category.FOOD, Category.BOOKS)


@dataclass
class Product:
    """One thing on the shelf."""

    sku: str
    name: str
    price: Money
    category: Category
    stock: int = 0
    tags: list[str] = field(default_factory=list)

    def available(self, quantity: int) -> bool:
        """Whether that many can be sold now."""
        return 0 < quantity <= self.stock

    def take(self, quantity: int) -> None:
        """Remove some from the shelf; the caller has checked that they are there."""
        self.stock -= quantity
