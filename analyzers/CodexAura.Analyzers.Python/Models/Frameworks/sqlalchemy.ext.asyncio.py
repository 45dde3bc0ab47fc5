import _outside_
from typing import _single
from sqlalchemy.orm import Result as _Result, ScalarResult as _ScalarResult


class AsyncSession(_outside_.AsyncSession):
    async def __aenter__(self): return self
    async def __aexit__(self, *exc): ...
    async def get(self, entity, ident, **options): return _single(entity)
    async def get_one(self, entity, ident, **options): return _single(entity)
    async def merge(self, instance, **options): return instance
    async def execute(self, statement, *args, **options): return _Result(statement._entity, statement._others)
    async def exec(self, statement, *args, **options): return _ScalarResult(statement._entity, statement._others)
    async def scalar(self, statement, *args, **options): return _single(statement._entity)
    async def scalars(self, statement, *args, **options): return _ScalarResult(statement._entity)


class async_sessionmaker(_outside_.async_sessionmaker):
    def __init__(self, bind=None, *, class_=None, **options): self._class = class_
    def __call__(self, **options): return _single(self._class) or AsyncSession()
    def begin(self): return _single(self._class) or AsyncSession()
