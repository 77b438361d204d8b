using ForumEngine.Permissions;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace ForumEngine.Web.Mvc;

/// <summary>Which page of /admin an action belongs to; one without is the founders' only, and fails a test.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class AdminPageAttribute(AdminPage page) : Attribute
{
    public AdminPage Page { get; } = page;
}

/// <summary><c>&lt;a admin-page="Boards" …&gt;</c> is there for those who may open the page.</summary>
[HtmlTargetElement(Attributes = "admin-page")]
public sealed class AdminPageTagHelper(CurrentViewer current) : TagHelper
{
    public AdminPage AdminPage { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (!current.Viewer.MayOpen(AdminPage)) output.SuppressOutput();
    }
}
