import _outside_
from typing import cast as _cast
from sqlalchemy.orm import Result as _Result, ScalarResult as _ScalarResult


class AsyncSession(_outside_.AsyncSession):
    async def __aenter__(self): return self
    async def __aexit__(self, *exc): ...
    async def get(self, entity, ident, **options): return _cast(entity, None)
    async def get_one(self, entity, ident, **options): return _cast(entity, None)
    async def merge(self, instance, **options): return instance
    async def execute(self, statement, *args, **options): return _Result(statement._entity)
    async def exec(self, statement, *args, **options): return _ScalarResult(statement._entity)
    async def scalar(self, statement, *args, **options): return _cast(statement._entity, None)
    async def scalars(self, statement, *args, **options): return _ScalarResult(statement._entity)


class async_sessionmaker:
    def __init__(self, *args, **options): ...
    def __call__(self, **options): return AsyncSession()
    def begin(self): return AsyncSession()
