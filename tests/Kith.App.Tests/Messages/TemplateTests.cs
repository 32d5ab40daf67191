using CsCheck;
using Kith.App.Tests.Fixtures;
using Kith.App.Tests.Today;
using Kith.Domain;
using Kith.Domain.Linting;
using Kith.Domain.Writing;
using Kith.Messages;
using Microsoft.EntityFrameworkCore;

namespace Kith.App.Tests.Messages;

public sealed class TemplateTests(Product product)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static TheoryData<string> BuiltIn => [.. BuiltInTemplate.All.Select(t => t.Code)];

    [Theory, MemberData(nameof(BuiltIn))]
    public void Every_template_that_comes_with_Kith_keeps_the_rules_when_it_is_filled_in(string name)
    {
        var template = BuiltInTemplate.ByCode(name)!;

        var preview = SaveTemplate.Show(new(template.Name, template.Body, template.Kind, template.Subject));

        preview.Lint.Findings.ShouldBeEmpty(preview.Text);
        Gap.In(preview.Text).Concat(Gap.In(preview.Subject)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Hi {{ first_name }", "This cannot be read")]
    [InlineData("Hi {{ firstname }}", "There is no variable firstname; there are first_name, name,")]
    [InlineData("Hi {{ name.length }}", "There is no variable name.length")]
    [InlineData("{% if evnt %}x{% endif %}", "There is no variable evnt")]
    [InlineData("{{ name | upcase | replace: 'A', 'AAAA' }}", "There is no filter replace; there are default,")]
    [InlineData("{% for i in (1..1000000) %}x{% endfor %}", "it has no loops and sets nothing")]
    [InlineData("{% assign a = name %}{{ name }}", "it has no loops and sets nothing")]
    [InlineData("{% if event %}{% for i in (1..9) %}x{% endfor %}{% endif %}", "it has no loops and sets nothing")]
    [InlineData("{% include 'secrets' %}", "it has no loops and sets nothing")]
    [InlineData("{% capture a %}x{% endcapture %}", "it has no loops and sets nothing")]
    public void A_template_that_could_not_be_filled_in_is_refused_with_what_is_wrong(string body, string why) =>
        Should.Throw<RefusedException>(() => SaveTemplate.Show(new("Mine", body))).Message.ShouldContain(why);

    [Fact]
    public void A_text_without_braces_is_its_own_template() =>
        Gen.Char.Where(c => c is not ('{' or '}') && !char.IsSurrogate(c)).Array[1, 200].Select(letters => $"a{new string(letters)}z").Sample(text =>
            SaveTemplate.Show(new("Mine", text)).Text.ShouldBe(text));

    [Theory, OnBothDatabases]
    public async Task An_own_template_is_written_used_changed_and_removed_and_each_can_be_taken_back(Database database)
    {
        await using var desk = await Desk.Of(product, database);
        var ana = await desk.Person("Ana Kovač");

        var written = await desk.Ask((db, _, _) => SaveTemplate.Handle(new("Port people", "Ahoj {{ first_name }}, {{ event | default: 'ahoj' }}{% unless event %} again{% endunless %}"), db, Ct));
        (await desk.Ask((db, clock, _) => Compose.Handle(new(ana, Template: "port PEOPLE"), db, clock, Ct))).Text.ShouldBe("Ahoj Ana, ahoj again");
        await desk.Ask((db, _, _) => SaveTemplate.Handle(new("Port people", "Hello {{ me }}", MessageKind.Thanks, Template: written.Template), db, Ct));
        (await desk.Ask((db, clock, _) => Compose.Handle(new(ana, Template: written.Template.ToString()), db, clock, Ct))).Gaps.ShouldBe(["me"]);
        var removed = await desk.Ask((db, _, _) => SaveTemplate.Remove(written.Template, db, Ct));
        (await desk.World.Ask(db => db.MessageTemplates.CountAsync(Ct))).ShouldBe(0);
        await desk.Undo(removed.Batch!.Value);

        (await desk.World.Ask(db => db.MessageTemplates.Select(t => t.Body).SingleAsync(Ct))).ShouldBe("Hello {{ me }}");
    }
}
