# What views of an interface find is of the class of their query set. Their methods call each other as here.
import _outside_
from django.shortcuts import get_object_or_404


class GenericAPIView(_outside_.GenericAPIView):
    def get_queryset(self): return self.queryset
    def filter_queryset(self, queryset): return queryset
    def get_object(self): return self.filter_queryset(self.get_queryset())._one_()
    def get_serializer_class(self): return self.serializer_class

    def get_serializer(self, *args, **options):
        made = self.get_serializer_class()
        return made(*args, **options)


class _Create:
    def perform_create(self, serializer): serializer.save()

    def create(self, request, *args, **options):
        serializer = self.get_serializer()
        serializer.is_valid()
        self.perform_create(serializer)


class _Update:
    def perform_update(self, serializer): serializer.save()

    def update(self, request, *args, **options):
        serializer = self.get_serializer(self.get_object())
        serializer.is_valid()
        self.perform_update(serializer)

    def partial_update(self, request, *args, **options): return self.update(request, *args, **options)


class _Destroy:
    def perform_destroy(self, instance): instance.delete()
    def destroy(self, request, *args, **options): self.perform_destroy(self.get_object())


class CreateAPIView(GenericAPIView, _Create): ...
class ListAPIView(GenericAPIView): ...
class RetrieveAPIView(GenericAPIView): ...
class DestroyAPIView(GenericAPIView, _Destroy): ...
class UpdateAPIView(GenericAPIView, _Update): ...
class ListCreateAPIView(GenericAPIView, _Create): ...
class RetrieveUpdateAPIView(GenericAPIView, _Update): ...
class RetrieveDestroyAPIView(GenericAPIView, _Destroy): ...
class RetrieveUpdateDestroyAPIView(GenericAPIView, _Update, _Destroy): ...
