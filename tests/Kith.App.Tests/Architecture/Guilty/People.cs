using Kith.App.Tests.Architecture.Guilty.Data;

namespace Kith.App.Tests.Architecture.Guilty.People;

public sealed class Person
{
    public static string Someone() => nameof(Person);
}

[AttributeUsage(AttributeTargets.Class)]
public sealed class KnownAttribute : Attribute;

public sealed class CardService(Store store)
{
    public Store Store => store;
}

public static class Cards<T>
{
    public sealed record RowDto(T Row);
}

public interface IClip;

public sealed class PaperClip : IClip;

public interface IPen;

public sealed class Pencil : IPen;

public readonly record struct Biro : IPen;
