package io.homeport.benchmarks;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A series of measurements; quoted by its median, since these machines are never quiet. */
final class Figures {
    /** Of the normal distribution, for 95 %. */
    private static final double QUANTILE = 1.96;

    private final List<Double> values = new ArrayList<>();

    void add(double value) {
        values.add(value);
    }

    double median() {
        return ranked(values.size() / 2);
    }

    /** Below which the true median lies in one of 40 cases: a rank of the sign test, which assumes no distribution. */
    double lowMedian() {
        return ranked((int) Math.floor((values.size() - 1 - spread()) / 2));
    }

    double highMedian() {
        return ranked((int) Math.ceil((values.size() - 1 + spread()) / 2));
    }

    private double spread() {
        return QUANTILE * Math.sqrt(values.size());
    }

    private double ranked(int rank) {
        List<Double> sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        return sorted.get(Math.max(0, Math.min(sorted.size() - 1, rank)));
    }

    /** The ratios, round by round: a machine that slows down slows both. */
    Figures ratiosTo(Figures other) {
        Figures ratios = new Figures();
        for (int i = 0; i < values.size(); i++) {
            ratios.add(values.get(i) / other.values.get(i));
        }
        return ratios;
    }
}
