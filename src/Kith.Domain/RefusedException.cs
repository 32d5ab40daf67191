namespace Kith.Domain;

/// <summary>An expected "no": a stable code for programs and a sentence a person can act on.</summary>
public sealed class RefusedException : Exception
{
    public RefusedException(string code, string message)
        : base(message) => Code = code;

    /// <summary>Stable, dotted, lower case: <c>person.unknown</c>.</summary>
    public string Code { get; }
}
