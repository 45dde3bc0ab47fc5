"""The command line of the shop."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from shop import notifications
from shop.cart import Cart
from shop.catalogue import sample_catalogue
from shop.errors import ShopError
from shop.orders import Order, OrderService
from shop.payments import PROVIDERS, provider_for
from shop.storage import JsonRepository, MemoryRepository, Repository


def list_products(arguments: argparse.Namespace) -> None:
    """Print the products, all of them or those that match."""
    catalogue = sample_catalogue()
    products = catalogue.search(arguments.search) if arguments.search else list(catalogue)
    for product in products:
        print(f"{product.sku:8} {product.name:20} {product.price!s:>12}")


def buy(arguments: argparse.Namespace) -> None:
    """Place an order and pay it."""
    cart = Cart.from_wishes(sample_catalogue(), dict(arguments.wishes))
    service = OrderService(open_orders(arguments.data))
    order = service.place(arguments.customer, cart, arguments.code)
    receipt = service.pay(order, provider_for(arguments.pay))
    print(f"Order {order.number}: {receipt.amount}, reference {receipt.reference}")
    for message in notifications.senders.outbox:
        print(f"  {message}")


def open_orders(folder: Path | None) -> Repository[Order]:
    """The orders of a folder, or none that outlive the process."""
    if folder is None:
        return MemoryRepository()
    folder.mkdir(parents=True, exist_ok=True)
    return JsonRepository(folder / "orders.json", Order.to_dict, Order.from_dict)


def wish(text: str) -> tuple[str, int]:
    """Read ``UNIT=QUANTITY``."""
    sku, _, quantity = text.partition("=")
    return sku, int(quantity or 1)


COMMANDS: dict[str, Callable[[argparse.Namespace], None]] = {"list": list_products, "buy": buy}


def parser() -> argparse.ArgumentParser:
    """Describe the command line."""
    top = argparse.ArgumentParser(prog="shop", description=__doc__)
    commands = top.add_subparsers(dest="command", required=True)
    listing = commands.add_parser("list", help="print the products")
    listing.add_argument("--search", metavar="WORDS")
    buying = commands.add_parser("buy", help="place an order and pay it")
    buying.add_argument("customer")
    buying.add_argument("wishes", nargs="+", type=wish, metavar="UNIT=QUANTITY")
    buying.add_argument("--code")
    buying.add_argument("--pay", choices=sorted(PROVIDERS), default="card")
    buying.add_argument("--data", type=Path, help="folder in which orders are kept")
    return top


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; the result is the exit code."""
    parsed = parser().parse_args(arguments)
    try:
        COMMANDS[parsed.command](parsed)
    except ShopError as error:
        print(error, file=sys.stderr)
        return error.exit_code
    return 0
