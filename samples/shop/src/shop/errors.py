"""Everything that can go wrong in the shop, as exceptions a caller can tell apart."""


class ShopError(Exception):
    """The base of all errors of the shop; its text is meant for customers."""

    exit_code = 1


class UnknownProduct(ShopError):
    """Someone asked for a product that the catalogue does not have."""

    def __init__(self, sku: str) -> None:
        super().__init__(f"There is no product {sku!r}.")
        self.sku = sku


class OutOfStock(ShopError):
    """Someone wants more of a product than there is."""

    def __init__(self, sku: str, wanted: int, left: int) -> None:
        super().__init__(f"Only {left} of {sku!r} left, {wanted} wanted.")
        self.wanted = wanted
        self.left = left


class PaymentDeclined(ShopError):
    """A provider refused a payment for good: trying again does not help."""

    exit_code = 3


class ProviderUnavailable(ShopError):
    """A provider could not be reached: trying again may help."""

    exit_code = 4


class InvalidTransition(ShopError):
    """An order was asked to do what its state does not allow."""
