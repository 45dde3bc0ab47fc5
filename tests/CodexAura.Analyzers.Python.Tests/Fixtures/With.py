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
