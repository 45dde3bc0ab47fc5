## def decorate(f: F) -> F that gives a wrapper in place of f
import functools
from typing import Any, Callable, TypeVar, cast

import outside

F = TypeVar("F", bound=Callable[..., Any])


def logged(f: F) -> F:
    @functools.wraps(f)
    def wrapper(*args):
        return f(*args)
#       ^ calls first
    return wrapper


def updated(f: F) -> F:
    def wrapper(*args):
        return f(*args)
#       ^ calls second
    return functools.update_wrapper(wrapper, f)


def told(f: F) -> F:
    def wrapper(*args):
        return f(*args)
#       ^ calls third
    return cast(F, wrapper)


def short(f: F) -> F:
    return functools.wraps(f)(lambda *args: f(*args))
#   ^ calls fourth


@logged
#^^^^^^ calls logged
def first(x):
    return x


@updated
#^^^^^^^ calls updated
def second(x):
    return x


@told
#^^^^ calls told
def third(x):
    return x


@short
#^^^^^ calls short
def fourth(x):
    return x


def use(x):
    first(x)
#   ^^^^^ calls first, logged.wrapper
    second(x)
#   ^^^^^^ calls second, updated.wrapper
    third(x)
#   ^^^^^ calls third, told.wrapper
    fourth(x)
#   ^^^^^^ calls fourth


outside.start(use)

## one that gives f itself too
from typing import Any, Callable, TypeVar

import outside

F = TypeVar("F", bound=Callable[..., Any])


def maybe(f: F) -> F:
    if outside.debug:
        def wrapper(*args):
            return f(*args)
#           ^ calls first
        return wrapper
    return f


def noted(f: F) -> F:
    def later():
        return 1
    outside.register(later)
    return outside.decorate(f)


@maybe
#^^^^^ calls maybe
def first(x):
    return x


@noted
#^^^^^ calls noted
def second(x):
    return x


def use(x):
    first(x)
#   ^^^^^ calls first, maybe.wrapper
    second(x)
#   ^^^^^^ calls second


outside.start(use)

## what a method gives that is passed a function is not that function
from typing import TypeVar

import outside

S = TypeVar("S", bound="Stream")


class Stream:
    def each(self: S, function) -> S:
        function(1)
        return self

    def doubled(self: S) -> S:
        return self.each(lambda x: x * 2)
#                   ^^^^ calls Stream.each

    def show(self):
        return 1


def use(x):
    Stream().doubled().show()
#   ^^^^^^ calls Stream, Stream.doubled, Stream.show


outside.start(use)

## a loop that puts wrappers in the place of the methods
from typing import Any, Callable, TypeVar

import outside

F = TypeVar("F", bound=Callable[..., Any])


def guarded(f: F) -> F:
    def wrapper(self, *args):
        return f(self, *args)
#       ^ calls App.close, App.open
#       ^ calls(heuristic) guarded.wrapper
    return wrapper


class App:
    def __init_subclass__(cls):
        for method in (cls.open, cls.close):
            base = getattr(App, method.__name__)
            if method is base:
                continue
            setattr(cls, method.__name__, guarded(method))
#                                         ^^^^^^^ calls guarded
            setattr(App, method.__name__, guarded(base))
#                                         ^^^^^^^ calls guarded

    def open(self):
        return 1

    def close(self):
        return 2

    def run(self):
        self.open()
#            ^^^^ calls App.open, guarded.wrapper


outside.start(App().run)
#             ^^^ calls App

## a function that another one calls and not gives
from typing import TypeVar

import outside

T = TypeVar("T")


class Job:
    def run(self):
        return 1


def retried(job: T) -> T:
    def attempt():
        return job
    return outside.retry(attempt)


def called(job: T) -> T:
    def attempt():
        return job
    return retry(attempt)
#          ^^^^^ calls retry


def retry(attempt):
    return attempt()
#          ^^^^^^^ calls called.attempt


def use(x):
    retried(Job()).run()
#           ^^^ calls Job, Job.run, retried
    called(Job()).run()
#          ^^^ calls Job, Job.run, called


outside.start(use)
