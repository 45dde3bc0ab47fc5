## Classes handed over outright are no guesses, however many
def report(kind):
    return kind()
#          ^^^^^^ calls(inferred) C0, C1, C2, C3, C4, C5, C6, C7, C8, C9, C10, C11, C12, C13, C14, C15, C16, C17, C18, C19, C20, C21, C22, C23, C24, C25, C26
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
report(C0)
#^^^^^^^^^ calls report
report(C1)
#^^^^^^^^^ calls report
report(C2)
#^^^^^^^^^ calls report
report(C3)
#^^^^^^^^^ calls report
report(C4)
#^^^^^^^^^ calls report
report(C5)
#^^^^^^^^^ calls report
report(C6)
#^^^^^^^^^ calls report
report(C7)
#^^^^^^^^^ calls report
report(C8)
#^^^^^^^^^ calls report
report(C9)
#^^^^^^^^^ calls report
report(C10)
#^^^^^^^^^ calls report
report(C11)
#^^^^^^^^^ calls report
report(C12)
#^^^^^^^^^ calls report
report(C13)
#^^^^^^^^^ calls report
report(C14)
#^^^^^^^^^ calls report
report(C15)
#^^^^^^^^^ calls report
report(C16)
#^^^^^^^^^ calls report
report(C17)
#^^^^^^^^^ calls report
report(C18)
#^^^^^^^^^ calls report
report(C19)
#^^^^^^^^^ calls report
report(C20)
#^^^^^^^^^ calls report
report(C21)
#^^^^^^^^^ calls report
report(C22)
#^^^^^^^^^ calls report
report(C23)
#^^^^^^^^^ calls report
report(C24)
#^^^^^^^^^ calls report
report(C25)
#^^^^^^^^^ calls report
report(C26)
#^^^^^^^^^ calls report

## The constructors of classes that are handed over are stated too
def report(kind):
    return kind(1)
#          ^^^^^^^ calls(inferred) M0, M1, M2, M3, M4, M5, M6, M7, M8, M9, M10, M11, M12, M13, M14, M15, M16, M17, M18, M19, M20, M21, M22, M23, M24, M25, M26, Base.__init__
class Base:
    def __init__(self, x): ...
class M0(Base): ...
#        ^^^^ extends Base
class M1(Base): ...
#        ^^^^ extends Base
class M2(Base): ...
#        ^^^^ extends Base
class M3(Base): ...
#        ^^^^ extends Base
class M4(Base): ...
#        ^^^^ extends Base
class M5(Base): ...
#        ^^^^ extends Base
class M6(Base): ...
#        ^^^^ extends Base
class M7(Base): ...
#        ^^^^ extends Base
class M8(Base): ...
#        ^^^^ extends Base
class M9(Base): ...
#        ^^^^ extends Base
class M10(Base): ...
#         ^^^^ extends Base
class M11(Base): ...
#         ^^^^ extends Base
class M12(Base): ...
#         ^^^^ extends Base
class M13(Base): ...
#         ^^^^ extends Base
class M14(Base): ...
#         ^^^^ extends Base
class M15(Base): ...
#         ^^^^ extends Base
class M16(Base): ...
#         ^^^^ extends Base
class M17(Base): ...
#         ^^^^ extends Base
class M18(Base): ...
#         ^^^^ extends Base
class M19(Base): ...
#         ^^^^ extends Base
class M20(Base): ...
#         ^^^^ extends Base
class M21(Base): ...
#         ^^^^ extends Base
class M22(Base): ...
#         ^^^^ extends Base
class M23(Base): ...
#         ^^^^ extends Base
class M24(Base): ...
#         ^^^^ extends Base
class M25(Base): ...
#         ^^^^ extends Base
class M26(Base): ...
#         ^^^^ extends Base
report(M0)
#^^^^^^^^^ calls report
report(M1)
#^^^^^^^^^ calls report
report(M2)
#^^^^^^^^^ calls report
report(M3)
#^^^^^^^^^ calls report
report(M4)
#^^^^^^^^^ calls report
report(M5)
#^^^^^^^^^ calls report
report(M6)
#^^^^^^^^^ calls report
report(M7)
#^^^^^^^^^ calls report
report(M8)
#^^^^^^^^^ calls report
report(M9)
#^^^^^^^^^ calls report
report(M10)
#^^^^^^^^^ calls report
report(M11)
#^^^^^^^^^ calls report
report(M12)
#^^^^^^^^^ calls report
report(M13)
#^^^^^^^^^ calls report
report(M14)
#^^^^^^^^^ calls report
report(M15)
#^^^^^^^^^ calls report
report(M16)
#^^^^^^^^^ calls report
report(M17)
#^^^^^^^^^ calls report
report(M18)
#^^^^^^^^^ calls report
report(M19)
#^^^^^^^^^ calls report
report(M20)
#^^^^^^^^^ calls report
report(M21)
#^^^^^^^^^ calls report
report(M22)
#^^^^^^^^^ calls report
report(M23)
#^^^^^^^^^ calls report
report(M24)
#^^^^^^^^^ calls report
report(M25)
#^^^^^^^^^ calls report
report(M26)
#^^^^^^^^^ calls report

## Many classes of one family in an attribute are what is registered there
class Unbound:
    def __init__(self, kind):
        self.kind = kind
    def bind(self):
        return self.kind()
#              ^^^^^^^^^^^ calls(inferred) F0, F1, F2, F3, F4, F5, F6, F7, F8, F9, F10, F11, F12, F13, F14, F15, F16, F17, F18, F19, F20, F21, F22, F23, F24, F25, F26
class Field: ...
class F0(Field): ...
#        ^^^^^ extends Field
class F1(Field): ...
#        ^^^^^ extends Field
class F2(Field): ...
#        ^^^^^ extends Field
class F3(Field): ...
#        ^^^^^ extends Field
class F4(Field): ...
#        ^^^^^ extends Field
class F5(Field): ...
#        ^^^^^ extends Field
class F6(Field): ...
#        ^^^^^ extends Field
class F7(Field): ...
#        ^^^^^ extends Field
class F8(Field): ...
#        ^^^^^ extends Field
class F9(Field): ...
#        ^^^^^ extends Field
class F10(Field): ...
#         ^^^^^ extends Field
class F11(Field): ...
#         ^^^^^ extends Field
class F12(Field): ...
#         ^^^^^ extends Field
class F13(Field): ...
#         ^^^^^ extends Field
class F14(Field): ...
#         ^^^^^ extends Field
class F15(Field): ...
#         ^^^^^ extends Field
class F16(Field): ...
#         ^^^^^ extends Field
class F17(Field): ...
#         ^^^^^ extends Field
class F18(Field): ...
#         ^^^^^ extends Field
class F19(Field): ...
#         ^^^^^ extends Field
class F20(Field): ...
#         ^^^^^ extends Field
class F21(Field): ...
#         ^^^^^ extends Field
class F22(Field): ...
#         ^^^^^ extends Field
class F23(Field): ...
#         ^^^^^ extends Field
class F24(Field): ...
#         ^^^^^ extends Field
class F25(Field): ...
#         ^^^^^ extends Field
class F26(Field): ...
#         ^^^^^ extends Field
Unbound(F0).bind()
#^^^^^^^^ calls Unbound, Unbound.__init__
#^^^^^^^^^^^^^^^^^ calls Unbound.bind
Unbound(F1).bind()
#^^^^^^^^ calls Unbound, Unbound.__init__
#^^^^^^^^^^^^^^^^^ calls Unbound.bind
Unbound(F2).bind()
#^^^^^^^^ calls Unbound, Unbound.__init__
#^^^^^^^^^^^^^^^^^ calls Unbound.bind
Unbound(F3).bind()
#^^^^^^^^ calls Unbound, Unbound.__init__
#^^^^^^^^^^^^^^^^^ calls Unbound.bind
Unbound(F4).bind()
#^^^^^^^^ calls Unbound, Unbound.__init__
#^^^^^^^^^^^^^^^^^ calls Unbound.bind
Unbound(F5).bind()
#^^^^^^^^ calls Unbound, Unbound.__init__
#^^^^^^^^^^^^^^^^^ calls Unbound.bind
Unbound(F6).bind()
#^^^^^^^^ calls Unbound, Unbound.__init__
#^^^^^^^^^^^^^^^^^ calls Unbound.bind
Unbound(F7).bind()
#^^^^^^^^ calls Unbound, Unbound.__init__
#^^^^^^^^^^^^^^^^^ calls Unbound.bind
Unbound(F8).bind()
#^^^^^^^^ calls Unbound, Unbound.__init__
#^^^^^^^^^^^^^^^^^ calls Unbound.bind
Unbound(F9).bind()
#^^^^^^^^ calls Unbound, Unbound.__init__
#^^^^^^^^^^^^^^^^^ calls Unbound.bind
Unbound(F10).bind()
#^^^^^^^^ calls Unbound, Unbound.__init__
#^^^^^^^^^^^^^^^^^ calls Unbound.bind
Unbound(F11).bind()
#^^^^^^^^ calls Unbound, Unbound.__init__
#^^^^^^^^^^^^^^^^^ calls Unbound.bind
Unbound(F12).bind()
#^^^^^^^^ calls Unbound, Unbound.__init__
#^^^^^^^^^^^^^^^^^ calls Unbound.bind
Unbound(F13).bind()
#^^^^^^^^ calls Unbound, Unbound.__init__
#^^^^^^^^^^^^^^^^^ calls Unbound.bind
Unbound(F14).bind()
#^^^^^^^^ calls Unbound, Unbound.__init__
#^^^^^^^^^^^^^^^^^ calls Unbound.bind
Unbound(F15).bind()
#^^^^^^^^ calls Unbound, Unbound.__init__
#^^^^^^^^^^^^^^^^^ calls Unbound.bind
Unbound(F16).bind()
#^^^^^^^^ calls Unbound, Unbound.__init__
#^^^^^^^^^^^^^^^^^ calls Unbound.bind
Unbound(F17).bind()
#^^^^^^^^ calls Unbound, Unbound.__init__
#^^^^^^^^^^^^^^^^^ calls Unbound.bind
Unbound(F18).bind()
#^^^^^^^^ calls Unbound, Unbound.__init__
#^^^^^^^^^^^^^^^^^ calls Unbound.bind
Unbound(F19).bind()
#^^^^^^^^ calls Unbound, Unbound.__init__
#^^^^^^^^^^^^^^^^^ calls Unbound.bind
Unbound(F20).bind()
#^^^^^^^^ calls Unbound, Unbound.__init__
#^^^^^^^^^^^^^^^^^ calls Unbound.bind
Unbound(F21).bind()
#^^^^^^^^ calls Unbound, Unbound.__init__
#^^^^^^^^^^^^^^^^^ calls Unbound.bind
Unbound(F22).bind()
#^^^^^^^^ calls Unbound, Unbound.__init__
#^^^^^^^^^^^^^^^^^ calls Unbound.bind
Unbound(F23).bind()
#^^^^^^^^ calls Unbound, Unbound.__init__
#^^^^^^^^^^^^^^^^^ calls Unbound.bind
Unbound(F24).bind()
#^^^^^^^^ calls Unbound, Unbound.__init__
#^^^^^^^^^^^^^^^^^ calls Unbound.bind
Unbound(F25).bind()
#^^^^^^^^ calls Unbound, Unbound.__init__
#^^^^^^^^^^^^^^^^^ calls Unbound.bind
Unbound(F26).bind()
#^^^^^^^^ calls Unbound, Unbound.__init__
#^^^^^^^^^^^^^^^^^ calls Unbound.bind

## Many classes that have nothing in common stay guesses in an attribute
class Unbound:
    def __init__(self, kind):
        self.kind = kind
    def bind(self):
        return self.kind()
#              ^^^^^^^^^^^ calls(heuristic) G0, G1, G2, G3, G4, G5, G6, G7, G8, G9, G10, G11, G12, G13, G14, G15, G16, G17, G18, G19, G20, G21, G22, G23, G24, G25, G26
class G0: ...
class G1: ...
class G2: ...
class G3: ...
class G4: ...
class G5: ...
class G6: ...
class G7: ...
class G8: ...
class G9: ...
class G10: ...
class G11: ...
class G12: ...
class G13: ...
class G14: ...
class G15: ...
class G16: ...
class G17: ...
class G18: ...
class G19: ...
class G20: ...
class G21: ...
class G22: ...
class G23: ...
class G24: ...
class G25: ...
class G26: ...
Unbound(G0).bind()
#^^^^^^^^ calls Unbound, Unbound.__init__
#^^^^^^^^^^^^^^^^^ calls Unbound.bind
Unbound(G1).bind()
#^^^^^^^^ calls Unbound, Unbound.__init__
#^^^^^^^^^^^^^^^^^ calls Unbound.bind
Unbound(G2).bind()
#^^^^^^^^ calls Unbound, Unbound.__init__
#^^^^^^^^^^^^^^^^^ calls Unbound.bind
Unbound(G3).bind()
#^^^^^^^^ calls Unbound, Unbound.__init__
#^^^^^^^^^^^^^^^^^ calls Unbound.bind
Unbound(G4).bind()
#^^^^^^^^ calls Unbound, Unbound.__init__
#^^^^^^^^^^^^^^^^^ calls Unbound.bind
Unbound(G5).bind()
#^^^^^^^^ calls Unbound, Unbound.__init__
#^^^^^^^^^^^^^^^^^ calls Unbound.bind
Unbound(G6).bind()
#^^^^^^^^ calls Unbound, Unbound.__init__
#^^^^^^^^^^^^^^^^^ calls Unbound.bind
Unbound(G7).bind()
#^^^^^^^^ calls Unbound, Unbound.__init__
#^^^^^^^^^^^^^^^^^ calls Unbound.bind
Unbound(G8).bind()
#^^^^^^^^ calls Unbound, Unbound.__init__
#^^^^^^^^^^^^^^^^^ calls Unbound.bind
Unbound(G9).bind()
#^^^^^^^^ calls Unbound, Unbound.__init__
#^^^^^^^^^^^^^^^^^ calls Unbound.bind
Unbound(G10).bind()
#^^^^^^^^ calls Unbound, Unbound.__init__
#^^^^^^^^^^^^^^^^^ calls Unbound.bind
Unbound(G11).bind()
#^^^^^^^^ calls Unbound, Unbound.__init__
#^^^^^^^^^^^^^^^^^ calls Unbound.bind
Unbound(G12).bind()
#^^^^^^^^ calls Unbound, Unbound.__init__
#^^^^^^^^^^^^^^^^^ calls Unbound.bind
Unbound(G13).bind()
#^^^^^^^^ calls Unbound, Unbound.__init__
#^^^^^^^^^^^^^^^^^ calls Unbound.bind
Unbound(G14).bind()
#^^^^^^^^ calls Unbound, Unbound.__init__
#^^^^^^^^^^^^^^^^^ calls Unbound.bind
Unbound(G15).bind()
#^^^^^^^^ calls Unbound, Unbound.__init__
#^^^^^^^^^^^^^^^^^ calls Unbound.bind
Unbound(G16).bind()
#^^^^^^^^ calls Unbound, Unbound.__init__
#^^^^^^^^^^^^^^^^^ calls Unbound.bind
Unbound(G17).bind()
#^^^^^^^^ calls Unbound, Unbound.__init__
#^^^^^^^^^^^^^^^^^ calls Unbound.bind
Unbound(G18).bind()
#^^^^^^^^ calls Unbound, Unbound.__init__
#^^^^^^^^^^^^^^^^^ calls Unbound.bind
Unbound(G19).bind()
#^^^^^^^^ calls Unbound, Unbound.__init__
#^^^^^^^^^^^^^^^^^ calls Unbound.bind
Unbound(G20).bind()
#^^^^^^^^ calls Unbound, Unbound.__init__
#^^^^^^^^^^^^^^^^^ calls Unbound.bind
Unbound(G21).bind()
#^^^^^^^^ calls Unbound, Unbound.__init__
#^^^^^^^^^^^^^^^^^ calls Unbound.bind
Unbound(G22).bind()
#^^^^^^^^ calls Unbound, Unbound.__init__
#^^^^^^^^^^^^^^^^^ calls Unbound.bind
Unbound(G23).bind()
#^^^^^^^^ calls Unbound, Unbound.__init__
#^^^^^^^^^^^^^^^^^ calls Unbound.bind
Unbound(G24).bind()
#^^^^^^^^ calls Unbound, Unbound.__init__
#^^^^^^^^^^^^^^^^^ calls Unbound.bind
Unbound(G25).bind()
#^^^^^^^^ calls Unbound, Unbound.__init__
#^^^^^^^^^^^^^^^^^ calls Unbound.bind
Unbound(G26).bind()
#^^^^^^^^ calls Unbound, Unbound.__init__
#^^^^^^^^^^^^^^^^^ calls Unbound.bind

## Where classes are called an object of theirs came there by mixing
class Field:
    def __call__(self): ...
class Text(Field): ...
#          ^^^^^ extends Field
class Number(Field): ...
#            ^^^^^ extends Field
def make(kind):
    return kind()
#          ^^^^^^ calls(inferred) Text, Number
#          ^^^^^^ calls(heuristic) Field.__call__
make(Text)
#^^^^^^^^^ calls make
make(Number)
#^^^^^^^^^^^ calls make
make(Text())
#^^^ calls make
#    ^^^^ calls Text

## An object with __call__ beside classes of another family is a value like them
class Factory:
    def __call__(self): ...
class Text: ...
def make(kind):
    return kind()
#          ^^^^^^ calls(inferred) Text, Factory.__call__
make(Text)
#^^^^^^^^^ calls make
make(Factory())
#^^^ calls make
#    ^^^^^^^ calls Factory
