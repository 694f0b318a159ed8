package tenet.reports.html;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tenet.reports.model.Curves;
import tenet.reports.template.Templates;

/** A picture of its own (SVG) of curves over a fraction from 0 to 1. */
public final class FractionPlot {
    private static final List<String> COLOURS = List.of("#2457b5", "#c2410c", "#1a7f37", "#a0338f", "#0e7490", "#8a5a00");

    private FractionPlot() {
    }

    /**
     * Draws curves.
     *
     * @param title     what is measured
     * @param fractions increasing from 0
     * @param values    for each name one value at each fraction
     */
    public static String svg(String title, List<Double> fractions, Map<String, List<Double>> values) {
        List<Curves.Series> series = values.entrySet().stream()
                .map(each -> new Curves.Series(each.getKey(), each.getKey(), Curves.Kind.OTHER, each.getValue())).toList();
        Chart chart = Chart.of(new Curves(List.of(), 0, fractions, series, Optional.empty())).getFirst();
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("title", title + (chart.logarithmic() ? " (logarithmic)" : ""));
        model.put("chart", chart);
        model.put("colours", COLOURS);
        model.put("width", Chart.WIDTH);
        model.put("height", Chart.HEIGHT);
        model.put("left", Chart.LEFT);
        model.put("right", Chart.RIGHT);
        model.put("bottom", Chart.BOTTOM);
        return Templates.html().text("walk-curve.ftlx", model);
    }
}
