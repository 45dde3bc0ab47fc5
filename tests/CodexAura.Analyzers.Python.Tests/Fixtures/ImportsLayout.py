## An import cycle
#- a.py
import b
#      ^ imports b.py
def f():
    b.g()
#     ^ calls g
#- b.py
import a
#      ^ imports a.py
def g():
    a.f()
#     ^ calls f

## An import cycle of names
#- a.py
from b import g
#    ^ imports b.py
def f():
    g()
#   ^ calls g
#- b.py
from a import f
#    ^ imports a.py
def g():
    f()
#   ^ calls f

## A namespace package
#- space/util.py
def f(): ...
#- main.py
from space import util
#                 ^^^^ imports space/util.py
import space.util
#            ^^^^ imports space/util.py
util.f()
#    ^ calls f
space.util.f()
#          ^ calls f

## A src layout
#- src/pkg/__init__.py
#- src/pkg/util.py
def f(): ...
#- tests/test_util.py
from pkg.util import f
#        ^^^^ imports src/pkg/util.py
f()
#^ calls f

## A src layout, absolute imports within
#- src/pkg/__init__.py
#- src/pkg/util.py
def f(): ...
#- src/pkg/main.py
from pkg.util import f
#        ^^^^ imports src/pkg/util.py
f()
#^ calls f

## Two roots with packages of their own
#- one/pkg1/__init__.py
def f(): ...
#- two/pkg2/__init__.py
from pkg1 import f
#    ^^^^ imports one/pkg1/__init__.py
f()
#^ calls f

## Two roots with packages of one name
#- one/src/pkg/__init__.py
#- one/src/pkg/util.py
def f(): ...
#- one/src/pkg/main.py
from pkg.util import f
#        ^^^^ imports one/src/pkg/util.py
f()
#^ calls one/src/pkg/util.py::f
#- two/src/pkg/__init__.py
#- two/src/pkg/util.py
def f(): ...
#- two/src/pkg/main.py
from pkg.util import f
#        ^^^^ imports two/src/pkg/util.py
f()
#^ calls two/src/pkg/util.py::f

## A script sees the modules beside it
#- tools/helper.py
def f(): ...
#- tools/run.py
import helper
#      ^^^^^^ imports tools/helper.py
helper.f()
#      ^ calls f

## A module of the program named like one of the standard library, in another folder
#- pkg/__init__.py
#- pkg/json.py
def loads(x): ...
#- main.py
import json
json.loads("1")

## A sibling hides the standard library only by relative import
#- pkg/__init__.py
#- pkg/json.py
def loads(x): ...
#- pkg/main.py
from . import json
#^^^^^^^^^^^^^^^^^ imports pkg/__init__.py, pkg/json.py
json.loads("1")
#    ^^^^^ calls loads

## import binds the top-level package
#- pkg/__init__.py
def f(): ...
#- pkg/util.py
def g(): ...
#- main.py
import pkg.util
#          ^^^^ imports pkg/util.py
pkg.f()
#   ^ calls f
pkg.util.g()
#        ^ calls g

## A submodule imported elsewhere is an attribute of the package
#- pkg/__init__.py
#- pkg/util.py
def f(): ...
#- other.py
import pkg.util
#          ^^^^ imports pkg/util.py
#- main.py
import pkg
#      ^^^ imports pkg/__init__.py
pkg.util.f()
#        ^ calls f

## The __init__ imports a submodule
#- pkg/__init__.py
from . import util
#             ^^^^ imports pkg/util.py
#- pkg/util.py
def f(): ...
#- main.py
import pkg
#      ^^^ imports pkg/__init__.py
pkg.util.f()
#        ^ calls f

## A function of a package hides the submodule of that name
#- pkg/__init__.py
from .run import run
#     ^^^ imports pkg/run.py
#- pkg/run.py
def run(): ...
#- main.py
from pkg import run
#    ^^^ imports pkg/__init__.py
#               ^^^ imports pkg/run.py
run()
#^^ calls run

## importlib.import_module with a constant
#- util.py
def f(): ...
#- main.py
import importlib
importlib.import_module("util").f()
#                               ^ calls f

## A module that does not exist
import nothing
from nothing import f
nothing.g()
f()

## A class of another module
#- model.py
class C:
    def __init__(self): ...
    def go(self): ...
#- main.py
from model import C
#    ^^^^^ imports model.py
C().go()
#^ calls C, C.__init__, C.go

## A method of a module's attribute
#- model.py
class C:
    def go(self): ...
#- main.py
import model
#      ^^^^^ imports model.py
class D(model.C):
#             ^ extends C
    def run(self):
        self.go()
#            ^^ calls C.go

## A name the module does not define
#- util.py
def f(): ...
#- main.py
from util import g
#    ^^^^ imports util.py
g()

## from __future__ is no import of the program
from __future__ import annotations
def f(): ...
f()
#^ calls f

## A stub stands in where there is no source
#- native.pyi
class C:
    def go(self) -> C: ...
#- main.py
from native import C
#    ^^^^^^ imports native.pyi
C().go()
#^ calls C, C.go

## The source wins over its stub
#- util.py
def f(): ...
#- util.pyi
def f() -> int: ...
#- main.py
from util import f
#    ^^^^ imports util.py
f()
#^ calls util.py::f

## Several names in parentheses
#- util.py
def f(): ...
def g(): ...
#- main.py
from util import (
    f,
#   ^^ imports util.py
    g as h,
#   ^^^^^^^ imports util.py
)
f()
#^ calls f
h()
#^^ calls g

## A file imports itself through its package
#- pkg/__init__.py
from pkg.a import A
#        ^ imports pkg/a.py
#- pkg/a.py
import pkg
#      ^^^ imports pkg/__init__.py
class A: ...
def make():
    return pkg.A()
#              ^ calls A

## A conditional definition in another module
#- compat.py
import sys
if sys.version_info >= (3, 12):
    def f(): ...
else:
    def f(): ...
#- main.py
from compat import f
#    ^^^^^^ imports compat.py
f()
#^ calls f, f#2

## A package and a module of one name
#- util.py
def f(): ...
#- util/__init__.py
def f(): ...
#- main.py
from util import f
#    ^^^^ imports util/__init__.py
f()
#^ calls util/__init__.py::f

## A test imports from conftest's folder
#- tests/conftest.py
def helper(): ...
#- tests/test_a.py
from conftest import helper
#    ^^^^^^^^ imports tests/conftest.py
helper()
#^^^^^ calls helper

## A main module imports its package
#- pkg/__init__.py
#- pkg/core.py
def f(): ...
#- pkg/__main__.py
from pkg.core import f
#        ^^^^ imports pkg/core.py
f()
#^ calls f

## A name that may be missing is taken from a folder without a file of its own
#- pkg/__init__.py
#- pkg/plugins/core.py
def f(): ...
#- main.py
try:
    from pkg.plugins import nothing
except ImportError:
    nothing = None
try:
    from pkg.plugins import core
#        ^^^^^^^^^^^ imports pkg/plugins/core.py
except ImportError:
    core = None
core.f()
#    ^ calls f

## The analysed folder is itself a package, and its files name it
#- __init__.py
from shop.money import Money
#         ^^^^^ imports money.py
import shop
#- money.py
class Money:
    def add(self): ...
#- orders/__init__.py
#- orders/service.py
import shop.money
#           ^^^^^ imports money.py
from shop import money
#^^^^^^^^^^^^^^^^^^^^^ imports __init__.py
#                ^^^^^ imports money.py
from shop.orders import service
#         ^^^^^^ imports orders/__init__.py
from shop.money import Money
#         ^^^^^ imports money.py
from shopping.money import Money as Other
def total():
    Money().add()
#   ^^^^^ calls Money
#           ^^^ calls Money.add
    shop.money.Money().add()
#              ^^^^^ calls Money
#                      ^^^ calls Money.add
    money.Money().add()
#         ^^^^^ calls Money
#                 ^^^ calls Money.add
    Other().add()

## A package outside that has a module of the same name is not taken for the analysed folder
#- __init__.py
from requests.utils import quote
from requests.models import Response
from requests.sessions import Session
#- utils.py
def quote(): ...
#- models.py
from requests.utils import quote
from requests.auth import basic
quote()

## A namespace package in a src layout
#- libs/core/src/shop/core/__init__.py
#- libs/core/src/shop/core/money.py
def add(): ...
#- libs/core/tests/test_money.py
from shop.core.money import add
#              ^^^^^ imports libs/core/src/shop/core/money.py

add()
#^^ calls add
#- libs/web/src/shop/web/views.py
from shop.core import money
#         ^^^^ imports libs/core/src/shop/core/__init__.py
#                     ^^^^^ imports libs/core/src/shop/core/money.py
money.add()
#     ^^^ calls add

## Namespace packages of several projects, without a src folder
#- libs/tools/setup.py
#- libs/tools/acme/tools/core.py
def f(): ...
#- libs/web/setup.py
#- libs/web/acme/web/views.py
from acme.tools.core import f
#               ^^^^ imports libs/tools/acme/tools/core.py
f()
#^ calls f
#- libs/web/acme/web/urls.py
from acme.web import views
#                    ^^^^^ imports libs/web/acme/web/views.py

## A module of a package that is called setup
#- modules/__init__.py
#- modules/setup.py
#- modules/apt.py
#- main/apt_repository.py
import apt
apt.update()

## Where the analysed folder is a package, a module in it does not hide the library's
#- __init__.py
#- http.py
def get(): ...
#- json.py
class JSONEncoder: ...
#- client.py
import http
from json import JSONEncoder
from . import http as own
#^^^^^^^^^^^^^^^^^^^^^^^^ imports __init__.py
#             ^^^^ imports http.py
class Encoder(JSONEncoder): ...
def use():
    http.get()
    own.get()
#       ^^^ calls get
#- deep/__init__.py
#- deep/inner.py
from http import get
get()

## A folder with an __init__ whose modules are imported by their own names is searched before the library
#- __init__.py
#- queue.py
def put(): ...
#- work.py
def go(): ...
#- main.py
import work
#      ^^^^ imports work.py
import queue
#      ^^^^^ imports queue.py
work.go()
#    ^^ calls go
queue.put()
#     ^^^ calls put

## One import is not enough to know the analysed folder as a package
#- __init__.py
#- money.py
def add(): ...
#- orders.py
from shop.money import add
add()

## What one file of a package imports does not hang on what others import
#- shop/__init__.py
#- shop/helper.py
def help(): ...
#- shop/a/__init__.py
#- shop/a/first.py
import helper
helper.help()
#- shop/second.py
import helper
helper.help()

## what stands for a library where tests lie does so for them alone
#- test-data/stubs/extensions.pyi
from typing import Any

def trait(cls: Any) -> Any: ...
#- test-data/stubs/other/__init__.pyi
#- test-data/test_it.py
from extensions import trait
#^ imports test-data/stubs/extensions.pyi
#- app/__init__.py
#- app/visitor.py
from extensions import trait
import outside

@trait
class Visitor:
    def visit(self): pass

class Counting(Visitor):
#              ^^^^^^^ extends Visitor
    pass

outside.start(Counting().visit)
#             ^^^^^^^^ calls Counting
