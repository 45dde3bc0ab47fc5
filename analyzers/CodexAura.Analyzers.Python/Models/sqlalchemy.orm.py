# What a query gives is of the class that was asked for. Statements and queries give themselves back, whatever is added to them.
import _outside_
from typing import Generic as _Generic, TypeVar as _TypeVar, cast as _cast

_T = _TypeVar("_T")


class Mapped(_Generic[_T]):
    def __get__(self, instance, owner) -> _T: ...


# One object or several: which it is hangs on the tables.
class _Related:
    def __init__(self, argument=None): self._entity = argument

    def __get__(self, instance, owner):
        found = []
        found.append(_cast(self._entity, None))
        return found or _cast(self._entity, None)


def relationship(argument=None, *args, **options): return _Related(argument)


class _Chain:
    def add_columns(self, *columns): return self
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
        found.append(_cast(self._entity, None))
        return found

    def first(self): return _cast(self._entity, None)
    def one(self): return _cast(self._entity, None)
    def one_or_none(self): return _cast(self._entity, None)
    def partitions(self, size=None): yield self.all()
    def unique(self, strategy=None): return self

    def __iter__(self):
        yield _cast(self._entity, None)


class ScalarResult(_Found):
    def __init__(self, entity): self._entity = entity


class Result:
    def __init__(self, entity): self._entity = entity
    def scalar(self): return _cast(self._entity, None)
    def scalar_one(self): return _cast(self._entity, None)
    def scalar_one_or_none(self): return _cast(self._entity, None)
    def scalars(self, index=0): return ScalarResult(self._entity)
    def unique(self, strategy=None): return self
    def first(self): return (_cast(self._entity, None),)
    def one(self): return (_cast(self._entity, None),)
    def one_or_none(self): return (_cast(self._entity, None),)

    def all(self):
        found = []
        found.append((_cast(self._entity, None),))
        return found

    def __iter__(self):
        yield (_cast(self._entity, None),)


class Query(_Chain, _Found):
    def __init__(self, entity=None, *others): self._entity = entity
    def get(self, ident): return _cast(self._entity, None)
    def get_or_404(self, ident, description=None): return _cast(self._entity, None)
    def first_or_404(self, description=None): return _cast(self._entity, None)
    def one_or_404(self, description=None): return _cast(self._entity, None)
    def with_entities(self, entity=None, *others): return Query(entity)
    def count(self) -> int: ...
    def __getitem__(self, index): return _cast(self._entity, None)


class Session(_outside_.Session):
    def __enter__(self): return self
    def __exit__(self, *exc): ...
    def get(self, entity, ident, **options): return _cast(entity, None)
    def get_one(self, entity, ident, **options): return _cast(entity, None)
    def merge(self, instance, **options): return instance
    def query(self, entity=None, *others): return Query(entity)
    def execute(self, statement, *args, **options): return Result(statement._entity)
    def exec(self, statement, *args, **options): return ScalarResult(statement._entity)
    def scalar(self, statement, *args, **options): return _cast(statement._entity, None)
    def scalars(self, statement, *args, **options): return ScalarResult(statement._entity)


class sessionmaker:
    def __init__(self, *args, **options): ...
    def __call__(self, **options): return Session()
    def begin(self): return Session()


class scoped_session(Session):
    def __init__(self, factory=None, scopefunc=None): ...
    def __call__(self, **options): return Session()
