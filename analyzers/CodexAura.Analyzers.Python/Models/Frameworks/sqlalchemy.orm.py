# What a query gives is of the class that was asked for. Statements and queries give themselves back, whatever is added to them.
import _outside_
from typing import Generic as _Generic, TypeVar as _TypeVar, _named, _single

_T = _TypeVar("_T")


class Mapped(_Generic[_T]):
    def __get__(self, instance, owner) -> _T: ...


# One object or several: which it is hangs on the tables. The other class leads back by what it is told here.
class _Related:
    def __init__(self, argument=None, backref=None):
        self._argument = argument
        self._entity = argument
        self._backref = backref

    def __set_name__(self, owner, name):
        self._entity = _named(self._argument, owner)
        setattr(self._entity, self._backref, _Back(owner))

    def __get__(self, instance, owner):
        found = []
        found.append(_single(self._entity))
        return found or _single(self._entity)


class _Back(_Related):
    def __init__(self, entity): self._entity = entity


def relationship(argument=None, *args, backref=None, **options): return _Related(argument, backref)
def backref(name, **options): return name
def aliased(entity, *args, **options): return entity


# Several that were asked for come as rows.
def _row(entity, others): return _single(entity), _single(others[0]), _single(others[1]), _single(others[2])


class _Chain:
    def distinct(self, *columns): return self
    def enable_eagerloads(self, value): return self
    def execution_options(self, **options): return self
    def filter(self, *criteria): return self
    def filter_by(self, **values): return self
    def group_by(self, *columns): return self
    def having(self, *criteria): return self
    def join(self, *targets, **options): return self
    def limit(self, count): return self
    def offset(self, count): return self
    def options(self, *options): return self
    def order_by(self, *columns): return self
    def outerjoin(self, *targets, **options): return self
    def params(self, **values): return self
    def populate_existing(self): return self
    def select_from(self, *sources): return self
    def slice(self, start, stop): return self
    def where(self, *criteria): return self
    def with_for_update(self, **options): return self
    def yield_per(self, count): return self


class _Found:
    def all(self):
        found = []
        found.append(_single(self._entity, self._others, _row(self._entity, self._others)))
        return found

    def first(self): return _single(self._entity, self._others, _row(self._entity, self._others))
    def one(self): return _single(self._entity, self._others, _row(self._entity, self._others))
    def one_or_none(self): return _single(self._entity, self._others, _row(self._entity, self._others))
    def partitions(self, size=None): yield self.all()
    def unique(self, strategy=None): return self

    def __iter__(self):
        yield _single(self._entity, self._others, _row(self._entity, self._others))


class ScalarResult(_outside_.ScalarResult, _Found):
    def __init__(self, entity, others=None):
        self._entity = entity
        self._others = others


class Result(_outside_.Result):
    def __init__(self, entity, others=None):
        self._entity = entity
        self._others = others

    # The first column of each row, whatever the others are.
    def scalar(self): return _single(self._entity)
    def scalar_one(self): return _single(self._entity)
    def scalar_one_or_none(self): return _single(self._entity)
    def scalars(self, index=0): return ScalarResult(self._entity)
    def unique(self, strategy=None): return self
    def first(self): return _row(self._entity, self._others)
    def one(self): return _row(self._entity, self._others)
    def one_or_none(self): return _row(self._entity, self._others)

    def all(self):
        found = []
        found.append(_row(self._entity, self._others))
        return found

    def __iter__(self):
        yield _row(self._entity, self._others)


class Query(_outside_.Query, _Chain, _Found):
    def __init__(self, entity=None, *others):
        self._entity = entity
        self._others = others

    def scalar(self): return _single(self._entity)
    def get(self, ident): return _single(self._entity, self._others)
    def get_or_404(self, ident, description=None): return _single(self._entity, self._others)
    def first_or_404(self, description=None): return _single(self._entity, self._others)
    def one_or_404(self, description=None): return _single(self._entity, self._others)
    def with_entities(self, entity=None, *others): return Query(entity, *others)
    def count(self) -> int: ...
    # One, or for a slice as many.
    def __getitem__(self, index): return self or _single(self._entity, self._others)


class Session(_outside_.Session):
    def __enter__(self): return self
    def __exit__(self, *exc): ...
    def get(self, entity, ident, **options): return _single(entity)
    def get_one(self, entity, ident, **options): return _single(entity)
    def merge(self, instance, **options): return instance
    def query(self, entity=None, *others): return Query(entity, *others)
    def execute(self, statement, *args, **options): return Result(statement._entity, statement._others)
    def exec(self, statement, *args, **options): return ScalarResult(statement._entity, statement._others)
    def scalar(self, statement, *args, **options): return _single(statement._entity)
    def scalars(self, statement, *args, **options): return ScalarResult(statement._entity)


class sessionmaker(_outside_.sessionmaker):
    def __init__(self, bind=None, *, class_=None, **options): self._class = class_
    def __call__(self, **options): return _single(self._class) or Session()
    def begin(self): return _single(self._class) or Session()


class scoped_session(Session):
    def __init__(self, factory=None, scopefunc=None): ...
    def __call__(self, **options): return Session()
