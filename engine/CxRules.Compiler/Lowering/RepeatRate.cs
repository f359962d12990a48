using CxRules.Language.Binding;
using CxRules.Model.Contacts;

namespace CxRules.Compiler.Lowering;

/// <summary>`repeat rate within 7 days` is a share: of the contacts with a customer and a disposition, those that follow another one of both.</summary>
internal static class RepeatRate
{
    public static BoundMeasure AsShare(BoundMeasure measure, ContactSchema schema) => measure.RepeatWithin is { } within
        ? measure with
        {
            Kind = MeasureKind.Share,
            Population = new BoundAnd([measure.Population, new BoundJourney(JourneyDirection.PrecededBy, BoundAnd.Everything, within) { Same = schema.Disposition }]),
            Among = new BoundAnd([measure.Population, new BoundPresence(schema.Customer), new BoundPresence(schema.Disposition)]),
        }
        : measure;
}
