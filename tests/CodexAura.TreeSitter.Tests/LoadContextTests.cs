using System.Diagnostics;
using System.Reflection;
using System.Runtime.Loader;

namespace CodexAura.TreeSitter.Tests;

public sealed class LoadContextTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("codexaura-treesitter-").FullName;

    [Theory]
    [InlineData("runtimes/{0}/native")]
    [InlineData("native")]
    [InlineData("")]
    public void The_library_is_found_beside_an_assembly_in_its_own_load_context(string layout)
    {
        string assembly = typeof(TreeSitterLanguage).Assembly.Location;
        string natives = Directory.GetDirectories(Path.Combine(Path.GetDirectoryName(assembly)!, "runtimes"), "native", SearchOption.AllDirectories).Single();
        string target = Path.Combine(_folder, string.Format(null, layout, Path.GetFileName(Path.GetDirectoryName(natives))));
        Directory.CreateDirectory(target);
        File.Copy(assembly, Path.Combine(_folder, Path.GetFileName(assembly)));
        foreach (string file in Directory.GetFiles(natives))
        {
            File.Copy(file, Path.Combine(target, Path.GetFileName(file)));
        }

        var context = new AssemblyLoadContext(_folder);
        Assembly copy = context.LoadFromAssemblyPath(Path.Combine(_folder, Path.GetFileName(assembly)));
        Type language = copy.GetType(typeof(TreeSitterLanguage).FullName!)!;
        object loaded = language.GetMethod(nameof(TreeSitterLanguage.Load))!.Invoke(null, ["tree-sitter-python", "tree_sitter_python"])!;

        Assert.NotSame(typeof(TreeSitterLanguage), language);
        Assert.Equal(Python.Language.SymbolCount, language.GetProperty(nameof(TreeSitterLanguage.SymbolCount))!.GetValue(loaded));
        using var process = Process.GetCurrentProcess();
        Assert.Equal(2, process.Modules.Cast<ProcessModule>().Count(module => Path.GetDirectoryName(module.FileName) == target.TrimEnd(Path.DirectorySeparatorChar)));
    }

    public void Dispose()
    {
        // Windows keeps the files of loaded libraries locked.
        if (!OperatingSystem.IsWindows())
        {
            Directory.Delete(_folder, recursive: true);
        }
    }
}
