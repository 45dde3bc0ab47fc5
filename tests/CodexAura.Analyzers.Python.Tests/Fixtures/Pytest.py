## A fixture is found by the name of a parameter
#- tests/conftest.py
import pytest
class App:
    def go(self): ...
@pytest.fixture
def app():
    return App()
#          ^^^ calls App
#- tests/test_app.py
def test_go(app):
#   ^^^^^^^ calls(inferred) app
    app.go()
#       ^^ calls App.go

## A fixture that yields, with arguments, for another fixture
import pytest
class Db:
    def close(self): ...
    def get(self): ...
@pytest.fixture(scope="session")
def db():
    db = Db()
#        ^^ calls Db
    yield db
    db.close()
#      ^^^^^ calls Db.close
@pytest.fixture()
def row(db):
#   ^^^ calls db
    return db.get()
#             ^^^ calls Db.get
def test_row(row, db):
#   ^^^^^^^^ calls row, db
    db.get()
#      ^^^ calls Db.get

## The nearest fixture is meant
#- conftest.py
import pytest
class Far:
    def go(self): ...
@pytest.fixture
def x(): return Far()
#               ^^^ calls Far
#- pkg/conftest.py
import pytest
class Near:
    def go(self): ...
@pytest.fixture
def x(): return Near()
#               ^^^^ calls Near
#- pkg/test_near.py
def test_near(x):
#   ^^^^^^^^^ calls pkg/conftest.py::x
    x.go()
#     ^^ calls Near.go
#- other/test_far.py
def test_far(x):
#   ^^^^^^^^ calls conftest.py::x
    x.go()
#     ^^ calls Far.go

## A function that is no test has no fixtures
import pytest
class C:
    def go(self): ...
@pytest.fixture
def c(): return C()
#               ^ calls C
def helper(c):
    c.stop()

## A fixture that hands on what it is given
import outside, pytest
class A:
    def go(self): ...
class B:
    def go(self): ...
class Made:
    def go(self): ...
def same(x):
    outside.start(x)
    return x
@pytest.fixture
def a():
    return A()
#          ^ calls A
@pytest.fixture
def client(a):
#          ^ calls a
    return same(a)
#          ^^^^ calls same
@pytest.fixture
def unlike(a):
#          ^ calls a
    if isinstance(a, str):
        return Made()
#              ^^^^ calls Made
    return a
def test_one(client):
#            ^^^^^^ calls client
    client.go()
#          ^^ calls A.go
def test_two(unlike):
#            ^^^^^^ calls unlike
    unlike.go()
#          ^^ calls A.go, Made.go
