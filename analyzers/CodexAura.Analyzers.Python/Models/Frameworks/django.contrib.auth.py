import _outside_
from django.contrib.auth.models import AbstractBaseUser as _AbstractBaseUser
from typing import _leaf


# The class of the program that is based on those for users, where it is one.
def get_user_model(): return _leaf(_AbstractBaseUser)
