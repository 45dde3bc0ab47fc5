def copy(x):
    x.__copy__()
    return x


def deepcopy(x, memo=None):
    x.__deepcopy__(memo)
    return x


def replace(x, /, **changes): return x
