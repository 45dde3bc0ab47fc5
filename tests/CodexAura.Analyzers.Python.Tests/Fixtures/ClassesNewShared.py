## what one __new__ makes for one class is not made for those below
import outside


class Element:
    def parse(self):
        return 0


class Literal(Element):
#             ^^^^^^^ extends Element
    def __new__(cls, text="", **options):
        if cls is Literal:
            if not text:
                return super().__new__(Empty)
            if len(text) == 1:
                return super().__new__(Single)
        return super().__new__(cls)

    def __init__(self, text="", **options):
        self.text = text


class Empty(Literal):
#           ^^^^^^^ extends Literal
    def __init__(self, text=""):
        super().__init__("")
#               ^^^^^^^^ calls Literal.__init__

    def parse(self):
        return 1


class Single(Literal):
#            ^^^^^^^ extends Literal
    def parse(self):
        return 2


class Stop(Empty):
#          ^^^^^ extends Empty
    def __init__(self, *args):
        super().__init__(*args)
#               ^^^^^^^^ calls Empty.__init__

    def parse(self):
        return 3


def use(x):
    Empty().parse()
#   ^^^^^ calls Empty, Empty.__init__, Empty.parse, Literal.__new__
    Stop().parse()
#   ^ calls Literal.__new__, Stop, Stop.__init__, Stop.parse
    Literal(x).parse()
#              ^^^^^ calls Element.parse, Empty.__init__, Empty.parse, Literal, Literal.__init__, Literal.__new__, Single.parse


outside.start(use)

## the class that __new__ takes in its place may be any that comes to the name
import outside


class Path:
    def __new__(cls, name):
        if cls is Path:
            cls = Windows if outside.windows else Posix
        return object.__new__(cls)


class Posix(Path):
#           ^^^^ extends Path
    def __init__(self, name):
        self.name = name

    def join(self):
        return 1


class Windows(Path):
#             ^^^^ extends Path
    def __init__(self, name):
        self.name = name

    def join(self):
        return 2


def use(x):
    Path(x).join()
#   ^^^^ calls Path, Path.__new__, Posix.__init__, Posix.join, Windows.__init__, Windows.join
    Posix(x).join()
#   ^ calls Path.__new__, Posix, Posix.__init__, Posix.join
    Windows(x).join()
#   ^ calls Path.__new__, Windows, Windows.__init__, Windows.join


outside.start(use)

## classes that __new__ finds in a table
import outside


class Codec:
    known = {}

    def __new__(cls, name):
        return super().__new__(cls.known[name])

    def read(self):
        return 0


class Zip(Codec):
#         ^^^^^ extends Codec
    def read(self):
        return 1


class Tar(Codec):
#         ^^^^^ extends Codec
    def read(self):
        return 2


Codec.known[outside.first] = Zip
Codec.known[outside.second] = Tar


def use(x):
    Codec(x).read()
#   ^^^^^ calls Codec, Codec.__new__, Codec.read, Tar.read, Zip.read


outside.start(use)

## an object that __new__ keeps
import outside


class Symbol:
    kept = {}

    def __new__(cls, name):
        if name in cls.kept:
            return cls.kept[name]
        symbol = super().__new__(cls)
        cls.kept[name] = symbol
        return symbol

    def show(self):
        return 0


class Dummy(Symbol):
#           ^^^^^^ extends Symbol
    def show(self):
        return 1


def use(x):
    Symbol(x).show()
#   ^^^^^^ calls Symbol, Symbol.__new__, Symbol.show
    Dummy(x).show()
#   ^^^^^ calls Dummy, Dummy.show, Symbol.__new__


outside.start(use)
