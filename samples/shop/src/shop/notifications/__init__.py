"""Who wants to hear about what."""

from . import senders
from .registry import Event, Handler, notify, on, subscribers

__all__ = ["Event", "Handler", "notify", "on", "senders", "subscribers"]
