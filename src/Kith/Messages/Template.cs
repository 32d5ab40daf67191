using System.Globalization;
using System.Text.Encodings.Web;
using Fluid;
using Fluid.Ast;
using Fluid.Values;
using Kith.Domain;
using Kith.Domain.Writing;

namespace Kith.Messages;

/// <summary>A template read and filled in: Liquid with variables, a few filters and <c>if</c>, without loops and assignments, so that it always ends and stays short.</summary>
internal sealed class Template
{
    private static readonly FluidParser Parser = new();

    private static readonly TemplateOptions Options = new() { MaxSteps = 1_000, MaxRecursion = 20, CultureInfo = CultureInfo.InvariantCulture };

    private readonly IFluidTemplate liquid;

    private Template(IFluidTemplate liquid) => this.liquid = liquid;

    /// <summary>Reads a template, or refuses it with the line and what was expected.</summary>
    internal static Template Of(string text)
    {
        if (!Parser.TryParse(text, out var liquid, out var error))
            throw new RefusedException("template.syntax", $"This cannot be read: {error}");
        var words = new Words();
        words.VisitTemplate(liquid);
        return words.Wrong is { } wrong ? throw new RefusedException("template.word", wrong) : new(liquid);
    }

    /// <summary>Fills it in; where a value is missing that the text needs, a <see cref="Gap"/> stands.</summary>
    internal string Fill(IReadOnlyDictionary<string, string?> values)
    {
        var context = new TemplateContext(Options);
        foreach (var variable in TemplateVariable.All)
            context.SetValue(variable.Name, values.GetValueOrDefault(variable.Name) is { Length: > 0 } value ? new StringValue(value, encode: false) : new Missing(variable.Name));
        return liquid.Render(context, NullEncoder.Default, isolateContext: false).Trim();
    }

    // Nothing in conditions and for "default", its mark where it is to be read.
    private sealed class Missing(string name) : FluidValue
    {
        public override FluidValues Type => FluidValues.Nil;

        public override bool IsNil() => true;

        public override bool Equals(FluidValue? other) => other?.IsNil() == true;

        public override bool ToBooleanValue() => false;

        public override decimal ToNumberValue() => 0;

        public override string ToStringValue() => Gap.Mark(name);

        public override object ToObjectValue() => Gap.Mark(name);

        public override ValueTask WriteToAsync(TextWriter writer, TextEncoder encoder, CultureInfo cultureInfo) => new(writer.WriteAsync(Gap.Mark(name)));
    }

    private sealed class Words : AstVisitor
    {
        private static readonly string[] Filters = ["default", "capitalize", "downcase", "upcase", "strip", "truncate"];

        internal string? Wrong { get; private set; }

        public override Statement Visit(Statement statement)
        {
            if (statement is not (null or OutputStatement or IfStatement or UnlessStatement or ElseStatement or ElseIfStatement or TextSpanStatement or CommentStatement or NoOpStatement))
                Wrong ??= "A template has variables, if, unless and else; it has no loops and sets nothing.";
            return base.Visit(statement);
        }

        protected override Expression VisitMemberExpression(MemberExpression memberExpression)
        {
            if (memberExpression.Segments is not [IdentifierSegment { Identifier: var name }] || !TemplateVariable.Knows(name))
                Wrong ??= $"There is no variable {string.Join('.', memberExpression.Segments.OfType<IdentifierSegment>().Select(s => s.Identifier))}; there are {string.Join(", ", TemplateVariable.All.Select(v => v.Name))}.";
            return base.VisitMemberExpression(memberExpression);
        }

        protected override Expression VisitFilterExpression(FilterExpression filterExpression)
        {
            if (!Filters.Contains(filterExpression.Name))
                Wrong ??= $"There is no filter {filterExpression.Name}; there are {string.Join(", ", Filters)}.";
            return base.VisitFilterExpression(filterExpression);
        }
    }
}
