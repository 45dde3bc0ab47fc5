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
#^ calls fast.py::f

## A fallback for an import that fails
#- slow.py
def f(): ...
#- main.py
try:
    from faster_than_light import f
except ImportError:
    from slow import f
#        ^^^^ imports slow.py
f()
#^ calls slow.py::f

## A handler for more than failed imports may run
#- fast.py
def f(): ...
#- main.py
try:
    from fast import f
#        ^^^^ imports fast.py
except Exception:
    def f(): ...
f()
#^ calls fast.py::f, main.py::f

## A fallback for what the standard library has
try:
    from functools import cached_property
except ImportError:
    class cached_property:
        def __init__(self, func): ...
def f(): ...
class C:
    @cached_property
    def value(self): ...
C().value
#^^ calls C, C.value

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

## a star passes on only what is listed
#- messages/__init__.py
from messages.api import *
#^ imports messages/api.py
from messages.constants import *
#^ imports messages/constants.py
#- messages/api.py
from messages import constants
#^ imports messages/__init__.py, messages/constants.py

__all__ = ("add",)

def add(): pass
#- messages/constants.py
DEBUG = 10
#- messages/storage.py
from messages import constants, add
#^ imports messages/__init__.py, messages/api.py, messages/constants.py
from messages import DEBUG
#^ imports messages/__init__.py, messages/constants.py

## a list of public names that grows
#- pkg/__init__.py
from .y import *
#^ imports pkg/y.py
#- pkg/y.py
__all__ = ["b"]
__all__ += ["d"]
__all__.append("e")
__all__.extend(["f", "g"])
def b(): pass
def d(): pass
def e(): pass
def f(): pass
def g(): pass
def h(): pass
#- opened/__init__.py
from .y import *
#^ imports opened/y.py
#- opened/y.py
__all__ = ["b"]
def public(f):
    __all__.append(f.__name__)
    return f
@public
#^^^^^^ calls public
def d(): pass
#- main.py
from pkg import b, d
#^ imports pkg/__init__.py, pkg/y.py
from pkg import e
#^ imports pkg/__init__.py, pkg/y.py
from pkg import f
#^ imports pkg/__init__.py, pkg/y.py
from pkg import g
#^ imports pkg/__init__.py, pkg/y.py
from pkg import h
#^ imports pkg/__init__.py
from opened import d as other
#^ imports opened/__init__.py, opened/y.py
def run():
    d()
#   ^ calls pkg/y.py::function::d
    e()
#   ^ calls e
    g()
#   ^ calls g
    h()
    other()
#   ^ calls opened/y.py::function::d
