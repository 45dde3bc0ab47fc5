# Reading and checking what came runs the methods of a serializer that are made for it.
import _outside_
from typing import _single


class _Instance:
    def __get__(self, instance, owner): return _single(owner.Meta.model)


class Serializer(_outside_.Serializer):
    def run_validation(self, data=None):
        self.to_internal_value(data)
        getattr(self, "validate_" + _outside_.name)(data)
        self.validate(data)

    def is_valid(self, raise_exception=False) -> bool: self.run_validation()
    def save(self, **values): return self.create(values) or self.update(self.instance, values)


class ModelSerializer(Serializer):
    instance = _Instance()

    def create(self, validated_data): return _single(self.Meta.model)
    def update(self, instance, validated_data): return instance
