namespace Kith.Formats.LinkedIn;

/// <summary>Every file of an export that is read, with its columns over all generations since 2014.</summary>
public static class LinkedInFiles
{
    public static LinkedInFile<Connection> Connections { get; } = new(
        "Connections.csv", "First Name|Last Name, Connected On",
        "First Name, Last Name, URL, Email Address, Company, Position, Connected On, Address, Websites, Instant Messengers, Phone Numbers",
        Connection.Of, ["Connected On"], oldLayout: "Title, First Name, Middle Name, Last Name, Suffix, E-mail Address");

    public static LinkedInFile<Message> Messages { get; } = new(
        "messages.csv", "From, To, Date, Content|Subject",
        "Conversation ID, Conversation Title, Sender Profile URL, Recipient Profile URLs, Folder, Attachments, Direction, "
            + "Is Message Draft, Is Conversation Draft, Is Conversation Archived",
        Message.Of, ["Date"]);

    public static LinkedInFile<Invitation> Invitations { get; } = new(
        "Invitations.csv", "From, To, Sent At",
        "Message, Direction, inviterProfileUrl, inviteeProfileUrl, inviterProfileUrn, inviteeProfileUrn, ProfileUrl, ProfileUrn",
        Invitation.Of, ["Sent At"]);

    public static LinkedInFile<Recommendation> RecommendationsReceived { get; } = new(
        "Recommendations_Received.csv", "First Name|Last Name, Text, Creation Date", "Company, Job Title, Status",
        Recommendation.Of, ["Creation Date"]);

    public static LinkedInFile<Recommendation> RecommendationsGiven { get; } = new(
        "Recommendations_Given.csv", "First Name|Last Name, Text, Creation Date", "Company, Job Title, Status",
        Recommendation.Of, ["Creation Date"]);

    public static LinkedInFile<Endorsement> Endorsements { get; } = new(
        "Endorsement_Received_Info.csv", "Skill Name, Endorser First Name|Endorser Last Name",
        "Endorsement Date, Endorser Public Url, Endorser Profile Url, Endorsement Status", Endorsement.Of, ["Endorsement Date"]);

    public static LinkedInFile<Position> Positions { get; } = new(
        "Positions.csv", "Company Name, Started On", "Title, Description, Location, Finished On",
        Position.Of, ["Started On", "Finished On"]);

    public static LinkedInFile<Education> Education { get; } = new(
        "Education.csv", "School Name", "Start Date, End Date, Notes, Degree Name, Activities",
        LinkedIn.Education.Of, ["Start Date", "End Date"]);

    public static LinkedInFile<Project> Projects { get; } = new(
        "Projects.csv", "Title, Url", "Description, Started On, Finished On", Project.Of, ["Started On", "Finished On"]);

    public static LinkedInFile<Skill> Skills { get; } = new("Skills.csv", "Name", "", Skill.Of);

    public static LinkedInFile<Language> Languages { get; } = new("Languages.csv", "Name, Proficiency", "", Language.Of);

    public static LinkedInFile<Profile> Profile { get; } = new(
        "Profile.csv", "First Name|Last Name, Headline",
        "Maiden Name, Address, Birth Date, Summary, Industry, Zip Code, Geo Location, Twitter Handles, Websites, Instant Messengers",
        LinkedIn.Profile.Of);

    public static LinkedInFile<ProfileSummary> ProfileSummary { get; } = new(
        "Profile Summary.csv", "Profile Summary", "", LinkedIn.ProfileSummary.Of);

    public static LinkedInFile<EmailAddress> EmailAddresses { get; } = new(
        "Email Addresses.csv", "Email Address, Primary", "Confirmed, Updated On", EmailAddress.Of);

    public static LinkedInFile<PhoneNumber> PhoneNumbers { get; } = new(
        "PhoneNumbers.csv", "Number", "Extension, Type", PhoneNumber.Of);

    public static LinkedInFile<CompanyFollow> CompanyFollows { get; } = new(
        "Company Follows.csv", "Organization, Followed On", "", CompanyFollow.Of, ["Followed On"]);

    public static LinkedInFile<AttendedEvent> Events { get; } = new(
        "Events.csv", "Event Name", "Event Time, Status, External Url", AttendedEvent.Of);

    public static LinkedInFile<JobApplication> JobApplications { get; } = new(
        "Job Applications.csv", "Application Date, Job Title|Company Name",
        "Contact Email, Contact Phone Number, Job Url, Resume Name, Question And Answers", JobApplication.Of, ["Application Date"]);

    public static LinkedInFile<SavedJob> SavedJobs { get; } = new(
        "Saved Jobs.csv", "Saved Date, Job Title|Job Url", "Company Name", SavedJob.Of, ["Saved Date"]);

    public static LinkedInFile<JobPreferences> JobPreferences { get; } = new(
        "Job Seeker Preferences.csv", "Job Titles|Dream Companies|Locations",
        "Industries, Company Employee Count, Preferred Job Types, Open To Recruiters", LinkedIn.JobPreferences.Of);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<LinkedInFile> All { get; } =
    [
        Connections, Messages, Invitations, RecommendationsReceived, RecommendationsGiven, Endorsements, Positions, Education,
        Projects, Skills, Languages, Profile, ProfileSummary, EmailAddresses, PhoneNumbers, CompanyFollows, Events,
        JobApplications, SavedJobs, JobPreferences
    ];
}
