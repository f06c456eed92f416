package io.homeport.benchmarks;

import java.util.EnumMap;
import java.util.Map;

/** One quantity, measured for several variants in turn. */
final class Series {
    private final Map<Variant, Figures> byVariant = new EnumMap<>(Variant.class);

    Figures of(Variant variant) {
        return byVariant.computeIfAbsent(variant, key -> new Figures());
    }

    double medianOver(Variant variant, Variant base) {
        return of(variant).median() - of(base).median();
    }

    double medianRatio(Variant variant, Variant base) {
        return of(variant).medianRatioTo(of(base));
    }
}
