import django.views.generic as generic
