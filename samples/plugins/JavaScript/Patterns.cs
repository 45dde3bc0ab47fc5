namespace Sample.JavaScript;

/// <summary>Names that parameters, destructuring and loops bring in. What they hold is not known.</summary>
internal static class Patterns
{
    public static void Bind(Source source, int at, Scope scope)
    {
        switch (source.Kind(at))
        {
            case "identifier" or "shorthand_property_identifier_pattern":
                scope.BindOpaque(source.Text(at));
                return;
            case "assignment_pattern" or "object_assignment_pattern" when source.Field(at, "left") is >= 0 and var left:
                Bind(source, left, scope);
                return;
            case "pair_pattern" when source.Field(at, "value") is >= 0 and var value:
                Bind(source, value, scope);
                return;
            case "formal_parameters" or "object_pattern" or "array_pattern" or "rest_pattern":
                for (int c = at + 1; c < source.Next(at); c = source.Next(c)) Bind(source, c, scope);
                return;
        }
    }
}

/// <summary>McCabe's complexity: one more than there are branches.</summary>
internal static class Complexity
{
    public static int Of(Source source, int code)
    {
        int branches = 0;
        for (int i = code + 1; i < source.Next(code); i++)
        {
            string kind = source.Kind(i);
            // A function inside has its own.
            if (kind is "function_declaration" or "function_expression" or "arrow_function" or "method_definition" or "generator_function_declaration" or "generator_function")
                i = source.Next(i) - 1;
            else if (kind is "if_statement" or "for_statement" or "for_in_statement" or "while_statement" or "do_statement" or "switch_case" or "catch_clause"
                or "ternary_expression" or "&&" or "||" or "??")
                branches++;
        }
        return branches + 1;
    }
}
