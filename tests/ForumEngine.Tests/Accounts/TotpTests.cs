using System.Text;
using ForumEngine.Accounts;

namespace ForumEngine.Tests.Accounts;

public sealed class TotpTests
{
    private static readonly byte[] Secret = Encoding.ASCII.GetBytes("12345678901234567890");

    /// <summary>The vectors of RFC 6238, appendix B, with their last six digits.</summary>
    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1111111111, "050471")]
    [InlineData(1234567890, "005924")]
    [InlineData(2000000000, "279037")]
    [InlineData(20000000000, "353130")]
    public void Codes_are_those_of_the_standard(long seconds, string code) =>
        Assert.Equal(code, Totp.CodeAt(Secret, Totp.StepAt(DateTime.UnixEpoch.AddSeconds(seconds))));

    [Fact]
    public void A_clock_may_be_one_step_off_and_a_step_is_taken_once()
    {
        var now = DateTime.UnixEpoch.AddSeconds(30 * 1000 + 7);
        foreach (var step in (long[])[999, 1000, 1001]) Assert.Equal(step, Totp.Match(Secret, Totp.CodeAt(Secret, step), now, 0));
        foreach (var step in (long[])[998, 1002]) Assert.Null(Totp.Match(Secret, Totp.CodeAt(Secret, step), now, 0));
        Assert.Null(Totp.Match(Secret, Totp.CodeAt(Secret, 1000), now, 1000));
        Assert.Null(Totp.Match(Secret, "", now, 0));
    }

    [Fact]
    public void The_key_is_written_in_base_32()
    {
        Assert.Equal("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", Totp.Write(Secret));
        Assert.Equal(["", "MY", "MZXQ", "MZXW6", "MZXW6YQ", "MZXW6YTB", "MZXW6YTBOI"], ((string[])["", "f", "fo", "foo", "foob", "fooba", "foobar"]).Select(t => Totp.Write(Encoding.ASCII.GetBytes(t))));
        Assert.Equal("otpauth://totp/%E8%8A%B1%E5%9B%AD:a%26b?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=%E8%8A%B1%E5%9B%AD", Totp.AddressOf(Secret, "花园", "a&b"));
    }
}
