## What **kwargs bring is for no parameter that has an argument already
import outside
def f(): ...
def g(): ...
def take(first, second=None):
    first()
#   ^^^^^^^ calls f
    second()
#   ^^^^^^^^ calls g
kwargs = {}
kwargs[outside.name()] = g
take(f, **kwargs)
#^^^ calls take
outside.start(take)

## What **kwargs bring is not for self
import outside
class Other:
    def close(self): ...
class Form:
    def __init__(self, name, target=None):
        self.close()
#            ^^^^^ calls Form.close
        target.close()
#              ^^^^^ calls Other.close
    def close(self): ...
options = {}
options[outside.name()] = Other()
#                         ^^^^^ calls Other
Form('x', **options)
#^^^ calls Form, Form.__init__
outside.start(Form)

## What **kwargs bring is for no parameter that is named beside it
import outside
def f(): ...
def g(): ...
def take(first=None, second=None):
    first()
#   ^^^^^^^ calls f
    second()
#   ^^^^^^^^ calls g
options = {}
options[outside.name()] = g
take(first=f, **options)
#^^^ calls take
take(**options, first=f)
#^^^ calls take
outside.start(take)

## What *args bring ends before a parameter that is named beside it
import outside
def f(): ...
def g(): ...
def take(first, second, third=None):
    first()
#   ^^^^^^^ calls g
    second()
#   ^^^^^^^^ calls f
    third()
values = [g for _ in outside.some()]
take(*values, second=f)
#^^^ calls take
outside.start(take)

## What *args bring goes past what is given by place
import outside
def f(): ...
def g(): ...
def take(first, second, third=None):
    first()
#   ^^^^^^^ calls f
    second()
#   ^^^^^^^^ calls g
    third()
#   ^^^^^^^ calls g
values = [g for _ in outside.some()]
take(f, *values)
#^^^ calls take
outside.start(take)

## What one partial gives by place another may give by name
import outside, functools
def f(): ...
def g(): ...
def take(first=None):
    first()
#   ^^^^^^^ calls f, g
made = functools.partial(take, f) if outside.ask() else functools.partial(take, first=g)
made()
#^^^^^ calls take
outside.start(take)
