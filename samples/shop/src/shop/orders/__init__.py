"""Orders, their states, and the service that places them."""

from .model import Order, OrderState
from .service import OrderService

__all__ = ["Order", "OrderService", "OrderState"]
