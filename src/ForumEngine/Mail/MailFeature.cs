using ForumEngine.Jobs;
using ForumEngine.Keeping;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace ForumEngine.Mail;

public static class MailFeature
{
    /// <summary>Without <see cref="MailOptions"/> of the host, mail is kept in a folder.</summary>
    public static void AddMail(this IServiceCollection services)
    {
        services.TryAddSingleton(new MailOptions(null, 25, null, null, "forum@localhost", Path.Combine("data", "outbox")));
        services.AddSingleton<PostOffice>().AddSingleton<IOutboxHandler, SendMail>().AddSingleton<IJob, TrimMails>();
        services.AddKept<MailTemplate>().AddSingleton<MailTemplates>().AddScoped<WriteMail>().AddScoped<MailDesk>();
    }
}
