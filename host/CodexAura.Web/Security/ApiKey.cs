using System.Security.Cryptography;
using System.Text;

namespace CodexAura.Web;

/// <summary>A key that opens the server. Only its hash is kept, so that neither a configuration file nor a memory dump gives it away.</summary>
public sealed class ApiKey
{
    /// <summary>The fewest characters of a key: 24 of them, drawn at random, can't be guessed. A plain hash is enough for such keys.</summary>
    public const int MinLength = 24;

    private const string HashPrefix = "sha256:";
    private readonly byte[] _hash;

    private ApiKey(string name, byte[] hash) => (Name, _hash) = (name, hash);

    /// <summary>What stands for the key in logs and limits.</summary>
    public string Name { get; }

    /// <summary>The hash as it stands in a configuration file.</summary>
    public string Hash => HashPrefix + Convert.ToHexStringLower(_hash);

    /// <summary>Makes a key of random bytes.</summary>
    /// <returns>The text to hand out; it is kept nowhere.</returns>
    public static string Generate() => "aura_" + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24));

    /// <summary>Reads a key as it is configured: <c>sha256:</c> with the hash in hexadecimal, or the key itself.</summary>
    /// <param name="text">What is configured.</param>
    /// <param name="name">What stands for it in logs; null for the first digits of its hash.</param>
    /// <exception cref="FormatException">It is neither. The message tells what is wrong without repeating the key.</exception>
    public static ApiKey Parse(string text, string? name = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        byte[] hash;
        if (text.StartsWith(HashPrefix, StringComparison.OrdinalIgnoreCase))
        {
            string digits = text[HashPrefix.Length..];
            if (digits.Length != SHA256.HashSizeInBytes * 2 || !digits.All(char.IsAsciiHexDigit))
                throw new FormatException($"An API key that begins with '{HashPrefix}' needs {SHA256.HashSizeInBytes * 2} hexadecimal digits after it; 'codex-aura serve --new-api-key' makes one.");
            hash = Convert.FromHexString(digits);
        }
        else
        {
            if (text.Length < MinLength || text.Any(c => c is <= ' ' or > '~'))
                throw new FormatException($"An API key needs {MinLength} or more characters of ASCII without spaces; 'codex-aura serve --new-api-key' makes one.");
            hash = SHA256.HashData(Encoding.ASCII.GetBytes(text));
        }
        return new ApiKey(name ?? Convert.ToHexStringLower(hash.AsSpan(0, 4)), hash);
    }

    /// <summary>Finds the key that a client gave. Every key is compared, in constant time, so that timing tells nothing about them.</summary>
    internal static ApiKey? Find(IReadOnlyList<ApiKey> keys, string given)
    {
        byte[] hash = SHA256.HashData(Encoding.UTF8.GetBytes(given));
        ApiKey? found = null;
        foreach (var key in keys)
            if (CryptographicOperations.FixedTimeEquals(hash, key._hash)) found = key;
        return found;
    }
}
