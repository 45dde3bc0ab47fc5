## More instances than are followed stand for their whole family
class Base:
    def go(self): ...
class C0(Base):
#        ^^^^ extends Base
    def go(self): ...
class C1(Base):
#        ^^^^ extends Base
    def go(self): ...
class C2(Base):
#        ^^^^ extends Base
    def go(self): ...
class C3(Base):
#        ^^^^ extends Base
    def go(self): ...
class C4(Base):
#        ^^^^ extends Base
    def go(self): ...
class C5(Base):
#        ^^^^ extends Base
    def go(self): ...
class C6(Base):
#        ^^^^ extends Base
    def go(self): ...
class C7(Base):
#        ^^^^ extends Base
    def go(self): ...
class C8(Base):
#        ^^^^ extends Base
    def go(self): ...
class C9(Base):
#        ^^^^ extends Base
    def go(self): ...
class C10(Base):
#         ^^^^ extends Base
    def go(self): ...
class C11(Base):
#         ^^^^ extends Base
    def go(self): ...
class C12(Base):
#         ^^^^ extends Base
    def go(self): ...
class C13(Base):
#         ^^^^ extends Base
    def go(self): ...
class C14(Base):
#         ^^^^ extends Base
    def go(self): ...
class C15(Base):
#         ^^^^ extends Base
    def go(self): ...
class C16(Base):
#         ^^^^ extends Base
    def go(self): ...
class C17(Base):
#         ^^^^ extends Base
    def go(self): ...
class C18(Base):
#         ^^^^ extends Base
    def go(self): ...
class C19(Base):
#         ^^^^ extends Base
    def go(self): ...
class C20(Base):
#         ^^^^ extends Base
    def go(self): ...
class C21(Base):
#         ^^^^ extends Base
    def go(self): ...
class C22(Base):
#         ^^^^ extends Base
    def go(self): ...
class C23(Base):
#         ^^^^ extends Base
    def go(self): ...
class C24(Base):
#         ^^^^ extends Base
    def go(self): ...
class C25(Base):
#         ^^^^ extends Base
    def go(self): ...
class C26(Base):
#         ^^^^ extends Base
    def go(self): ...
class C27(Base):
#         ^^^^ extends Base
    def go(self): ...
class C28(Base):
#         ^^^^ extends Base
    def go(self): ...
class C29(Base):
#         ^^^^ extends Base
    def go(self): ...
class C30(Base):
#         ^^^^ extends Base
    def go(self): ...
class C31(Base):
#         ^^^^ extends Base
    def go(self): ...
class C32(Base):
#         ^^^^ extends Base
    def go(self): ...
class C33(Base):
#         ^^^^ extends Base
    def go(self): ...
class C34(Base):
#         ^^^^ extends Base
    def go(self): ...
class C35(Base):
#         ^^^^ extends Base
    def go(self): ...
class C36(Base):
#         ^^^^ extends Base
    def go(self): ...
class C37(Base):
#         ^^^^ extends Base
    def go(self): ...
class C38(Base):
#         ^^^^ extends Base
    def go(self): ...
class C39(Base):
#         ^^^^ extends Base
    def go(self): ...
class C40(Base):
#         ^^^^ extends Base
    def go(self): ...
class C41(Base):
#         ^^^^ extends Base
    def go(self): ...
class C42(Base):
#         ^^^^ extends Base
    def go(self): ...
class C43(Base):
#         ^^^^ extends Base
    def go(self): ...
class C44(Base):
#         ^^^^ extends Base
    def go(self): ...
class C45(Base):
#         ^^^^ extends Base
    def go(self): ...
class C46(Base):
#         ^^^^ extends Base
    def go(self): ...
class C47(Base):
#         ^^^^ extends Base
    def go(self): ...
class C48(Base):
#         ^^^^ extends Base
    def go(self): ...
class C49(Base):
#         ^^^^ extends Base
    def go(self): ...
class C50(Base):
#         ^^^^ extends Base
    def go(self): ...
class C51(Base):
#         ^^^^ extends Base
    def go(self): ...
class C52(Base):
#         ^^^^ extends Base
    def go(self): ...
class C53(Base):
#         ^^^^ extends Base
    def go(self): ...
class C54(Base):
#         ^^^^ extends Base
    def go(self): ...
class C55(Base):
#         ^^^^ extends Base
    def go(self): ...
items = []
items.append(C0())
#            ^^ calls C0
items.append(C1())
#            ^^ calls C1
items.append(C2())
#            ^^ calls C2
items.append(C3())
#            ^^ calls C3
items.append(C4())
#            ^^ calls C4
items.append(C5())
#            ^^ calls C5
items.append(C6())
#            ^^ calls C6
items.append(C7())
#            ^^ calls C7
items.append(C8())
#            ^^ calls C8
items.append(C9())
#            ^^ calls C9
items.append(C10())
#            ^^^ calls C10
items.append(C11())
#            ^^^ calls C11
items.append(C12())
#            ^^^ calls C12
items.append(C13())
#            ^^^ calls C13
items.append(C14())
#            ^^^ calls C14
items.append(C15())
#            ^^^ calls C15
items.append(C16())
#            ^^^ calls C16
items.append(C17())
#            ^^^ calls C17
items.append(C18())
#            ^^^ calls C18
items.append(C19())
#            ^^^ calls C19
items.append(C20())
#            ^^^ calls C20
items.append(C21())
#            ^^^ calls C21
items.append(C22())
#            ^^^ calls C22
items.append(C23())
#            ^^^ calls C23
items.append(C24())
#            ^^^ calls C24
items.append(C25())
#            ^^^ calls C25
items.append(C26())
#            ^^^ calls C26
items.append(C27())
#            ^^^ calls C27
items.append(C28())
#            ^^^ calls C28
items.append(C29())
#            ^^^ calls C29
items.append(C30())
#            ^^^ calls C30
items.append(C31())
#            ^^^ calls C31
items.append(C32())
#            ^^^ calls C32
items.append(C33())
#            ^^^ calls C33
items.append(C34())
#            ^^^ calls C34
items.append(C35())
#            ^^^ calls C35
items.append(C36())
#            ^^^ calls C36
items.append(C37())
#            ^^^ calls C37
items.append(C38())
#            ^^^ calls C38
items.append(C39())
#            ^^^ calls C39
items.append(C40())
#            ^^^ calls C40
items.append(C41())
#            ^^^ calls C41
items.append(C42())
#            ^^^ calls C42
items.append(C43())
#            ^^^ calls C43
items.append(C44())
#            ^^^ calls C44
items.append(C45())
#            ^^^ calls C45
items.append(C46())
#            ^^^ calls C46
items.append(C47())
#            ^^^ calls C47
items.append(C48())
#            ^^^ calls C48
items.append(C49())
#            ^^^ calls C49
items.append(C50())
#            ^^^ calls C50
items.append(C51())
#            ^^^ calls C51
items.append(C52())
#            ^^^ calls C52
items.append(C53())
#            ^^^ calls C53
items.append(C54())
#            ^^^ calls C54
items.append(C55())
#            ^^^ calls C55
for item in items:
    item.go()
#        ^^ calls Base.go, C0.go, C1.go, C2.go, C3.go, C4.go, C5.go, C6.go, C7.go, C8.go, C9.go, C10.go, C11.go, C12.go, C13.go, C14.go, C15.go, C16.go, C17.go, C18.go, C19.go, C20.go, C21.go, C22.go, C23.go, C24.go, C25.go, C26.go, C27.go, C28.go, C29.go, C30.go, C31.go, C32.go, C33.go, C34.go, C35.go, C36.go, C37.go, C38.go, C39.go, C40.go, C41.go, C42.go, C43.go, C44.go, C45.go, C46.go, C47.go, C48.go, C49.go, C50.go, C51.go, C52.go, C53.go, C54.go, C55.go

## More instances than are followed that have nothing in common
class C0:
    def go(self): ...
class C1:
    def go(self): ...
class C2:
    def go(self): ...
class C3:
    def go(self): ...
class C4:
    def go(self): ...
class C5:
    def go(self): ...
class C6:
    def go(self): ...
class C7:
    def go(self): ...
class C8:
    def go(self): ...
class C9:
    def go(self): ...
class C10:
    def go(self): ...
class C11:
    def go(self): ...
class C12:
    def go(self): ...
class C13:
    def go(self): ...
class C14:
    def go(self): ...
class C15:
    def go(self): ...
class C16:
    def go(self): ...
class C17:
    def go(self): ...
class C18:
    def go(self): ...
class C19:
    def go(self): ...
class C20:
    def go(self): ...
class C21:
    def go(self): ...
class C22:
    def go(self): ...
class C23:
    def go(self): ...
class C24:
    def go(self): ...
class C25:
    def go(self): ...
class C26:
    def go(self): ...
class C27:
    def go(self): ...
class C28:
    def go(self): ...
class C29:
    def go(self): ...
class C30:
    def go(self): ...
class C31:
    def go(self): ...
class C32:
    def go(self): ...
class C33:
    def go(self): ...
class C34:
    def go(self): ...
class C35:
    def go(self): ...
class C36:
    def go(self): ...
class C37:
    def go(self): ...
class C38:
    def go(self): ...
class C39:
    def go(self): ...
class C40:
    def go(self): ...
class C41:
    def go(self): ...
class C42:
    def go(self): ...
class C43:
    def go(self): ...
class C44:
    def go(self): ...
class C45:
    def go(self): ...
class C46:
    def go(self): ...
class C47:
    def go(self): ...
class C48:
    def go(self): ...
class C49:
    def go(self): ...
class C50:
    def go(self): ...
class C51:
    def go(self): ...
class C52:
    def go(self): ...
class C53:
    def go(self): ...
class C54:
    def go(self): ...
class C55:
    def go(self): ...
items = []
items.append(C0())
#            ^^ calls C0
items.append(C1())
#            ^^ calls C1
items.append(C2())
#            ^^ calls C2
items.append(C3())
#            ^^ calls C3
items.append(C4())
#            ^^ calls C4
items.append(C5())
#            ^^ calls C5
items.append(C6())
#            ^^ calls C6
items.append(C7())
#            ^^ calls C7
items.append(C8())
#            ^^ calls C8
items.append(C9())
#            ^^ calls C9
items.append(C10())
#            ^^^ calls C10
items.append(C11())
#            ^^^ calls C11
items.append(C12())
#            ^^^ calls C12
items.append(C13())
#            ^^^ calls C13
items.append(C14())
#            ^^^ calls C14
items.append(C15())
#            ^^^ calls C15
items.append(C16())
#            ^^^ calls C16
items.append(C17())
#            ^^^ calls C17
items.append(C18())
#            ^^^ calls C18
items.append(C19())
#            ^^^ calls C19
items.append(C20())
#            ^^^ calls C20
items.append(C21())
#            ^^^ calls C21
items.append(C22())
#            ^^^ calls C22
items.append(C23())
#            ^^^ calls C23
items.append(C24())
#            ^^^ calls C24
items.append(C25())
#            ^^^ calls C25
items.append(C26())
#            ^^^ calls C26
items.append(C27())
#            ^^^ calls C27
items.append(C28())
#            ^^^ calls C28
items.append(C29())
#            ^^^ calls C29
items.append(C30())
#            ^^^ calls C30
items.append(C31())
#            ^^^ calls C31
items.append(C32())
#            ^^^ calls C32
items.append(C33())
#            ^^^ calls C33
items.append(C34())
#            ^^^ calls C34
items.append(C35())
#            ^^^ calls C35
items.append(C36())
#            ^^^ calls C36
items.append(C37())
#            ^^^ calls C37
items.append(C38())
#            ^^^ calls C38
items.append(C39())
#            ^^^ calls C39
items.append(C40())
#            ^^^ calls C40
items.append(C41())
#            ^^^ calls C41
items.append(C42())
#            ^^^ calls C42
items.append(C43())
#            ^^^ calls C43
items.append(C44())
#            ^^^ calls C44
items.append(C45())
#            ^^^ calls C45
items.append(C46())
#            ^^^ calls C46
items.append(C47())
#            ^^^ calls C47
items.append(C48())
#            ^^^ calls C48
items.append(C49())
#            ^^^ calls C49
items.append(C50())
#            ^^^ calls C50
items.append(C51())
#            ^^^ calls C51
items.append(C52())
#            ^^^ calls C52
items.append(C53())
#            ^^^ calls C53
items.append(C54())
#            ^^^ calls C54
items.append(C55())
#            ^^^ calls C55
for item in items:
    item.go()
#        ^^ calls C0.go, C1.go, C2.go, C3.go, C4.go, C5.go, C6.go, C7.go, C8.go, C9.go, C10.go, C11.go, C12.go, C13.go, C14.go, C15.go, C16.go, C17.go, C18.go, C19.go, C20.go, C21.go, C22.go, C23.go, C24.go, C25.go, C26.go, C27.go, C28.go, C29.go, C30.go, C31.go, C32.go, C33.go, C34.go, C35.go, C36.go, C37.go, C38.go, C39.go, C40.go, C41.go, C42.go, C43.go, C44.go, C45.go, C46.go, C47.go

## What is declared finds room among more values than are followed
class Provider:
    def get(self): ...
class Low(Provider):
#         ^^^^^^^^ extends Provider
    def get(self): ...
class Holder:
    def __init__(self, value: Provider):
        self.value = value
    def run(self):
        self.value.get()
#                  ^^^ calls(inferred) Provider.get, Low.get
def f0(): ...
def f1(): ...
def f2(): ...
def f3(): ...
def f4(): ...
def f5(): ...
def f6(): ...
def f7(): ...
def f8(): ...
def f9(): ...
def f10(): ...
def f11(): ...
def f12(): ...
def f13(): ...
def f14(): ...
def f15(): ...
def f16(): ...
def f17(): ...
def f18(): ...
def f19(): ...
def f20(): ...
def f21(): ...
def f22(): ...
def f23(): ...
def f24(): ...
def f25(): ...
def f26(): ...
def f27(): ...
def f28(): ...
def f29(): ...
def f30(): ...
def f31(): ...
def f32(): ...
def f33(): ...
def f34(): ...
def f35(): ...
def f36(): ...
def f37(): ...
def f38(): ...
def f39(): ...
def f40(): ...
def f41(): ...
def f42(): ...
def f43(): ...
def f44(): ...
def f45(): ...
def f46(): ...
def f47(): ...
def f48(): ...
def f49(): ...
def f50(): ...
def f51(): ...
def f52(): ...
def f53(): ...
def f54(): ...
def f55(): ...
def f56(): ...
def f57(): ...
def f58(): ...
def f59(): ...
def main():
    Holder(f0)
#   ^^^^^^ calls Holder, Holder.__init__
    Holder(f1)
#   ^^^^^^ calls Holder, Holder.__init__
    Holder(f2)
#   ^^^^^^ calls Holder, Holder.__init__
    Holder(f3)
#   ^^^^^^ calls Holder, Holder.__init__
    Holder(f4)
#   ^^^^^^ calls Holder, Holder.__init__
    Holder(f5)
#   ^^^^^^ calls Holder, Holder.__init__
    Holder(f6)
#   ^^^^^^ calls Holder, Holder.__init__
    Holder(f7)
#   ^^^^^^ calls Holder, Holder.__init__
    Holder(f8)
#   ^^^^^^ calls Holder, Holder.__init__
    Holder(f9)
#   ^^^^^^ calls Holder, Holder.__init__
    Holder(f10)
#   ^^^^^^ calls Holder, Holder.__init__
    Holder(f11)
#   ^^^^^^ calls Holder, Holder.__init__
    Holder(f12)
#   ^^^^^^ calls Holder, Holder.__init__
    Holder(f13)
#   ^^^^^^ calls Holder, Holder.__init__
    Holder(f14)
#   ^^^^^^ calls Holder, Holder.__init__
    Holder(f15)
#   ^^^^^^ calls Holder, Holder.__init__
    Holder(f16)
#   ^^^^^^ calls Holder, Holder.__init__
    Holder(f17)
#   ^^^^^^ calls Holder, Holder.__init__
    Holder(f18)
#   ^^^^^^ calls Holder, Holder.__init__
    Holder(f19)
#   ^^^^^^ calls Holder, Holder.__init__
    Holder(f20)
#   ^^^^^^ calls Holder, Holder.__init__
    Holder(f21)
#   ^^^^^^ calls Holder, Holder.__init__
    Holder(f22)
#   ^^^^^^ calls Holder, Holder.__init__
    Holder(f23)
#   ^^^^^^ calls Holder, Holder.__init__
    Holder(f24)
#   ^^^^^^ calls Holder, Holder.__init__
    Holder(f25)
#   ^^^^^^ calls Holder, Holder.__init__
    Holder(f26)
#   ^^^^^^ calls Holder, Holder.__init__
    Holder(f27)
#   ^^^^^^ calls Holder, Holder.__init__
    Holder(f28)
#   ^^^^^^ calls Holder, Holder.__init__
    Holder(f29)
#   ^^^^^^ calls Holder, Holder.__init__
    Holder(f30)
#   ^^^^^^ calls Holder, Holder.__init__
    Holder(f31)
#   ^^^^^^ calls Holder, Holder.__init__
    Holder(f32)
#   ^^^^^^ calls Holder, Holder.__init__
    Holder(f33)
#   ^^^^^^ calls Holder, Holder.__init__
    Holder(f34)
#   ^^^^^^ calls Holder, Holder.__init__
    Holder(f35)
#   ^^^^^^ calls Holder, Holder.__init__
    Holder(f36)
#   ^^^^^^ calls Holder, Holder.__init__
    Holder(f37)
#   ^^^^^^ calls Holder, Holder.__init__
    Holder(f38)
#   ^^^^^^ calls Holder, Holder.__init__
    Holder(f39)
#   ^^^^^^ calls Holder, Holder.__init__
    Holder(f40)
#   ^^^^^^ calls Holder, Holder.__init__
    Holder(f41)
#   ^^^^^^ calls Holder, Holder.__init__
    Holder(f42)
#   ^^^^^^ calls Holder, Holder.__init__
    Holder(f43)
#   ^^^^^^ calls Holder, Holder.__init__
    Holder(f44)
#   ^^^^^^ calls Holder, Holder.__init__
    Holder(f45)
#   ^^^^^^ calls Holder, Holder.__init__
    Holder(f46)
#   ^^^^^^ calls Holder, Holder.__init__
    Holder(f47)
#   ^^^^^^ calls Holder, Holder.__init__
    Holder(f48)
#   ^^^^^^ calls Holder, Holder.__init__
    Holder(f49)
#   ^^^^^^ calls Holder, Holder.__init__
    Holder(f50)
#   ^^^^^^ calls Holder, Holder.__init__
    Holder(f51)
#   ^^^^^^ calls Holder, Holder.__init__
    Holder(f52)
#   ^^^^^^ calls Holder, Holder.__init__
    Holder(f53)
#   ^^^^^^ calls Holder, Holder.__init__
    Holder(f54)
#   ^^^^^^ calls Holder, Holder.__init__
    Holder(f55)
#   ^^^^^^ calls Holder, Holder.__init__
    Holder(f56)
#   ^^^^^^ calls Holder, Holder.__init__
    Holder(f57)
#   ^^^^^^ calls Holder, Holder.__init__
    Holder(f58)
#   ^^^^^^ calls Holder, Holder.__init__
    Holder(f59)
#   ^^^^^^ calls Holder, Holder.__init__

## What a test of its class says of a value counts where more values come than are followed
class C0: ...
class C1: ...
class C2: ...
class C3: ...
class C4: ...
class C5: ...
class C6: ...
class C7: ...
class C8: ...
class C9: ...
class C10: ...
class C11: ...
class C12: ...
class C13: ...
class C14: ...
class C15: ...
class C16: ...
class C17: ...
class C18: ...
class C19: ...
class C20: ...
class C21: ...
class C22: ...
class C23: ...
class C24: ...
class C25: ...
class C26: ...
class C27: ...
class C28: ...
class C29: ...
class C30: ...
class C31: ...
class C32: ...
class C33: ...
class C34: ...
class C35: ...
class C36: ...
class C37: ...
class C38: ...
class C39: ...
class C40: ...
class C41: ...
class C42: ...
class C43: ...
class C44: ...
class C45: ...
class C46: ...
class C47: ...
class C48: ...
class C49: ...
class Late:
    def go(self): ...
def take(value):
    if isinstance(value, Late):
        value.go()
#       ^^^^^^^^^^ calls Late.go
def run():
    for value in (C0(), C1(), C2(), C3(), C4(), C5(), C6(), C7(), C8(), C9(), C10(), C11(), C12(), C13(), C14(), C15(), C16(), C17(), C18(), C19(), C20(), C21(), C22(), C23(), C24(), C25(), C26(), C27(), C28(), C29(), C30(), C31(), C32(), C33(), C34(), C35(), C36(), C37(), C38(), C39(), C40(), C41(), C42(), C43(), C44(), C45(), C46(), C47(), C48(), C49(), Late()):
#   ^ calls C0, C1, C2, C3, C4, C5, C6, C7, C8, C9, C10, C11, C12, C13, C14, C15, C16, C17, C18, C19, C20, C21, C22, C23, C24, C25, C26, C27, C28, C29, C30, C31, C32, C33, C34, C35, C36, C37, C38, C39, C40, C41, C42, C43, C44, C45, C46, C47, C48, C49, Late
        take(value)
#       ^^^^ calls take


## what all classes hold under a name is called, of however many objects
import outside
class Element:
    def parse_plain(self): pass
    parse = parse_plain
class Element0(Element): pass
#     ^^^^^^^ extends Element
class Element1(Element): pass
#     ^^^^^^^ extends Element
class Element2(Element): pass
#     ^^^^^^^ extends Element
class Element3(Element): pass
#     ^^^^^^^ extends Element
class Element4(Element): pass
#     ^^^^^^^ extends Element
class Element5(Element): pass
#     ^^^^^^^ extends Element
class Element6(Element): pass
#     ^^^^^^^ extends Element
class Element7(Element): pass
#     ^^^^^^^ extends Element
class Element8(Element): pass
#     ^^^^^^^ extends Element
class Element9(Element): pass
#     ^^^^^^^ extends Element
class Element10(Element): pass
#     ^^^^^^^ extends Element
class Element11(Element): pass
#     ^^^^^^^ extends Element
class Element12(Element): pass
#     ^^^^^^^ extends Element
class Element13(Element): pass
#     ^^^^^^^ extends Element
class Element14(Element): pass
#     ^^^^^^^ extends Element
class Element15(Element): pass
#     ^^^^^^^ extends Element
class Element16(Element): pass
#     ^^^^^^^ extends Element
class Element17(Element): pass
#     ^^^^^^^ extends Element
class Element18(Element): pass
#     ^^^^^^^ extends Element
class Element19(Element): pass
#     ^^^^^^^ extends Element
class Element20(Element): pass
#     ^^^^^^^ extends Element
class Element21(Element): pass
#     ^^^^^^^ extends Element
class Element22(Element): pass
#     ^^^^^^^ extends Element
class Element23(Element): pass
#     ^^^^^^^ extends Element
class Element24(Element): pass
#     ^^^^^^^ extends Element
class Element25(Element): pass
#     ^^^^^^^ extends Element
class Element26(Element): pass
#     ^^^^^^^ extends Element
class Element27(Element): pass
#     ^^^^^^^ extends Element
class Element28(Element): pass
#     ^^^^^^^ extends Element
class Element29(Element): pass
#     ^^^^^^^ extends Element
class Element30(Element): pass
#     ^^^^^^^ extends Element
class Element31(Element): pass
#     ^^^^^^^ extends Element
class Element32(Element): pass
#     ^^^^^^^ extends Element
class Element33(Element): pass
#     ^^^^^^^ extends Element
class Element34(Element): pass
#     ^^^^^^^ extends Element
class Element35(Element): pass
#     ^^^^^^^ extends Element
class Element36(Element): pass
#     ^^^^^^^ extends Element
class Element37(Element): pass
#     ^^^^^^^ extends Element
class Element38(Element): pass
#     ^^^^^^^ extends Element
class Element39(Element): pass
#     ^^^^^^^ extends Element
class Element40(Element): pass
#     ^^^^^^^ extends Element
class Element41(Element): pass
#     ^^^^^^^ extends Element
class Element42(Element): pass
#     ^^^^^^^ extends Element
class Element43(Element): pass
#     ^^^^^^^ extends Element
class Element44(Element): pass
#     ^^^^^^^ extends Element
class Element45(Element): pass
#     ^^^^^^^ extends Element
class Element46(Element): pass
#     ^^^^^^^ extends Element
class Element47(Element): pass
#     ^^^^^^^ extends Element
class Element48(Element): pass
#     ^^^^^^^ extends Element
class Element49(Element): pass
#     ^^^^^^^ extends Element
class Element50(Element): pass
#     ^^^^^^^ extends Element
class Element51(Element): pass
#     ^^^^^^^ extends Element
class Element52(Element): pass
#     ^^^^^^^ extends Element
class Element53(Element): pass
#     ^^^^^^^ extends Element
class Element54(Element): pass
#     ^^^^^^^ extends Element
class Element55(Element): pass
#     ^^^^^^^ extends Element
class Element56(Element): pass
#     ^^^^^^^ extends Element
class Element57(Element): pass
#     ^^^^^^^ extends Element
class Element58(Element): pass
#     ^^^^^^^ extends Element
class Element59(Element): pass
#     ^^^^^^^ extends Element
ALL = [Element0(), Element1(), Element2(), Element3(), Element4(), Element5(), Element6(), Element7(), Element8(), Element9(), Element10(), Element11(), Element12(), Element13(), Element14(), Element15(), Element16(), Element17(), Element18(), Element19(), Element20(), Element21(), Element22(), Element23(), Element24(), Element25(), Element26(), Element27(), Element28(), Element29(), Element30(), Element31(), Element32(), Element33(), Element34(), Element35(), Element36(), Element37(), Element38(), Element39(), Element40(), Element41(), Element42(), Element43(), Element44(), Element45(), Element46(), Element47(), Element48(), Element49(), Element50(), Element51(), Element52(), Element53(), Element54(), Element55(), Element56(), Element57(), Element58(), Element59()]
#      ^^^^^^^^ calls Element0, Element1, Element10, Element11, Element12, Element13, Element14, Element15, Element16, Element17, Element18, Element19, Element2, Element20, Element21, Element22, Element23, Element24, Element25, Element26, Element27, Element28, Element29, Element3, Element30, Element31, Element32, Element33, Element34, Element35, Element36, Element37, Element38, Element39, Element4, Element40, Element41, Element42, Element43, Element44, Element45, Element46, Element47, Element48, Element49, Element5, Element50, Element51, Element52, Element53, Element54, Element55, Element56, Element57, Element58, Element59, Element6, Element7, Element8, Element9
def parse_all():
    for element in ALL:
        element.parse()
#       ^ calls Element.parse_plain
outside.start(parse_all)
