using Kith.App.Tests.Architecture.Guilty.People;

namespace Kith.App.Tests.Architecture.Guilty.Goals
{
    public abstract class InASignature
    {
        public abstract Person? Find();
    }

    public static class InABody
    {
        public static string Find() => Person.Someone();
    }

    public static class InALambda
    {
        public static Func<string, string> Find() => prefix => prefix + Person.Someone();
    }

    public static class AfterAnAwait
    {
        public static async Task<string> Find()
        {
            await Task.Yield();
            return Person.Someone();
        }
    }

    public static class InAnIterator
    {
        public static IEnumerable<string> Find()
        {
            yield return Person.Someone();
        }
    }

    public abstract class AsATypeArgument
    {
        public abstract IReadOnlyList<Task<Person>> Find();
    }

    [Known]
    public abstract class AsAMark;

    public static class AsATypeOf
    {
        public static object Find() => typeof(Person);
    }

    public static class AsANestedType
    {
        public sealed record Inner(Person Person);
    }
}

namespace Kith.App.Tests.Architecture.Guilty.Data
{
    public sealed record Store(Person Person);
}

namespace Kith.App.Tests.Architecture.Guilty.Shared
{
    public static class Page
    {
        public static string Title() => Person.Someone();
    }
}

namespace Kith.App.Tests.Architecture.Guilty.CommandLine
{
    public static class Verbs
    {
        public static string[] All() => [Person.Someone(), Goals.InABody.Find()];
    }
}
