using System.Security.Cryptography;
using System.Text;
using ForumEngine.Storage;
using Microsoft.EntityFrameworkCore;

namespace ForumEngine.Accounts;

/// <summary>
/// Slows guessing down: after 5 failures in 15 minutes for one account from one address further tries wait 30 seconds, a
/// minute, two, … up to 15 minutes; after 50 from one address over all accounts likewise, after 10 where its browser was asked for
/// work and did none. Nobody can lock another out,
/// since the owner comes from another address. Codes of a second factor count for the account from everywhere too, after 10: whoever
/// types them has its password.
/// </summary>
public sealed class SignInThrottle(ForumDb db, TimeProvider clock)
{
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(15);
    private const int PerAccount = 5;
    private const int PerAddress = 50;
    private const int PerAddressWithoutWork = 10;
    private const int Everywhere = 10;

    /// <summary>
    /// Counts a try as failed before the password is looked at, so that many at once don't slip through together.
    /// The answer says how long to wait, or holds the try for <see cref="ForgiveAsync"/>.
    /// </summary>
    public async Task<SignInTry> BeginAsync(string account, byte[]? address, bool isTrusted, CancellationToken cancel, bool everywhere = false)
    {
        var now = clock.Now();
        var from = Convert.ToHexString(address is null ? [] : AddressLimit.Network(address));
        var (pair, place) = (Failure($"account\n{account}\n{from}", now), Failure($"address\n{from}", now));
        SignInFailure[] rows = everywhere ? [pair, place, Failure($"everywhere\n{account}", now)] : [pair, place];
        db.SignInFailures.AddRange(rows);
        await db.SaveChangesAsync(cancel);
        var wait = Max(await WaitAsync(pair, PerAccount, cancel), await WaitAsync(place, isTrusted ? PerAddress : PerAddressWithoutWork, cancel));
        if (everywhere) wait = Max(wait, await WaitAsync(rows[2], Everywhere, cancel));
        // A try that isn't evaluated doesn't count, or impatience would prolong the wait.
        if (wait > TimeSpan.Zero) await DropAsync([.. rows.Select(r => r.Id)], cancel);
        return new SignInTry(wait, everywhere ? [pair.Key, rows[2].Key] : [pair.Key], [.. rows.Select(r => r.Id)]);
    }

    /// <summary>The password was right: this account starts afresh from this address.</summary>
    public async Task ForgiveAsync(SignInTry done, CancellationToken cancel)
    {
        await db.SignInFailures.Where(f => done.AccountKeys.Contains(f.Key)).ExecuteDeleteAsync(cancel);
        await DropAsync(done.Rows, cancel);
    }

    /// <summary>The password was right, but a code is to come: only this try is no failure, so that knowing the password gives no further tries at the code.</summary>
    public Task PassAsync(SignInTry done, CancellationToken cancel) => DropAsync(done.Rows, cancel);

    private Task<int> DropAsync(long[] rows, CancellationToken cancel) =>
        db.SignInFailures.Where(f => rows.Contains(f.Id)).ExecuteDeleteAsync(cancel);

    private async Task<TimeSpan> WaitAsync(SignInFailure mine, int free, CancellationToken cancel)
    {
        var since = mine.At - Window;
        // All that are there, not those with smaller ids: ids are given before a commit, so a smaller one may not be seen yet.
        var others = db.SignInFailures.Where(f => f.Key == mine.Key && f.Id != mine.Id && f.At > since);
        var count = await others.CountAsync(cancel);
        if (count < free) return TimeSpan.Zero;
        var last = await others.MaxAsync(f => f.At, cancel);
        var wait = TimeSpan.FromSeconds(Math.Min(Window.TotalSeconds, 30 * Math.Pow(2, Math.Min(count - free, 10))));
        return Max(TimeSpan.Zero, last + wait - mine.At);
    }

    private static SignInFailure Failure(string key, DateTime now) =>
        new() { Key = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(key))), At = now };

    private static TimeSpan Max(TimeSpan one, TimeSpan other) => one > other ? one : other;
}

/// <summary>A try at a password; <paramref name="Wait"/> above zero: not now.</summary>
public sealed record SignInTry(TimeSpan Wait, string[] AccountKeys, long[] Rows);
