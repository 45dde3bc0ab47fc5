"""A registry of callbacks: functions subscribe to events with a decorator."""

from collections import defaultdict
from collections.abc import Callable
from enum import Enum, auto
from typing import Any

Handler = Callable[..., Any]


class Event(Enum):
    """What can happen in the shop."""

    ORDER_PLACED = auto()
    ORDER_PAID = auto()
    ORDER_CANCELLED = auto()


_handlers: dict[Event, list[Handler]] = defaultdict(list)


def on(*events: Event) -> Callable[[Handler], Handler]:
    """Subscribe the decorated function to some events."""

    def subscribe(handler: Handler) -> Handler:
        for event in events:
            _handlers[event].append(handler)
        return handler

    return subscribe


def subscribers(event: Event) -> list[Handler]:
    """Who hears about an event, in order of subscription."""
    return list(_handlers[event])


def notify(event: Event, **details: Any) -> int:
    """Tell every subscriber; returns how many there were."""
    handlers = subscribers(event)
    for handler in handlers:
        handler(event, **details)
    return len(handlers)
