"""Turns events into messages."""

from ..utils.text import plural, shorten
from .registry import Event, on

outbox: list[str] = []


def send(recipient: str, text: str) -> None:
    """Deliver a message; here that means to keep it."""
    outbox.append(f"{recipient}: {shorten(text, 120)}")


def _placed(order) -> str:
    return f"Thank you, we have {plural(len(order.lines), 'item')} for you."


def _paid(order) -> str:
    return f"We received {order.total}."


def _cancelled(order) -> str:
    return f"Order {order.number} is cancelled."


TEMPLATES = {
    Event.ORDER_PLACED: _placed,
    Event.ORDER_PAID: _paid,
    Event.ORDER_CANCELLED: _cancelled,
}


@on(Event.ORDER_PLACED, Event.ORDER_PAID, Event.ORDER_CANCELLED)
def tell_customer(event: Event, order) -> None:
    """Write to the customer."""
    template = TEMPLATES[event]
    send(order.customer, template(order))


@on(Event.ORDER_PAID)
def tell_warehouse(event: Event, order) -> None:
    """Have the parcel packed."""
    packing_list = ", ".join(f"{quantity} × {sku}" for sku, quantity in order.lines.items())
    send("warehouse", f"{order.number}: {packing_list}")
