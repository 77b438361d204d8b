using System.Reflection;
using ForumEngine.Permissions;
using Xunit.Sdk;
using Xunit.v3;

namespace ForumEngine.Tests.Staff;

/// <summary>Every pair of ranks.</summary>
public sealed class CombinatorialRanksAttribute : DataAttribute
{
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker)
    {
        var pairs = from a in Enum.GetValues<Rank>() from b in Enum.GetValues<Rank>() select (ITheoryDataRow)new TheoryDataRow(a, b);
        return new([.. pairs]);
    }

    public override bool SupportsDiscoveryEnumeration() => true;
}
