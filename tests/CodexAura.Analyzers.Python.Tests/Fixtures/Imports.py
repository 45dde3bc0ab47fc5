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

## A re-export under another name
#- pkg/__init__.py
from .util import f as g
#     ^^^^ imports pkg/util.py
#- pkg/util.py
def f(): ...
#- main.py
from pkg import g
#    ^^^ imports pkg/__init__.py
#    ^^^ imports pkg/util.py
g()
#^^ calls f

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

## A stub stands for a compiled module that may not have been built
#- pack/__init__.py
#- pack/speedups.pyi
def mask(data: bytes) -> bytes: ...
#- pack/slow.py
def mask(data):
    return data
#- pack/frames.py
try:
    from .speedups import mask
#         ^^^^^^^^ imports pack/speedups.pyi
except ImportError:
    from .slow import mask
#         ^^^^ imports pack/slow.py
mask(b"")
#^^^^^^^^ calls pack/speedups.pyi::function::mask, pack/slow.py::function::mask

## Where the module itself is there the fallback is never taken
#- pack/__init__.py
#- pack/fast.py
def mask(data):
    return data
#- pack/slow.py
def mask(data):
    return data
#- pack/frames.py
try:
    from .fast import mask
#         ^^^^ imports pack/fast.py
except ImportError:
    from .slow import mask
#         ^^^^ imports pack/slow.py
mask(b"")
#^^^^^^^^ calls pack/fast.py::function::mask

## A function that a package imports from the module of its name is not that module
#- pkg/__init__.py
from .inspect import inspect
#    ^^^^^^^^ imports pkg/inspect.py
from .show import show as shown
#    ^^^^^ imports pkg/show.py
#- pkg/inspect.py
def inspect(value): ...
#- pkg/show.py
def show(value): ...
def other(): ...
#- main.py
from pkg import inspect, show, shown
#    ^^^ imports pkg/__init__.py
#    ^^^ imports pkg/inspect.py
#    ^^^ imports pkg/show.py
inspect(1)
#^^^^^^ calls inspect
show.other()
#^^^^^^^^^ calls other
shown(1)
#^^^^ calls show

## Modules of a package may have been loaded before it binds the name of one of them to something else
#- pkg/__init__.py
from . import base
#  ^ imports pkg/base.py
from .array import array
#    ^^^^^^ imports pkg/array.py
#- pkg/array.py
def array(): ...
def make(): ...
#- pkg/base.py
from . import array as late
#  ^ imports pkg/__init__.py
#  ^ imports pkg/array.py
late.make()
#^^^^^^^^^ calls make

## What is imported in one branch as in another is a path of names still
#- near.py
def load(): ...
class Files:
    @staticmethod
    def open(): ...
#- main.py
import sys
if sys.argv:
    import near
#          ^^^^ imports near.py
    from near import load
#                    ^^^^ imports near.py
else:
    sys.path.append("..")
    import near
#          ^^^^ imports near.py
    from near import load
#                    ^^^^ imports near.py
load()
#^^^ calls(exact) load
near.Files.open()
#          ^^^^ calls(exact) Files.open
