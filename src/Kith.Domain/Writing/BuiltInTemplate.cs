using Kith.Domain.Linting;

namespace Kith.Domain.Writing;

/// <summary>A template that comes with Kith. Filled in, each passes the rules of its kind.</summary>
/// <param name="Code">Its name for programs.</param>
/// <param name="Name">Its name for people.</param>
/// <param name="Kind">What it becomes.</param>
/// <param name="Subject">The subject with its variables; null where the kind has none.</param>
/// <param name="Body">The text in Liquid.</param>
public sealed record BuiltInTemplate(string Code, string Name, MessageKind Kind, string? Subject, string Body)
{
    /// <summary>All of them.</summary>
    public static readonly IReadOnlyList<BuiltInTemplate> All =
    [
        new("six-point", "Ask for insight", MessageKind.Mail, "A question about your work at {{ organisation }}", """
            Hi {{ first_name }},

            {{ connection }}. Your work at {{ organisation }} interests me, and so does {{ field | default: "your field" }} as a whole.

            {{ question | default: "What do you wish you had known when you started there?" }} Could you spare 15 minutes to share your view?

            Kind regards,
            {{ me }}
            """),
        new("invitation", "LinkedIn invitation", MessageKind.Invitation, null,
            "Hi {{ first_name }}! {{ connection }}. Your view of {{ field | default: \"your field\" }} would help me. Could I ask you one question about your work?"),
        new("inmail", "LinkedIn InMail", MessageKind.InMail, "Your work at {{ organisation }}", """
            Hi {{ first_name }},

            {{ connection }}. Your work at {{ organisation }} interests me, and so does {{ field | default: "your field" }} as a whole. Could you spare 15 minutes to share your view of it?

            {{ me }}
            """),
        new("follow-up", "Follow up after meeting", MessageKind.FollowUp, "Our talk{% if event %} at {{ event }}{% endif %}", """
            Hi {{ first_name }},

            Thank you for our talk{% if event %} at {{ event }}{% endif %}. {{ question | default: "What would you read or whom would you hear next on this?" }} Could you spare 15 minutes next week?

            Kind regards,
            {{ me }}
            """),
        new("second-try", "Ask once more", MessageKind.FollowUp, "Following up on my note", """
            Hi {{ first_name }},

            I am following up on my last message, in case it came at a bad time. Would you have 15 minutes for one question about your work{% if organisation %} at {{ organisation }}{% endif %}? If not, whom would you ask?

            Kind regards,
            {{ me }}
            """),
        new("thanks", "Thank", MessageKind.Thanks, "Thank you", """
            Hi {{ first_name }},

            Thank you for your time{% if event %} at {{ event }}{% endif %}. It helped me more than you may think, and I will tell you what comes of it.

            Kind regards,
            {{ me }}
            """),
        new("report-back", "Report back", MessageKind.Thanks, "What came of it", """
            Hi {{ first_name }},

            Thank you again for {% if other %}introducing me to {{ other }}{% else %}your advice{% endif %}. {{ outcome }}. I wanted you to be the first to know.

            Kind regards,
            {{ me }}
            """),
        new("promise-kept", "Keep a promise", MessageKind.FollowUp, "As promised", """
            Hi {{ first_name }},

            When we spoke I promised you this: {{ promise }}. Here it is. Does it answer what you wanted to know?

            Kind regards,
            {{ me }}
            """),
        new("remind", "Remind of a promise", MessageKind.FollowUp, "{{ promise }}", """
            Hi {{ first_name }},

            When we spoke you kindly offered this: {{ promise }}. Would that still be possible? A line is enough, and so is a no.

            Kind regards,
            {{ me }}
            """),
        new("ask-introduction", "Ask for an introduction", MessageKind.FollowUp, "Could you introduce me to {{ other }}?", """
            Hi {{ first_name }},

            Since we last spoke I have been thinking about whom to ask. Would you be willing to ask {{ other }} whether they would talk to me? {{ why }}

            To pass on: {{ pass_on }}

            A no is fine, too.
            {{ me }}
            """),
        new("reconnect", "After a long silence", MessageKind.Mail, "It has been a while", """
            Hi {{ first_name }},

            {{ connection | default: "We knew each other well once" }}, and I have often thought of what you taught me. Your work{% if organisation %} at {{ organisation }}{% endif %} interests me, and so does {{ field | default: "your field" }} as a whole. How do you see it today, and could you spare 15 minutes to share your view?

            Warm regards,
            {{ me }}
            """),
    ];

    /// <summary>The one with that code, or null.</summary>
    public static BuiltInTemplate? ByCode(string? code) => All.FirstOrDefault(t => string.Equals(t.Code, code, StringComparison.OrdinalIgnoreCase));

    /// <summary>The one a message usually begins with.</summary>
    /// <param name="loop">What it is to close; null where nothing is open.</param>
    /// <param name="step">Which step of a sequence it is, from 0.</param>
    /// <param name="asksConnector">True when it asks for an introduction that is drafted.</param>
    /// <param name="hasMet">True when there was contact both ways before.</param>
    public static BuiltInTemplate For(LoopKind? loop, int? step, bool asksConnector, bool hasMet) => ByCode((loop, asksConnector) switch
    {
        (_, true) => "ask-introduction",
        (LoopKind.FollowUp, _) => hasMet ? "follow-up" : "six-point",
        (LoopKind.Thank, _) => "thanks",
        (LoopKind.ReportBack, _) => "report-back",
        (LoopKind.PromiseByMe, _) => "promise-kept",
        (LoopKind.PromiseByThem, _) => "remind",
        (LoopKind.SequenceStep, _) => step > 0 ? "second-try" : "six-point",
        _ => hasMet ? "follow-up" : "six-point",
    })!;
}
