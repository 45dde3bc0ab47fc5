from sqlalchemy.orm import _Chain
import sqlalchemy.orm as orm


class Select(_Chain):
    def __init__(self, entity=None, *others): self._entity = entity
    def with_only_columns(self, entity=None, *others): return Select(entity)
    def returning(self, entity=None, *others): return Select(entity)
    def values(self, *args, **values): return self


def select(entity=None, *others): return Select(entity)
def insert(table): return Select()
def update(table): return Select()
def delete(table): return Select()
