## what Annotated says besides the type
import outside
from typing import Annotated

def option(name): pass
def late(name): pass

class Field:
    def __init__(self, default): pass

def run(path: Annotated[str, option("--path")], depth: Annotated[int, Field(3)] = 1) -> Annotated[int, option("-o")]:
#                                                                     ^^^^^ calls Field, Field.__init__, option
    local: Annotated[int, late("never")] = 1
    return local

class Model:
    name: Annotated[str, Field("x")]
#                        ^^^^^ calls Field, Field.__init__

outside.start(run)

## annotations that are kept as texts
from __future__ import annotations
import outside
from typing import Annotated

def option(name): pass

def run(path: Annotated[str, option("--path")]):
    return path

outside.start(run)
