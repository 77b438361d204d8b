namespace ForumEngine.Flood;
public static class Sketch { public const int Length = 32; }
