using ForumEngine.Accounts;
using ForumEngine.Permissions;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace ForumEngine.Tests.Accounts;

/// <summary>What the tests of accounts have in common: a forum with quick password hashes, and calls in a line each.</summary>
internal static class Doors
{
    public static readonly Uri Site = new("https://forum.example/");
    public const string Password = "correct horse 9";

    public static Task<Forum> OpenAsync(Db db) => Forum.OpenAsync(db, services =>
    {
        services.Configure<PasswordHasherOptions>(o => o.IterationCount = 1000);
        services.Replace(ServiceDescriptor.Singleton<IDataProtectionProvider>(new EphemeralDataProtectionProvider()));
    });

    /// <summary>A guest of 203.0.113.n.</summary>
    public static async Task<Viewer> VisitorAsync(this Forum forum, byte n = 1) =>
        await forum.GuestAsync() with { Address = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 255, 255, 203, 0, 113, n] };

    public static async Task<Registered> RegisterAsync(this Forum forum, string name, string? email = null, byte from = 1, bool terms = true)
    {
        var guest = await forum.VisitorAsync(from);
        return await forum.Use<RegisterMember, Registered>(r =>
            r.RunAsync(guest, new Registration(name, email ?? $"{Guid.NewGuid():N}@example.test", Password, Password, terms), Site, default));
    }

    public static async Task<Outcome<Member>> SignInAsync(this Forum forum, string name, string password, byte from = 1)
    {
        var guest = await forum.VisitorAsync(from);
        return await forum.Use<SignIn, Outcome<Member>>(s => s.RunAsync(guest, name, password, default));
    }

    /// <summary>What mails wait in the outbox, as they are kept there.</summary>
    public static Task<List<string>> MailsAsync(this Forum forum) =>
        forum.Rows(db => db.Outbox.Where(m => m.Kind == Mail.MailMessage.Kind).OrderBy(m => m.Id).Select(m => m.Payload).ToListAsync());

    /// <summary>The token of the newest mail.</summary>
    public static async Task<string> LastTokenAsync(this Forum forum)
    {
        var body = (await forum.MailsAsync())[^1];
        return System.Text.RegularExpressions.Regex.Match(body, @"token=([\w-]+)").Groups[1].Value;
    }

    public static Task<Member> ReadAsync(this Forum forum, Member member) => forum.Rows(db => db.Members.SingleAsync(m => m.Id == member.Id));
}
