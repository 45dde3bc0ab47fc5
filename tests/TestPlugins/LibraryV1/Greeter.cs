namespace TestLibrary;

public class Greeter
{
    public string Greet() => "greeted by version 1";
}
