using System.Buffers.Binary;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace ForumEngine.Addresses;

/// <summary>
/// One address or a block of them, always as IPv6: what is IPv4 lies in ::ffff:0:0/96, so that mapped and plain forms are the
/// same. <paramref name="Prefix"/> counts 0–128.
/// </summary>
public readonly record struct AddressRange(UInt128 First, int Prefix)
{
    private const int MappedBits = 96;
    private static readonly UInt128 Mapped = new(0, 0xFFFF_0000_0000);

    public UInt128 Last => First | ~Mask(Prefix);

    public bool IsIPv4 => Prefix >= MappedBits && First >> 32 == Mapped >> 32;

    public bool IsSingle => Prefix == 128;

    /// <summary>The length of the prefix as people write it: of 32 for IPv4.</summary>
    public int WrittenPrefix => IsIPv4 ? Prefix - MappedBits : Prefix;

    public bool Contains(UInt128 address) => (address & Mask(Prefix)) == First;

    public byte[] FirstBytes()
    {
        var bytes = new byte[16];
        BinaryPrimitives.WriteUInt128BigEndian(bytes, First);
        return bytes;
    }

    public byte[] LastBytes()
    {
        var bytes = new byte[16];
        BinaryPrimitives.WriteUInt128BigEndian(bytes, Last);
        return bytes;
    }

    public static AddressRange Of(byte[] first, int prefix) => new(Number(first), prefix);

    /// <summary>Of the 16 bytes that the engine keeps addresses in.</summary>
    public static UInt128 Number(byte[] address) => BinaryPrimitives.ReadUInt128BigEndian(address);

    /// <summary>
    /// <c>192.0.2.7</c>, <c>192.0.2.0/24</c>, <c>192.0.2.*</c>, <c>2001:db8::/32</c>, <c>::ffff:192.0.2.7</c>. What lies behind the
    /// prefix is cut off. Null: not an address.
    /// </summary>
    public static AddressRange? Parse(string? typed)
    {
        var text = (typed ?? "").Trim();
        if (Wildcard(text) is { } written) text = written;
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        var (word, length) = slash < 0 ? (text, null) : (text[..slash], text[(slash + 1)..]);
        if (word.Contains('%', StringComparison.Ordinal) || word.Contains('[', StringComparison.Ordinal) || !IPAddress.TryParse(word, out var address)) return null;
        // "1" and "1.2" are addresses to the parser, and to nobody else.
        if (address.AddressFamily == AddressFamily.InterNetwork && word.Count(c => c == '.') != 3) return null;
        var bits = address.AddressFamily == AddressFamily.InterNetwork ? 32 : 128;
        var prefix = bits;
        if (length is not null && (!int.TryParse(length, NumberStyles.None, CultureInfo.InvariantCulture, out prefix) || prefix > bits)) return null;
        prefix += 128 - bits;
        var number = Number(address.MapToIPv6().GetAddressBytes());
        return new AddressRange(number & Mask(prefix), prefix);
    }

    public override string ToString()
    {
        var address = new IPAddress(FirstBytes());
        var text = (IsIPv4 ? address.MapToIPv4() : address).ToString();
        return IsSingle ? text : string.Create(CultureInfo.InvariantCulture, $"{text}/{WrittenPrefix}");
    }

    /// <summary>An address as people read it.</summary>
    public static string Show(byte[]? address) => address is { Length: 16 } ? Of(address, 128).ToString() : "";

    private static UInt128 Mask(int prefix) => prefix == 0 ? UInt128.Zero : UInt128.MaxValue << (128 - prefix);

    /// <summary>192.0.*.* as Discuz writes it → 192.0.0.0/16.</summary>
    private static string? Wildcard(string text)
    {
        var parts = text.Split('.');
        if (parts.Length != 4) return null;
        var stars = parts.Reverse().TakeWhile(p => p == "*").Count();
        return stars is 0 or 4 ? null : $"{string.Join('.', parts[..^stars].Concat(Enumerable.Repeat("0", stars)))}/{32 - 8 * stars}";
    }
}
