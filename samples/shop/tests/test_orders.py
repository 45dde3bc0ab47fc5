import contextlib
import io
import tempfile
import unittest
from pathlib import Path

from shop import Order, OrderService
from shop.cli import main
from shop.errors import InvalidTransition, OutOfStock
from shop.notifications import senders
from shop.payments import CardProvider
from shop.storage import JsonRepository, MemoryRepository

from .support import make_cart


class OrderServiceTest(unittest.TestCase):
    def setUp(self) -> None:
        senders.outbox.clear()
        self.orders: MemoryRepository[Order] = MemoryRepository()
        self.service = OrderService(self.orders)

    def test_an_order_is_placed_paid_and_announced(self) -> None:
        order = self.service.place("ada@example.org", make_cart(MUG=2))
        self.service.pay(order, CardProvider())
        self.assertFalse(order.is_open)
        self.assertTrue(self.orders.has("O-0001"))
        self.assertEqual(senders.outbox, [
            "ada@example.org: Thank you, we have 1 item for you.",
            "ada@example.org: We received 20.00 EUR.",
            "warehouse: O-0001: 2 × MUG",
        ])

    def test_a_failed_order_gives_everything_back(self) -> None:
        cart = make_cart(MUG=2, TEA=99)
        with self.assertRaises(OutOfStock):
            self.service.place("ada", cart)
        self.assertEqual(cart.catalogue.get("MUG").stock, 20)
        self.assertEqual(list(self.orders), [])

    def test_a_cancelled_order_stays_cancelled(self) -> None:
        order = self.service.place("ada", make_cart(MUG=1))
        self.service.cancel(order)
        with self.assertRaises(InvalidTransition):
            self.service.pay(order, CardProvider())


class StorageTest(unittest.TestCase):
    def test_orders_survive_in_a_file(self) -> None:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "orders.json"
            placed = OrderService(self.open(path)).place("ada", make_cart(BOOK=1))
            self.assertEqual(self.open(path).get(placed.number), placed)
            self.open(path).remove(placed.number)
            self.assertFalse(self.open(path).has(placed.number))

    @staticmethod
    def open(path: Path) -> JsonRepository[Order]:
        return JsonRepository(path, Order.to_dict, Order.from_dict)


class CommandLineTest(unittest.TestCase):
    def run_shop(self, *arguments: str) -> tuple[int, str, str]:
        output, errors = io.StringIO(), io.StringIO()
        with contextlib.redirect_stdout(output), contextlib.redirect_stderr(errors):
            code = main(arguments)
        return code, output.getvalue(), errors.getvalue()

    def test_products_are_listed(self) -> None:
        code, output, _ = self.run_shop("list", "--search", "green")
        self.assertEqual(code, 0)
        self.assertIn("TEA-02", output)

    def test_a_purchase_ends_with_a_receipt(self) -> None:
        code, output, _ = self.run_shop("buy", "ada@example.org", "MUG-01=2", "--code", "WELCOME", "--pay", "invoice")
        self.assertEqual(code, 0)
        self.assertIn("Order O-0001: 14.00 EUR, reference invoice-00001", output)

    def test_errors_are_told_without_a_traceback(self) -> None:
        code, _, errors = self.run_shop("buy", "ada", "HAT-01")
        self.assertEqual((code, errors), (1, "There is no product 'HAT-01'.\n"))
