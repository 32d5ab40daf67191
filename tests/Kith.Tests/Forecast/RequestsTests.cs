using Kith.Domain;
using Kith.Domain.Forecast;
using Kith.Domain.Strength;

namespace Kith.Tests.Forecast;

public sealed class RequestsTests
{
    private static readonly DateTime Began = new(2030, 1, 7, 9, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void A_message_after_two_quiet_weeks_is_a_request_and_the_next_line_is_not() =>
        Read([Out(0), Out(3), Out(20)]).Weeks.Select(w => w.Requests).ShouldBe([1, 0, 1, 0]);

    [Fact]
    public void The_first_answer_makes_it_a_conversation()
    {
        var read = Read([Out(0), In(8), In(9), Out(10)]);

        read.Total(FunnelStep.Request).ShouldBe(1);
        read.Weeks.Select(w => w.Conversations).ShouldBe([0, 1, 0, 0]);
        read.Total(FunnelStep.DecisionMaker).ShouldBe(0);
    }

    [Fact]
    public void With_somebody_who_decides_it_counts_as_that_too() => Read([Out(0), In(1)], decides: true).Total(FunnelStep.DecisionMaker).ShouldBe(1);

    [Fact]
    public void What_came_before_the_search_or_unasked_does_not_count() =>
        Read([Out(-40), In(-39), In(5)]).ShouldSatisfyAllConditions(r => r.Total(FunnelStep.Request).ShouldBe(0), r => r.Total(FunnelStep.Conversation).ShouldBe(0));

    [Theory]
    [InlineData("Head of Data", true)]
    [InlineData("Vice President, Operations", true)]
    [InlineData("Geschäftsführer", true)]
    [InlineData("Data Engineer", false)]
    [InlineData("Overhead Line Worker", false)]
    [InlineData(null, false)]
    public void A_title_tells_who_decides(string? title, bool decides) => Seniority.Decides(title).ShouldBe(decides);

    private static SearchSoFar Read(Contact[] contacts, bool decides = false) => Requests.Read([(contacts, decides)], Began, Began.AddDays(28));

    private static Contact Out(int day) => new(Began.AddDays(day), Channel.Message, Direction.Out);

    private static Contact In(int day) => new(Began.AddDays(day), Channel.Mail, Direction.In);
}
