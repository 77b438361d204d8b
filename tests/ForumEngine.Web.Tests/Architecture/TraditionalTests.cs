using System.Diagnostics;

namespace ForumEngine.Web.Tests.Architecture;

public sealed class TraditionalTests
{
    /// <summary>A Chinese text was changed and scripts/traditional was not run, or a line of its words is of no use any more.</summary>
    [Fact]
    public async Task The_traditional_texts_are_those_of_the_simplified_ones()
    {
        using var script = Process.Start(new ProcessStartInfo("node", [Checkout.File("scripts/traditional"), "--check"]) { RedirectStandardError = true })!;
        var complaints = await script.StandardError.ReadToEndAsync();
        await script.WaitForExitAsync();
        Assert.True(script.ExitCode == 0, complaints);
    }
}
