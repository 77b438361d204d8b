using ForumEngine.Avatars;
using ForumEngine.Permissions;
using ForumEngine.Pictures;
using ForumEngine.Tests.Attachments;
using Microsoft.EntityFrameworkCore;
using NetVips;

namespace ForumEngine.Tests.Avatars;

public sealed class AvatarTests
{
    [Theory]
    [InlineData(0, 0, 0, 10, 0, 40)]
    [InlineData(5, 5, 20, 5, 5, 20)]
    [InlineData(-9, 99, 20, 0, 20, 20)]
    [InlineData(50, 0, 400, 20, 0, 40)]
    public void A_square_lies_within_its_picture(int x, int y, int side, int toX, int toY, int toSide) =>
        Assert.Equal((toX, toY, toSide), new Square(x, y, side).Within(60, 40));

    [Theory, EveryDatabase]
    public async Task An_avatar_is_the_chosen_square_in_three_sizes(Db db)
    {
        await using var forum = await Forum.OpenAsync(db);
        var member = await forum.ViewerAsync("wang");
        Assert.Null(await SetAsync(forum, member, Uploads.Png(200, 100), new Square(100, 0, 100)));
        var version = await VersionAsync(forum, member);
        foreach (var size in AvatarFiles.Sizes)
        {
            using var picture = Image.NewFromBuffer(await File.ReadAllBytesAsync(forum.Service<AvatarFiles>().Find(member.MemberId!.Value, version, size)!));
            Assert.Equal((size, size), (picture.Width, picture.Height));
            // The right half is blue.
            Assert.True(picture[size / 2, size / 2][2] > 150);
        }
        Assert.Null(await SetAsync(forum, member, Uploads.Png(200, 100), default));
        Assert.True(await VersionAsync(forum, member) > version);
        Assert.Null(forum.Service<AvatarFiles>().Find(member.MemberId!.Value, version, 48));
    }

    [Fact]
    public async Task A_broken_or_tiny_picture_leaves_the_old_avatar()
    {
        await using var forum = await Forum.OpenAsync(Db.Sqlite);
        var member = await forum.ViewerAsync("wang");
        Assert.Equal("NoPicture", (await SetAsync(forum, member, Uploads.Text(), default))?.Code);
        Assert.Equal("AvatarTooSmall", (await SetAsync(forum, member, Uploads.Png(40, 40), default))?.Code);
        Assert.Equal("PictureMissing", (await SetAsync(forum, member, [], default))?.Code);
        Assert.Equal(0, await VersionAsync(forum, member));
        Assert.Empty(Directory.EnumerateFiles(forum.Files, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task Staff_take_an_avatar_down_with_a_line_in_the_log_and_others_cannot()
    {
        await using var forum = await Forum.OpenAsync(Db.Sqlite);
        var (member, other, admin) = (await forum.ViewerAsync("wang"), await forum.ViewerAsync("li"), await forum.AdministratorAsync());
        await SetAsync(forum, member, Uploads.Png(100, 100), default);
        Assert.Equal(RefusalKind.NotFound, (await RemoveAsync(forum, other, member))?.Kind);
        Assert.Null(await RemoveAsync(forum, admin, member));
        Assert.Equal(0, await VersionAsync(forum, member));
        Assert.Equal(member.MemberId, await forum.Rows(d => d.StaffActs.Where(a => a.Act == "member.avatar").Select(a => a.MemberId).SingleAsync()));
        await SetAsync(forum, member, Uploads.Png(100, 100), default);
        Assert.Null(await RemoveAsync(forum, member, member));
        Assert.Single(await forum.Rows(d => d.StaffActs.Where(a => a.Act == "member.avatar").ToListAsync()));
    }

    private static Task<Refusal?> SetAsync(Forum forum, Viewer who, byte[] bytes, Square square) =>
        forum.Use<SetAvatar, Refusal?>(s => s.RunAsync(who, new MemoryStream(bytes), square, default));

    private static Task<Refusal?> RemoveAsync(Forum forum, Viewer who, Viewer of) =>
        forum.Use<RemoveAvatar, Refusal?>(r => r.RunAsync(who, of.MemberId!.Value, "indecent", default));

    private static Task<int> VersionAsync(Forum forum, Viewer who) => forum.Rows(d => d.Members.Where(m => m.Id == who.MemberId).Select(m => m.AvatarVersion).SingleAsync());
}
