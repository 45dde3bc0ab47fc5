class _Modules:
    def __getitem__(self, name): return __import__(name, None, None, [name])
    def get(self, name, default=None): return __import__(name, None, None, [name]) or default


modules = _Modules()
