import _outside_
from django.db.models import Manager as _Manager, Model as _Model
from typing import _single


class BaseUserManager(_Manager):
    def get_by_natural_key(self, username): return _single(self.model)


class UserManager(BaseUserManager):
    def create_user(self, username, email=None, password=None, **values): return _single(self.model)
    def create_superuser(self, username, email=None, password=None, **values): return _single(self.model)


class AbstractBaseUser(_outside_.AbstractBaseUser, _Model): ...


class AbstractUser(AbstractBaseUser):
    objects = UserManager()
