from typing import _single


# Of a class, or of those that a manager or a query set finds.
def get_object_or_404(klass, *args, **values): return _single(klass) or klass._one_()


def get_list_or_404(klass, *args, **values):
    found = []
    found.append(_single(klass) or klass._one_())
    return found
