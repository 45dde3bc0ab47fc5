from collections.abc import MutableMapping, MutableSequence


class UserDict(MutableMapping):
    def __init__(self, data=None, /, **named):
        self.data = {}
        for given in (data, named or None):
            if given is not None:
                self.update(given)

    def __len__(self):
        return len(self.data)

    def __getitem__(self, key):
        if key in self.data:
            return self.data[key]
        missing = getattr(type(self), "__missing__", None)
        if missing is not None:
            return missing(self, key)
        raise KeyError(key)

    def __setitem__(self, key, value):
        self.data[key] = value

    def __delitem__(self, key):
        del self.data[key]

    def __iter__(self):
        return iter(self.data)

    def __contains__(self, key):
        return key in self.data


class UserList(MutableSequence):
    def __init__(self, items=None):
        self.data = list(items) if items is not None else []

    def __len__(self):
        return len(self.data)

    def __getitem__(self, index):
        return self.data[index]

    def __setitem__(self, index, value):
        self.data[index] = value

    def __delitem__(self, index):
        del self.data[index]

    def insert(self, index, value):
        self.data.insert(index, value)

    def append(self, value):
        self.data.append(value)


class ChainMap(MutableMapping):
    def __init__(self, *maps):
        self.maps = list(maps) or [{}]

    def __getitem__(self, key):
        for mapping in self.maps:
            if key in mapping:
                return mapping[key]
        raise KeyError(key)

    def __setitem__(self, key, value):
        self.maps[0][key] = value

    def __delitem__(self, key):
        del self.maps[0][key]

    def __contains__(self, key):
        return any([key in mapping for mapping in self.maps])

    def __iter__(self):
        return iter({key: None for mapping in reversed(self.maps) for key in mapping})

    def __len__(self):
        return len(list(iter(self)))

    def new_child(self, mapping=None, **named):
        return ChainMap(mapping if mapping is not None else named, *self.maps)

    @property
    def parents(self):
        return ChainMap(*self.maps[1:])
