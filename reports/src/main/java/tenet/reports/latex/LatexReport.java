package tenet.reports.latex;

import freemarker.template.TemplateModelException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tenet.reports.html.Chart;
import tenet.reports.model.Book;
import tenet.reports.model.Curves;
import tenet.reports.model.Entry;
import tenet.reports.model.Exhibit;
import tenet.reports.template.LatexOutputFormat;
import tenet.reports.template.LatexOutputFormat.Code;
import tenet.reports.template.Templates;
import tenet.reports.text.Summary;
import tenet.symbolic.formula.Declaration;
import tenet.symbolic.formula.Signature;
import tenet.symbolic.typeset.LatexDerivation;
import tenet.symbolic.typeset.LatexFormulas;
import tenet.theorems.Counterexample;
import tenet.theorems.Evidence;
import tenet.theorems.Scope;

/** A report as an article and as fragments to {@code \input}. Templates escape whatever they print. */
public final class LatexReport {
    private static final Templates TEMPLATES = Templates.latex();

    private static final int PRINTED_EACH = 4;

    private final Book book;

    public LatexReport(Book book) {
        this.book = book;
    }

    /** The text of each file by its path in the folder. */
    public Map<String, String> files() {
        Map<String, String> files = new TreeMap<>();
        for (Entry entry : book.entries()) {
            files.put("fragments/" + entry.slug() + ".tex", fragment(entry));
            entry.curves().ifPresent(curves -> files.put("data/" + entry.slug() + ".csv", table(curves)));
        }
        files.put("tenet.tex", TEMPLATES.text("article.ftl", article()));
        return files;
    }

    // Fragments.

    /** A counterexample, its formulas as code. */
    public record Instance(List<Shown> values, List<Shown> sides, String certified) {
    }

    /** @param latex empty when the text is to be shown */
    public record Shown(Code latex, String text) {
        static Shown of(Exhibit.Line line) {
            return new Shown(code(line.latex().orElse("")), line.text());
        }
    }

    private String fragment(Entry entry) {
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("statement", code(LatexDerivation.statement(entry.claim())));
        model.put("verdict", entry.verdict().words().toLowerCase(java.util.Locale.ROOT));
        model.put("summary", summary(entry));
        entry.refutation().ifPresent(refutation -> model.put("instance", instance(entry, refutation.simplest())));
        entry.proof().ifPresent(proof -> model.put("derivation", code(LatexDerivation.derivation(proof.certificate(), proof.theorem().lemmas()))));
        return TEMPLATES.text("fragment.ftl", model);
    }

    private static Instance instance(Entry entry, Counterexample counterexample) {
        Exhibit exhibit = new Exhibit(entry.claim().statement());
        return new Instance(exhibit.values(counterexample).stream().map(Shown::of).toList(),
                exhibit.sides(counterexample).stream().map(Shown::of).toList(), counterexample.certified());
    }

    /** The sides of a counterexample are shown with it, and what is missing of a derivation is not for print. */
    private static String summary(Entry entry) {
        return switch (entry.verdict()) {
            case PROVED, PROVED_AT, CERTIFIED, SUPPORTED, VACUOUS -> signs(Summary.of(entry.finding()));
            case REFUTED, UNDECIDED -> "";
        };
    }

    private static String signs(String text) {
        return text.replace(">=", "≥").replace("<=", "≤");
    }

    private static Code code(String latex) {
        try {
            return LatexOutputFormat.INSTANCE.fromMarkup(latex);
        } catch (TemplateModelException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The series as comma-separated values, the times in column {@code t}, the others in {@code c0}, {@code c1}, ... */
    private static String table(Curves curves) {
        StringBuilder out = new StringBuilder("t");
        for (int i = 0; i < curves.series().size(); i++) out.append(",c").append(i);
        out.append('\n');
        for (int k = 0; k < curves.times().size(); k++) {
            out.append(curves.times().get(k));
            for (Curves.Series series : curves.series()) out.append(',').append(series.values().get(k));
            out.append('\n');
        }
        return out.toString();
    }

    // The article.

    public record Count(String words, int count, String meaning) {
    }

    public record Theory(String title, List<Sign> symbols) {
    }

    public record Sign(Code code, String name, Code sentence) {
    }

    public record Section(String file, List<Described> claims) {
    }

    /** @param main whether the claim is listed in the contents: variants are found where the claim is that they vary */
    public record Described(String slug, String title, boolean main, List<Row> rows, List<Variant> variants, List<Plot> plots) {
    }

    public record Row(String name, String text) {
    }

    public record Variant(String id, String title, String slug, String verdict) {
    }

    public record Plot(String title, boolean logarithmic, boolean alone, List<Column> columns) {
    }

    /** @param points in the syntax of pgfplots */
    public record Column(Code code, String points) {
    }

    private Map<String, Object> article() {
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("title", "Tenet report");
        model.put("book", book);
        model.put("counts", book.counts().entrySet().stream()
                .map(count -> new Count(count.getKey().words().toLowerCase(java.util.Locale.ROOT), count.getValue(), count.getKey().meaning())).toList());
        model.put("theories", theories());
        model.put("chapters", book.chapters().stream().map(chapter ->
                new Section(chapter.file(), chapter.entries().stream().map(this::described).toList())).toList());
        return model;
    }

    /** The names that the claims of a theory share, in the order of their declaration. */
    private List<Theory> theories() {
        Map<String, Set<Declaration>> theories = new LinkedHashMap<>();
        Map<String, Signature> signatures = new LinkedHashMap<>();
        for (Entry entry : book.entries()) {
            if (entry.claim().theory().isEmpty()) continue;
            String theory = entry.claim().theory().get();
            Signature signature = entry.claim().statement().signature();
            Set<String> relevant = Scope.relevant(entry.claim().statement());
            List<Declaration> named = signature.declarations().stream().filter(declaration -> !(declaration instanceof Declaration.Flow))
                    .filter(declaration -> relevant.contains(declaration.name())).toList();
            boolean first = signatures.putIfAbsent(theory, signature) == null;
            if (first) theories.put(theory, new LinkedHashSet<>(named));
        }
        return theories.entrySet().stream().map(theory -> new Theory(theory.getKey().replace('_', ' '),
                theory.getValue().stream().map(declaration -> new Sign(code(LatexFormulas.symbol(declaration)), declaration.name(),
                        code(LatexFormulas.declaration(declaration, signatures.get(theory.getKey()))))).toList())).toList();
    }

    private Described described(Entry entry) {
        return new Described(entry.slug(), entry.title(), entry.claim().variantOf().isEmpty(), rows(entry),
                entry.variants().stream().map(book::find).flatMap(Optional::stream).map(LatexReport::variant).toList(),
                shown(entry).map(LatexReport::plots).orElse(List.of()));
    }

    /** In print the claims of a theory share one motion, as they share the flow; the pages have one for each. */
    private Optional<Curves> shown(Entry entry) {
        Optional<String> theory = entry.claim().theory();
        boolean first = theory.isEmpty() || book.entries().stream().filter(each -> each.curves().isPresent() && each.claim().theory().equals(theory))
                .findFirst().filter(each -> each.id().equals(entry.id())).isPresent();
        return first ? entry.curves() : Optional.empty();
    }

    private static Variant variant(Entry entry) {
        return new Variant(entry.id(), entry.title(), entry.slug(), entry.verdict().words().toLowerCase(java.util.Locale.ROOT));
    }

    private static List<Row> rows(Entry entry) {
        List<Row> rows = new ArrayList<>();
        for (Evidence piece : entry.finding().evidence()) {
            switch (piece) {
                case Evidence.Proof proof -> rows.add(new Row("derivation", proof.theorem().steps() + " steps, accepted by the kernel; "
                        + (proof.stored() ? "its certificate is stored beside the claim" : "found in this run")));
                case Evidence.Samples samples -> {
                    rows.add(new Row("samples", samples.tries() + " tried, " + samples.accepted() + " satisfy the hypotheses; " + Summary.samples(samples)));
                    if (!samples.activity().isEmpty())
                        rows.add(new Row("active", samples.activity().entrySet().stream().map(each -> each.getKey().replace('_', ' ') + " " + each.getValue() + " times")
                                .collect(Collectors.joining(", "))));
                }
                case Evidence.Refutation ignored -> { }
                case Evidence.Enclosed enclosed -> rows.add(new Row("enclosed", Summary.enclosed(enclosed)));
                case Evidence.Suspected suspected -> rows.add(new Row("suspected", suspected.reason()));
                case Evidence.Trajectories trajectories -> rows.add(new Row("trajectories", Summary.trajectories(trajectories)));
                case Evidence.WrongStep wrong -> rows.add(new Row("false step", wrong.place().toString()));
                case Evidence.Failure failure -> rows.add(new Row("not settled", failure.message()));
                case Evidence.Fault fault -> rows.add(new Row("mistake in Tenet", Summary.fault(fault)));
            }
        }
        entry.finding().shortfalls().forEach(shortfall -> rows.add(new Row("falls short", shortfall)));
        entry.finding().notes().forEach(note -> rows.add(new Row("note", note)));
        return rows;
    }

    /** What descends and what has a size; the rest is in the pages. */
    private static List<Plot> plots(Curves curves) {
        List<Chart> charts = Chart.of(curves).stream().filter(chart -> chart.paths().getFirst().series().kind() != Curves.Kind.OTHER).toList();
        return charts.stream().map(chart -> new Plot(chart.title(), chart.logarithmic(), charts.size() == 1, chart.paths().stream()
                .map(path -> new Column(code(path.series().latex()), points(curves.times(), path.series().values()))).toList())).toList();
    }

    /** Every fourth point: TeX takes its time for each, and print does not show more. */
    private static String points(List<Double> times, List<Double> values) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < times.size(); i += i + PRINTED_EACH < times.size() || i == times.size() - 1 ? PRINTED_EACH : times.size() - 1 - i)
            out.append(String.format(java.util.Locale.ROOT, "(%.5g,%.5g)", times.get(i), values.get(i)));
        return out.toString();
    }
}
