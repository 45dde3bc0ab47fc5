# What a view shows is of the class that it or its form is for. The methods of a view that others of it call are called here too.
import _outside_
from django.db.models import QuerySet as _QuerySet
from typing import _single


# Not where the program finds it by a method of its own.
class _Found:
    def __get__(self, instance, owner):
        found = owner.get_object, owner.get_queryset
        return _single(owner.model, found) or _single(owner.queryset.model, found) or _single(owner.form_class.Meta.model, found)


class _Single(_outside_.SingleObjectMixin):
    object = _Found()

    def get_queryset(self): return self.queryset or _QuerySet(self.model)
    def get_object(self, queryset=None): return queryset._one_() or self.get_queryset()._one_()


class _Editing(_outside_.FormMixin):
    def get_form_class(self): return self.form_class

    def get_form(self, form_class=None):
        made = form_class or self.get_form_class()
        return made()


class DetailView(_Single): ...
class DeleteView(_Single): ...
class FormView(_Editing): ...
class CreateView(_Single, _Editing): ...
class UpdateView(_Single, _Editing): ...


class ListView(_outside_.ListView):
    def get_queryset(self): return self.queryset or _QuerySet(self.model)
