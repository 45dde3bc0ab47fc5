import django.forms as forms
