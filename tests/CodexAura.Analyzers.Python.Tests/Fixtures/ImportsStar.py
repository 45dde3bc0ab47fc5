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
