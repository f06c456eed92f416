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

    /** As {@code x1.003 (0.989 to 1.016)}: the median of the rounds' ratios and what it is with 95 % confidence. */
    String ratio(Variant variant, Variant base) {
        Figures ratios = of(variant).ratiosTo(of(base));
        return "x%.3f (%.3f to %.3f)".formatted(ratios.median(), ratios.lowMedian(), ratios.highMedian());
    }
}
