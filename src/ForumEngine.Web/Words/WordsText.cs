namespace ForumEngine.Web.Words;

/// <summary>Names the texts of the word filter: WordsText.resx, WordsText.en.resx.</summary>
public sealed class WordsText;
