# Nothing ends while a program is run here.
def ref(thing, callback=None):
    return lambda: thing


WeakMethod = ref
WeakSet = set
WeakValueDictionary = WeakKeyDictionary = dict


def proxy(thing, callback=None):
    return thing
