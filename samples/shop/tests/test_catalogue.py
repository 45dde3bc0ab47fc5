import unittest

from shop.errors import OutOfStock, UnknownProduct
from shop.utils import plural, shorten

from .support import make_cart, make_catalogue


class CatalogueTest(unittest.TestCase):
    def setUp(self) -> None:
        self.catalogue = make_catalogue()

    def test_search_ranks_names_above_tags(self) -> None:
        self.assertEqual([p.sku for p in self.catalogue.search("tea")], ["TEA", "BOOK"])
        self.assertEqual([p.sku for p in self.catalogue.search("cup")], ["MUG"])
        self.assertEqual(self.catalogue.search("tea cup"), [])

    def test_reserving_takes_from_the_shelf(self) -> None:
        self.assertEqual(self.catalogue.reserve("TEA", 2).stock, 1)
        with self.assertRaises(OutOfStock) as caught:
            self.catalogue.reserve("TEA", 2)
        self.assertEqual((caught.exception.wanted, caught.exception.left), (2, 1))

    def test_an_unknown_product_is_named(self) -> None:
        with self.assertRaisesRegex(UnknownProduct, "'HAT'"):
            self.catalogue.get("HAT")


class CartTest(unittest.TestCase):
    def test_adding_twice_makes_one_line(self) -> None:
        cart = make_cart(MUG=1)
        cart.add("MUG", 2)
        self.assertEqual([line.quantity for line in cart], [3])
        self.assertEqual(str(cart.total()), "30.00 EUR")

    def test_removed_lines_cost_nothing(self) -> None:
        cart = make_cart(MUG=1, TEA=1)
        cart.remove("MUG")
        self.assertEqual(cart.total().cents, 600)


class TextTest(unittest.TestCase):
    def test_texts_are_cut_and_counted(self) -> None:
        self.assertEqual(shorten("a long text", 7), "a long…")
        self.assertEqual((plural(1, "item"), plural(2, "item")), ("1 item", "2 items"))
