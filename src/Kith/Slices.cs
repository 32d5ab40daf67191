using Kith.Accounts;
using Kith.Archiving;
using Kith.Audiences;
using Kith.Cards;
using Kith.Events;
using Kith.FollowUps;
using Kith.Goals;
using Kith.History;
using Kith.Importing;
using Kith.Impressions;
using Kith.Insights;
using Kith.Introductions;
using Kith.Landing;
using Kith.Messages;
using Kith.Opportunities;
using Kith.People;
using Kith.Research;
using Kith.Reviews;
using Kith.Sample;
using Kith.Sequences;
using Kith.Showcase;
using Kith.Today;

namespace Kith;

/// <summary>The table of everything the product can do over HTTP; pages are found by their routes.</summary>
public static class Slices
{
    private static readonly Action<IEndpointRouteBuilder>[] Api =
    [
        AddFinding.Map,
        AddPerson.Map,
        AskQuestion.Map,
        AnswerQuestion.Map,
        SaveBrief.Map,
        ShowBrief.Map,
        CloseLoop.Map,
        DecideDuplicate.Map,
        EditOrganisation.Map,
        EditPerson.Map,
        EraseForGood.Map,
        FindDuplicates.Map,
        LetFollowUpsRest.Map,
        ListOrganisations.Map,
        ListPeople.Map,
        LogInteraction.Map,
        MergePeople.Map,
        NoteAcquaintance.Map,
        OpenLoop.Map,
        ReviewDuplicates.Map,
        SetCadence.Map,
        ShowHistory.Map,
        ShowOrganisation.Map,
        ShowPerson.Map,
        ShowTrash.Map,
        SnoozeLoop.Map,
        TagPeople.Map,
        TrashPeople.Map,
        UndoBatch.Map,
        ShowFollowUp.Map,
        ShowToday.Map,
        DoAction.Map,
        PutOff.Map,
        LetGo.Map,
        Learn.Map,
        CaptureEncounter.Map,
        FindPaths.Map,
        ShowMap.Map,
        ShowInsights.Map,
        LintMessage.Map,
        Compose.Map,
        SaveMessage.Map,
        ListMessages.Map,
        SaveTemplate.Map,
        RequestIntroduction.Map,
        AdvanceIntroduction.Map,
        EditIntroduction.Map,
        ListIntroductions.Map,
        StartSequence.Map,
        ChangeRun.Map,
        SaveSequence.Map,
        ListSequences.Map,
        SetGoal.Map,
        ShowGoal.Map,
        ListGoals.Map,
        ForecastGoal.Map,
        ChangeGoalState.Map,
        ShowLamp.Map,
        SetTarget.Map,
        SaveCard.Map,
        GiveCard.Map,
        ListCards.Map,
        ReceiveCard.Map,
        AnswerReply.Map,
        ValueTargets.Map,
        ImportTargets.Map,
        ListAudiences.Map,
        SaveAudience.Map,
        ShowAudience.Map,
        SetRole.Map,
        ShowContacts.Map,
        AddEvent.Map,
        EditEvent.Map,
        AddAttendees.Map,
        EditAttendee.Map,
        TakeAgenda.Map,
        TakeAgenda.MapWeb,
        ShowEvent.Map,
        ListEvents.Map,
        ShowMatrix.Map,
        ListClaims.Map,
        SaveClaim.Map,
        ListEvidence.Map,
        SaveEvidence.Map,
        LinkProof.Map,
        ListNeeds.Map,
        LogShowing.Map,
        TakeOver.Map,
        SaveOpportunity.Map,
        ListOpportunities.Map,
        SaveImpression.Map,
        ListImpressions.Map,
        AskFeedback.Map,
        ShowReview.Map,
        FinishReview.Map,
        ShowBoard.Map,
        ShowOffers.Map,
        ShowOpportunity.Map,
        MoveOpportunity.Map,
        CloseOpportunity.Map,
        PlacePerson.Map,
        PlanNext.Map,
        StateContribution.Map,
        ShowLanding.Map,
        CloseSearch.Map,
        TellStory.Map,
    ];

    // Forms that are not a page's own, and fragments of pages.
    private static readonly Action<IEndpointRouteBuilder>[] Site =
    [
        HomeworkActs.MapForms,
        BrowsePeople.MapRows,
        DecideDuplicate.MapForm,
        EditIntroduction.MapForms,
        CardActs.MapForms,
        PublicCard.Map,
        ImpressionActs.MapForms,
        PublicFeedback.Map,
        EventActs.MapForms,
        TakeAgenda.MapForms,
        ExportArchive.Map,
        ExportMap.Map,
        ExportPicture.Map,
        FindDuplicates.MapForm,
        NoteAcquaintance.MapForm,
        FindByName.MapLinks,
        ListOrganisations.MapRows,
        MessageActs.MapForms,
        LoadSample.Map,
        ReceiveFile.Map,
        ShowProgress.Map,
        ListIssues.Map,
        LandingActs.MapForms,
        Learn.MapForm,
        OpportunityActs.MapForms,
        OrganisationActs.MapForms,
        Passkeys.Map,
        PersonActs.MapForms,
        SequenceActs.MapForms,
        ShowcaseActs.MapForms,
        ListEvidence.MapFile,
        Sessions.Map,
        SaveAudience.MapForm,
        SetRole.MapForm,
        SetTarget.MapForm,
        SetTheme.Map,
        SignOut.Map,
        TrashActs.MapForms,
        UndoBatch.MapForm,
    ];

    /// <summary>Maps every operation.</summary>
    public static void Map(IEndpointRouteBuilder app)
    {
        var api = app.MapGroup("/api").RequireAuthorization();
        foreach (var map in Api)
            map(api);
        // Otherwise the page for unknown addresses would answer programs too.
        api.Map("/{**address}", () => Results.NotFound()).ExcludeFromDescription();
        foreach (var map in Site)
            map(app);
    }
}
