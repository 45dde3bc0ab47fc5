namespace TestLibrary;

/// <summary>Not what version 1 has: a plugin that got the other version would fail.</summary>
public class Greeter(string name)
{
    public string GreetPolitely() => $"{name} greeted by version 2";
}
