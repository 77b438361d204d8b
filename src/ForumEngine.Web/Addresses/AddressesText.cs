namespace ForumEngine.Web.Addresses;

/// <summary>Names the texts of banned addresses and e-mail domains: AddressesText.resx, AddressesText.en.resx.</summary>
public sealed class AddressesText;
