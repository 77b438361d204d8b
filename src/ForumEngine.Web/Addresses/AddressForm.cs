using ForumEngine.Addresses;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace ForumEngine.Web.Addresses;

/// <summary>The fields of /desk/addresses, as typed, above the list.</summary>
public sealed class AddressForm
{
    public string? Range { get; set; }
    public string? Scope { get; set; }
    public string? Days { get; set; }
    public string? Reason { get; set; }

    /// <summary>Ticked after the page has said whose addresses these are.</summary>
    public bool EvenStaffs { get; set; }

    [BindNever]
    public AddressBanList? List { get; set; }

    [BindNever]
    public bool AsksForStaff { get; set; }

    /// <summary>An unknown word is a scope that doesn't exist; the use case refuses it.</summary>
    public NewAddressBan Read() => new(Range ?? "", ScopeOf(Scope), Days, Reason ?? "") { EvenStaffs = EvenStaffs };

    public static AddressScope ScopeOf(string? word) => word switch
    {
        "registering" => AddressScope.Registering,
        "writing" => AddressScope.Writing,
        "visiting" => AddressScope.Visiting,
        _ => 0,
    };
}
