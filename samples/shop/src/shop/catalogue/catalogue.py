"""The shelf."""

from collections.abc import Iterable, Iterator

from ..errors import OutOfStock, UnknownProduct
from ..money import Money
from .product import Category, Product
from .search import search as search_products


class Catalogue:
    """All products, by their stock keeping unit."""

    def __init__(self, products: Iterable[Product] = ()) -> None:
        self._products: dict[str, Product] = {}
        for product in products:
            self.add(product)

    def __iter__(self) -> Iterator[Product]:
        return iter(self._products.values())

    def __len__(self) -> int:
        return len(self._products)

    def add(self, product: Product) -> None:
        """Put a product on the shelf, in place of the one with the same unit."""
        self._products[product.sku] = product

    def get(self, sku: str) -> Product:
        """Find a product by its unit."""
        try:
            return self._products[sku]
        except KeyError:
            raise UnknownProduct(sku) from None

    def reserve(self, sku: str, quantity: int) -> Product:
        """Take some of a product off the shelf."""
        product = self.get(sku)
        if not product.available(quantity):
            raise OutOfStock(sku, quantity, product.stock)
        product.take(quantity)
        return product

    def search(self, query: str) -> list[Product]:
        """Products that match the query, best match first."""
        return list(search_products(self, query))


def sample_catalogue() -> Catalogue:
    """The shelf that the command line sells from."""
    return Catalogue([
        Product("MUG-01", "Blue mug", Money.parse("9.50"), Category.KITCHEN, 40, ["cup", "gift"]),
        Product("POT-01", "Tea pot", Money.parse("34.00"), Category.KITCHEN, 5, ["tea"]),
        Product("TEA-02", "Green tea", Money.parse("6.20"), Category.FOOD, 120, ["drink"]),
        Product("BOOK-7", "The book of tea", Money.parse("12.00"), Category.BOOKS, 12, ["gift"]),
    ])
