package io.orgstead.benchmarks.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** An axis that reaches as far as what is shown on it. For one thread. */
public final class Axis {

    private static final int TICKS = 5;
    private static final double[] STEPS = {1, 2, 5, 10};
    private static final double NEARLY = 1e-9;
    private static final double THOUSAND = 1000;

    private final String name;
    private final boolean logarithmic;
    private double low = Double.POSITIVE_INFINITY;
    private double high = Double.NEGATIVE_INFINITY;

    private Axis(String name, boolean logarithmic) {
        this.name = name;
        this.logarithmic = logarithmic;
    }

    /** One that begins at 0 and goes in equal steps. */
    public static Axis linear(String name) {
        return new Axis(name, false);
    }

    /** One that goes in powers of ten, for numbers above 0. */
    public static Axis logarithmic(String name) {
        return new Axis(name, true);
    }

    String name() {
        return name;
    }

    void include(double value) {
        low = Math.min(low, value);
        high = Math.max(high, value);
    }

    /** Where a value is, from 0 to 1. */
    double place(double value) {
        return (scaled(value) - scaled(begin())) / (scaled(end()) - scaled(begin()));
    }

    private double scaled(double value) {
        return logarithmic ? Math.log10(value) : value;
    }

    private double begin() {
        return logarithmic ? Math.pow(10, Math.floor(Math.log10(low) + NEARLY)) : 0;
    }

    private double end() {
        if (logarithmic) {
            return Math.max(Math.pow(10, Math.ceil(Math.log10(high) - NEARLY)), begin() * 10);
        }
        return high <= 0 ? 1 : Math.ceil(high / step() - NEARLY) * step();
    }

    /** A round number that divides the axis into some parts. */
    private double step() {
        double rough = (high <= 0 ? 1 : high) / TICKS;
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        for (double step : STEPS) {
            if (step * power >= rough - NEARLY) {
                return step * power;
            }
        }
        return 10 * power;
    }

    List<Double> ticks() {
        List<Double> ticks = new ArrayList<>();
        if (logarithmic) {
            for (double tick = begin(); tick <= end() * (1 + NEARLY); tick *= 10) {
                ticks.add(tick);
            }
        } else {
            for (int i = 0; i * step() <= end() * (1 + NEARLY); i++) {
                ticks.add(i * step());
            }
        }
        return ticks;
    }

    static String label(double tick) {
        if (tick >= THOUSAND) {
            return String.format(Locale.ROOT, "%,.0f", tick);
        }
        String text = String.format(Locale.ROOT, "%.3f", tick);
        return text.replaceAll("0+$", "").replaceAll("\\.$", "");
    }
}
