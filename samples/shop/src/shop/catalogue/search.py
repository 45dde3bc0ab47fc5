"""Finding products by words."""

from collections.abc import Iterable, Iterator

from ..utils.text import words
from .product import Product


def search(products: Iterable[Product], query: str) -> Iterator[Product]:
    """Yield the products that match every word of the query, best match first."""
    wanted = words(query)
    ranked = [(score(product, wanted), product) for product in products]
    for rank, product in sorted(ranked, key=lambda pair: -pair[0]):
        if rank > 0:
            yield product


def score(product: Product, wanted: set[str]) -> int:
    """How well a product matches; 0 when a word is missing."""

    def weight(word: str) -> int:
        if word in words(product.name):
            return 3
        return 1 if word in product.tags else 0

    weights = [weight(word) for word in wanted]
    return sum(weights) if weights and all(weights) else 0
