using CodexAura.Sdk.Analysis;
using CodexAura.Sdk.Testing;

namespace CodexAura.Analyzers.Python.Tests;

public sealed class ConformanceTests : LanguageAnalyzerConformance
{
    protected override IReadOnlyList<SourceFile> Sample =>
    [
        Source("pkg/__init__.py", "from .shapes import Circle as Round\n"),
        Source("pkg/shapes.py", """
            '''Shapes.'''
            import math


            class Shape:
                def area(self) -> float:
                    raise NotImplementedError


            class Circle(Shape):
                def __init__(self, radius: float = 1.0):
                    self.radius = radius

                def area(self):
                    return math.pi * square(self.radius)


            def square(x):
                return [y * y for y in (x,)][0] if x else {"zero": 0}["zero"]
            """),
        Source("main.py", """
            from pkg import Round
            from pkg.shapes import square as sq


            async def main(*args, **kwargs):
                with open("x") as f:
                    print(f"{sq(2)!r:>{10}}", Round(3).area())
                try:
                    match args:
                        case [first, *rest]:
                            lambda: first
                except (ValueError, KeyError) as e:
                    raise e from None


            main()
            """),
    ];

    protected override ILanguageAnalyzer Create() => new PythonAnalyzer();

    [Theory, MemberData(nameof(Cases))]
    public Task Keeps_its_promises(string check) => CheckAsync(check, TestContext.Current.CancellationToken);
}
