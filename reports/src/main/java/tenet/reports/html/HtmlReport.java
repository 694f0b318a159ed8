package tenet.reports.html;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import freemarker.core.HTMLOutputFormat;
import freemarker.core.TemplateHTMLOutputModel;
import freemarker.template.TemplateModelException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import tenet.reports.model.Book;
import tenet.reports.model.Curves;
import tenet.reports.model.Entry;
import tenet.reports.model.Exhibit;
import tenet.reports.template.Templates;
import tenet.reports.text.Summary;
import tenet.symbolic.claim.Claim;
import tenet.symbolic.formula.Formula;
import tenet.symbolic.syntax.Printer;
import tenet.symbolic.typeset.HtmlDerivation;
import tenet.symbolic.typeset.LatexFormulas;
import tenet.theorems.Counterexample;
import tenet.theorems.Evidence;
import tenet.theorems.Verdict;

/** A report as pages: an overview with search and graph, and a page for each claim. Templates escape whatever they print. */
public final class HtmlReport {
    private static final Templates TEMPLATES = Templates.html();
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Book book;
    private final boolean pdf;

    /** @param pdf whether a PDF lies beside the pages */
    public HtmlReport(Book book, boolean pdf) {
        this.book = book;
        this.pdf = pdf;
    }

    /** The text of each page by its path in the folder. */
    public Map<String, String> pages() {
        Map<String, String> pages = new TreeMap<>();
        pages.put("index.html", TEMPLATES.text("index.ftlh", overview()));
        for (Entry entry : book.entries()) pages.put("claims/" + entry.slug() + ".html", TEMPLATES.text("claim.ftlh", page(entry)));
        return pages;
    }

    private Map<String, Object> common(String root) {
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("root", root);
        model.put("view", new View(book, root));
        model.put("pdf", pdf);
        return model;
    }

    private Map<String, Object> overview() {
        Map<String, Object> model = common("");
        model.put("book", book);
        Map<String, Integer> counts = new LinkedHashMap<>();
        book.counts().forEach((verdict, count) -> counts.put(verdict.name(), count));
        model.put("counts", counts);
        model.put("graph", GraphDrawing.of(book.graph()));
        return model;
    }

    private Map<String, Object> page(Entry entry) {
        Map<String, Object> model = common("../");
        model.put("entry", entry);
        model.put("statement", markup(HtmlDerivation.statement(entry.claim(), links("../"))));
        entry.proof().ifPresent(proof -> model.put("derivation",
                markup(HtmlDerivation.derivation(proof.certificate(), proof.theorem().lemmas(), links("../")))));
        entry.curves().ifPresent(curves -> {
            model.put("curves", curves);
            model.put("start", new Exhibit(entry.claim().statement()).lines(curves.start()));
            model.put("charts", Chart.of(curves));
            model.put("chartData", data(curves));
        });
        return model;
    }

    private Function<String, Optional<String>> links(String root) {
        return id -> book.find(id).map(entry -> root + "claims/" + entry.slug() + ".html");
    }

    private static TemplateHTMLOutputModel markup(String html) {
        try {
            return HTMLOutputFormat.INSTANCE.fromMarkup(html);
        } catch (TemplateModelException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** For the script that reads the curves; nothing in it can end the element it stands in. */
    private static TemplateHTMLOutputModel data(Curves curves) {
        try {
            Map<String, Object> data = new LinkedHashMap<>();
            data.put("times", curves.times());
            data.put("values", curves.series().stream().map(Curves.Series::values).toList());
            return markup(JSON.writeValueAsString(data).replace("<", "\\u003c"));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** What templates ask about findings. */
    public static final class View {
        private final Book book;
        private final String root;

        View(Book book, String root) {
            this.book = book;
            this.root = root;
        }

        public String words(Verdict verdict) {
            return verdict.words();
        }

        public String meaning(Verdict verdict) {
            return verdict.meaning();
        }

        public String kind(Claim.Kind kind) {
            return switch (kind) {
                case THEOREM -> "Theorem";
                case FALSE_CLAIM -> "False claim";
                case TRUE_VARIANT -> "True variant";
                case CONJECTURE -> "Conjecture";
                case LEMMA -> "Lemma, taken as given";
            };
        }

        public String status(Claim.Status status) {
            return status.name().toLowerCase(Locale.ROOT);
        }

        public String summary(Entry entry) {
            return Summary.of(entry.finding()).replace(">=", "≥").replace("<=", "≤");
        }

        public String samples(Evidence.Samples samples) {
            return Summary.samples(samples);
        }

        public String enclosed(Evidence.Enclosed enclosed) {
            return Summary.enclosed(enclosed);
        }

        public String trajectories(Evidence.Trajectories trajectories) {
            return Summary.trajectories(trajectories);
        }

        public String fault(Evidence.Fault fault) {
            return Summary.fault(fault);
        }

        public String number(double value) {
            return Summary.number(value);
        }

        /** The conclusion as LaTeX for math mode, without its quantifiers. */
        public String conclusion(Entry entry) {
            return LatexFormulas.relations(entry.claim().statement().conclusion());
        }

        public String print(Formula formula) {
            return Printer.print(formula);
        }

        public List<Exhibit.Line> values(Entry entry, Counterexample counterexample) {
            return new Exhibit(entry.claim().statement()).values(counterexample);
        }

        public List<Exhibit.Line> sides(Entry entry, Counterexample counterexample) {
            return new Exhibit(entry.claim().statement()).sides(counterexample);
        }

        public List<Entry> entries(List<String> ids) {
            return ids.stream().map(book::find).flatMap(Optional::stream).toList();
        }

        /** Ids without a page in this report. */
        public List<String> others(List<String> ids) {
            return ids.stream().filter(id -> book.find(id).isEmpty()).toList();
        }

        public String link(Entry entry) {
            return root + "claims/" + entry.slug() + ".html";
        }

        public String evidence(Evidence evidence) {
            return switch (evidence) {
                case Evidence.Proof ignored -> "proof";
                case Evidence.Refutation ignored -> "refutation";
                case Evidence.Samples ignored -> "samples";
                case Evidence.Enclosed ignored -> "enclosed";
                case Evidence.Suspected ignored -> "suspected";
                case Evidence.Trajectories ignored -> "trajectories";
                case Evidence.WrongStep ignored -> "wrong";
                case Evidence.Failure ignored -> "failure";
                case Evidence.Fault ignored -> "fault";
            };
        }

        public int width() {
            return Chart.WIDTH;
        }

        public int height() {
            return Chart.HEIGHT;
        }
    }
}
