namespace ForumEngine.Pictures;

/// <summary>What a picture may be at most; read from its header, before a pixel is decoded.</summary>
/// <param name="Pixels">Width times height, over all frames.</param>
/// <param name="Side">Width or height of one frame.</param>
/// <param name="Frames">Of an animation.</param>
public sealed record PictureLimits(long Pixels, int Side, int Frames)
{
    /// <summary>A camera's picture; some seconds of animation.</summary>
    public static readonly PictureLimits Usual = new(50_000_000, 20_000, 300);
}

/// <summary>What a header says. <paramref name="Width"/> and <paramref name="Height"/> are those of a frame, upright.</summary>
public sealed record PictureFacts(PictureKind Kind, int Width, int Height, int Frames, bool IsTurned);
