## Abstract base classes
from abc import ABC, abstractmethod
class Exporter(ABC):
    def export(self):
        self.prepare()
#       ^ calls Exporter.prepare
        return self.render()
#       ^ calls Html.render
#       ^ calls(heuristic) Broken.render
    def prepare(self): pass
    @abstractmethod
    def render(self): ...
    @property
    @abstractmethod
    def ext(self): ...
class Html(Exporter):
#^ extends Exporter
    def render(self): return tag(self.ext)
#   ^ calls Html.ext, tag
    @property
    def ext(self): return "html"
class Broken(Exporter):
#^ extends Exporter
    def render(self): return "never"
def tag(x): return x
def refused(): pass
Html().export()
#^ calls Exporter.export, Html
try:
    Broken().export()
#   ^ calls Broken, Exporter.export
except TypeError:
    refused()
#   ^ calls refused

## Command undo
class Command:
    def execute(self, doc): raise NotImplementedError
    def undo(self, doc): raise NotImplementedError
class Insert(Command):
#^ extends Command
    def __init__(self, text): self.text = text
    def execute(self, doc): doc.insert(self.text)
#   ^ calls Doc.insert
    def undo(self, doc): doc.remove(len(self.text))
#   ^ calls Doc.remove
class Clear(Command):
#^ extends Command
    def execute(self, doc):
        self.saved = doc.text
        doc.text = ""
    def undo(self, doc): doc.text = self.saved
class Doc:
    def __init__(self): self.text = ""
    def insert(self, t): self.text += t
    def remove(self, n): self.text = self.text[:-n]
class History:
    def __init__(self, doc): self.doc, self.done = doc, []
    def do(self, cmd):
        cmd.execute(self.doc)
#       ^ calls Clear.execute, Insert.execute
        self.done.append(cmd)
    def undo(self):
        if self.done:
            self.done.pop().undo(self.doc)
#           ^ calls(heuristic) Insert.undo
#           ^ calls Clear.undo
        else:
            self.empty()
#           ^ calls(heuristic) History.empty
    def empty(self): pass
h = History(Doc())
#^ calls Doc, Doc.__init__, History, History.__init__
h.do(Insert("ab"))
#^ calls History.do, Insert, Insert.__init__
h.do(Clear())
#^ calls Clear, History.do
h.undo()
#^ calls History.undo

## Dependency by annotation
import inspect

class Db:
    def query(self): return []
class Cache:
    def get(self): return None
class Unused:
    def __init__(self): boom()
#   ^ calls boom
class Api:
    def __init__(self, db: Db, cache: Cache):
        self.db, self.cache = db, cache
    def call(self):
        return self.cache.get() or self.db.query()
#       ^ calls Cache.get, Db.query
def boom(): pass
def build(cls):
    kwargs = {}
    if "__init__" in cls.__dict__:
        for name, p in inspect.signature(cls.__init__).parameters.items():
            if name != "self":
                kwargs[name] = build(p.annotation)
#               ^ calls build
    return cls(**kwargs)
#   ^ calls Api, Api.__init__, Cache, Db
build(Api).call()
#^ calls Api.call, build

## Dependency injection
class Container:
    def __init__(self):
        self.factories = {}
        self.singletons = {}
    def register(self, key, factory, singleton=False):
        self.factories[key] = (factory, singleton)
    def resolve(self, key):
        if key in self.singletons:
            return self.singletons[key]
        factory, singleton = self.factories[key]
        made = factory(self)
        if singleton:
            self.singletons[key] = made
        return made
class SqlRepo:
    def save(self, x): return self.execute(x)
#   ^ calls SqlRepo.execute
    def execute(self, x): return x
class MemoryRepo:
    def save(self, x): return x
class Service:
    def __init__(self, repo, notify): self.repo, self.notify = repo, notify
    def handle(self, x):
        self.repo.save(x)
#       ^ calls(heuristic) SqlRepo.save
#       ^ calls MemoryRepo.save
        self.notify(x)
#       ^ calls email
def email(x): pass
def sms(x): pass
c = Container()
#^ calls Container, Container.__init__
c.register("repo", lambda c: SqlRepo(), singleton=True)
#^ calls Container.register
#^ calls(heuristic) SqlRepo
c.register("notify", lambda c: email)
#^ calls Container.register
c.register("service", lambda c: Service(c.resolve("repo"), c.resolve("notify")))
#^ calls Container.register, Container.resolve, Service, Service.__init__
c.register("repo", lambda c: MemoryRepo())
#^ calls Container.register, MemoryRepo
c.resolve("service").handle(1)
#^ calls Container.resolve, Service.handle

## Dict subclass missing
class Lazy(dict):
    def __missing__(self, key):
        self[key] = made = build(key)
#       ^ calls build
        return made
class Upper(dict):
    def __setitem__(self, k, v): super().__setitem__(norm(k), v)
#   ^ calls norm
    def __getitem__(self, k): return super().__getitem__(norm(k))
#   ^ calls norm
class Stack(list):
    def push(self, x): self.append(x)
    def __iter__(self): return reversed(self[:])
def build(k): return k * 2
def norm(k): return k.upper()
def run(): pass
l = Lazy()
#^ calls Lazy
l["a"]
#^ calls Lazy.__missing__
l["a"]
#^ calls Lazy.__missing__
u = Upper()
#^ calls Upper
u["x"] = run
#^ calls Upper.__setitem__
u["X"]()
#^ calls Upper.__getitem__, run
s = Stack()
#^ calls Stack
s.push(run)
#^ calls Stack.push
s.push(norm)
#^ calls Stack.push
for f in s:
#^ calls Stack.__iter__
    pass
f()
#^^ calls run

## Dispatch by type table
class Json:
    def dump(self, v): return self.encoders[type(v)](self, v)
#   ^ calls Json._int, Json._list, Json._str
#   ^ calls(heuristic) Json._dict
    def _int(self, v): return str(v)
    def _list(self, v): return "[" + ",".join(self.dump(i) for i in v) + "]"
#   ^ calls Json.dump
    def _dict(self, v): return "{}"
    def _str(self, v): return quote(v)
#   ^ calls quote
    encoders = {int: _int, list: _list, dict: _dict, str: _str}
def quote(v): return '"' + v + '"'
Json().dump([1, "a", [2]])
#^ calls Json, Json.dump

## Event emitter
class Emitter:
    def __init__(self):
        self.listeners = {}
    def on(self, event, fn=None):
        if fn is None:
            def deco(f):
                self.on(event, f)
#               ^ calls Emitter.on
                return f
            return deco
        self.listeners.setdefault(event, []).append(fn)
    def off(self, event, fn):
        self.listeners[event].remove(fn)
    def once(self, event, fn):
        def wrapper(*a):
            self.off(event, wrapper)
#           ^ calls Emitter.off
            return fn(*a)
#           ^ calls c
        self.on(event, wrapper)
#       ^ calls Emitter.on
    def emit(self, event, *args):
        for fn in list(self.listeners.get(event, [])):
            fn(*args)
#           ^ calls Emitter.once.wrapper, b, d
#           ^ calls(heuristic) a

def a(x): pass
def b(x): pass
def c(x): pass

em = Emitter()
#^ calls Emitter, Emitter.__init__
em.on("e", a)
#^ calls Emitter.on
em.on("e", b)
#^ calls Emitter.on
em.off("e", a)
#^ calls Emitter.off
em.once("e", c)
#^ calls Emitter.once

@em.on("f")
#^ calls Emitter.on, Emitter.on.deco
def d(): pass

em.emit("e", 1)
#^ calls Emitter.emit
em.emit("f")
#^ calls Emitter.emit
em.emit("g")
#^ calls Emitter.emit

## Files and os
import os
import sys
def read(path):
    with open(path) as f:
        return [clean(line) for line in f]
#       ^ calls clean
def clean(line): return line.strip()
def default(): return []
def load(path):
    if os.path.exists(path):
        return read(path)
#       ^ calls read
    return default()
#   ^ calls default
def report(rows): print(len(rows), file=sys.stderr)
handler = clean
handler = default
handler()
#^ calls default
report(load("/nonexistent/path"))
#^ calls load, report

## Heap scheduler
import heapq
class Task:
    def __init__(self, prio, fn): self.prio, self.fn = prio, fn
    def __lt__(self, other): return self.prio < other.prio
    def run(self): return self.fn()
#   ^ calls extra, later, urgent
#   ^ calls(heuristic) never
def urgent(): return "u"
def later():
    schedule(5, extra)
#   ^ calls schedule
    return "l"
def extra(): pass
def never(): pass
queue = []
def schedule(prio, fn):
    heapq.heappush(queue, Task(prio, fn))
#   ^ calls Task, Task.__init__, Task.__lt__
schedule(9, never)
#^ calls schedule
schedule(1, urgent)
#^ calls schedule
schedule(2, later)
#^ calls schedule
for _ in range(3):
    heapq.heappop(queue).run()
#   ^ calls Task.__lt__, Task.run

## Lib argparse commands
import argparse
def cmd_build(args): return compile_all(args.target)
#^ calls compile_all
def cmd_clean(args): return wipe()
#^ calls wipe
def compile_all(t): return t
def wipe(): pass
def make_parser():
    p = argparse.ArgumentParser()
    sub = p.add_subparsers()
    b = sub.add_parser("build")
    b.set_defaults(func=cmd_build)
    c = sub.add_parser("clean")
    c.set_defaults(func=cmd_clean)
    return p
def main(argv=None):
    args = make_parser().parse_args(argv)
#   ^ calls make_parser
    return args.func(args)
#   ^ calls cmd_build, cmd_clean
if __name__ == "__main__":
    main()
#   ^ calls main

## Lib classes unittest
import unittest
class Calc:
    def add(self, a, b): return self.check(a) + b
#   ^ calls Calc.check
    def check(self, a): return a
    def div(self, a, b): return a / b
class CalcTest(unittest.TestCase):
    def setUp(self):
        self.calc = Calc()
#       ^ calls Calc
    def test_add(self):
        self.assertEqual(self.calc.add(1, 2), 3)
#       ^ calls Calc.add
    def test_div(self):
        with self.assertRaises(ZeroDivisionError):
            self.calc.div(1, 0)
#           ^ calls Calc.div
        self.helper()
#       ^ calls CalcTest.helper
    def helper(self): return self.calc.check(1)
#   ^ calls Calc.check
if __name__ == "__main__":
    unittest.main()

## Lib decorated api
import functools
def traced(fn):
    @functools.wraps(fn)
    def wrapper(*a, **k):
        note(fn)
#       ^ calls note
        return fn(*a, **k)
#       ^ calls Svc.call, api
    return wrapper
def note(fn): pass
@traced
#^ calls traced
def api(x): return inner(x)
#^ calls inner
def inner(x): return x
class Svc:
    @traced
#   ^ calls traced
    def call(self): return api(self.value)
#   ^ calls Svc.value, api, traced.wrapper
    @property
    def value(self): return self.compute()
#   ^ calls Svc.compute
    def compute(self): return 1
    @staticmethod
    def make(): return Svc()
#   ^ calls Svc
def use():
    return Svc.make().call()
#   ^ calls Svc.call, Svc.make, traced.wrapper

## Lib functions only
def parse(text):
    tokens = tokenize(text)
#   ^ calls tokenize
    return build(tokens)
#   ^ calls build
def tokenize(text):
    return [normalize(t) for t in text.split()]
#   ^ calls normalize
def normalize(t): return t.lower()
def build(tokens):
    tree = Tree()
#   ^ calls Tree, Tree.__init__
    for t in tokens:
        tree.add(t)
#       ^ calls Tree.add
    return tree
class Tree:
    def __init__(self): self.nodes = []
    def add(self, t):
        self.nodes.append(t)
        self._changed()
#       ^ calls Tree._changed
    def _changed(self): pass
    def walk(self, fn):
        for n in self.nodes:
            fn(n)
#           ^ calls printer
def show(text):
    parse(text).walk(printer)
#   ^ calls Tree.walk, parse
def printer(n): print(n)

## Lib input loop
def add(a, b): return a + b
def sub(a, b): return a - b
def parse(line): return line.split()
def error(msg): print(msg)
OPS = {"+": add, "-": sub}
def evaluate(line):
    a, op, b = parse(line)
#   ^ calls parse
    if op not in OPS:
        return error(op)
#       ^ calls error
    return OPS[op](int(a), int(b))
#   ^ calls add, sub
def repl():
    while True:
        line = input("> ")
        if not line:
            break
        try:
            print(evaluate(line))
#           ^ calls evaluate
        except ValueError as e:
            error(e)
#           ^ calls error
repl()
#^ calls repl

## Lib missing dependency
import numpy as np
import requests
class Client:
    def __init__(self, url):
        self.session = requests.Session()
        self.url = url
    def get(self, path):
        r = self.session.get(self.url + path)
        return self.decode(r)
#       ^ calls Client.decode
    def decode(self, r): return r.json()
def norm(v): return np.sqrt(np.sum(square(v)))
#^ calls square
def square(v): return v * v
def main():
    c = Client("http://x")
#   ^ calls Client, Client.__init__
    data = c.get("/")
#   ^ calls Client.get
    return norm(data)
#   ^ calls norm
main()
#^ calls main

## Lib raise at module level
def check(): return False
def setup(): return 1
def run(): return setup()
#^ calls setup
if not check():
#^ calls check
    raise RuntimeError("unsupported")
run()
#^ calls(heuristic) run

## Lib rebinding in function
def old(): pass
def new(): pass
def other(): pass
def client(flag):
    f = old
    f = new
    f()
#   ^ calls new
    if flag:
        g = old
    else:
        g = other
    g()
#   ^ calls old, other
def lists():
    fns = [old, new]
    fns[0] = other
    fns[0]()
#   ^ calls other
    d = {"k": old}
    d["k"] = new
    d["k"]()
#   ^ calls new
def const():
    DEBUG = False
    if DEBUG:
        old()
    else:
        new()
#       ^ calls new

## Lib sys exit main
import sys
def usage(): print("usage")
def work(args):
    for a in args:
        one(a)
#       ^ calls one
    return 0
def one(a): print(a)
def main(argv):
    if len(argv) < 2:
        usage()
#       ^ calls usage
        return 2
    return work(argv[1:])
#   ^ calls work
if __name__ == "__main__":
    sys.exit(main(sys.argv))
#   ^ calls main

## Lib typed service
from __future__ import annotations
from typing import Iterable, Optional
class Repo:
    def find(self, key: str) -> Optional[Entity]:
        return self._load(key)
#       ^ calls Repo._load
    def _load(self, key: str) -> Entity:
        return Entity(key)
#       ^ calls Entity, Entity.__init__
class Entity:
    def __init__(self, key: str): self.key = key
    def touch(self) -> None: self.mark()
#   ^ calls Entity.mark
    def mark(self) -> None: pass
class Service:
    def __init__(self, repo: Repo, hooks: Iterable[Hook]):
        self.repo = repo
        self.hooks = list(hooks)
    def act(self, key: str) -> None:
        e = self.repo.find(key)
#       ^ calls Repo.find
        if e is None:
            return self.miss(key)
#           ^ calls Service.miss
        e.touch()
#       ^ calls Entity.touch
        for h in self.hooks:
            h.after(e)
#           ^ calls AuditHook.after, Hook.after
    def miss(self, key): pass
class Hook:
    def after(self, e: Entity) -> None: raise NotImplementedError
class AuditHook(Hook):
#^ extends Hook
    def after(self, e: Entity) -> None: e.mark()
#   ^ calls Entity.mark

## Logging and time
import logging
import time
log = logging.getLogger(__name__)
class Job:
    def __init__(self, name): self.name = name
    def __str__(self): return self.name
    def run(self):
        start = time.time()
        log.info("running %s", self)
        self.body()
#       ^ calls Job.body
        log.debug("took %s", time.time() - start)
    def body(self): return step()
#   ^ calls step, swap
def step(): return 1
def swap(): return 2
Job("x").run()
#^ calls Job, Job.__init__, Job.run
step = swap
Job("y").run()
#^ calls Job, Job.__init__, Job.run

## Observer weak and property
class Observable:
    def __init__(self):
        self._observers = set()
        self._value = 0
    def subscribe(self, fn):
        self._observers.add(fn)
        return lambda: self._observers.discard(fn)
    @property
    def value(self): return self._value
    @value.setter
    def value(self, v):
        old, self._value = self._value, v
        if old != v:
            self.changed(v)
#           ^ calls Observable.changed
    def changed(self, v):
        for fn in self._observers:
            fn(v)
#           ^ calls Panel.update, logger
class Panel:
    def __init__(self, model): self.unsub = model.subscribe(self.update)
#   ^ calls Observable.subscribe
    def update(self, v): self.draw()
#   ^ calls Panel.draw
    def draw(self): pass
    def detach(self): self.unsub()
def logger(v): pass
model = Observable()
#^ calls Observable, Observable.__init__
panel = Panel(model)
#^ calls Panel, Panel.__init__
model.value = 1
#^ calls Observable.value#2
panel.detach()
#^ calls Panel.detach
model.subscribe(logger)
#^ calls Observable.subscribe
model.value = 2
#^ calls Observable.value#2

## Parser recursive descent
class Lexer:
    def __init__(self, text):
        self.tokens = text.split()
        self.pos = 0
    def peek(self):
        return self.tokens[self.pos] if self.pos < len(self.tokens) else None
    def next(self):
        tok = self.peek()
#       ^ calls Lexer.peek
        self.pos += 1
        return tok
class Parser:
    def __init__(self, text): self.lex = Lexer(text)
#   ^ calls Lexer, Lexer.__init__
    def expr(self):
        value = self.term()
#       ^ calls Parser.term
        while self.lex.peek() in ("+", "-"):
#       ^ calls Lexer.peek
            op = self.lex.next()
#           ^ calls Lexer.next
            value = apply(op, value, self.term())
#           ^ calls Parser.term, apply
        return value
    def term(self):
        if self.lex.peek() == "(":
#       ^ calls Lexer.peek
            self.lex.next()
#           ^ calls Lexer.next
            v = self.expr()
#           ^ calls Parser.expr
            self.expect(")")
#           ^ calls Parser.expect
            return v
        return self.number()
#       ^ calls Parser.number
    def number(self):
        tok = self.lex.next()
#       ^ calls Lexer.next
        if not tok.isdigit():
            raise self.error(tok)
#           ^ calls(heuristic) Parser.error
        return int(tok)
    def expect(self, t):
        if self.lex.next() != t:
#       ^ calls Lexer.next
            raise self.error(t)
#           ^ calls(heuristic) Parser.error
    def error(self, t): return SyntaxError(t)
def add(a, b): return a + b
def sub(a, b): return a - b
def apply(op, a, b): return {"+": add, "-": sub}[op](a, b)
#^ calls add, sub
print(Parser("1 + ( 2 - 3 )").expr())
#^ calls Parser, Parser.__init__, Parser.expr

## Pipeline composed
from functools import reduce
def compose(*fns):
    return reduce(lambda f, g: lambda x: g(f(x)), fns)
#   ^ calls split, strip, to_ints, total
def strip(s): return s.strip()
def split(s): return s.split(",")
def to_ints(parts): return [parse(p) for p in parts]
#^ calls parse
def parse(p): return int(p)
def total(ns): return sum(ns)
def drop(ns): return []
class Pipeline:
    def __init__(self): self.steps = []
    def add(self, step, *, when=True):
        if when:
            self.steps.append(step)
        return self
    def run(self, data):
        for step in self.steps:
            data = step(data)
#           ^ calls split, strip
#           ^ calls(heuristic) drop
        return data
compose(strip, split, to_ints, total)(" 1,2 ")
#^ calls compose
Pipeline().add(strip).add(drop, when=False).add(split).run("a")
#^ calls Pipeline, Pipeline.__init__, Pipeline.add, Pipeline.run

## Slots new singleton
class Flyweight:
    _pool = {}
    __slots__ = ("key",)
    def __new__(cls, key):
        if key not in cls._pool:
            obj = super().__new__(cls)
            cls._pool[key] = obj
            cls.created(key)
#           ^ calls Flyweight.created
        return cls._pool[key]
    def __init__(self, key): self.key = norm(key)
#   ^ calls norm
    @classmethod
    def created(cls, key): pass
def norm(k): return k
class Meters(float):
    def __new__(cls, v): return super().__new__(cls, clamp(v))
#   ^ calls clamp
    def half(self): return Meters(self / 2)
#   ^ calls Meters, Meters.__new__
def clamp(v): return max(v, 0)
Flyweight("a")
#^ calls Flyweight, Flyweight.__init__, Flyweight.__new__
Flyweight("a")
#^ calls Flyweight, Flyweight.__init__, Flyweight.__new__
Meters(4.0).half()
#^ calls Meters, Meters.__new__, Meters.half

## Sorting cmp to key
from functools import cmp_to_key, total_ordering
def compare(a, b): return length(a) - length(b)
#^ calls length
def length(s): return len(s)
def reverse_key(s): return s[::-1]
sorted(["bb", "a"], key=cmp_to_key(compare))
#^ calls compare
names = ["x", "yy"]
names.sort(key=reverse_key, reverse=True)
#^ calls reverse_key
@total_ordering
class Version:
    def __init__(self, n): self.n = n
    def __eq__(self, o): return self.n == o.n
    def __lt__(self, o): return cmp(self.n, o.n)
#   ^ calls cmp
def cmp(a, b): return a < b
print(Version(1) <= Version(2), Version(1) > Version(2), max(Version(1), Version(3)).n)
#^ calls Version, Version.__eq__, Version.__init__, Version.__lt__

## State machine classes
class State:
    def on_enter(self, m): pass
    def handle(self, m, ev): return self
class Open(State):
#^ extends State
    def handle(self, m, ev):
        if ev == "close":
            return Closed()
#           ^ calls Closed
        return self
    def on_enter(self, m): m.log("open")
#   ^ calls Machine.log
class Closed(State):
#^ extends State
    def handle(self, m, ev):
        return {"open": Open, "lock": Locked}.get(ev, Closed)()
#       ^ calls Open
#       ^ calls(heuristic) Closed
class Locked(State):
#^ extends State
    def on_enter(self, m): m.alarm()
#   ^ calls(heuristic) Machine.alarm
    def handle(self, m, ev): return Closed() if ev == "unlock" else self
#   ^ calls Closed
class Machine:
    def __init__(self): self.state = Open()
#   ^ calls Open
    def fire(self, ev):
        new = self.state.handle(self, ev)
#       ^ calls Closed.handle, Open.handle
        if new is not self.state:
            self.state = new
            new.on_enter(self)
#           ^ calls Open.on_enter, State.on_enter
    def log(self, s): pass
    def alarm(self): pass
m = Machine()
#^ calls Machine, Machine.__init__
for ev in ("close", "open", "noop", "close"):
    m.fire(ev)
#   ^ calls Machine.fire

## Tail unreached code
def a(): pass
def b(): pass
def c(): pass
def used():
    a()
#   ^ calls a
    return
    b()
def forever():
    while True:
        c()
#       ^ calls c
        if True:
            return a()
#           ^ calls a
    b()
def guard(x):
    if x is None:
        raise ValueError
        c()
    return b
used()
#^ calls used
forever()
#^ calls forever
guard(1)()
#^ calls b, guard

## Threads and locks
import threading
lock = threading.Lock()
results = []
def work(n):
    with lock:
        store(n)
#       ^ calls store
def store(n): results.append(n)
def spawn(n):
    t = threading.Thread(target=work, args=(n,))
    t.start()
#   ^ calls(heuristic) work
    return t
def main():
    ts = [spawn(i) for i in range(2)]
#   ^ calls spawn
    for t in ts:
        t.join()
    finish()
#   ^ calls finish
def finish(): print(sorted(results))
main()
#^ calls main

## Visitor ast
class Node:
    def accept(self, v):
        method = getattr(v, "visit_" + type(self).__name__.lower(), v.generic)
        return method(self)
#       ^ calls Eval.generic, Eval.visit_add, Eval.visit_num, Show.visit_add, Show.visit_num
#       ^ calls(heuristic) Show.visit_neg
class Num(Node):
#^ extends Node
    def __init__(self, n): self.n = n
class Add(Node):
#^ extends Node
    def __init__(self, l, r): self.l, self.r = l, r
class Neg(Node):
#^ extends Node
    def __init__(self, e): self.e = e

class Eval:
    def visit_num(self, node): return node.n
    def visit_add(self, node):
        return node.l.accept(self) + node.r.accept(self)
#       ^ calls Node.accept
    def generic(self, node): return self.fail(node)
#   ^ calls Eval.fail
    def fail(self, node): return 0

class Show(Eval):
#^ extends Eval
    def visit_num(self, node): return str(node.n)
    def visit_add(self, node):
        return paren(super().visit_add(node))
#       ^ calls Eval.visit_add, paren
    def visit_neg(self, node): return "-"

def paren(s): return "(" + s + ")"

tree = Add(Num(1), Num(2))
#^ calls Add, Add.__init__, Num, Num.__init__
tree.accept(Eval())
#^ calls Eval, Node.accept
tree.accept(Show())
#^ calls Node.accept, Show
Neg(tree).accept(Eval())
#^ calls Eval, Neg, Neg.__init__, Node.accept

## Event that one task sets and another waits for
import asyncio
def ready():
    pass
def early():
    pass
async def waits(event):
    if event.is_set():
        early()
#       ^ calls early
    await event.wait()
    ready()
#   ^ calls ready
async def main():
    event = asyncio.Event()
    event.set()
    event.clear()
    task = asyncio.create_task(waits(event))
#   ^ calls waits
    event.set()
    await task
asyncio.run(main())
#^ calls main
