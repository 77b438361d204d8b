using ForumEngine.Boards;
using ForumEngine.Keeping;
using ForumEngine.Links;
using ForumEngine.Look;
using ForumEngine.Mail;
using ForumEngine.Permissions;
using ForumEngine.Tests.Attachments;

namespace ForumEngine.Web.Tests.Browser;

/// <summary>What stands around the town's pages: a full footer, a navigation with more, friends.</summary>
internal static class TownSite
{
    public static async Task AddAsync(Site site)
    {
        var founder = await site.AdministratorAsync();
        var qr = (await site.Use<AddSitePicture, Outcome<string>>(a => a.RunAsync(founder, Uploads.Png(300, 300), PictureBox.Qr, "Qr", default))).Value;
        var logo = (await site.Use<AddSitePicture, Outcome<string>>(a => a.RunAsync(founder, Uploads.Png(176, 62), PictureBox.Logo, "Picture", default))).Value;
        foreach (var (key, value) in (IEnumerable<(string, string)>)[("Footer.WeChat", "pengchengli"), ("Footer.WeChatPicture", qr), ("Site.ContactMail", "desk@example.test"),
            ("Footer.Phone", "0755-00000000"), ("Footer.Hours", "9:00–21:00"), ("Site.Icp", "00000000-1"), ("Site.PoliceFiling", "44030000000000")]) await site.SetAsync(key, value);
        foreach (var link in (IEnumerable<SiteLink>)
        [
            new() { Place = LinkPlace.Main, Name = "招聘", NameHant = "招聘", NameEn = "Jobs", Url = "/tags", Position = 40 },
            new() { Place = LinkPlace.More, Name = "帮助", NameHant = "幫助", NameEn = "Help", Url = "/pages/rules", Position = 1 },
            new() { Place = LinkPlace.Badge, Name = "增值电信业务经营许可证", NameEn = "Licence", NameHant = "增值電信業務經營許可證", Description = "B2-00000000", Picture = logo },
            new() { Place = LinkPlace.Friend, Name = "天气", NameHant = "天氣", NameEn = "Weather", Url = "https://weather.example.test/", Position = 1 },
            new() { Place = LinkPlace.Friend, Name = "旧书", NameHant = "舊書", NameEn = "Books", Url = "https://books.example.test/", Position = 2, Picture = logo },
        ]) Assert.Empty(await site.Use<KeepList<SiteLink>, IReadOnlyList<Refusal>>(l => l.SaveAsync(founder, link, default)));
        Assert.Empty(await site.Use<KeepList<TypeSet>, IReadOnlyList<Refusal>>(l => l.SaveAsync(founder, new TypeSet { Name = "A–Z", Types = "A\n*Z" }, default)));
        await site.Rows(async db =>
        {
            foreach (var (state, answer) in (IEnumerable<(MailState, string)>)[(MailState.Waiting, "Connection refused"), (MailState.Sent, "2.0.0 Ok: queued as 4F1A2B"), (MailState.GivenUp, "550 5.1.1 <somebody@example.test>: Recipient address rejected: User unknown")])
                db.MailRecords.Add(new MailRecord { Key = Guid.NewGuid(), Kind = "Reset", To = "somebody@example.test", At = site.Now, State = state, Attempts = 1, Answer = answer, TriedAt = site.Now });
            return await db.SaveChangesAsync();
        });
    }
}
