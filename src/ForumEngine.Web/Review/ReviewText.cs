namespace ForumEngine.Web.Review;

/// <summary>Names the texts of the queue, of one's own pending posts and of the policies: ReviewText.resx, ReviewText.en.resx.</summary>
public sealed class ReviewText;
