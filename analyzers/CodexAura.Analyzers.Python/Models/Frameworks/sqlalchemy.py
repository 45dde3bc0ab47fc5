import _outside_
from sqlalchemy.orm import _Chain
import sqlalchemy.orm as orm


class Select(_outside_.Select, _Chain):
    def __init__(self, entity=None, *others):
        self._entity = entity
        self._others = others

    def with_only_columns(self, entity=None, *others): return Select(entity, *others)
    def returning(self, entity=None, *others): return Select(entity, *others)
    def values(self, *args, **values): return self


def select(entity=None, *others): return Select(entity, *others)
def insert(table): return Select()
def update(table): return Select()
def delete(table): return Select()
