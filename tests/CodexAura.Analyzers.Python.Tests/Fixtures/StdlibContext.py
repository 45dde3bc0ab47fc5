## atexit.register calls nothing
import atexit
def bye(): ...
atexit.register(bye)

## atexit.register as decorator keeps the function
import atexit
@atexit.register
def bye(): ...
bye()
#^^ calls bye

## ExitStack runs callbacks when it is left
from contextlib import ExitStack
def bye(act):
    act()
#   ^^^^^ calls f
def f(): ...
def run():
    with ExitStack() as stack:
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^ calls bye
        stack.callback(bye, f)

## ExitStack enters contexts
from contextlib import ExitStack
class M:
    def __enter__(self): return self
    def __exit__(self, *exc): ...
    def go(self): ...
def run():
    with ExitStack() as stack:
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^ calls M.__exit__
        m = stack.enter_context(M())
#                               ^ calls M, M.__enter__
        m.go()
#         ^^ calls M.go

## ExitStack.close
from contextlib import ExitStack
def bye(): ...
class C:
    def __init__(self):
        self.stack = ExitStack()
        self.stack.callback(bye)
    def close(self):
        self.stack.close()
#       ^^^^^^^^^^^^^^^^^^ calls bye

## closing
from contextlib import closing
class C:
    def go(self): ...
    def close(self): ...
with closing(C()) as c:
#            ^ calls C, C.close
    c.go()
#     ^^ calls C.go

## suppress
from contextlib import suppress
def f(): ...
with suppress(KeyError):
    f()
#   ^ calls f

## nullcontext
from contextlib import nullcontext
class C:
    def go(self): ...
with nullcontext(C()) as c:
#                ^ calls C
    c.go()
#     ^^ calls C.go

## A context manager that is a method gets its arguments
from contextlib import contextmanager
class Checker:
    @contextmanager
    def scope(self, cls):
        cls()
#       ^^^^^ calls A
        yield
    def run(self):
        with self.scope(A):
#            ^^^^^^^^^^^^^ calls Checker.scope
            pass
class A: ...
class B: ...

## A class method that is a context manager
import outside
from contextlib import contextmanager
class Bar:
    @classmethod
    @contextmanager
    def locked(cls, file=None):
        cls.lock()
#           ^^^^ calls Bar.lock
        file.close()
#            ^^^^^ calls File.close
        yield cls
    @classmethod
    def lock(cls): ...
    def run(self): ...
class File:
    def close(self): ...
with Bar.locked(File()) as bar:
#        ^^^^^^ calls Bar.locked
#               ^^^^ calls File
    bar().run()
#   ^^^^^^^^^^^ calls Bar
#         ^^^ calls Bar.run
outside.start(Bar)

## a method under contextmanager has its defaults
import outside
import functools
from contextlib import contextmanager

class Err(Exception):
    def __init__(self, text): pass

class C:
    @contextmanager
    def guard(self, Error=Err):
        try:
            yield
        except outside.E as e:
            raise Error(str(e)) from e
#                 ^^^ calls Err, Err.__init__

    def run(self):
        with self.guard():
#                 ^^^^^ calls C.guard
            outside.x()

def f(a, make=Err):
    make(a)
#   ^ calls Err, Err.__init__

g = functools.partial(f, 1)

def run():
    g()
#   ^ calls f
    C().run()
#   ^ calls C, C.run

outside.start(run)
