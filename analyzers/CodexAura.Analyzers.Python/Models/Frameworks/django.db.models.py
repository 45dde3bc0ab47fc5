# What a query set gives is of the class of whose objects it is. Query sets give themselves back, whatever is added to them.
import _outside_
from typing import _lower_name, _named, _single


class QuerySet(_outside_.QuerySet):
    def __init__(self, model=None, query=None, using=None, hints=None): self.model = model

    @classmethod
    def as_manager(cls): return _Managing(cls())

    def all(self): return self
    def alias(self, *args, **values): return self
    def annotate(self, *args, **values): return self
    def complex_filter(self, filter_obj): return self
    def defer(self, *fields): return self
    def distinct(self, *fields): return self
    def exclude(self, *args, **values): return self
    def extra(self, *args, **options): return self
    def filter(self, *args, **values): return self
    def iterator(self, *args, **options): return self
    def none(self): return self
    def only(self, *fields): return self
    def order_by(self, *fields): return self
    def prefetch_related(self, *lookups): return self
    def raw(self, *args, **options): return self
    def reverse(self): return self
    def select_for_update(self, *args, **options): return self
    def select_related(self, *fields): return self
    def using(self, alias): return self

    def _one_(self): return _single(self.model)
    def create(self, **values): return _single(self.model)
    def earliest(self, *fields): return _single(self.model)
    def first(self): return _single(self.model)
    def get(self, *args, **values): return _single(self.model)
    def last(self): return _single(self.model)
    def latest(self, *fields): return _single(self.model)
    def get_or_create(self, defaults=None, **values): return _single(self.model), True
    def update_or_create(self, defaults=None, **values): return _single(self.model), True
    async def acreate(self, **values): return _single(self.model)
    async def afirst(self): return _single(self.model)
    async def aget(self, *args, **values): return _single(self.model)
    async def alast(self): return _single(self.model)
    def count(self) -> int: ...
    def exists(self) -> bool: ...

    def __iter__(self):
        yield _single(self.model)

    def __aiter__(self): return self
    async def __anext__(self): return _single(self.model)

    # One, or for a slice as many.
    def __getitem__(self, index): return self or _single(self.model)


class _Managing:
    def __init__(self, queryset): self.queryset = queryset

    def __get__(self, instance, owner):
        self.queryset.model = owner
        return self.queryset


class Manager(QuerySet):
    # The class that it is a manager of asks for it. Where several have one of the same class, nothing is known.
    def __get__(self, instance, owner):
        self.model = owner
        return self

    @classmethod
    def from_queryset(cls, queryset_class, class_name=None): return queryset_class or cls

    def get_queryset(self): return self


class _Objects:
    def __get__(self, instance, owner): return QuerySet(owner)


class Model(_outside_.Model):
    objects = _Objects()
    _default_manager = _Objects()


# What leads back from the other class: post.comment_set, of which the manager that comments have finds the comments.
class _Many:
    def __init__(self, model): self.model = model
    def __get__(self, instance, owner): return self.model.objects or QuerySet(self.model)


class _One:
    def __init__(self, model): self.model = model
    def __get__(self, instance, owner): return _single(self.model)


class ForeignKey(_outside_.ForeignKey):
    def __init__(self, to, on_delete=None, related_name=None, **options):
        self.to = to
        self.related_name = related_name

    def __set_name__(self, owner, name):
        self.model = _named(self.to, owner)
        setattr(self.model, self.related_name or _lower_name(owner, "_set"), _Many(owner))

    def __get__(self, instance, owner): return _single(self.model)


class OneToOneField(ForeignKey):
    def __set_name__(self, owner, name):
        self.model = _named(self.to, owner)
        setattr(self.model, self.related_name or _lower_name(owner), _One(owner))


class ManyToManyField(ForeignKey):
    def __init__(self, to, related_name=None, **options):
        self.to = to
        self.related_name = related_name

    def __get__(self, instance, owner): return self.model.objects or QuerySet(self.model)
