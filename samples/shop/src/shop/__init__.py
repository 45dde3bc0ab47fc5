"""A small shop: catalogue, cart, pricing, orders, payments and notifications."""

from .cart import Cart
from .catalogue import Catalogue, Product
from .money import Money
from .orders import Order, OrderService

__all__ = ["Cart", "Catalogue", "Money", "Order", "OrderService", "Product"]
__version__ = "1.0.0"
