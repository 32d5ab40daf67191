using Kith.Formats;
using Kith.Formats.LinkedIn;

namespace Kith.Tests.Formats;

public sealed class ProfileAndCareerTests
{
    private readonly IssueLog issues = new();

    [Fact]
    public void Positions_keep_their_dates_as_exact_as_they_were_given()
    {
        var positions = Read(LinkedInFiles.Positions, "positions.csv");

        positions[0].ShouldBe(new(2, "Harbor & Finch", "Designer", "Plans, sketches", "Bergen", new(2021, 3), null));
        positions[1].ShouldBe(new(3, "Bank Nord", "Trainee", null, "Oslo", new(2019), new(2021, 2)));
    }

    [Fact]
    public void Schools_are_read() =>
        Read(LinkedInFiles.Education, "education.csv")
            .ShouldBe([new(2, "Example University", "BA Design", null, "Rowing", new(2014), new(2018))]);

    [Fact]
    public void Skills_languages_and_projects_are_read()
    {
        Read(LinkedInFiles.Skills, "skills.csv").Select(skill => skill.Name).ShouldBe(["Service Design", "Sketching"]);
        Read(LinkedInFiles.Languages, "languages.csv").ShouldBe([new(2, "Norwegian", "Native or bilingual proficiency")]);
        Read(LinkedInFiles.Projects, "projects.csv")
            .ShouldBe([new(2, "Quay map", "A map", "https://map.example.com", new(2020, 1), new(2020, 3))]);
    }

    [Fact]
    public void The_owners_own_data_are_read()
    {
        var profile = Read(LinkedInFiles.Profile, "profile.csv").ShouldHaveSingleItem();
        profile.Name.Full.ShouldBe("Sam Owner");
        profile.Headline.ShouldBe("Designer of services");
        profile.Location.ShouldBe("Bergen, Norway");
        profile.BirthDate.ShouldBe("Apr 12");
        Read(LinkedInFiles.ProfileSummary, "profile-summary.csv").ShouldBe([new(2, "I plan harbours,\nand people.")]);
        Read(LinkedInFiles.EmailAddresses, "email-addresses.csv").ShouldBe([new(2, "sam@example.com", true, true)]);
        Read(LinkedInFiles.PhoneNumbers, "phone-numbers.csv").ShouldBe([new(2, "+1 555 0100", null, "Mobile")]);
    }

    [Theory]
    [InlineData("endorsements-utf16-tabs.csv")]
    [InlineData("endorsements-utf16-no-bom.csv")]
    public void Endorsements_of_old_archives_are_read(string sample)
    {
        var endorsement = Read(LinkedInFiles.Endorsements, sample).ShouldHaveSingleItem();

        endorsement.Skill.ShouldBe("Service Design");
        endorsement.Endorser.Full.ShouldBe("Tomás Okafor");
        endorsement.Slug.ShouldBe("tomás-okafor");
        endorsement.EndorsedAtUtc.ShouldBe(new DateTime(2019, 5, 21, 13, 33, 4, DateTimeKind.Utc));
    }

    [Fact]
    public void Recommendations_are_read()
    {
        var recommendation = Read(LinkedInFiles.RecommendationsReceived, "recommendations-received.csv").ShouldHaveSingleItem();

        recommendation.Name.Full.ShouldBe("Mara Ellingsen");
        recommendation.Text.ShouldBe("Sam made our harbour plan \"sing\".\nTwice.");
        recommendation.CreatedAtUtc.ShouldBe(new DateTime(2021, 8, 12, 15, 4, 0, DateTimeKind.Utc));
    }

    [Fact]
    public void Followed_companies_events_and_jobs_are_read()
    {
        Read(LinkedInFiles.CompanyFollows, "company-follows.csv")
            .ShouldBe([new(2, "Harbor & Finch", new DateTime(2022, 9, 6, 7, 58, 15, DateTimeKind.Utc))]);
        Read(LinkedInFiles.Events, "events.csv").ShouldHaveSingleItem().StartsAtUtc
            .ShouldBe(new DateTime(2021, 8, 25, 11, 0, 0, DateTimeKind.Utc));
        Read(LinkedInFiles.JobApplications, "job-applications.csv").ShouldHaveSingleItem().AppliedAtUtc
            .ShouldBe(new DateTime(2022, 5, 14, 15, 10, 0, DateTimeKind.Utc));
        Read(LinkedInFiles.SavedJobs, "saved-jobs.csv").ShouldHaveSingleItem().Title.ShouldBe("Design Lead");
    }

    [Fact]
    public void Job_preferences_keep_places_whole()
    {
        var preferences = Read(LinkedInFiles.JobPreferences, "job-seeker-preferences.csv").ShouldHaveSingleItem();

        preferences.Locations.ShouldBe(["Bergen, Norway", "Oslo, Norway"]);
        preferences.JobTitles.ShouldBe(["Design Lead", "Head of Design"]);
        preferences.JobTypes.ShouldBe(["Full-time", "Contract"]);
        preferences.DreamCompanies.ShouldBe(["Harbor & Finch"]);
        preferences.IsOpenToRecruiters.ShouldBeTrue();
    }

    private List<T> Read<T>(LinkedInFile<T> kind, string sample)
    {
        List<T> records = [.. kind.Read(new MemoryStream(Samples.LinkedIn(sample)), issues)];
        issues.Items.ShouldBeEmpty();
        return records;
    }
}
