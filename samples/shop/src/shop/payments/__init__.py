"""Ways to pay."""

from .base import PaymentProvider, Receipt
from .card import CardProvider
from .invoice import InvoiceProvider

PROVIDERS: dict[str, type[PaymentProvider]] = {
    provider.name: provider for provider in (CardProvider, InvoiceProvider)
}


def provider_for(name: str) -> PaymentProvider:
    """Make the provider with a name, with its default settings."""
    return PROVIDERS[name]()


__all__ = ["CardProvider", "InvoiceProvider", "PROVIDERS", "PaymentProvider", "Receipt", "provider_for"]
