import _outside_
from typing import _single


class Form(_outside_.Form):
    def full_clean(self):
        getattr(self, "clean_" + _outside_.name)()
        self.clean()

    def is_valid(self) -> bool: self.full_clean()


class _Instance:
    def __get__(self, instance, owner): return _single(owner.Meta.model)


class ModelForm(Form):
    instance = _Instance()

    def save(self, commit=True): return _single(self.Meta.model)
