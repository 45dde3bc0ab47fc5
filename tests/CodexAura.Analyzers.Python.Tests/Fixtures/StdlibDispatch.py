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
#        ^^^^^^ calls Circle, _draw_circle
    draw(Cube())
#        ^^^^ calls Cube, _draw_square
    draw([Circle()])
#         ^^^^^^ calls Circle, _draw_all
    draw(Shape())
#        ^^^^^ calls Shape, draw
    draw(Circle)
#   ^ calls _draw_class

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
#                  ^^^^^^ calls Circle, Painter, Painter._draw_circle
    Painter().draw(Square())
#   ^^^^^^^ calls Painter, Painter._draw_square, Square
