import _outside_
from sqlalchemy import select
from sqlalchemy.orm import Query as _Query, relationship as _relationship, scoped_session as _scoped_session


class _Queries:
    def __get__(self, instance, owner): return _Query(owner)


class _Model(_outside_.Model):
    query = _Queries()


class SQLAlchemy(_outside_.SQLAlchemy):
    Model = _Model
    session = _scoped_session()

    def __init__(self, app=None, **options): ...
    def relationship(self, argument=None, *args, **options): return _relationship(argument)
    def select(self, entity=None, *others): return select(entity, *others)
