using System.Net;
using ForumEngine.Addresses;

namespace ForumEngine.Tests.Addresses;

public sealed class AddressRangeTests
{
    [Theory]
    [InlineData("192.0.2.7", "192.0.2.7")]
    [InlineData(" 192.0.2.7/24 ", "192.0.2.0/24")]
    [InlineData("192.0.2.*", "192.0.2.0/24")]
    [InlineData("192.0.*.*", "192.0.0.0/16")]
    [InlineData("::ffff:192.0.2.7", "192.0.2.7")]
    [InlineData("::ffff:192.0.2.0/120", "192.0.2.0/24")]
    [InlineData("0.0.0.0/0", "0.0.0.0/0")]
    [InlineData("2001:DB8::1/32", "2001:db8::/32")]
    [InlineData("2001:db8::1", "2001:db8::1")]
    [InlineData("::/0", "::/0")]
    [InlineData("1.2.3", null), InlineData("1", null), InlineData("1.2.3.4/33", null), InlineData("1.2.3.4/-1", null), InlineData("1.2.3.4/", null)]
    [InlineData("1.2.*.4", null), InlineData("*.*.*.*", null), InlineData("fe80::1%eth0", null), InlineData("[::1]", null), InlineData("::1/129", null)]
    [InlineData("", null), InlineData("example.com", null), InlineData("1.2.3.256", null)]
    public void Addresses_are_read_as_people_write_them(string typed, string? read) => Assert.Equal(read, AddressRange.Parse(typed)?.ToString());

    [Theory]
    [InlineData("192.0.2.0/24", "192.0.2.255", true), InlineData("192.0.2.0/24", "192.0.3.0", false)]
    [InlineData("2001:db8::/32", "2001:db8:ffff::1", true), InlineData("2001:db8::/32", "2001:db9::", false)]
    [InlineData("::ffff:192.0.2.0/120", "192.0.2.9", true), InlineData("::/0", "192.0.2.9", true)]
    public void A_block_holds_its_own_and_no_other(string range, string address, bool holds) =>
        Assert.Equal(holds, AddressRange.Parse(range)!.Value.Contains(AddressRange.Number(IPAddress.Parse(address).MapToIPv6().GetAddressBytes())));

    /// <summary>Against looking at every ban: nested, equal, touching and expired ones, at their edges and beside them.</summary>
    [Fact]
    public void Bisection_finds_what_looking_at_every_ban_finds()
    {
        var random = new Random(20260504);
        var now = new DateTime(2026, 5, 4, 8, 0, 0, DateTimeKind.Utc);
        for (var round = 0; round < 50; round++)
        {
            var bans = Enumerable.Range(1, random.Next(1, 60)).Select(id =>
            {
                // Few bits, so that blocks really lie in one another.
                var (number, prefix) = ((UInt128)random.Next(0, 256) << 120, random.Next(0, 13));
                var range = AddressRange.Of(Bytes(number), 128) with { };
                range = AddressRange.Parse($"{new IPAddress(range.FirstBytes())}/{prefix}")!.Value;
                return new BanInForce(id, range, (AddressScope)random.Next(1, 4), "spam", random.Next(4) == 0 ? now.AddDays(random.Next(-2, 3)) : null);
            }).ToList();
            var set = new AddressBanSet(bans);
            var probes = bans.SelectMany(b => new[] { b.Range.First, b.Range.Last, b.Range.First - 1, b.Range.Last + 1 }).Concat(Enumerable.Range(0, 50).Select(_ => (UInt128)random.Next() << 97));
            foreach (var probe in probes)
                foreach (var what in Enum.GetValues<AddressScope>())
                {
                    var expected = bans.Where(b => b.Range.Contains(probe) && b.Scope >= what && b.Holds(now)).Select(b => (AddressScope?)b.Scope).Max();
                    Assert.Equal(expected, set.Find(Bytes(probe), what, now)?.Scope);
                }
        }
    }

    private static byte[] Bytes(UInt128 number) => new AddressRange(number, 128).FirstBytes();
}
