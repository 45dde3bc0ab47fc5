## What is stored on None is on no None
class Tasks:
    def items(self): ...
class Registry:
    def items(self): ...
class Group:
    def __init__(self, tasks):
        self.tasks = tasks
def fill(holder, flag):
    target = None if flag else holder
    target.tasks = Tasks()
#                  ^^^^^ calls Tasks
def run(app=None):
    return app.tasks.items()
def main(flag):
    fill(Group(Registry()), flag)
#   ^^^^ calls fill
#        ^^^^^ calls Group, Group.__init__
#              ^^^^^^^^ calls Registry
    run()
#   ^^^ calls run

## What is stored on a string, a tuple or object() is on no other
class Note:
    def go(self): ...
class Plain(object):
    def __init__(self): ...
def mark(it):
    it.note = Note()
#             ^^^^ calls Note
def read(text: str, pair: tuple):
    text.note.go()
    pair.note.go()
    Plain().note.go()
#   ^^^^^ calls Plain, Plain.__init__
def main():
    mark("a")
#   ^^^^ calls mark
    mark((1, 2))
#   ^^^^ calls mark
    mark(object())
#   ^^^^ calls mark

## A class that derives from a builtin takes attributes
class Note:
    def go(self): ...
class Text(str): ...
def mark(it):
    it.note = Note()
#             ^^^^ calls Note
def read(text: Text):
    text.note.go()
#             ^^ calls Note.go
def main():
    mark(Text("a"))
#   ^^^^ calls mark
#        ^^^^ calls Text
