## Which function singledispatch runs hangs on the class of the argument
from functools import singledispatch
class Shape: pass
class Circle(Shape): pass
#            ^^^^^ extends Shape
class Square(Shape): pass
#            ^^^^^ extends Shape
class Cube(Square): pass
#          ^^^^^^ extends Square
@singledispatch
def draw(shape): pass
@draw.register(Circle)
def _draw_circle(shape): pass
@draw.register
def _draw_square(shape: Square): pass
@draw.register(list)
@draw.register(tuple)
def _draw_all(shapes): pass
@draw.register(type)
def _draw_class(shape): pass
def use():
    draw(Circle())
#        ^^^^^^ calls Circle, _draw_circle, draw
    draw(Cube())
#        ^^^^ calls Cube, _draw_square, draw
    draw([Circle()])
#         ^^^^^^ calls Circle, _draw_all, draw
    draw(Shape())
#        ^^^^^ calls Shape, draw
def use_class():
    draw(Circle)
#   ^ calls _draw_class, draw
#   ^ calls(heuristic) _draw_all, _draw_circle, _draw_square

## where nothing is known of it, all are guesses
import outside
from functools import singledispatch
class Circle: pass
class Square: pass
@singledispatch
def draw(shape): pass
@draw.register(Circle)
def _draw_circle(shape): pass
@draw.register(Square)
def _draw_square(shape): pass
def use(shape):
    draw(shape)
#   ^^^^ calls draw
#   ^ calls(heuristic) _draw_circle, _draw_square
outside.start(use)

## also of methods
from functools import singledispatchmethod
class Circle: pass
class Square: pass
class Painter:
    @singledispatchmethod
    def draw(self, shape): pass
    @draw.register(Circle)
    def _draw_circle(self, shape): pass
    @draw.register
    def _draw_square(self, shape: Square): pass
def use():
    Painter().draw(Circle())
#                  ^^^^^^ calls Circle, Painter, Painter._draw_circle, Painter.draw
    Painter().draw(Square())
#   ^^^^^^^ calls Painter, Painter._draw_square, Painter.draw, Square

## what may be of a class below, or of another that nobody knows, is not ruled out
import outside
from functools import singledispatch
class NotFound(Exception): pass
class Base: pass
class Impl: pass
@singledispatch
def tell(x): pass
@tell.register(NotFound)
def tell_missing(x): pass
@tell.register(str)
def tell_text(x): pass
@tell.register(int)
def tell_number(x): pass
def caught():
    try:
        outside.work()
    except Exception as error:
        tell(error)
#       ^^^^ calls tell, tell_missing
#       ^ calls(heuristic) tell_number, tell_text
def default(x=None):
    tell(x)
#   ^^^^ calls tell
#   ^ calls(heuristic) tell_missing, tell_number, tell_text
outside.start(caught, default)

## nor is it where something else is called with it, or one of the functions itself
import json
from functools import singledispatch
@singledispatch
def encode(x): pass
@encode.register(set)
def encode_set(x): pass
@encode.register(complex)
def encode_complex(x): pass
def dump(value):
    return json.dumps(value, default=encode)
#                                    ^^^^^^ calls encode, encode_complex, encode_set
def all():
    return list(map(encode, [{1}, {2}]))
#                   ^^^^^^ calls encode, encode_complex, encode_set
def itself():
    encode_set("x")
#   ^^^^^^^^^^ calls encode_set

## also of static methods
from functools import singledispatchmethod
class Painter:
    @singledispatchmethod
    @staticmethod
    def draw(shape): pass
    @draw.register
    @staticmethod
    def _draw_number(shape: int): pass
    @draw.register
    @staticmethod
    def _draw_text(shape: str): pass
def use():
    Painter().draw(1)
#   ^^^^^^^ calls Painter, Painter._draw_number, Painter.draw
