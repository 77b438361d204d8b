namespace ForumEngine.Web.Accounts;

/// <summary>Names the texts of the account pages: AccountText.resx, AccountText.en.resx.</summary>
public sealed class AccountText;
