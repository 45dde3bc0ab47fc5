## A builtin that is there leaves no way to the handler
try:
    following = next
except NameError:
    def following(it):
        return it.next()
def run(values):
    following(values)

## A builtin under its own name
try:
    callable = callable
except NameError:
    def callable(value):
        return hasattr(value, "__call__")
def run(value):
    return callable(value)

## A builtin that only Python 2 had leaves no way but to the handler
def old(): ...
def new(): ...
try:
    unicode
except NameError:
    make = new
else:
    make = old
make()
#^^^ calls new

## What the body binds before the missing builtin stays
def f(): ...
def g(): ...
make = f
try:
    text = unicode
    make = g
except NameError:
    pass
make()
#^^^ calls f

## A name that the file binds is no builtin
def f(): ...
def unicode(): ...
def g(): ...
try:
    make = unicode
except NameError:
    make = g
make()
#^^^ calls unicode, g

## A body that does more may end in the handler
def f(): ...
def g(): ...
def ask(): ...
make = f
try:
    following = next
    ask()
#   ^^^ calls ask
except NameError:
    make = g
make()
#^^^ calls f, g

## After a star import a name may be anything
#- names.py
def next(): ...
#- main.py
from names import *
#    ^^^^^ imports names.py
def g(): ...
try:
    following = next
except NameError:
    following = g
def run():
    following()
#   ^^^^^^^^^ calls names.py::function::next, g

## An attribute stored in an imported class is no name of the module
#- shapes.py
class Table: ...
class Record: ...
#- main.py
from shapes import Record, Table
#    ^^^^^^ imports shapes.py
def annex(tables): ...
Table.annex = annex
def run():
    Record()
#   ^^^^^^ calls shapes.py::class::Record
    Table().annex()
#   ^^^^^ calls shapes.py::class::Table
#           ^^^^^ calls annex
