## a function that some code puts over an __init__ is a guess where the class is called, and itself where it is called by its name
#- fail.py
class Failure:
    def __init__(self, value=None): pass
def traced(self, value=None): pass
def start_tracing():
    Failure.__init__ = traced
#- main.py
import outside
import fail
#^ imports fail.py
from fail import Failure, traced
#^ imports fail.py
def raised():
    return fail.Failure(1)
#               ^^^^^^^ calls Failure, Failure.__init__
#   ^ calls(heuristic) traced
def caught():
    return Failure()
#          ^^^^^^^ calls Failure, Failure.__init__
#   ^ calls(heuristic) traced
def by_hand():
    traced(outside.failure)
#   ^^^^^^ calls traced
    fail.traced(outside.failure)
#        ^^^^^^ calls traced
outside.start(raised, caught, by_hand)


## an __init__ that is put into a class without one is what runs
import outside
class Plain:
    pass
def fill(self): pass
Plain.__init__ = fill
def make():
    return Plain()
#          ^^^^^ calls Plain, fill
outside.start(make)


## a constructor under a decorator that may wrap it or give it back runs through the wrapper; who calls it by name means it
#- cache.py
import outside
from functools import wraps
def wrapping(func):
    @wraps(func)
    def wrapper(*args, **kwargs):
        return func(*args, **kwargs)
#       ^ calls Number.__new__
    return wrapper
def plain(func):
    return func
if outside.setting('cache') == 'no':
    cached = plain
else:
    cached = wrapping
#- main.py
import outside
from cache import cached
#^ imports cache.py
class Number:
    @cached
#   ^ calls plain, wrapping
    def __new__(cls, value):
        return object.__new__(cls)
class Half(Number):
#          ^^^^^^ extends Number
    def __new__(cls):
        return Number.__new__(cls, 0.5)
#                     ^^^^^^^ calls Number.__new__, wrapping.wrapper
def make():
    return Number(1)
#          ^^^^^^ calls Number, wrapping.wrapper
#   ^ calls(heuristic) Number.__new__
def half():
    return Half()
#          ^^^^ calls Half, Half.__new__
outside.start(make, half)
