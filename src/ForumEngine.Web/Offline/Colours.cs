namespace ForumEngine.Web.Offline;

/// <summary>The paper of tokens.css and dark.css, for the bars that the browser paints around the page.</summary>
public static class Colours
{
    public const string Paper = "#fcfdfe";
    public const string DarkPaper = "#131519";
}
