from django.views.generic import ListView
