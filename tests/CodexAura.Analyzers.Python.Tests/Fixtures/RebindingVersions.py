## What is written for Python 2 never runs
import sys, outside
outside.start(sys)
def new(): ...
def old(): ...
if sys.version_info[0] < 3:
    f = old
else:
    f = new
f()
#^^ calls new
if sys.version_info >= (3,):
    g = new
else:
    g = old
g()
#^^ calls new
if sys.version_info.major == 2:
    h = old
else:
    h = new
h()
#^^ calls new

## A name for the version is a constant
import sys, outside
outside.start(sys)
def new(): ...
def old(): ...
PY2 = sys.version_info[0] == 2
PY3 = sys.version_info[:2] >= (3, 0)
if PY2:
    f = old
else:
    f = new
f()
#^^ calls new
g = new if PY3 else old
g()
#^^ calls new

## Where versions in use differ, both are there
import sys, outside
outside.start(sys)
def new(): ...
def old(): ...
if sys.version_info >= (3, 12):
    f = new
else:
    f = old
f()
#^^ calls new, old
if sys.version_info[:2] == (3, 11):
    g = old
else:
    g = new
g()
#^^ calls new, old

## Classes that give themselves methods for one version or the other
import sys, outside
outside.start(sys)
PY2 = sys.version_info < (3, 0)
class Url:
    def text(self): ...
    def data(self): ...
    if PY2:
        __str__ = data
    else:
        __str__ = text
str(Url())
#   ^^^ calls Url, Url.text

## The version of something else hangs on what is installed
import outside, sys
from outside import version_info
def new(): ...
def old(): ...
if version_info >= (2, 0):
    f = new
else:
    f = old
f()
#^^ calls new, old

## The version that is imported from sys
import outside
from sys import version_info
outside.start(version_info)
def new(): ...
def old(): ...
if version_info >= (3, 0):
    f = new
else:
    f = old
f()
#^^ calls new

## versions that nobody maintains any more
import sys

import outside

if sys.version_info >= (3, 11):
    from outside import insort
else:
    def insort(items, item):
        return items

if sys.version_info >= (3, 12):
    from outside import group
else:
    def group(items):
        return items


def use(x):
    insort(x, x)
    group(x)
#   ^^^^^ calls group


outside.start(use)
