import _outside_
from django.contrib.auth.models import AbstractBaseUser as _AbstractBaseUser, AbstractUser as _AbstractUser


# The class of the program that is based on those for users, where it is one.
def get_user_model(): return _subclasses(_AbstractBaseUser) or _subclasses(_AbstractUser)
