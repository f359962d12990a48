using System.Collections.Immutable;

namespace CxRules.Samples.Packs.Packs;

internal static class AllPacks
{
    public static ImmutableArray<Pack> All { get; } = [MobilePack.Pack, RetailBankPack.Pack, ShopPack.Pack, UtilityPack.Pack];
}
