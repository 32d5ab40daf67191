namespace Kith.Data.Jobs;

/// <summary>The kinds of job that one slice asks for and another does.</summary>
public static class JobKinds
{
    /// <summary>New people came in: look whether one of them is somebody who is here already.</summary>
    public const string FindDuplicates = "people.duplicates";
}
