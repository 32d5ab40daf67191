namespace Kith.App.Tests.Architecture;

public sealed class ArchitectureTests
{
    // An interface here has one implementation in the product and a reason to be one all the same.
    private static readonly string[] seams = [];

    [Fact]
    public void The_domain_knows_only_the_base_library() =>
        AssemblyRules.OutsideTheBaseLibrary(AssemblyRules.ReferencesOf(Code.Domain)).ShouldBeEmpty();

    [Fact]
    public void Formats_know_nothing_of_Kith() =>
        AssemblyRules.ProjectsOfKith(AssemblyRules.ReferencesOf(Code.Formats)).ShouldBeEmpty();

    [Fact]
    public void A_slice_uses_no_other_slice() => TypeRules.SlicesUsingSlices(Code.ProductTypes, "Kith").ShouldBeEmpty();

    [Fact]
    public void Data_and_shared_code_use_no_slice() => TypeRules.FoundationsUsingSlices(Code.ProductTypes, "Kith").ShouldBeEmpty();

    [Fact]
    public void No_rule_of_the_domain_shares_a_namespace_with_a_slice() =>
        TypeRules.SharedNamespaces(Code.DomainTypes, "Kith", Code.ProductTypes, "Kith").ShouldBeEmpty();

    [Fact]
    public void No_type_has_a_name_that_says_nothing() => TypeRules.EmptyNames(Code.AllTypes).ShouldBeEmpty();

    [Fact]
    public void An_interface_has_two_implementations() => TypeRules.LonelyInterfaces(Code.AllTypes, seams).ShouldBeEmpty();

    [Fact]
    public void A_source_file_fits_in_the_head() => SourceRules.TooLong(Code.Sources).ShouldBeEmpty();

    [Fact]
    public void A_namespace_follows_its_folder() => SourceRules.StrayNamespaces(Code.Sources).ShouldBeEmpty();

    [Fact]
    public void Markup_carries_no_inline_script_or_style_and_no_raw_text() => SourceRules.UnsafeMarkup(Code.Sources).ShouldBeEmpty();

    [Fact]
    public void No_file_lifts_a_ban_for_itself() => SourceRules.LiftedBans(Code.Sources).ShouldBeEmpty();

    [Fact]
    public void The_rules_look_at_the_whole_product()
    {
        Code.Sources.Count(source => source.Path.StartsWith("src/Kith/", StringComparison.Ordinal)).ShouldBeGreaterThan(10);
        Code.DomainTypes.ShouldContain(type => type.FullName == "Kith.Domain.Ids");
        Code.ProductTypes.ShouldContain(type => type.Namespace.FullName.StartsWith("Kith.Shared", StringComparison.Ordinal));
    }
}
