using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using ForumEngine.Bench.Markup;

// `posts` and `worst` print a table each; anything else goes to BenchmarkDotNet.
switch (args.FirstOrDefault())
{
    case "posts":
        Percentiles.Print();
        break;
    case "worst":
        WorstCases.Print();
        break;
    default:
        // In this process: the numbers are of milliseconds, and no project has to be generated and built.
        var config = DefaultConfig.Instance.AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance));
        BenchmarkSwitcher.FromAssembly(typeof(RenderPosts).Assembly).Run(args.Length > 0 ? args : ["--filter", "*"], config);
        break;
}
