"""Places, pays and cancels orders."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING

from .. import notifications
from ..notifications import Event
from ..payments import PaymentProvider, Receipt
from ..pricing import PriceList, default_prices
from ..storage import Repository, UnitOfWork
from .model import Order, OrderState

if TYPE_CHECKING:
    from ..cart import Cart


class OrderService:
    """The one place where orders change."""

    def __init__(self, orders: Repository[Order], prices: PriceList | None = None) -> None:
        self.orders = orders
        self.prices = prices or default_prices()
        self._numbers = count(1 + len(list(orders)))

    def place(self, customer: str, cart: Cart, code: str | None = None) -> Order:
        """Turn a cart into an order; all of its products are reserved, or none."""
        quote = self.prices.quote(cart, code)
        order = Order(self._next_number(), customer, {}, quote.total)
        with UnitOfWork(self.orders) as work:
            for line in cart:
                product = cart.catalogue.reserve(line.product.sku, line.quantity)
                work.undo_with(lambda product=product, line=line: product.take(-line.quantity))
                order.lines[product.sku] = line.quantity
            work.save(order.number, order)
        notifications.notify(Event.ORDER_PLACED, order=order)
        return order

    def pay(self, order: Order, provider: PaymentProvider) -> Receipt:
        """Have an order paid."""
        receipt = provider.pay(order.customer, order.total)
        order.reference = receipt.reference
        self._change(order, OrderState.PAID, Event.ORDER_PAID)
        return receipt

    def cancel(self, order: Order) -> None:
        """Call an order off."""
        self._change(order, OrderState.CANCELLED, Event.ORDER_CANCELLED)

    def _change(self, order: Order, state: OrderState, event: Event) -> None:
        order.move_to(state)
        self.orders.put(order.number, order)
        notifications.notify(event, order=order)

    def _next_number(self) -> str:
        return f"O-{next(self._numbers):04d}"
