package io.homeport.benchmarks;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A series of measurements; quoted by its median, since these machines are never quiet. */
final class Figures {
    private final List<Double> values = new ArrayList<>();

    void add(double value) {
        values.add(value);
    }

    double median() {
        List<Double> sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        return sorted.get(sorted.size() / 2);
    }

    /** The median of the ratios, round by round: a machine that slows down slows both. */
    double medianRatioTo(Figures other) {
        Figures ratios = new Figures();
        for (int i = 0; i < values.size(); i++) {
            ratios.add(values.get(i) / other.values.get(i));
        }
        return ratios.median();
    }
}
