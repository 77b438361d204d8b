[assembly: AssemblyFixture(typeof(ForumEngine.Web.Tests.Harness.SiteCleanUp))]

namespace ForumEngine.Web.Tests.Harness;

/// <summary>Stops the sites that tests share, then drops their databases.</summary>
public sealed class SiteCleanUp : IAsyncDisposable
{
    public async ValueTask DisposeAsync()
    {
        await Site.StopSharedAsync();
        await new CleanUp().DisposeAsync();
    }
}
