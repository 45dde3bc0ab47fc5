## FastAPI runs what a parameter depends on, and gives it what that returns or yields
from fastapi import APIRouter, Depends, Security
from sqlalchemy.orm import sessionmaker
router = APIRouter()
class Mailer:
    def send(self): pass
class Clock:
    def send(self): pass
class Pager:
    def __init__(self, page: int = 1): self.page = page
    def send(self): pass
def get_db():
    db = sessionmaker()()
    yield db
def mailer():
    return Mailer()
#          ^^^^^^ calls Mailer
def clock():
    yield Clock()
#         ^^^^^ calls Clock
@router.get("/")
def read(mailer = Depends(mailer), clock = Depends(clock), db = Depends(get_db)):
#                                  ^^^^^ calls clock, get_db, mailer
    mailer.send()
#          ^^^^ calls Mailer.send
    clock.send()
#         ^^^^ calls Clock.send
@router.get("/pages")
async def pages(pager: Pager = Depends(), other=Security(Pager, scopes=[])):
#                      ^^^^^ calls Pager, Pager.__init__
    pager.send()
#         ^^^^ calls Pager.send
    other.send()
#         ^^^^ calls Pager.send

## so it does what the annotation says, here or under a name
#- deps.py
from __future__ import annotations
from typing import Annotated
from fastapi import Depends
class User:
    def go(self): pass
class Guest:
    def go(self): pass
def log_in() -> User: return outside.user()
def guest(): return Guest()
#                   ^^^^^ calls Guest
CurrentUser = Annotated[User, Depends(log_in)]
#- main.py
from __future__ import annotations
from typing import Annotated
from fastapi import Depends, APIRouter
from deps import CurrentUser, Guest, User, guest
#^ imports deps.py
router = APIRouter()
@router.get("/")
def named(user: CurrentUser):
#^ calls log_in
    user.go()
#        ^^ calls User.go
@router.get("/direct")
def direct(who: Annotated[Guest, Depends(guest)], user: User):
#                                        ^^^^^ calls guest
    who.go()
#       ^^ calls Guest.go
    user.go()
#        ^^ calls User.go

## callable objects too, and aliases of a module, or None
#- deps.py
from typing import Annotated
from fastapi import Depends
class User:
    def go(self): pass
class Guest:
    def go(self): pass
class Allows:
    def __init__(self, role): self.role = role
    def __call__(self): return User()
#                              ^^^^ calls User
def guest(): return Guest()
#                   ^^^^^ calls Guest
CurrentGuest = Annotated[Guest, Depends(guest)]
#- main.py
from fastapi import Depends, APIRouter
import deps
#^ imports deps.py
from deps import Allows
#^ imports deps.py
router = APIRouter()
@router.get("/")
def admin(user=Depends(Allows("admin"))):
#                      ^^^^^^ calls Allows, Allows.__call__, Allows.__init__
    user.go()
#        ^^ calls User.go
@router.get("/guest")
def named(who: deps.CurrentGuest | None):
#^ calls guest
    who.go()
#       ^^ calls Guest.go

## what is said besides a local variable's type is never evaluated, nor by Python what is postponed
from __future__ import annotations
import outside
from typing import Annotated
from fastapi import Depends
def make(): return 1
def read(a: Annotated[int, Depends(make())]):
    local: Annotated[int, Depends(make())] = 1
    return local
Alias = Annotated[int, make()]
#                      ^^^^ calls make
outside.start(read)

## Mapped and Annotated of the program are its own
import outside
class Mapped:
    def __class_getitem__(cls, item): return cls
    def load(self): pass
class Annotated:
    def __class_getitem__(cls, item): return Box()
#                                            ^^^ calls Box
class Box:
    def go(self): pass
class User:
    def load(self): pass
    def go(self): pass
class Page:
    owner: Mapped[User]
    def read(self): self.owner.load()
#                              ^^^^ calls Mapped.load
def box():
    X = Annotated[User, 1]
#   ^ calls Annotated.__class_getitem__
    X.go()
#     ^^ calls Box.go
X = Annotated[User, 1]
#^ calls Annotated.__class_getitem__
def kept():
    X.go()
#     ^^ calls Box.go
outside.start(box, kept)

## Depends of the program is no framework's
#- fastapi.py
def Depends(dependency): return None
#- main.py
import outside
from fastapi import Depends
#^ imports fastapi.py
def get_db(): return 1
def read(db = Depends(get_db)):
#             ^^^^^^^ calls Depends
    return db
outside.start(read)

## what SQLAlchemy finds is of the class that was asked for
from sqlalchemy import select
from sqlalchemy.orm import DeclarativeBase, Session
class Base(DeclarativeBase): ...
class User(Base):
#          ^^^^ extends Base
    def go(self): pass
class Order(Base):
#           ^^^^ extends Base
    def go(self): pass
def query(db: Session):
    db.get(User, 1).go()
#                   ^^ calls User.go
def filtered(db: Session):
    db.query(User).filter(User.id == 1).order_by(User.id).first().go()
#                                                                 ^^ calls User.go
def every(db: Session):
    for order in db.query(Order).all(): order.go()
#                                             ^^ calls Order.go
def each(db: Session):
    for order in db.query(Order).where(Order.id > 1): order.go()
#                                                           ^^ calls Order.go
def scalars(db: Session):
    for user in db.scalars(select(User).where(User.id == 1)).unique(): user.go()
#                                                                           ^^ calls User.go
def rows(db: Session):
    for (user,) in db.execute(select(User)).all(): user.go()
#                                                       ^^ calls User.go
def one(db: Session):
    db.execute(select(User).limit(1)).scalar_one().go()
#                                                  ^^ calls User.go
def kept(db: Session):
    found = db.scalar(select(Order))
    db.merge(found).go()
#                   ^^ calls Order.go

## rows of several are none of the first, a slice is as many
from sqlalchemy import select
from sqlalchemy.orm import Session
class User:
    def go(self): pass
class Order:
    def go(self): pass
def rows(db: Session):
    for row in db.query(User, Order): row.go()
def first(db: Session):
    db.execute(select(User, Order)).scalar_one().go()
#                                                ^^ calls User.go
def sliced(db: Session):
    for user in db.query(User)[:5]: user.go()
#                                        ^^ calls User.go
def indexed(db: Session):
    db.query(Order)[0].go()
#                      ^^ calls Order.go

## a repository for all classes finds none of them
from sqlalchemy.orm import Session
class Base:
    def touch(self): pass
class User(Base):
#          ^^^^ extends Base
    def go(self): pass
class Order(Base):
#           ^^^^ extends Base
    def go(self): pass
class Repository:
    def __init__(self, model): self.model = model
    def get(self, db: Session): return db.get(self.model, 1)
users = Repository(User)
#       ^^^^^^^^^^ calls Repository, Repository.__init__
orders = Repository(Order)
#        ^^^^^^^^^^ calls Repository, Repository.__init__
def read(db: Session):
    found = users.get(db)
#                 ^^^ calls Repository.get
    found.touch()
#         ^^^^^ calls(heuristic) Base.touch
    found.go()

## of an asynchronous session, and of one that a factory makes
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker
from sqlalchemy.orm import scoped_session, sessionmaker
class User:
    def go(self): pass
class Order:
    def go(self): pass
make = async_sessionmaker()
Local = sessionmaker()
shared = scoped_session(Local)
async def awaited(db: AsyncSession):
    user = await db.get(User, 1)
    user.go()
#        ^^ calls User.go
async def made():
    async with make() as db:
        for order in (await db.scalars(select(Order))).all(): order.go()
#                                                                   ^^ calls Order.go
def local():
    with Local() as db:
        db.get(User, 1).go()
#                       ^^ calls User.go
def of_shared():
    shared.query(Order).first().go()
#                               ^^ calls Order.go

## Mapped says what objects hold
from typing import Optional
from sqlalchemy.orm import Mapped, mapped_column, relationship
class Base: ...
class User(Base):
#          ^^^^ extends Base
    id: Mapped[int] = mapped_column(primary_key=True)
    orders: Mapped[list["Order"]] = relationship(back_populates="user")
    boss: Mapped[Optional["User"]] = relationship()
    def go(self):
        for order in self.orders: order.go()
#                                       ^^ calls Order.go
        self.boss.rest()
#                 ^^^^ calls User.rest
    def rest(self): pass
class Order(Base):
#           ^^^^ extends Base
    user: Mapped["User"] = relationship(back_populates="orders")
    def go(self):
        self.user.rest()
#                 ^^^^ calls User.rest
    def rest(self): pass
def read(order: Order):
    order.user.rest()
#              ^^^^ calls User.rest

## a relationship says by its argument what objects hold, be it a text
from sqlalchemy.orm import DeclarativeBase, relationship
class Base(DeclarativeBase): ...
class User(Base):
#          ^^^^ extends Base
    orders = relationship("Order", back_populates="user")
    def go(self):
        for order in self.orders: order.rest()
#                                       ^^^^ calls Order.rest
    def rest(self): pass
class Order(Base):
#           ^^^^ extends Base
    user = relationship(User)
    def go(self):
        self.user.rest()
#                 ^^^^ calls User.rest
    def rest(self): pass

## Flask-SQLAlchemy and SQLModel have the same sessions
#- shop.py
from flask_sqlalchemy import SQLAlchemy
db = SQLAlchemy()
class User(db.Model):
    def go(self): pass
class Order(db.Model):
    def go(self): pass
def a():
    User.query.filter_by(id=1).first().go()
#                                      ^^ calls User.go
def b():
    Order.query.get_or_404(1).go()
#                             ^^ calls Order.go
def c():
    db.session.get(User, 1).go()
#                           ^^ calls User.go
#- model.py
from sqlmodel import Session, SQLModel, select
class Hero(SQLModel, table=True):
    def go(self): pass
class Team(SQLModel, table=True):
    def go(self): pass
def first(session: Session):
    session.exec(select(Hero)).first().go()
#                                      ^^ calls Hero.go

## Django's query sets give objects of the class whose they are, each class its own
from django.db import models
from django.shortcuts import get_object_or_404
class Author(models.Model):
    def go(self): pass
class Tag(models.Model):
    def go(self): pass
class Post(models.Model):
    author = models.ForeignKey(Author, on_delete=models.CASCADE)
    tags = models.ManyToManyField(Tag)
    def go(self):
        self.author.go()
#                   ^^ calls Author.go
    def label(self):
        for tag in self.tags.all(): tag.go()
#                                       ^^ calls Tag.go
def one():
    Author.objects.get(pk=1).go()
#                            ^^ calls Author.go
def every():
    for tag in Tag.objects.filter(name="x").order_by("name"): tag.go()
#                                                                 ^^ calls Tag.go
def first():
    Post.objects.exclude(pk=1).first().go()
#                                      ^^ calls Post.go
def index():
    Author.objects.all()[0].go()
#                           ^^ calls Author.go
def made():
    tag, is_new = Tag.objects.get_or_create(name="x")
    tag.go()
#       ^^ calls Tag.go
async def awaited():
    found = await Author.objects.aget(pk=1)
    found.go()
#         ^^ calls Author.go
    async for tag in Tag.objects.all(): tag.go()
#                                           ^^ calls Tag.go
def found():
    get_object_or_404(Post, pk=1).go()
#                                 ^^ calls Post.go

## a foreign key may name a class in a text, if only one bears the name
#- blog/models.py
from django.db import models
class Author(models.Model):
    def go(self): pass
class Post(models.Model):
    author = models.ForeignKey("blog.Author", models.CASCADE)
    parent = models.ForeignKey("Page", models.CASCADE)
    def go(self):
        self.author.go()
#                   ^^ calls Author.go
        self.parent.go()
class Page(models.Model):
    def go(self): pass
#- shop/models.py
class Page:
    def go(self): pass

## managers and query sets of the program's own
from django.db import models
class PostQuerySet(models.QuerySet):
    def published(self): return self.filter(live=True)
class PostManager(models.Manager):
    def recent(self): return self.filter(new=True)
class Post(models.Model):
    objects = PostManager()
#             ^^^^^^^^^^^ calls PostManager
    items = PostQuerySet.as_manager()
#           ^^^^^^^^^^^^ calls PostQuerySet
    mixed = models.Manager.from_queryset(PostQuerySet)()
#                                        ^^^^^^^^^^^^ calls PostQuerySet
    def go(self): pass
class Page(models.Model):
    def go(self): pass
def recent():
    for post in Post.objects.recent(): post.go()
#                                           ^^ calls Post.go, PostManager.recent
def published():
    Post.items.published().first().go()
#              ^^^^^^^^^ calls PostQuerySet.published
#                                  ^^ calls Post.go
def mixed():
    Post.mixed.published()
#              ^^^^^^^^^ calls PostQuerySet.published

## of a manager that several have nothing is known
from django.db import models
class Live(models.Manager):
    def live(self): return self.filter(live=True)
class Author(models.Model):
    objects = Live()
#             ^^^^ calls Live
    def go(self): pass
class Page(models.Model):
    objects = Live()
#             ^^^^ calls Live
    def go(self): pass
def read():
    Author.objects.live().first().go()
#                  ^^^^ calls Live.live
    Page.objects.live()
#                ^^^^ calls Live.live

## what a queue is handed runs elsewhere: a guess
import outside
from celery import shared_task
class Message:
    def go(self): pass
class Page:
    def go(self): pass
@shared_task
def send(message):
    message.go()
#           ^^ calls Message.go
@shared_task
def clean(days):
    pass
@shared_task(bind=True)
def bound(self, message):
    self.go()
@shared_task
def tick(): pass
def plain(message): pass
def main():
    send.delay(Message())
#              ^^^^^^^ calls Message
#   ^^^^ calls(heuristic) send
    clean.apply_async((3,), countdown=10)
#   ^^^^^ calls(heuristic) clean
    bound.delay(Message())
#               ^^^^^^^ calls Message
#   ^^^^^ calls(heuristic) bound
    tick.delay()
#   ^^^^ calls(heuristic) tick
    plain.delay(Message())
#               ^^^^^^^ calls Message
    send.name()
outside.start(main)

## a name for a type and what is said besides is one of the type
import outside
from typing import Annotated
class User:
    def go(self): pass
class Page:
    def go(self): pass
Named = Annotated[User, outside.Field("name")]
def read(user: Named):
    user.go()
#        ^^ calls User.go
outside.start(read)

## a lambda is no node of the graph, what depends and what is depended on
import outside
from fastapi import Depends
def get_db(): return 1
first = lambda db=Depends(get_db): db
def read(db=Depends(lambda: get_db())): return db
#                           ^^^^^^ calls get_db
outside.start(first, read)
