using System.Security.Cryptography;
using System.Text;
using Kith.Data;
using Microsoft.EntityFrameworkCore;

namespace Kith.Accounts;

/// <summary>
/// The time before the first account: whoever reads the process's output proves with the set-up code that the installation is theirs. The code
/// lives in memory only, is never logged, and is spent by the first account.
/// </summary>
public sealed class FirstRun
{
    // No letter that reads like a digit: the code is typed from one window into another.
    private const string Letters = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

    private readonly string code = RandomNumberGenerator.GetString(Letters, 8);
    private int spent;
    private volatile bool over;

    /// <summary>The code as it is printed.</summary>
    public string Code => $"{code[..4]}-{code[4..]}";

    /// <summary>The code to print at the start, or null when the installation has its owner.</summary>
    public static async Task<string?> CodeOf(IServiceProvider services, CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();
        var firstRun = services.GetRequiredService<FirstRun>();
        return await firstRun.IsOpen(scope.ServiceProvider.GetRequiredService<KithDb>(), ct) ? firstRun.Code : null;
    }

    /// <summary>True while nobody has an account.</summary>
    public async Task<bool> IsOpen(KithDb db, CancellationToken ct)
    {
        if (!over && await db.Users.AnyAsync(ct))
            over = true;
        return !over;
    }

    /// <summary>Whether that is the code, however it is spaced; takes the same time for every wrong one.</summary>
    public bool Accepts(string? typed)
    {
        var plain = new string([.. (typed ?? "").Where(char.IsAsciiLetterOrDigit).Take(code.Length + 1)]).ToUpperInvariant();
        return CryptographicOperations.FixedTimeEquals(Hash(plain), Hash(code)) && spent == 0;
    }

    /// <summary>Uses the code up; false when another request was first.</summary>
    public bool Spend() => Interlocked.Exchange(ref spent, 1) == 0;

    /// <summary>Gives the code back after an attempt that made no account.</summary>
    public void Restore() => Interlocked.Exchange(ref spent, 0);

    private static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
