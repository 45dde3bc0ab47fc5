using CodexAura.Engine.Tests.Support;

namespace CodexAura.Engine.Tests.Scanning;

/// <summary>A tree that is edited at random, with all that a scan has to look at: folders, rules, links, environments, times.</summary>
internal sealed class RandomTree(Random random, TempTree tree, TempTree outside)
{
    private static readonly string[] Names = ["a", "b", "core", "node_modules", "x"];
    private static readonly string[] Files = ["m1.py", "m2.py", "m3.py", "notes.txt"];

    /// <summary>Does one thing and says what.</summary>
    public string Step()
    {
        string folder = AnyFolder(), name = Names[random.Next(Names.Length)], path = Path.Join(folder, name);
        string file = Path.Join(folder, Files[random.Next(Files.Length)]);
        switch (random.Next(16))
        {
            case 0 or 1 or 2 or 13 or 14:
                if (Path.Exists(path) || new FileInfo(path).LinkTarget is not null) goto case 3;
                Directory.CreateDirectory(path);
                File.WriteAllText(Path.Join(path, "m0.py"), "x");
                return $"making {path}";
            case 3:
            case 4:
                if (Directory.Exists(file)) return "nothing";
                Remove(file);
                File.WriteAllText(file, new string('x', random.Next(3)));
                return $"writing {file}";
            case 5:
                Remove(file);
                return $"removing {file}";
            case 6 when folder != tree.Root:
                Directory.Delete(folder, recursive: true);
                return $"removing {folder}";
            case 7 when folder != tree.Root:
                string target = Path.Join(AnyFolder(), name);
                if (Path.Exists(target) || new FileInfo(target).LinkTarget is not null || (target + "/").StartsWith(folder + "/", StringComparison.Ordinal)) goto case 3;
                Directory.Move(folder, target);
                return $"moving {folder} to {target}";
            case 8:
                string other = AnyFolder();
                if (other == folder || (other + "/").StartsWith(folder + "/", StringComparison.Ordinal) || (folder + "/").StartsWith(other + "/", StringComparison.Ordinal)) goto case 3;
                string aside = Path.Join(tree.Root, "aside");
                Directory.Move(folder, aside);
                Directory.Move(other, folder);
                Directory.Move(aside, other);
                return $"swapping {folder} and {other}";
            case 9:
                // In place where it is there: the folder's time stays.
                File.WriteAllText(Path.Join(folder, ".gitignore"), random.Next(3) switch { 0 => "", 1 => "core/\n", _ => "m2.py\n!m1.py\n" });
                return $"rules in {folder}";
            case 10:
                Remove(path + ".py");
                if (Path.Exists(path + ".py")) goto case 3;
                File.CreateSymbolicLink(path + ".py", random.Next(2) == 0 ? Path.Join(AnyFolder(), Files[0]) : outside.Full("o.py"));
                return $"linking {path}.py";
            case 11:
                if (Path.Exists(path) || new FileInfo(path).LinkTarget is not null) goto case 3;
                Directory.CreateSymbolicLink(path, random.Next(2) == 0 ? AnyFolder() : outside.Full("in"));
                return $"linking {path}";
            case 12:
                string mark = Path.Join(folder, "pyvenv.cfg");
                if (File.Exists(mark)) File.Delete(mark);
                else File.WriteAllText(mark, "");
                return $"an environment or none in {folder}";
            default:
                File.WriteAllText(Path.Join(folder, "late.py"), "x");
                Directory.SetLastWriteTimeUtc(folder, new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc));
                return $"adding to {folder} and putting its time back";
        }
    }

    private string AnyFolder()
    {
        string[] all = [tree.Root, .. Directory.EnumerateDirectories(tree.Root, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint })
            .Where(folder => folder.Length < 200).Order(StringComparer.Ordinal)];
        return all[random.Next(all.Length)];
    }

    private static void Remove(string file)
    {
        if (File.Exists(file) || new FileInfo(file).LinkTarget is not null) File.Delete(file);
    }
}
