using ForumEngine.Jobs;
using ForumEngine.Staff;
using ForumEngine.Storage;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace ForumEngine.Accounts;

/// <summary>Registration, sign-in and what members change about their account.</summary>
public static class AccountsFeature
{
    public static void AddAccounts(this IServiceCollection services)
    {
        // By name, not by folder: nodes must read each other's cookies and links.
        services.AddDataProtection().SetApplicationName("ForumEngine");
        // The hash costs about as much as OWASP asks of PBKDF2-HMAC-SHA512.
        services.Configure<PasswordHasherOptions>(o => o.IterationCount = 210_000);
        services.AddScoped<ILookupNormalizer, MemberLookup>().AddScoped<IUserValidator<Member>, MemberValidator>();
        services.AddIdentityCore<Member>().AddEntityFrameworkStores<ForumDb>();
        services.AddSingleton<AddressLimit>().AddSingleton<RegistrationGate>().AddSingleton<AccountTokens>();
        services.AddScoped<AccountMails>().AddScoped<SignInThrottle>();
        services.AddScoped<RegisterMember>().AddScoped<SignIn>();
        services.AddScoped<CheckSecondFactor>().AddScoped<EnrolSecondFactor>().AddScoped<ChangeSecondFactor>().AddScoped<ResetSecondFactor>();
        services.AddScoped<BeginSession>().AddScoped<EndSession>().AddScoped<Invitations>();
        services.AddSingleton<SessionsSeen>().AddSingleton<IJob>(p => p.GetRequiredService<SessionsSeen>());
        services.AddScoped<RequestPasswordReset>().AddScoped<ResetPassword>().AddScoped<ChangePassword>();
        services.AddScoped<RequestEmailChange>().AddScoped<ConfirmEmail>().AddScoped<ChangeChoices>();
        services.AddScoped<MemberPageQuery>().AddScoped<FindMembers>().AddScoped<PromoteMember>().AddScoped<SetPassword>();
        services.AddScoped<DecideApplication>().AddScoped<IDeskBox, ApplicationsBox>();
        services.AddSingleton<IJob, PurgeSignInFailures>().AddSingleton<IJob, DemandSecondFactor>();
    }
}
