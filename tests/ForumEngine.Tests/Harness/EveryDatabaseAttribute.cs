using System.Reflection;
using Xunit.Sdk;
using Xunit.v3;

namespace ForumEngine.Tests.Harness;

/// <summary>Runs the test on SQLite, MariaDB and MySQL: <c>[Theory, EveryDatabase]</c>.</summary>
public sealed class EveryDatabaseAttribute : DataAttribute
{
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker) =>
        new(Databases.All);

    public override bool SupportsDiscoveryEnumeration() => true;
}
