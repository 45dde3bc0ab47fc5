IGNORECASE = I = MULTILINE = M = DOTALL = S = VERBOSE = X = ASCII = A = _unknown
Pattern = Match = error = _unknown


class _Pattern:
    def __init__(self, pattern):
        self.pattern = pattern

    def match(self, text, *places):
        return _unknown

    search = fullmatch = findall = finditer = split = match

    def sub(self, replacement, text, count=0):
        if callable(replacement) and _unknown:
            replacement(_unknown)
        return _unknown

    subn = sub


def compile(pattern, flags=0):
    _unknown()
    return _Pattern(pattern)


def match(pattern, text, flags=0):
    return _unknown()


search = fullmatch = findall = finditer = split = escape = match


def sub(pattern, replacement, text, count=0, flags=0):
    if callable(replacement) and _unknown:
        replacement(_unknown)
    return _unknown


subn = sub
