class TestCase:
    def assertRaises(self, exc, callable=None, *args, **kwargs):
        callable(*args, **kwargs)
        return _Context()

    def assertEqual(self, first, second, msg=None): first.__eq__(second)
    def assertNotEqual(self, first, second, msg=None): first.__eq__(second)
    def assertIn(self, member, container, msg=None): container.__contains__(member)

    def addCleanup(self, function, /, *args, **kwargs):
        self._cleanup = function
        self._args = args
        self._kwargs = kwargs

    def doCleanups(self):
        function = self._cleanup
        function(*self._args, **self._kwargs)

    def subTest(self, msg=None, **params):
        return _Context()


class IsolatedAsyncioTestCase(TestCase): ...


class _Context:
    def __enter__(self): return self
    def __exit__(self, *exc): ...


def skip(reason): return _same
def skipIf(condition, reason): return _same
def skipUnless(condition, reason): return _same
def expectedFailure(func): return func
def _same(func): return func
