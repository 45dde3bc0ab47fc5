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
for item in items:
    item.go()
#        ^^ calls Base.go, C0.go, C1.go, C2.go, C3.go, C4.go, C5.go, C6.go, C7.go, C8.go, C9.go, C10.go, C11.go, C12.go, C13.go, C14.go, C15.go, C16.go, C17.go, C18.go, C19.go, C20.go, C21.go, C22.go, C23.go, C24.go, C25.go, C26.go, C27.go

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
for item in items:
    item.go()
#        ^^ calls C0.go, C1.go, C2.go, C3.go, C4.go, C5.go, C6.go, C7.go, C8.go, C9.go, C10.go, C11.go, C12.go, C13.go, C14.go, C15.go, C16.go, C17.go, C18.go, C19.go, C20.go, C21.go, C22.go, C23.go
