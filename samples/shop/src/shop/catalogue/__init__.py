"""Products, and finding them."""

from .catalogue import Catalogue, sample_catalogue
from .product import Category, Product
from .search import search

__all__ = ["Catalogue", "Category", "Product", "sample_catalogue", "search"]
