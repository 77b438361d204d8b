using ForumEngine.Jobs;
using ForumEngine.Pictures;
using ForumEngine.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace ForumEngine.Attachments;

/// <summary>Pictures and files of members: taking them in, hanging them on posts, giving them out, sweeping them.</summary>
public static class AttachmentsFeature
{
    public static IServiceCollection AddAttachments(this IServiceCollection services) => services
        .AddSingleton<FileStore>().AddSingleton<PictureDesk>()
        .AddScoped<StageFile>().AddScoped<UploadFile>().AddScoped<TakeFiles>().AddScoped<FindFile>().AddScoped<ChangeFile>().AddScoped<DeleteUpload>().AddScoped<PostFiles>()
        .AddSingleton<Downloads>().AddSingleton<IJob>(p => p.GetRequiredService<Downloads>()).AddSingleton<IJob, SweepFiles>();
}
