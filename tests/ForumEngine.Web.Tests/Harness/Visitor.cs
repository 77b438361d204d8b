using System.Net;
using AngleSharp.Html.Dom;
using ForumEngine.Accounts;
using ForumEngine.Web.Accounts;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace ForumEngine.Web.Tests.Harness;

/// <summary>A browser without scripts: keeps cookies, fills in forms, follows nothing by itself.</summary>
public sealed class Visitor : IDisposable
{
    public const string Password = Template.Password;

    private readonly Site site;
    private readonly CookieContainer cookies = new();
    private readonly HttpClient client;

    public Visitor(Site site, string language)
    {
        this.site = site;
        client = new HttpClient(new SocketsHttpHandler { CookieContainer = cookies, AllowAutoRedirect = false }) { BaseAddress = site.Url };
        client.DefaultRequestHeaders.Add("Accept-Language", language);
    }

    public CookieContainer Cookies => cookies;

    public async Task<Answer> SendAsync(HttpRequestMessage request)
    {
        using var response = await client.SendAsync(request);
        var body = await response.Content.ReadAsStringAsync();
        var answer = new Answer(response, body, site.Log);
        if (request.Method == HttpMethod.Get) Expect.None(site.Writes.Of(answer.Url.PathAndQuery));
        SecurityPolicy.Check(answer);
        return answer;
    }

    public Task<Answer> GetAsync(string url) => SendAsync(new HttpRequestMessage(HttpMethod.Get, url));

    /// <summary>What a page costs the database by itself: the cheapest of four answers, since copies that live for a second run out on a busy machine in between.</summary>
    public async Task<Answer> WarmAsync(string url)
    {
        var least = (await GetAsync(url)).Is(200);
        for (var tries = 1; tries < 4; tries++)
            if ((await GetAsync(url)).Is(200) is var again && again.Queries < least.Queries) least = again;
        Assert.True(least.Queries >= 0, "X-Forum-Queries is missing");
        return least;
    }

    /// <summary>The page, after as many redirects as it takes.</summary>
    public async Task<Answer> OpenAsync(string url)
    {
        var answer = await GetAsync(url);
        for (var hops = 0; answer.Location is { } next; hops++)
        {
            Assert.True(hops < 5, $"{url} redirects without end, at last to {next}");
            answer = await GetAsync(next);
        }
        return answer.Is(200);
    }

    /// <summary>Fills in the form that posts to <paramref name="url"/>, found on <paramref name="page"/> (its own address if not given).</summary>
    public async Task<Answer> PostFormAsync(string url, object? fields = null, string? page = null)
    {
        var answer = (await GetAsync(page ?? url)).Is(200);
        return await SubmitAsync(FormOn(answer, url), url, fields);
    }

    /// <summary>Sends a form as a browser would: what is in it, with <paramref name="fields"/> typed over.</summary>
    public Task<Answer> SubmitAsync(IHtmlFormElement form, string url, object? fields)
    {
        var values = FieldsOf(form);
        foreach (var (name, value) in Pairs(fields)) values[name] = value;
        return PostAsync(url, values);
    }

    /// <summary>Sends one file by the form that posts to <paramref name="url"/>, found on <paramref name="page"/>.</summary>
    public async Task<Answer> UploadAsync(string url, string page, string field, byte[] bytes, string name = "picture.png")
    {
        var token = FieldsOf(FormOn((await GetAsync(page)).Is(200), url))["__RequestVerificationToken"];
        using var form = new MultipartFormDataContent { { new ByteArrayContent(bytes), field, name }, { new StringContent(token), "__RequestVerificationToken" } };
        return await SendAsync(new HttpRequestMessage(HttpMethod.Post, url) { Content = form });
    }

    /// <summary>Just these fields; without a token the site refuses.</summary>
    public Task<Answer> PostAsync(string url, IEnumerable<KeyValuePair<string, string>> fields) =>
        SendAsync(new HttpRequestMessage(HttpMethod.Post, url) { Content = new FormUrlEncodedContent(fields) });

    public static IHtmlFormElement FormOn(Answer page, string url)
    {
        var path = url.Split('?')[0];
        var forms = page.Html.Forms.OfType<IHtmlFormElement>().Where(f => f.Method == "post").ToList();
        return forms.FirstOrDefault(f => (f.GetAttribute("action") is { Length: > 0 } action ? action : page.Url.AbsolutePath).Split('?')[0] == path)
            ?? throw new Xunit.Sdk.XunitException($"{page.Url.PathAndQuery} has no form that posts to {path}, only [{string.Join(", ", forms.Select(f => f.GetAttribute("action")))}]");
    }

    public static Dictionary<string, string> FieldsOf(IHtmlFormElement form)
    {
        Dictionary<string, string> values = [];
        foreach (var element in form.Elements)
            switch (element)
            {
                case IHtmlInputElement { Name: { Length: > 0 } name, Type: "checkbox" or "radio" } box: if (box.IsChecked) values[name] = box.Value; break;
                case IHtmlInputElement { Name: { Length: > 0 } name, Type: not ("submit" or "button" or "image") } input: values.TryAdd(name, input.Value); break;
                case IHtmlTextAreaElement { Name: { Length: > 0 } name } area: values[name] = area.Value; break;
                case IHtmlSelectElement { Name: { Length: > 0 } name } select: values[name] = select.Value ?? ""; break;
            }
        return values;
    }

    /// <summary>Puts the sign-in cookie into this browser, without the form and its slow password hash.</summary>
    public async Task<Visitor> SignedInAsAsync(Member member)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var http = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
        (http.Request.Scheme, http.Request.Host) = (site.Url.Scheme, new HostString(site.Url.Authority));
        await MemberSession.BeginAsync(http, member, remember: true);
        foreach (var cookie in http.Response.Headers.SetCookie) cookies.SetCookies(site.Url, cookie!);
        return this;
    }

    /// <summary>Through the form, with <see cref="Password"/>.</summary>
    public Task<Answer> RegisterAsync(string name, string? email = null) => PostFormAsync("/account/register", new
    {
        UserName = name,
        Email = email ?? $"{Guid.NewGuid():N}@example.test",
        Password,
        ConfirmPassword = Password,
        AcceptTerms = "true",
    });

    public Task<Answer> SignInAsync(string name, string password = Password) =>
        PostFormAsync("/account/login", new { UserName = name, Password = password });

    public void Dispose() => client.Dispose();

    private static IEnumerable<(string Name, string Value)> Pairs(object? fields) => fields switch
    {
        null => [],
        IEnumerable<KeyValuePair<string, string>> pairs => pairs.Select(p => (p.Key, p.Value)),
        _ => fields.GetType().GetProperties().Select(p => (p.Name, p.GetValue(fields)?.ToString() ?? "")),
    };
}
