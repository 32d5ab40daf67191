using Kith.Formats;
using Kith.Formats.LinkedIn;

namespace Kith.Tests.Formats;

public sealed class LinkedInExportTests
{
    private readonly IssueLog issues = new();

    [Theory]
    [InlineData("")]
    [InlineData("Complete_LinkedInDataExport_08-01-2026/")]
    public void Every_known_file_is_found_in_any_folder_and_case(string folder)
    {
        using var export = Open(
            Archives.Sample($"{folder}connections.CSV", "connections-current.csv"),
            Archives.Sample($"{folder}messages.csv", "messages-current.csv"),
            Archives.Sample($"{folder}Recommendations Received.csv", "recommendations-received.csv"),
            Archives.Sample($"{folder}Jobs/Job Applications.csv", "job-applications.csv"),
            Archives.Sample($"{folder}Jobs/Job Applications_1.csv", "job-applications.csv"),
            Archives.Sample($"{folder}Rich_Media.csv", "skills.csv"),
            Archives.Sample($"__MACOSX/{folder}._Invitations.csv", "skills.csv"));

        export.Files.Select(file => file.Kind).Distinct().ShouldBe(
            [LinkedInFiles.Connections, LinkedInFiles.Messages, LinkedInFiles.RecommendationsReceived, LinkedInFiles.JobApplications]);
        export.Read(LinkedInFiles.Connections, issues).Count().ShouldBe(6);
        export.Read(LinkedInFiles.Messages, issues).Count().ShouldBe(5);
        export.Read(LinkedInFiles.JobApplications, issues).Count().ShouldBe(2);
        export.Read(LinkedInFiles.Skills, issues).ShouldBeEmpty();
        issues.Items.ShouldBeEmpty();
    }

    [Fact]
    public void Issues_name_the_file_in_the_archive()
    {
        using var export = Open(Archives.Sample("Export/Connections.csv", "connections-broken.csv"));

        export.Read(LinkedInFiles.Connections, issues).Count().ShouldBe(4);

        issues.Items.ShouldAllBe(issue => issue.File == "Export/Connections.csv");
    }

    [Fact]
    public void A_file_can_be_read_more_than_once_and_two_at_a_time()
    {
        using var export = Open(
            Archives.Sample("Connections.csv", "connections-current.csv"), Archives.Sample("messages.csv", "messages-current.csv"));

        export.Read(LinkedInFiles.Connections, issues).Zip(export.Read(LinkedInFiles.Messages, issues)).Count().ShouldBe(5);
        export.Read(LinkedInFiles.Connections, issues).Count().ShouldBe(6);
    }

    [Theory]
    [InlineData("connections-current.csv", "Connections.csv")]
    [InlineData("connections-2018-no-url.csv", "Connections.csv")]
    [InlineData("connections-2017-nine-columns.csv", "Connections.csv")]
    [InlineData("connections-2014-outlook.csv", "Connections.csv")]
    [InlineData("connections-excel.csv", "Connections.csv")]
    [InlineData("messages-current.csv", "messages.csv")]
    [InlineData("messages-2018.csv", "messages.csv")]
    [InlineData("messages-nine-columns.csv", "messages.csv")]
    [InlineData("invitations-current.csv", "Invitations.csv")]
    [InlineData("invitations-five-columns.csv", "Invitations.csv")]
    [InlineData("invitations-urn.csv", "Invitations.csv")]
    [InlineData("invitations-profile-url.csv", "Invitations.csv")]
    [InlineData("endorsements-utf16-tabs.csv", "Endorsement_Received_Info.csv")]
    [InlineData("recommendations-received.csv", "Recommendations_Received.csv")]
    [InlineData("positions.csv", "Positions.csv")]
    [InlineData("education.csv", "Education.csv")]
    [InlineData("skills.csv", "Skills.csv")]
    [InlineData("languages.csv", "Languages.csv")]
    [InlineData("projects.csv", "Projects.csv")]
    [InlineData("profile.csv", "Profile.csv")]
    [InlineData("profile-summary.csv", "Profile Summary.csv")]
    [InlineData("email-addresses.csv", "Email Addresses.csv")]
    [InlineData("phone-numbers.csv", "PhoneNumbers.csv")]
    [InlineData("company-follows.csv", "Company Follows.csv")]
    [InlineData("events.csv", "Events.csv")]
    [InlineData("job-applications.csv", "Job Applications.csv")]
    [InlineData("saved-jobs.csv", "Saved Jobs.csv")]
    [InlineData("job-seeker-preferences.csv", "Job Seeker Preferences.csv")]
    public void A_single_file_is_known_by_its_header(string sample, string kind)
    {
        using var export = LinkedInExport.Open(new MemoryStream(Samples.LinkedIn(sample)), sample);

        export.Files.ShouldHaveSingleItem().Kind.Name.ShouldBe(kind);
    }

    [Fact]
    public void A_single_file_is_read_from_its_begin_each_time()
    {
        using var export = LinkedInExport.Open(new MemoryStream(Samples.LinkedIn("connections-current.csv")), "export (3).csv");

        export.Read(LinkedInFiles.Connections, issues).Count().ShouldBe(6);
        export.Read(LinkedInFiles.Connections, issues).Count().ShouldBe(6);
    }

    [Fact]
    public void The_given_recommendations_are_told_apart_by_their_name()
    {
        using var export = LinkedInExport.Open(
            new MemoryStream(Samples.LinkedIn("recommendations-received.csv")), "Recommendations_Given.csv");

        export.Has(LinkedInFiles.RecommendationsGiven).ShouldBeTrue();
    }

    [Fact]
    public void Other_files_may_come_without_connections_where_the_caller_says_so()
    {
        var archive = Archives.Of(Archives.Sample("messages.csv", "messages-current.csv"));

        using var export = LinkedInExport.Open(archive, "Basic.zip", new() { RequireConnections = false });

        export.Read(LinkedInFiles.Messages, issues).Count().ShouldBe(5);
    }

    private static LinkedInExport Open(params (string Name, byte[] Content)[] entries) =>
        LinkedInExport.Open(Archives.Of(entries), "Complete_LinkedInDataExport.zip");
}
