"""What several tests need."""

from shop import Cart, Catalogue, Money, Product
from shop.catalogue import Category


def make_catalogue() -> Catalogue:
    """A shelf with a handful of products."""
    return Catalogue([
        Product("MUG", "Blue mug", Money(1000), Category.KITCHEN, 20, ["cup"]),
        Product("TEA", "Green tea", Money(600), Category.FOOD, 3),
        Product("BOOK", "The book of tea", Money(1200), Category.BOOKS, 5),
    ])


def make_cart(**wishes: int) -> Cart:
    """A cart on a shelf of its own."""
    return Cart.from_wishes(make_catalogue(), wishes)


class FlakyGateway:
    """A card gateway that fails some times before it works."""

    def __init__(self, failures: int, error: Exception) -> None:
        self.failures = failures
        self.error = error
        self.calls = 0

    def authorise(self, customer: str, cents: int) -> bool:
        self.calls += 1
        if self.calls <= self.failures:
            raise self.error
        return True
