## A class that has all members fits without extending
from typing import Protocol
class Store(Protocol):
    def load(self): ...
    def save(self, x): ...
class Files:
    def load(self): ...
    def save(self, x): ...
class Half:
    def load(self): ...
def run(store: Store):
    store.load()
#         ^^^^ calls Files.load
#         ^^^^ calls(heuristic) Store.load

## Inherited members count
from typing import Protocol
class Store(Protocol):
    def load(self): ...
    def save(self, x): ...
class Base:
    def load(self): ...
class Files(Base):
#           ^^^^ extends Base
    def save(self, x): ...
def run(store: Store):
    store.load()
#         ^^^^ calls Base.load
#         ^^^^ calls(heuristic) Store.load
    store.save(1)
#         ^^^^ calls Files.save
#         ^^^^ calls(heuristic) Store.save

## A protocol that extends a protocol
from typing import Protocol
class Source(Protocol):
    def load(self): ...
class Store(Source, Protocol):
#           ^^^^^^ extends Source
    def save(self, x): ...
class Files:
    def load(self): ...
    def save(self, x): ...
class Half:
    def save(self, x): ...
def run(store: Store):
    store.save(1)
#         ^^^^ calls Files.save
#         ^^^^ calls(heuristic) Store.save

## One method fits by chance where several classes have it
from typing import Protocol
class Source(Protocol):
    def load(self): ...
class A:
    def load(self): ...
class B:
    def load(self): ...
def run(source: Source):
    source.load()
#          ^^^^ calls(heuristic) Source.load

## One method and one class that has it
from typing import Protocol, TypeVar
T = TypeVar("T")
class Source(Protocol[T]):
    def load(self) -> T: ...
class A:
    def load(self): ...
def run(source: Source[int]):
    source.load()
#          ^^^^ calls A.load
#          ^^^^ calls(heuristic) Source.load

## A declared attribute is a member
from typing import Protocol
def f(): ...
class Named(Protocol):
    name: str
    def act(self): ...
class A:
    name: str = "a"
    def act(self): ...
class B:
    def act(self): ...
def run(x: Named):
    x.act()
#     ^^^ calls A.act
#     ^^^ calls(heuristic) Named.act

## A class below a protocol is no protocol itself
from typing import Protocol
class Store(Protocol):
    def load(self): ...
    def save(self, x): ...
class Files(Store):
#           ^^^^^ extends Store
    def load(self): ...
    def save(self, x): ...
    def close(self): ...
class Other:
    def load(self): ...
    def save(self, x): ...
    def close(self): ...
def run(files: Files):
    files.load()
#         ^^^^ calls Files.load

## isinstance of a protocol looks at names
from typing import Protocol, runtime_checkable
@runtime_checkable
class Closable(Protocol):
    def close(self): ...
class File:
    def close(self): ...
class Socket:
    def shut(self): ...
def finish(thing):
    if isinstance(thing, Closable):
        thing.close()
#             ^^^^^ calls File.close
    else:
        thing.shut()
#             ^^^^ calls Socket.shut
finish(File())
#^^^^^^^^^^^^^ calls finish, File
finish(Socket())
#^^^^^^^^^^^^^^^ calls finish, Socket

## A class registered with an abstract one is an instance of it to isinstance
from abc import ABC, ABCMeta
class Output(ABC):
    def write(self): ...
class Signature(metaclass=ABCMeta):
    def write(self): ...
@Signature.register
class Task:
    def write(self): ...
class Console:
    def write(self): ...
Output.register(Console)
class File:
    def write(self): ...
def ask(it):
    if isinstance(it, Output):
        it.write()
#          ^^^^^ calls Console.write
    elif isinstance(it, Signature):
        it.write()
#          ^^^^^ calls Task.write
    else:
        it.write()
#          ^^^^^ calls File.write
def take(it: Output):
    it.write()
#      ^^^^^ calls Output.write, Console.write
def main():
    ask(Console())
#   ^^^ calls ask
#       ^^^^^^^ calls Console
    ask(Task())
#   ^^^ calls ask
#       ^^^^ calls Task
    ask(File())
#   ^^^ calls ask
#       ^^^^ calls File
    take(Console())
#   ^^^^ calls take
#        ^^^^^^^ calls Console

## No instance is made of a protocol
from typing import Protocol
class Goes(Protocol):
    def __init__(self, n): ...
    def go(self): ...
class A:
    def __init__(self, n): ...
    def go(self): ...
def again(it: Goes):
    return type(it)(1)
#   ^^^^^^^^^^^^^^^^^^ calls A, A.__init__
def main():
    again(A(0)).go()
#   ^^^^^ calls again
#         ^ calls A, A.__init__
#               ^^ calls A.go

## type[P] of a protocol makes what fits, and nothing of its own
from typing import Protocol
class Goes(Protocol):
    def __init__(self): ...
    def go(self): ...
    def stay(self): ...
class A:
    def go(self): ...
    def stay(self): ...
def make(factory: type[Goes]):
    factory().go()
#             ^^ calls A.go
#             ^^ calls(heuristic) Goes.go

## register is a method of abstract classes, not of their instances
from abc import ABC
class Mixin:
    def register(self, x): ...
class C(ABC, Mixin): ...
#            ^^^^^ extends Mixin
class Open(ABC):
    def __getattr__(self, name): ...
C().register(1)
#^ calls C
#   ^^^^^^^^ calls Mixin.register
Open().register(1)
#^^^^ calls Open
#^^^^^^^^^^^^^^^^^ calls Open.__getattr__

## A method without a body runs for what inherits it, and where the protocol is named
from typing import Protocol
class Step(Protocol):
    def run(self):
        """Does it."""
    def stop(self): ...
    def both(self):
        self.run()
#            ^^^ calls Lazy.run
#            ^^^ calls(heuristic) Step.run
        self.stop()
#            ^^^^ calls Step.stop
class Lazy(Step):
#          ^^^^ extends Step
    def run(self):
        super().run()
#               ^^^ calls Step.run
        Step.run(self)
#            ^^^ calls Step.run
def work(step: Step):
    step.run()
#        ^^^ calls Lazy.run
#        ^^^ calls(heuristic) Step.run
    step.stop()
#        ^^^^ calls Step.stop

## super() and the protocol's name run a method without a body, each for itself
from typing import Protocol
class Step(Protocol):
    def run(self): ...
    @property
    def name(self): ...
class BySuper(Step):
#             ^^^^ extends Step
    def run(self):
        super().run()
#               ^^^ calls(exact) Step.run
    @property
    def name(self):
        return super().name
#                      ^^^^ calls(inferred) Step.name
class ByOldSuper(Step):
#                ^^^^ extends Step
    def run(self):
        super(ByOldSuper, self).run()
#                               ^^^ calls(exact) Step.run
class ByName(Step):
#            ^^^^ extends Step
    def run(self):
        Step.run(self)
#            ^^^ calls(exact) Step.run
class ByOtherName(Step):
#                 ^^^^ extends Step
    def run(self):
        step = Step
        step.run(self)
#            ^^^ calls(inferred) Step.run
class ByValue(Step):
#             ^^^^ extends Step
    def run(self):
        run = Step.run
        run(self)
#       ^^^ calls(inferred) Step.run

## A class that is only said to be of a protocol is none that is named
from typing import Protocol
class Step(Protocol):
    @classmethod
    def make(cls): ...
    @classmethod
    def again(cls):
        cls.make()
#           ^^^^ calls Lazy.make
#           ^^^^ calls(heuristic) Step.make
class Lazy(Step):
#          ^^^^ extends Step
    @classmethod
    def make(cls): ...
def of(kind: type[Step]):
    kind.make()
#        ^^^^ calls Lazy.make
#        ^^^^ calls(heuristic) Step.make

## What is inherited of a protocol is an object's own, __call__ too
from typing import Protocol
class Handler(Protocol):
    def __call__(self, event):
        self.log(event)
#            ^^^ calls Handler.log
    def log(self, event): ...
class Quiet(Handler): ...
#           ^^^^^^^ extends Handler
def handle(handler: Handler):
    handler(1)
#   ^^^^^^^ calls Handler.__call__
class Listener(Protocol):
    def __call__(self, event):
        return event
def hear(listener: Listener):
    listener(1)
#   ^^^^^^^^ calls(heuristic) Listener.__call__

## A protocol of typing_extensions is one
from typing_extensions import Generic, Protocol, TypeVar
import typing_extensions as te
T = TypeVar("T")
class Store(Protocol[T]):
    def load(self) -> T: ...
    def save(self, x): ...
class Named(te.Protocol):
    name: str
    def rename(self): ...
class Files:
    def load(self): ...
    def save(self, x): ...
class File:
    name = ""
    def rename(self): ...
class Box(Generic[T]):
    def item(self) -> T: ...
def run(store: Store[File], named: Named, box: Box[File]):
    store.load().rename()
#         ^^^^ calls Files.load
#         ^^^^ calls(heuristic) Store.load
#                ^^^^^^ calls File.rename
    named.rename()
#         ^^^^^^ calls File.rename
#         ^^^^^^ calls(heuristic) Named.rename
    box.item().rename()
#       ^^^^ calls Box.item
#              ^^^^^^ calls File.rename
