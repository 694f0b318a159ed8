package tenet.reports.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tenet.reports.model.Curves;

/**
 * Curves over time placed in a picture of {@link #WIDTH} by {@link #HEIGHT}: what a template needs to draw them.
 *
 * @param logarithmic whether the upward axis is
 */
public record Chart(String title, boolean logarithmic, List<Path> paths, List<Tick> timeTicks, List<Tick> valueTicks) {
    public static final int WIDTH = 640;
    public static final int HEIGHT = 240;
    public static final int LEFT = 62;
    public static final int RIGHT = 12;
    public static final int TOP = 12;
    public static final int BOTTOM = 30;
    /** A positive quantity that changes by more than this factor is better seen on a logarithmic axis. */
    private static final double WIDE_RANGE = 50;

    public Chart {
        paths = List.copyOf(paths);
        timeTicks = List.copyOf(timeTicks);
        valueTicks = List.copyOf(valueTicks);
    }

    /** @param points in the syntax of SVG's polyline */
    public record Path(Curves.Series series, int number, String points) {
    }

    public record Tick(double at, String label) {
        /** With one digit behind the point, whatever the locale. */
        public String place() {
            return coordinate(at);
        }
    }

    /** One chart for each kind of quantity that there is: what descends, sizes, the rest. */
    public static List<Chart> of(Curves curves) {
        List<Chart> charts = new ArrayList<>();
        int number = 0;
        for (Curves.Kind kind : Curves.Kind.values()) {
            List<Curves.Series> series = curves.series().stream().filter(each -> each.kind() == kind).toList();
            if (series.isEmpty()) continue;
            charts.add(of(title(kind), curves.times(), series, number));
            number += series.size();
        }
        return charts;
    }

    private static String title(Curves.Kind kind) {
        return switch (kind) {
            case LOSS -> "Loss";
            case NORM -> "Norms";
            case OTHER -> "Other quantities";
        };
    }

    private static Chart of(String title, List<Double> times, List<Curves.Series> series, int number) {
        double low = series.stream().flatMap(each -> each.values().stream()).mapToDouble(Double::doubleValue).min().orElse(0);
        double high = series.stream().flatMap(each -> each.values().stream()).mapToDouble(Double::doubleValue).max().orElse(1);
        boolean logarithmic = low > 0 && high / low > WIDE_RANGE;
        double bottom = logarithmic ? Math.log10(low) : Math.min(low, low > 0 && low < high / 2 ? 0 : low);
        double top = logarithmic ? Math.log10(high) : high;
        if (!(top > bottom)) {
            double room = Math.max(Math.abs(top), 1) * 0.1;
            top += room;
            bottom -= room;
        }
        double end = times.getLast() > 0 ? times.getLast() : 1;
        double lowest = bottom;
        double highest = top;
        List<Path> paths = new ArrayList<>();
        for (Curves.Series each : series) {
            StringBuilder points = new StringBuilder();
            for (int i = 0; i < times.size(); i++) {
                double value = logarithmic ? Math.log10(each.values().get(i)) : each.values().get(i);
                points.append(i == 0 ? "" : " ").append(coordinate(x(times.get(i), end))).append(',').append(coordinate(y(value, lowest, highest)));
            }
            paths.add(new Path(each, number + paths.size(), points.toString()));
        }
        List<Tick> timeTicks = ticks(0, end, 6).stream().map(tick -> new Tick(x(tick, end), label(tick))).toList();
        List<Tick> valueTicks = (logarithmic ? powers(lowest, highest) : ticks(lowest, highest, 5)).stream()
                .map(tick -> new Tick(y(tick, lowest, highest), logarithmic ? label(Math.pow(10, tick)) : label(tick))).toList();
        return new Chart(title, logarithmic, paths, timeTicks, valueTicks);
    }

    private static double x(double time, double end) {
        return LEFT + (WIDTH - LEFT - RIGHT) * time / end;
    }

    private static double y(double value, double low, double high) {
        return HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * (value - low) / (high - low);
    }

    /** Round numbers from low to high, about so many. */
    private static List<Double> ticks(double low, double high, int about) {
        double rough = (high - low) / about;
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        double step = rough / power < 1.5 ? power : rough / power < 3.5 ? 2 * power : rough / power < 7.5 ? 5 * power : 10 * power;
        List<Double> ticks = new ArrayList<>();
        for (double k = Math.ceil(low / step - 1e-9); k * step <= high + step * 1e-9; k++) ticks.add(k * step);
        return ticks;
    }

    private static List<Double> powers(double low, double high) {
        int step = Math.max(1, (int) Math.ceil((high - low) / 5));
        List<Double> ticks = new ArrayList<>();
        for (int k = (int) Math.ceil(low - 1e-9); k <= high + 1e-9; k += step) ticks.add((double) k);
        return ticks;
    }

    private static String label(double value) {
        if (Math.abs(value) < 1e-12) return "0";
        double size = Math.abs(value);
        return size >= 1e5 || size < 1e-3 ? String.format(Locale.ROOT, "%.0e", value)
                : new java.math.BigDecimal(value).round(new java.math.MathContext(4)).stripTrailingZeros().toPlainString();
    }

    private static String coordinate(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
