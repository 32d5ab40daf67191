using System.Globalization;
using System.Text;
using CsCheck;
using Kith.Domain.Identity;
using Kith.Tests.Formats;
using Grade = Kith.Domain.Identity.OrganisationGrade;

namespace Kith.Tests.Identity;

public sealed class OrganisationTests(ITestOutputHelper output)
{
    // Labelled by hand before anything was tuned; about half of the pairs are one organisation in some way.
    private static readonly (OrganisationName A, OrganisationName B, Grade Expected)[] Labelled =
        [.. Encoding.UTF8.GetString(Samples.Read("organisations.tsv")).Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Split('\t'))
            .Select(p => (OrganisationName.Of(p[0], p[1]), OrganisationName.Of(p[2], p[3]), Enum.Parse<Grade>(p[4], ignoreCase: true)))];

    [Theory]
    [InlineData(Grade.Exact, 0.99, 0.97)]
    [InlineData(Grade.Strong, 0.99, 0.95)]
    [InlineData(Grade.Weak, 0.96, 0.95)]
    public void Of_what_is_graded_that_high_so_much_is_right_and_so_much_is_found(Grade grade, double leastPrecision, double leastRecall)
    {
        Labelled.Length.ShouldBeGreaterThanOrEqualTo(300);
        var graded = Labelled.Select(l => (l.A, l.B, l.Expected, Found: OrganisationMatching.Compare(l.A, l.B).Grade)).ToList();
        var (found, expected) = (graded.Where(g => g.Found >= grade).ToList(), graded.Where(g => g.Expected >= grade).ToList());
        var right = found.Count(g => g.Expected >= grade);
        var (precision, recall) = ((double)right / found.Count, (double)right / expected.Count);

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"at least {grade}: precision {precision:0.0000}, recall {recall:0.0000} of {expected.Count} pairs"));
        foreach (var wrong in graded.Where(g => g.Found >= grade != g.Expected >= grade))
            output.WriteLine($"{wrong.A.Key} / {wrong.B.Key}: {wrong.Found}, labelled {wrong.Expected}");
        precision.ShouldBeGreaterThanOrEqualTo(leastPrecision);
        recall.ShouldBeGreaterThanOrEqualTo(leastRecall);
    }

    [Fact]
    public void The_order_of_two_names_does_not_matter_and_every_name_is_its_own()
    {
        foreach (var (a, b, _) in Labelled)
            OrganisationMatching.Compare(a, b).ShouldBe(OrganisationMatching.Compare(b, a));
        // Words of one or two letters may be a legal form.
        Gen.String[Gen.Char["aábcdeéilmnoprstuvzž"], 4, 9].Array[1, 4].Select(words => string.Join(' ', words)).Sample(name =>
        {
            OrganisationMatching.Compare(OrganisationName.Of(name), OrganisationName.Of(name.ToUpperInvariant())).Grade.ShouldBe(Grade.Exact);
            foreach (var form in (string[])["GmbH", "Ltd.", "d.o.o.", "S.p.A.", "Sp. z o.o."])
                OrganisationMatching.Compare(OrganisationName.Of("Zagora " + name), OrganisationName.Of($"Zagora {name} {form}")).Grade.ShouldBe(Grade.Exact, name);
        });
    }

    [Fact]
    public void The_best_of_many_is_found_without_comparing_all()
    {
        var index = new OrganisationIndex<int>();
        for (var i = 0; i < 20_000; i++)
            index.Add(OrganisationName.Of($"{(char)('A' + (i % 26))}orlando{i} Works", $"orlando{i}.example"), i);
        index.Add(OrganisationName.Of("Zagora d.o.o.", "zagora.example"), -1);
        index.Add(OrganisationName.Of("International Business Machines", "ibm.com"), -2);
        index.Add(OrganisationName.Of("Quillfeather Design"), -3);

        Found("ZAGORA").ShouldBe((-1, Grade.Exact));
        Found("Somebody Else", "https://www.zagora.example/team").ShouldBe((-1, Grade.Strong));
        Found("Zagora Software").ShouldBe((-1, Grade.Weak));
        Found("IBM").ShouldBe((-2, Grade.Strong));
        Found("Quilfeather Design").ShouldBe((-3, Grade.Strong));
        index.Find(OrganisationName.Of("Nobody Knows")).ShouldBeNull();

        (int, Grade) Found(string name, string? domain = null) => index.Find(OrganisationName.Of(name, domain)) is { } found ? (found.Value, found.Likeness.Grade) : default;
    }

    [Theory]
    [InlineData("https://www.shop.example.co.uk/about?x=1", "example.co.uk")]
    [InlineData("ana@mail.example.com", "example.com")]
    [InlineData("EXAMPLE.com:8080", "example.com")]
    [InlineData("example.com.au", "example.com.au")]
    [InlineData("bücher.example", "bücher.example")]
    [InlineData("192.168.0.1", null)]
    [InlineData("localhost", null)]
    [InlineData("not a domain", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void The_registered_domain_of_an_address(string? address, string? domain) => Domains.Registrable(address).ShouldBe(domain);

    [Theory]
    [InlineData("ana@gmail.com")]
    [InlineData("https://www.linkedin.com/company/zagora")]
    [InlineData("zagora.github.io")]
    public void A_domain_that_many_share_is_no_organisations(string address) => Domains.OfOrganisation(address).ShouldBeNull();
}
