namespace ForumEngine.Tests.Harness;

public static class Expect
{
    /// <summary>Fails with the whole list, which Assert.Empty cuts.</summary>
    public static void None(IEnumerable<string> found)
    {
        var list = found.ToList();
        Assert.True(list.Count == 0, $"{list.Count} found:\n{string.Join('\n', list.Take(50))}");
    }
}
