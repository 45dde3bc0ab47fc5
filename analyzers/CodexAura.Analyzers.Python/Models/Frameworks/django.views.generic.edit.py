from django.views.generic import CreateView, DeleteView, FormView, UpdateView
