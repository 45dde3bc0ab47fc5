import _outside_
from django.contrib.auth import get_user_model as _get_user_model


class _User:
    def __get__(self, instance, owner): return _get_user_model()


class _Settings(_outside_.LazySettings):
    AUTH_USER_MODEL = _User()


settings = _Settings()
