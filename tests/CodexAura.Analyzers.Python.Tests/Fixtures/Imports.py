## A module of the same folder
#- util.py
def f(): ...
#- main.py
import util
#      ^^^^ imports util.py
util.f()
#    ^ calls f

## A name from a module
#- util.py
def f(): ...
#- main.py
from util import f
#    ^^^^ imports util.py
f()
#^ calls f

## A module of a package
#- pkg/__init__.py
#- pkg/util.py
def f(): ...
#- main.py
import pkg.util
#          ^^^^ imports pkg/util.py
pkg.util.f()
#        ^ calls f

## A module of a package under another name
#- pkg/__init__.py
#- pkg/util.py
def f(): ...
#- main.py
import pkg.util as u
#          ^^^^ imports pkg/util.py
u.f()
# ^ calls f

## A submodule from a package
#- pkg/__init__.py
#- pkg/util.py
def f(): ...
#- main.py
from pkg import util
#    ^^^ imports pkg/__init__.py, pkg/util.py
util.f()
#    ^ calls f

## A relative import of a sibling
#- pkg/__init__.py
#- pkg/util.py
def f(): ...
#- pkg/main.py
from .util import f
#     ^^^^ imports pkg/util.py
f()
#^ calls f

## A relative import of a sibling module
#- pkg/__init__.py
#- pkg/util.py
def f(): ...
#- pkg/main.py
from . import util
#^^^^^^^^^^^^^^^^^ imports pkg/__init__.py, pkg/util.py
util.f()
#    ^ calls f

## A relative import from the package around
#- pkg/__init__.py
#- pkg/util.py
def f(): ...
#- pkg/sub/__init__.py
#- pkg/sub/main.py
from ..util import f
#      ^^^^ imports pkg/util.py
f()
#^ calls f

## A relative import of the package itself
#- pkg/__init__.py
def f(): ...
#- pkg/main.py
from . import f
#^^^^^^^^^^^^^^ imports pkg/__init__.py
f()
#^ calls f

## Two levels up
#- pkg/__init__.py
def f(): ...
#- pkg/a/__init__.py
#- pkg/a/main.py
from .. import f
#^^^^^^^^^^^^^^^ imports pkg/__init__.py
f()
#^ calls f

## A relative import in an __init__
#- pkg/__init__.py
from .util import f
#     ^^^^ imports pkg/util.py
f()
#^ calls f
#- pkg/util.py
def f(): ...

## A relative import beyond the root resolves to nothing
#- main.py
from ..other import f
f()

## A re-export
#- pkg/__init__.py
from .util import f
#     ^^^^ imports pkg/util.py
#- pkg/util.py
def f(): ...
#- main.py
from pkg import f
#    ^^^ imports pkg/__init__.py
#    ^^^ imports pkg/util.py
f()
#^ calls f

## A re-export over two packages
#- a/__init__.py
from b import f
#    ^ imports b/__init__.py
#    ^ imports b/c.py
#- b/__init__.py
from .c import f
#     ^ imports b/c.py
#- b/c.py
def f(): ...
#- main.py
from a import f
#    ^ imports a/__init__.py
#^^^^^^^^^^^^^^ imports b/__init__.py
#^^^^^^^^^^^^^^ imports b/c.py
f()
#^ calls f

## A star import
#- util.py
def f(): ...
#- main.py
from util import *
#    ^^^^ imports util.py
f()
#^ calls f

## A star import leaves out names with an underscore
#- util.py
def _f(): ...
#- main.py
from util import *
#    ^^^^ imports util.py
_f()

## A star import takes what __all__ names
#- util.py
__all__ = ["f"]
def f(): ...
def g(): ...
#- main.py
from util import *
#    ^^^^ imports util.py
f()
#^ calls f
g()

## A star import of a star import
#- a.py
def f(): ...
#- b.py
from a import *
#    ^ imports a.py
#- main.py
from b import *
#    ^ imports b.py
f()
#^ calls f

## The module's own name wins over a star import before it
#- util.py
def f(): ...
#- main.py
from util import *
#    ^^^^ imports util.py
def f(): ...
f()
#^ calls main.py::f

## A star import in a package
#- pkg/__init__.py
from .util import *
#     ^^^^ imports pkg/util.py
#- pkg/util.py
def f(): ...
#- main.py
import pkg
#      ^^^ imports pkg/__init__.py
pkg.f()
#   ^ calls f

## An import in a function
#- util.py
def f(): ...
#- main.py
def run():
    import util
#          ^^^^ imports util.py
    util.f()
#        ^ calls f

## An import in a class body
#- util.py
def f(): ...
#- main.py
class C:
    from util import f
#        ^^^^ imports util.py
    x = f()
#       ^ calls f

## An import in try
#- fast.py
def f(): ...
#- slow.py
def f(): ...
#- main.py
try:
    from fast import f
#        ^^^^ imports fast.py
except ImportError:
    from slow import f
#        ^^^^ imports slow.py
f()
#^ calls fast.py::f, slow.py::f

## An import under a condition
#- a.py
def f(): ...
#- b.py
def f(): ...
#- main.py
import sys
if sys.platform == "win32":
    from a import f
#        ^ imports a.py
else:
    from b import f
#        ^ imports b.py
f()
#^ calls a.py::f, b.py::f

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
if sys.version_info >= (3, 11):
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
