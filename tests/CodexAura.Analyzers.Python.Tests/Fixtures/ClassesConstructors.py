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


## a constructor under a decorator that may wrap it or give it back is one of two
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
#          ^^^^^^ calls(exact) Number
#          ^^^^^^ calls(inferred) Number.__new__, wrapping.wrapper
def half():
    return Half()
#          ^^^^ calls Half, Half.__new__
outside.start(make, half)


## a class without a constructor of its own that a library makes objects of runs nothing of the program
import argparse
import dataclasses
import outside
class Quiet(argparse.Action):
    def __call__(self, parser, namespace, values, option_string=None): pass
class Loud(argparse.Action):
    def __init__(self, *args, **options):
        super().__init__(*args, **options)
    def __call__(self, parser, namespace, values, option_string=None): pass
@dataclasses.dataclass
class Tracker:
    depth: int = 0
@dataclasses.dataclass
class Counter:
    count: int = 0
    def __post_init__(self): pass
@dataclasses.dataclass
class Line:
    tracker: Tracker = dataclasses.field(default_factory=Tracker)
    counter: Counter = dataclasses.field(default_factory=Counter)
class Plain: pass
def options(parser: argparse.ArgumentParser):
    parser.add_argument('-q', action=Quiet)
#                                    ^^^^^ calls(heuristic) Quiet
    parser.add_argument('-v', action=Loud)
#                                    ^^^^ calls Loud, Loud.__init__
def line():
    return Line()
#   ^ calls Counter, Counter.__post_init__, Line
#   ^ calls(heuristic) Tracker
def plain(kind):
    kinds = {'plain': Plain, 'tracker': Tracker}
    return kinds[kind]()
#   ^ calls Plain, Tracker
outside.start(options, line, plain)

## what makes the default of a field makes the defaults of its own fields, and runs what comes at the end of its __init__
import dataclasses
import outside
class Clock:
    def __init__(self): pass
@dataclasses.dataclass
class Counter:
    clock: Clock = dataclasses.field(default_factory=Clock)
    next: 'Counter' = dataclasses.field(default_factory=lambda: None)
    def __post_init__(self): pass
@dataclasses.dataclass
class Loop:
    other: 'Loop' = dataclasses.field(default_factory=lambda: make_loop())
#                                                             ^^^^^^^^^ calls make_loop
def make_loop() -> Loop:
    return Loop()
#          ^^^^ calls Loop
@dataclasses.dataclass
class Line:
    counter: Counter = dataclasses.field(default_factory=Counter)
    loop: Loop = dataclasses.field(default_factory=Loop)
def line():
    return Line()
#   ^ calls Clock, Clock.__init__, Counter, Counter.__post_init__, Line
#   ^ calls(heuristic) Loop
def given():
    return Line(counter=Counter(), loop=None)
#   ^ calls Clock, Clock.__init__, Counter, Counter.__post_init__, Line
outside.start(line, given)


## what is put over a constructor in the module, or is the constructor of another class, is what runs
import outside
class Plain:
    def __init__(self): pass
def traced(self): pass
Plain.__init__ = traced
def init(self): pass
class Own:
    __init__ = init
class Patched:
    def __init__(self): pass
def patch():
    Patched.__init__ = init
def plain():
    return Plain()
#          ^^^^^ calls Plain, Plain.__init__, traced
def own():
    return Own()
#          ^^^ calls Own, init
def patched():
    return Patched()
#          ^^^^^^^ calls Patched, Patched.__init__
#   ^ calls(heuristic) init
outside.start(plain, own, patched)


## a closure that is put over a constructor leaves the constructor
import outside
class Plain:
    def __init__(self): pass
def install():
    original = Plain.__init__
    def traced(self):
        original(self)
#       ^ calls Plain.__init__
#       ^ calls(heuristic) install.traced
    Plain.__init__ = traced
def make():
    return Plain()
#          ^^^^^ calls Plain, Plain.__init__, install.traced
outside.start(install, make)


## a partial of a class is called by the program
import functools
import outside
class Import: pass
class Reader:
    def __init__(self):
        self.make = functools.partial(Import)
    def read(self):
        return self.make()
#       ^ calls Import
def read():
    make = functools.partial(Import)
    return make()
#   ^ calls Import
outside.start(Reader, read)


## a field that a class below declares again has the default that is said there
import dataclasses
import outside
class Slow:
    def __init__(self): pass
class Fast:
    def __init__(self): pass
@dataclasses.dataclass
class Clock:
    engine: object = dataclasses.field(default_factory=Slow)
@dataclasses.dataclass
class Quick(Clock):
#           ^^^^^ extends Clock
    engine: object = dataclasses.field(default_factory=Fast)
@dataclasses.dataclass
class Shelf:
    clock: Clock = dataclasses.field(default_factory=Quick)
def quick():
    return Quick()
#   ^ calls Fast, Fast.__init__, Quick
def shelf():
    return Shelf()
#   ^ calls Fast, Fast.__init__, Shelf
#   ^ calls(heuristic) Quick
outside.start(quick, shelf)
