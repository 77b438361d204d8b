namespace ForumEngine.Pictures;

/// <summary>A square of a picture in its pixels, upright; a side of 0 is the largest in the middle.</summary>
public readonly record struct Square(int X, int Y, int Side)
{
    /// <summary>Moved and cut so that it lies in a picture of this size.</summary>
    public (int X, int Y, int Side) Within(int width, int height)
    {
        var largest = Math.Min(width, height);
        if (Side <= 0) return ((width - largest) / 2, (height - largest) / 2, largest);
        var side = Math.Min(Side, largest);
        return (Math.Clamp(X, 0, width - side), Math.Clamp(Y, 0, height - side), side);
    }
}
