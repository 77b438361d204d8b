[assembly: AssemblyFixture(typeof(CleanUp))]

namespace ForumEngine.Tests.Harness;

/// <summary>Leaves no schema and no file behind; each test assembly names it as its fixture.</summary>
public sealed class CleanUp : IAsyncDisposable
{
    public async ValueTask DisposeAsync()
    {
        await ServerSchemas.DropAllAsync();
        SqliteFiles.DeleteAll();
    }
}
