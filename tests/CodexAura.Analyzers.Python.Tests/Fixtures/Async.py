## An awaited coroutine
async def f():
    return g
def g(): ...
async def run():
    act = await f()
#               ^ calls f
    act()
#   ^^^^^ calls g

## A coroutine that is awaited later
class C:
    def go(self): ...
async def make():
    return C()
#          ^ calls C
async def run():
    coro = make()
#          ^^^^ calls make
    c = await coro
    c.go()
#     ^^ calls C.go

## A coroutine is not its result
class C:
    def go(self): ...
async def make():
    return C()
#          ^ calls C
async def run():
    make().go()
#   ^^^^ calls make

## async with
class M:
    async def __aenter__(self):
        return self
    async def __aexit__(self, *exc): ...
    def go(self): ...
async def run():
    async with M() as m:
#              ^ calls M, M.__aenter__, M.__aexit__
        m.go()
#         ^^ calls M.go

## async for over an async generator
class C:
    def go(self): ...
async def produce():
    yield C()
#         ^ calls C
async def run():
    async for c in produce():
#                  ^^^^^^^ calls produce
        c.go()
#         ^^ calls C.go

## async for over an iterator class
class C:
    def go(self): ...
class It:
    def __aiter__(self):
        return self
    async def __anext__(self):
        return C()
#              ^ calls C
async def run():
    async for c in It():
#                  ^^ calls It, It.__aiter__, It.__anext__
        c.go()
#         ^^ calls C.go

## An async comprehension
async def produce():
    yield f
def f(): ...
async def run():
    return [act() async for act in produce()]
#                                  ^^^^^^^ calls produce, f

## asyncio.run
import asyncio
async def main(): ...
asyncio.run(main())
#           ^^^^ calls main

## asyncio.run gives the result
import asyncio
class C:
    def go(self): ...
async def main():
    return C()
#          ^ calls C
asyncio.run(main()).go()
#           ^^^^ calls main, C.go

## create_task
import asyncio
class C:
    def go(self): ...
async def make():
    return C()
#          ^ calls C
async def run():
    task = asyncio.create_task(make())
#                              ^^^^ calls make
    c = await task
    c.go()
#     ^^ calls C.go

## gather
import asyncio
class C:
    def go(self): ...
async def make():
    return C()
#          ^ calls C
async def run():
    cs = await asyncio.gather(make(), make())
#                             ^^^^ calls make
    cs[0].go()
#         ^^ calls C.go

## wait_for
import asyncio
class C:
    def go(self): ...
async def make():
    return C()
#          ^ calls C
async def run():
    c = await asyncio.wait_for(make(), 3)
#                              ^^^^ calls make
    c.go()
#     ^^ calls C.go

## to_thread
import asyncio
def f(): ...
async def run():
    await asyncio.to_thread(f)
#                           ^ calls(heuristic) f

## run_in_executor
import asyncio
def f(): ...
async def run():
    loop = asyncio.get_running_loop()
    await loop.run_in_executor(None, f)
#                                    ^ calls(heuristic) f

## run_until_complete
import asyncio
class C:
    def go(self): ...
async def make():
    return C()
#          ^ calls C
loop = asyncio.get_event_loop()
loop.run_until_complete(make()).go()
#                       ^^^^ calls make, C.go

## An async method
class C:
    async def load(self):
        return self
    def go(self): ...
    async def run(self):
        (await self.load()).go()
#                   ^^^^ calls C.load, C.go

## asynccontextmanager
from contextlib import asynccontextmanager
class C:
    def go(self): ...
@asynccontextmanager
async def opened():
    yield C()
#         ^ calls C
async def run():
    async with opened() as c:
#              ^^^^^^ calls opened
        c.go()
#         ^^ calls C.go

## An async decorator
import functools
def deco(func):
    @functools.wraps(func)
    async def wrapper():
        return await func()
#       ^^^^^^^^^^^^^^^^^^^ calls f
    return wrapper
@deco
#^^^^ calls deco
async def f(): ...
async def run():
    await f()
#   ^^^^^^^^^ calls deco.wrapper, f

## A TaskGroup
import asyncio
async def work(): ...
async def run():
    async with asyncio.TaskGroup() as group:
        group.create_task(work())
#                         ^^^^ calls work
