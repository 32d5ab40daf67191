namespace Kith.App.Tests.Architecture;

/// <summary>Each rule must catch the sample that breaks it, and only that.</summary>
public sealed class GuiltyTests
{
    private const string Root = Code.GuiltyRoot;

    [Fact]
    public void A_reference_to_a_package_is_caught_even_if_it_is_named_like_the_base_library() =>
        AssemblyRules.OutsideTheBaseLibrary(["System.Runtime", "System.CommandLine", "Npgsql"]).ShouldBe(["System.CommandLine", "Npgsql"]);

    [Fact]
    public void A_reference_to_a_project_of_Kith_is_caught() =>
        AssemblyRules.ProjectsOfKith(["System.Runtime", "kith", "Kith.Domain", "Sylvan.Data.Csv"]).ShouldBe(["kith", "Kith.Domain"]);

    [Theory]
    [InlineData("Goals.InASignature")]
    [InlineData("Goals.InABody")]
    [InlineData("Goals.InALambda")]
    [InlineData("Goals.AfterAnAwait")]
    [InlineData("Goals.InAnIterator")]
    [InlineData("Goals.AsATypeArgument")]
    [InlineData("Goals.AsAMark")]
    [InlineData("Goals.AsATypeOf")]
    [InlineData("Goals.AsANestedType+Inner")]
    public void A_slice_that_uses_another_is_caught(string type) =>
        TypeRules.SlicesUsingSlices(Code.GuiltyTypes, Root).ShouldContain(line => line.StartsWith($"{Root}.{type} uses {Root}.People.", StringComparison.Ordinal));

    [Theory]
    [InlineData("Data.Store")]
    [InlineData("Shared.Page")]
    public void A_foundation_that_uses_a_slice_is_caught(string type) =>
        TypeRules.FoundationsUsingSlices(Code.GuiltyTypes, Root).ShouldContain($"{Root}.{type} uses {Root}.People.Person");

    [Fact]
    public void Using_a_foundation_or_the_own_slice_is_no_breach()
    {
        TypeRules.SlicesUsingSlices(Code.GuiltyTypes, Root).ShouldNotContain(line => line.StartsWith($"{Root}.People.", StringComparison.Ordinal));
        TypeRules.SlicesUsingSlices(Code.GuiltyTypes, Root).ShouldNotContain(line => line.Contains(".Verbs ", StringComparison.Ordinal));
        TypeRules.FoundationsUsingSlices(Code.GuiltyTypes, Root).ShouldNotContain(line => line.Contains(".Verbs ", StringComparison.Ordinal));
    }

    [Fact]
    public void A_namespace_with_two_owners_is_caught() =>
        TypeRules.SharedNamespaces(Code.GuiltyTypes, Root, Code.GuiltyTypes, Root).ShouldContain("People");

    [Fact]
    public void An_empty_name_is_caught() =>
        TypeRules.EmptyNames(Code.GuiltyTypes).ShouldBe([$"{Root}.People.CardService", $"{Root}.People.Cards`1+RowDto"], ignoreOrder: true);

    [Fact]
    public void An_interface_with_one_implementation_is_caught()
    {
        TypeRules.LonelyInterfaces(Code.GuiltyTypes, []).ShouldBe([$"{Root}.People.IClip has 1 implementations"]);
        TypeRules.LonelyInterfaces(Code.GuiltyTypes, [$"{Root}.People.IClip"]).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(300, false)]
    [InlineData(301, true)]
    public void A_long_file_is_caught(int lines, bool caught) =>
        SourceRules.TooLong([new("src/Kith/Long.cs", string.Concat(Enumerable.Repeat("//\n", lines)))]).Any().ShouldBe(caught);

    [Theory]
    [InlineData("src/Kith/Goals/SetGoal.cs", "namespace Kith.People;", true)]
    [InlineData("src/Kith/Goals/SetGoal.cs", "namespace Kith;", true)]
    [InlineData("src/Kith/Slices.cs", "namespace Kith.Goals;", false)]
    [InlineData("src/Kith/Goals/GoalPage.razor", "@page \"/goal\"\n@namespace Kith.People", true)]
    [InlineData("src/Kith/Goals/SetGoal.cs", "namespace Kith.Goals;", false)]
    [InlineData("src/Kith/Shared/Ui/Place.cs", "namespace Kith.Shared.Ui;", false)]
    public void A_namespace_that_lies_about_its_folder_is_caught(string path, string text, bool caught) =>
        SourceRules.StrayNamespaces([new(path, text)]).Any().ShouldBe(caught);

    [Theory]
    [InlineData("<p>@((MarkupString)Note)</p>", true)]
    [InlineData("<p style=\"color:red\">", true)]
    [InlineData("<style>p { color: red }</style>", true)]
    [InlineData("<script>alert(1)</script>", true)]
    [InlineData("<script type=\"module\">\n  go();\n</script>", true)]
    [InlineData("<button onclick=\"go()\">", true)]
    [InlineData("<a href=\"javascript:go()\">", true)]
    [InlineData("<svg>@((MarkupString)Strokes.Of(Name))</svg>", false)]
    [InlineData("<script type=\"module\" src=\"kith.js\"></script>", false)]
    [InlineData("<button @onclick=\"Go\" data-on=\"x\" class=\"style\">", false)]
    public void Unsafe_markup_is_caught(string markup, bool caught) =>
        SourceRules.UnsafeMarkup([new("src/Kith/Goals/GoalPage.razor", markup)]).Any().ShouldBe(caught);

    [Fact]
    public void A_lifted_ban_is_caught() =>
        SourceRules.LiftedBans([new("src/Kith/Goals/SetGoal.cs", "#pragma warning disable RS0030")]).ShouldNotBeEmpty();
}
