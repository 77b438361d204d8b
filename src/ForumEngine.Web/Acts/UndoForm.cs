using ForumEngine.Acts;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace ForumEngine.Web.Acts;

/// <summary>The fields of /desk/acts/{id}/undo.</summary>
public sealed class UndoForm
{
    public string? Reason { get; set; }
    public bool Tell { get; set; }

    /// <summary>Where to go afterwards; the thread without it.</summary>
    public string? Back { get; set; }

    [BindNever]
    public ThreadRecord? Record { get; set; }
}
