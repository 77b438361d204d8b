using Microsoft.AspNetCore.Identity;

namespace ForumEngine.Accounts;

/// <summary>
/// A member. The id is an int, so that a Discuz uid stays what it is. The name is unique on
/// <see cref="MemberName.Fold"/> (kept in NormalizedUserName); <see cref="NameSkeleton"/> catches look-alikes.
/// </summary>
public sealed class Member : IdentityUser<int>
{
    /// <summary>Characters a name column holds; what may be chosen is stricter (<see cref="MemberName"/>).</summary>
    public const int NameLength = 60;

    /// <summary>Sets the name with what is derived from it; whether it may be had is asked before.</summary>
    public void TakeName(string name)
    {
        UserName = name;
        NormalizedUserName = MemberName.Fold(name);
        NameSkeleton = MemberName.Skeleton(name);
    }

    /// <summary>Sets the address with what is derived from it.</summary>
    public void TakeEmail(string email)
    {
        Email = email;
        NormalizedEmail = MemberName.Fold(email);
    }

    /// <summary>Not unique: an import may hold twins. Checked when registering or renaming.</summary>
    public string NameSkeleton { get; set; } = "";

    /// <summary>The main group.</summary>
    public int GroupId { get; set; } = Groups.Group.Newcomers;

    /// <summary>Founders can't be demoted or sanctioned by other administrators.</summary>
    public bool IsFounder { get; set; }

    /// <summary>When a second factor was first demanded of them as staff (<see cref="DemandSecondFactor"/>).</summary>
    public DateTime? FactorAskedAt { get; set; }

    /// <summary>Which pages of /admin an administrator may open (<see cref="Members.AdminRole"/>); null is all.</summary>
    public int? AdminRoleId { get; set; }

    public DateTime JoinedAt { get; set; }
    public byte[]? JoinAddress { get; set; }
    public DateTime? LastSeenAt { get; set; }
    public byte[]? LastAddress { get; set; }

    /// <summary>The flood limit hangs on it.</summary>
    public DateTime? LastPostAt { get; set; }

    public int Threads { get; set; }

    /// <summary>Published posts, first posts included.</summary>
    public int Posts { get; set; }

    public int DigestThreads { get; set; }
    public int UnreadNotices { get; set; }

    /// <summary>BCP 47; null follows the browser.</summary>
    public string? Language { get; set; }

    /// <summary>IANA name; null is the site's.</summary>
    public string? TimeZone { get; set; }

    /// <summary>"light", "dark", or null for the system's.</summary>
    public string? Theme { get; set; }

    public string Bio { get; set; } = "";
    public string Location { get; set; } = "";
    public string CustomTitle { get; set; } = "";

    /// <summary>Forum code, within the limits of the group.</summary>
    public string Signature { get; set; } = "";

    /// <summary>Rendered once, as posts are.</summary>
    public string SignatureHtml { get; set; } = "";

    public int SignatureVersion { get; set; }

    /// <summary>Part of the picture's address; 0 is the generated default.</summary>
    public int AvatarVersion { get; set; }
}

/// <summary>A further group of a member, until a time.</summary>
public sealed class MemberGroup
{
    public int MemberId { get; init; }
    public int GroupId { get; init; }
    public DateTime? ExpiresAt { get; set; }
}

/// <summary>One failed sign-in: tries wait longer and longer per account and address, so that nobody can lock another out.</summary>
public sealed class SignInFailure
{
    public long Id { get; init; }

    /// <summary>Hash of folded account name and address.</summary>
    public required string Key { get; init; }

    public DateTime At { get; init; }
}
