"""Discount rules, and the engine that applies them."""

from .engine import PriceList, Quote, default_prices
from .rules import BulkDiscount, CategoryDiscount, DiscountRule, WelcomeCode

__all__ = ["BulkDiscount", "CategoryDiscount", "DiscountRule", "PriceList", "Quote", "WelcomeCode", "default_prices"]
