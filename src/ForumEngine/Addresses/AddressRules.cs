using ForumEngine.Permissions;

namespace ForumEngine.Addresses;

/// <summary>Who may ban which addresses (features.md B1). Pure.</summary>
public static class AddressRules
{
    /// <summary>Shortest prefixes: nobody bans more than this at once, and only administrators more than the second pair.</summary>
    private const int WidestV4 = 8, WidestV6 = 19, StaffV4 = 16, StaffV6 = 32;

    public static Refusal? WhyNotDesk(Viewer who) => who.May(StaffRight.BanAddresses) ? null : Refusal.Forbidden("NeedsStaffRight");

    /// <summary>Too wide, or the one's own place: nobody saws off their branch.</summary>
    public static Refusal? WhyNotRange(Viewer who, AddressRange range)
    {
        var (widest, staff) = range.IsIPv4 ? (WidestV4, StaffV4) : (WidestV6, StaffV6);
        if (range.WrittenPrefix < widest) return Refusal.Invalid("Range", "AddressTooWide", WidestV4, WidestV6);
        if (range.WrittenPrefix < staff && !who.IsAdministrator) return Refusal.Invalid("Range", "AddressNeedsAdministrator", StaffV4, StaffV6);
        return who.Address is { Length: 16 } own && range.Contains(AddressRange.Number(own)) ? Refusal.Invalid("Range", "AddressIsYours") : null;
    }

    /// <summary>One's own; administrators everybody's.</summary>
    public static Refusal? WhyNotRemove(Viewer who, int? issuedById) =>
        WhyNotDesk(who) ?? (who.IsAdministrator || who.Is(issuedById) ? null : Refusal.Forbidden("AddressNotYours"));
}
