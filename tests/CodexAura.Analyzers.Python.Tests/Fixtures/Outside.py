## a function that goes outside with its arguments is given them
import outside

class Message:
    def text(self): pass
class Page:
    def text(self): pass

def send(message):
    message.text()
#           ^^^^ calls Message.text

def never(message):
    message.text()

def later(channel):
    loop = outside.loop()
    loop.call_soon(send, Message())
#                        ^^^^^^^ calls Message
    loop.call_soon(channel, Message(), 1)
#                           ^^^^^^^ calls Message
    loop.call_later(2, deliver, Message())
#                               ^^^^^^^ calls Message

def deliver(message, urgent=False):
    message.text()
#           ^^^^ calls Message.text

outside.run(later)

## a method and a callable object are given them too, self first
import outside

class Message:
    def text(self): pass
class Page:
    def text(self): pass

class Channel:
    def __init__(self): self.sent = None
    def send(self, message):
        self.note(message)
#            ^^^^ calls Channel.note
    def note(self, message):
        message.text()
#               ^^^^ calls Message.text

class Relay:
    def __call__(self, message):
        message.text()
#               ^^^^ calls Message.text

def main():
    portal = outside.portal()
    portal.call(Channel().send, Message())
#               ^^^^^^^ calls Channel, Channel.__init__, Message
    portal.call(Relay(), Message())
#                        ^^^^^^^ calls Message, Relay

outside.run(main)

## so does what a with gives
import outside

class Message:
    def text(self): pass
class Page:
    def text(self): pass

async def work(message):
    message.text()
#           ^^^^ calls Message.text

async def main():
    async with outside.open_nursery() as nursery:
        nursery.start_soon(work, Message())
#                                ^^^^^^^ calls Message

outside.run(main)

## what does not take them is given nothing
import outside

class Message:
    def text(self): pass
class Page:
    def text(self): pass

def none():
    pass

def two(message, other):
    message.text()

def each(messages):
    for message in messages: message.text()

def take(message):
    message()

def main():
    portal = outside.portal()
    portal.map(each, [Message()])
#                     ^^^^^^^ calls Message
    portal.register(take, Message())
#                         ^^^^^^^ calls Message
    portal.add_handler(each, take)
    portal.call(none, Message())
#                     ^^^^^^^ calls Message
    portal.call(two, Message())
#                    ^^^^^^^ calls Message
    portal.serve("name", "host", two, Message(), Message())
#                                     ^^^^^^^ calls Message
    portal.call(two, *portal.items(), Message())
#                                     ^^^^^^^ calls Message

outside.run(main)

## what an outside call gives that was given a class is one of it, if the class has what it is asked for
import outside

class Settings:
    def load(self): pass
    def save(self): pass

class Report:
    def render(self): pass
    def load(self): pass
    def save(self): pass

class Page:
    def render(self): pass

def read():
    context = outside.context()
    settings = context.ensure_object(Settings)
    settings.load()
#            ^^^^ calls Settings.load
    settings.save()
#            ^^^^ calls Settings.save
    return settings

def other(context: outside.Context):
    handle = context.get_object(Report)
    handle.render()
    handle.unregister()

def several(context: outside.Context):
    one = context.get_object(Settings, Report)
    one.load()

def registered(context: outside.Context):
    context.register(Settings).load()
    context.get_object(name=Settings).load()
    outside.Table(Settings).load()

outside.run(read, other, several, registered)

## what a class has from outside gives one of it, if the class has what that is asked for
import outside

class User(outside.Model):
    def rename(self): pass
    def load(self): return self.find()

class Page:
    def rename(self): pass

def read(data):
    user = User.model_validate(data)
    user.rename()
#        ^^^^^^ calls User.rename

def fields():
    User.fields().items()

outside.run(read, fields)

## a mock of a class runs nothing of it
#- shop.py
class Basket:
    def total(self): pass
#- tests/test_shop.py
import outside
from shop import Basket
#^ imports shop.py

def test_total():
    basket = outside.create_mock(Basket)
    basket.total()

## What a program puts in the place of the library's own for a while is not what others call
import sys
class Writer:
    def write(self, text): pass
class Shell:
    def __enter__(self):
        self.saved = sys.stdout
        sys.stdout = Writer()
#                    ^^^^^^ calls Writer
    def __exit__(self, *exc):
        sys.stdout = self.saved
def report():
    sys.stdout.write("x")
def own():
    out = Writer()
#         ^^^^^^ calls Writer
    out.write("x")
#       ^^^^^ calls Writer.write
