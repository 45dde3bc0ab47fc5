"""An order and the states it goes through."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from enum import Enum
from typing import Any

from ..errors import InvalidTransition
from ..money import Money


class OrderState(str, Enum):
    """Where an order stands."""

    PLACED = "placed"
    PAID = "paid"
    CANCELLED = "cancelled"

    def may_become(self, state: OrderState) -> bool:
        """Whether an order in this state may go on to another."""
        return state in _TRANSITIONS[self]


_TRANSITIONS = {
    OrderState.PLACED: {OrderState.PAID, OrderState.CANCELLED},
    OrderState.PAID: {OrderState.CANCELLED},
    OrderState.CANCELLED: set(),
}


@dataclass
class Order:
    """What a customer bought, at the price of that day."""

    number: str
    customer: str
    lines: dict[str, int]
    total: Money
    state: OrderState = OrderState.PLACED
    reference: str | None = None

    def move_to(self, state: OrderState) -> None:
        """Go on to another state."""
        if not self.state.may_become(state):
            raise InvalidTransition(f"Order {self.number} is {self.state.value}.")
        self.state = state

    @property
    def is_open(self) -> bool:
        """Whether the order still waits for its payment."""
        return self.state is OrderState.PLACED

    def to_dict(self) -> dict[str, Any]:
        """The order as plain data."""
        return asdict(self) | {"state": self.state.value}

    @classmethod
    def from_dict(cls, data: dict[str, Any]) -> Order:
        """The order that plain data stands for."""
        return cls(**data | {"total": Money(**data["total"]), "state": OrderState(data["state"])})
