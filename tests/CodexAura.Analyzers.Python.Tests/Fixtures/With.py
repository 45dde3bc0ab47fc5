## what follows a with that returns is reached
import outside
from contextlib import suppress
import contextlib

def convert(text): pass
def fallback(text): pass
def last(text): pass
def again(text): pass

def parse(text):
    with contextlib.suppress(ValueError):
        return convert(text)
#              ^^^^^^^ calls convert
    return fallback(text)
#          ^^^^^^^^ calls fallback

def retry(texts):
    for text in texts:
        with suppress(ValueError):
            return convert(text)
#                  ^^^^^^^ calls convert
    return last(texts)
#          ^^^^ calls last

def guarded(text, manager):
    with manager:
        raise ValueError(text)
    again(text)
#   ^^^^^ calls again

def turns(texts):
    found = None
    for text in texts:
        if found is not None:
            found()
        found = again
        with suppress(ValueError):
            return convert(text)
#                  ^^^^^^^ calls convert

outside.start(parse, retry, guarded, turns)

## variables after a with whose body may have been left early
import outside
class A:
    def go(self): pass
class B:
    def go(self): pass
def build(n): return B()
#                    ^ calls B
def run(raises):
    x = A()
#       ^ calls A
    with raises:
        x = build(2)
#           ^^^^^ calls build
        return x
    x.go()
#     ^^ calls A.go, B.go
outside.start(run)
